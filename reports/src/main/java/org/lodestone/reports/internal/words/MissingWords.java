package org.lodestone.reports.internal.words;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;

/** The words on a value that is not known of a company, and on what it counts as. */
public final class MissingWords {

    private MissingWords() {}

    /**
     * The words for a company that has a rank although a value is not known: {@code sales is not known (stated in AUD mn, not CNY mn)
     * and counts as the middle}.
     */
    public static String of(Criterion criterion, String otherwise) {
        return Words.inSentence(criterion.title()) + " is not known" + bracketed(otherwise) + and(criterion.missing());
    }

    /** How a value is stated that cannot be counted, behind what is said of it; nothing where none is. */
    public static String bracketed(String otherwise) {
        return otherwise.isEmpty() ? "" : " (" + otherwise + ")";
    }

    /** The words for a legend of a screen: {@code a criterion is not known and counts as the middle}. */
    public static String of(Screen screen) {
        ImmutableList<Criterion> weighing =
                screen.criteria().stream().filter(one -> one.weight() > 0).collect(toImmutableList());
        ImmutableList<Missing> rules =
                weighing.stream().map(Criterion::missing).distinct().collect(toImmutableList());
        if (rules.size() < 2) {
            Missing rule = rules.isEmpty() ? Missing.PROVISIONAL : rules.get(0);
            return "a criterion is not known" + (rule == Missing.PROVISIONAL ? ", so there is no rank" : and(rule));
        }
        return "a criterion is not known: "
                + String.join(
                        ", ",
                        rules.stream()
                                .map(rule -> Words.listed(weighing.stream()
                                                .filter(one -> one.missing() == rule)
                                                .map(one -> Words.inSentence(one.title()))
                                                .toList())
                                        + (rule == Missing.PROVISIONAL ? " must be, for a rank" : then(rule)))
                                .toList());
    }

    private static String and(Missing rule) {
        return rule == Missing.PROVISIONAL ? "" : " and" + then(rule);
    }

    private static String then(Missing rule) {
        return switch (rule) {
            case PROVISIONAL -> "";
            case NEUTRAL -> " counts as the middle";
            case WORST -> " counts as the worst";
            case LEFT_OUT -> " is left out";
        };
    }
}
