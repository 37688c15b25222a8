package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.SortedList;

/**
 * The words on who comes first by a screen: one company, or several of the same rank, or none where the weights rank nobody.
 *
 * @param sorted the companies of the screen from the best down
 */
record Leaders(LiveScreen screen, SortedList sorted) {

    private static final int PAIR = 2;

    /** One sentence where one company comes first, and another where several share the first rank. */
    Formula oneOr(Formula one, Formula several) {
        return sorted.places().size() < PAIR
                ? one
                : sorted.leaders().ref().isAbove(ONE).then(several, one);
    }

    /** The companies that share the first rank: both where they are two, else how many. */
    Formula names() {
        Formula count = sorted.leaders().ref();
        return count.minus(ONE)
                .isAbove(ONE)
                .then(
                        sentence(count.fixed(0), text(" companies")),
                        sentence(
                                sorted.name(1).ref(),
                                text(" and "),
                                sorted.name(PAIR).ref()));
    }

    /** A sentence, or that the weights rank nobody: they sum to zero, or one is not known. */
    static Formula weighed(LiveScreen screen, Formula told, String end) {
        Formula sum = screen.sumOfWeights().ref();
        return sum.isKnown()
                .then(
                        sum.isAbove(ZERO).then(told, text("The weights sum to zero, so no company has a rank" + end)),
                        text("A weight is not known, so no company has a rank" + end));
    }

    /**
     * How many scores are exact: {@code 3 of 11 scores are exact}.
     *
     * @param exact how many
     * @param evidence the letter of each company
     * @param scores what they are called: {@code scores}, or those of a part of the companies
     * @param others what is said of those that are not, where some are
     */
    static Formula exact(LiveScreen screen, Formula exact, Formula.Span evidence, String scores, String others) {
        int all = evidence.keys().size();
        Formula notExact = letter(evidence, "B").plus(letter(evidence, "C"));
        Formula every = text(all == 1 ? "The score is exact" : "All " + all + " " + scores + " are exact");
        Formula none = text(all == 1 ? "The score is not exact" : "None of " + all + " " + scores + " is exact");
        Formula some = sentence(
                exact.fixed(0),
                text(" of " + all + " " + scores + " "),
                exact.isEqualTo(ONE).then(text("is"), text("are")),
                text(" exact" + others));
        return weighed(screen, notExact.isAbove(ZERO).then(exact.isAbove(ZERO).then(some, none), every), "");
    }

    /** How many companies have this letter of evidence. */
    static Formula letter(Formula.Span evidence, String letter) {
        return Formula.call(Fn.COUNT_TEXT, evidence, text(letter));
    }
}
