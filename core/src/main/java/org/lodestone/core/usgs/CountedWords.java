package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lodestone.core.usgs.Commodities.Named;

/**
 * The words of a name that say what is counted, however a release puts it: <em>Bauxite, mine production</em> is <em>Mine production:
 * Bauxite</em>. The commodity, the kind of count and the basis stand elsewhere and are left out.
 */
final class CountedWords {

    private static final Splitter PHRASES = Splitter.on(Pattern.compile("[,:;()—]| - "))
            .trimResults(CharMatcher.whitespace())
            .omitEmptyStrings();
    private static final Pattern CONTENT =
            Pattern.compile("(?i)(?:recoverable )?.+ (?:content|equivalent|weight)|(?:contained|elemental) .+");
    private static final Splitter WORDS =
            Splitter.on(Pattern.compile("[^a-z0-9]+")).omitEmptyStrings();

    /** Words that say no more than the kind of count does. */
    private static final ImmutableSet<String> KIND =
            ImmutableSet.of("production", "capacity", "reserves", "plant", "yearend", "and", "world", "total");

    /** Words that say at which step, or of all forms, something is produced: what is produced is the same without them. */
    private static final ImmutableSet<String> STEP =
            ImmutableSet.of("mine", "mines", "mined", "smelter", "smelters", "refinery", "all", "forms");

    private CountedWords() {}

    /** The words of a name, in the order of the alphabet. */
    static String of(UsgsFigure figure) {
        return String.join(" ", words(figure));
    }

    /** The same without those that say at which step it is counted: an edition may say <em>production</em> alone. */
    static String withoutStep(UsgsFigure figure) {
        Set<String> words = words(figure);
        words.removeAll(STEP);
        return String.join(" ", words);
    }

    /** The things that two names of one edition are counted as: there the words do not tell one from the other. */
    static <T> Set<T> ofTwoNames(List<UsgsFigure> figures, Function<UsgsFigure, T> counted) {
        Map<List<Object>, String> names = new HashMap<>();
        Set<T> ofTwo = new HashSet<>();
        for (UsgsFigure figure : figures) {
            T thing = counted.apply(figure);
            String name = figure.name().toLowerCase(Locale.ROOT);
            if (!names.computeIfAbsent(List.of(thing, figure.edition()), first -> name)
                    .equals(name)) {
                ofTwo.add(thing);
            }
        }
        return ofTwo;
    }

    private static Set<String> words(UsgsFigure figure) {
        Named commodity = new Named(figure.chapter(), figure.commodity());
        Set<String> words = new TreeSet<>();
        for (String phrase : PHRASES.split(figure.name())) {
            if (!CONTENT.matcher(phrase).matches()) {
                String bare = CharMatcher.anyOf("'’")
                        .removeFrom(commodity.without(phrase).toLowerCase(Locale.ROOT));
                WORDS.split(bare).forEach(words::add);
            }
        }
        words.removeAll(KIND);
        return words;
    }
}
