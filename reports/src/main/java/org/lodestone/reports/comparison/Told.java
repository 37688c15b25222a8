package org.lodestone.reports.comparison;

import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/** Words for what changed that the sentence in brief and those in detail have in common. */
record Told(Comparison comparison, Values values) {

    /** The number of revisions, or companies, that a sentence names before it counts the others. */
    static final int NAMED = 3;

    static Told of(Comparison comparison) {
        return new Told(comparison, comparison.model().values());
    }

    Value value(Key key) {
        return values.of(key);
    }

    double number(Key key) {
        return values.number(key).orElse(0);
    }

    boolean areKnown(Key one, Key other) {
        return values.number(one).isPresent() && values.number(other).isPresent();
    }

    boolean areKnown(Pair pair) {
        return areKnown(pair.before(), pair.after());
    }

    boolean areAlike(Key before, Key after) {
        return Pairs.areAlike(value(before), value(after));
    }

    /** Whether a value is known on both sides, and another on one than on the other. */
    boolean isMoved(Key before, Key after) {
        return areKnown(before, after) && !areAlike(before, after);
    }

    boolean isMoved(Pair pair) {
        return isMoved(pair.before(), pair.after());
    }

    /** The beginning of a sentence: the facts that were typed in, or else the two sides by name. */
    String begin(Optional<String> facts) {
        return facts.map(typed -> words().with("facts", typed).told("With {facts}"))
                .orElseGet(() -> words().with("from", comparison.from())
                        .with("to", comparison.to())
                        .told("From {from} to {to}"));
    }

    /** That no result moves, of those that can be compared. */
    String noneMoves() {
        return words().with("all", comparison.notComparable().isEmpty())
                .told("no total, claim, conclusion, rank or profit {all?moves|that can be compared moves}");
    }

    /** The results that cannot be compared, such as a total whose unit is in doubt. */
    Optional<String> notComparable() {
        List<String> not = comparison.notComparable().stream()
                .map(Comparison.NotComparable::what)
                .toList();
        return not.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("results", listed(not)).told("not comparable: {results}"));
    }

    /** The first of many, and how many more there are: {@code A, B, C and 2 more}. */
    static String listed(List<String> all) {
        int more = all.size() - NAMED;
        return words().with("named", String.join(", ", all.subList(0, Math.min(NAMED, all.size()))))
                .withSome("more", more)
                .told("{named}[ and {more} more]");
    }

    /** The names of a number that changed. */
    Wording change(Key before, Key after, Shown shown, String unit) {
        return words().with("before", shown.text(value(before)))
                .with("after", shown.text(value(after)))
                .with("unit", unit)
                .with("rises", number(after) > number(before));
    }

    Wording change(Pair pair, Shown shown, String unit) {
        return change(pair.before(), pair.after(), shown, unit);
    }

    /** The change of a number as a predicate: {@code goes from 4 to 5 t}, {@code is not known any more (before: 4 t)}. */
    String goes(Key before, Key after, Shown shown, String unit) {
        return areKnown(before, after)
                ? change(before, after, shown, unit).told("goes from {before} to {after}{unit}")
                : changed(before, after, shown, unit);
    }

    String goes(Pair pair, Shown shown, String unit) {
        return goes(pair.before(), pair.after(), shown, unit);
    }

    /** The same behind what goes already: {@code from 4 to 5 t}. */
    String changed(Key before, Key after, Shown shown, String unit) {
        return change(before, after, shown, unit)
                .with("was", !value(before).isMissing())
                .with("is", !value(after).isMissing())
                .told("{is?{was?from {before} to {after}{unit}|is known now, {after}{unit}}"
                        + "|{was?is not known any more (before: {before}{unit})|is not known, as before}}");
    }

    /** {@code A ranks 1 instead of 2}. */
    String ranks(CompanyShift shift) {
        return change(shift.rank(), Shown.ORDINAL, "")
                .with("company", shift.company().name())
                .told("{company} ranks {after} instead of {before}");
    }
}
