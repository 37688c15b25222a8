package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.SortedList;

/**
 * The words on who comes first by a screen: one company, or several of the same rank, or none where the weights rank nobody.
 *
 * @param sorted the companies of the screen from the best down
 */
record Leaders(LiveScreen screen, SortedList sorted) {

    private static final Term TERM = Term.of("leaders");

    /** One sentence where one company comes first, and another where several share the first rank. */
    Formula oneOr(Formula one, Formula several) {
        return sorted.places().size() == 1
                ? one
                : sorted.leaders().ref().isAbove(ONE).then(several, one);
    }

    /** Who comes first: one company, the two that share the first rank, or how many do. */
    Formula names() {
        Formula first = sorted.name(1).ref();
        if (sorted.places().size() == 1) {
            return first;
        }
        Formula count = sorted.leaders().ref();
        Formula pair = sentence(first, text(" and "), sorted.name(2).ref());
        Formula several = count.minus(ONE).isEqualTo(ONE).then(pair, sentence(count.fixed(0), text(" companies")));
        return count.isAbove(ONE).then(several, first);
    }

    /**
     * The words on companies behind the leader that could come first, the one that could be highest by its name: {@code MP
     * Materials or 2 others could come first}.
     *
     * @param before what parts them from what is said before
     * @param after what they end with
     * @param otherwise what is said where none could
     */
    Formula rivals(Model.Builder model, String before, String after, Formula otherwise) {
        Formula.Span others = span(screen.each(company -> model.calculation(
                TERM.sub("highest score behind").of(Subject.of(company)).in(screen.in()),
                screen.line(company)
                        .ref()
                        .isEqualTo(ONE)
                        .then(ZERO, screen.high(company).ref().rounded(2)))));
        Formula highest = Formula.call(Fn.MAX_OF_KNOWN, others);
        Formula more = Formula.call(
                        Fn.COUNT_ABOVE, others, sorted.score(1).ref().rounded(2))
                .minus(ONE);
        Formula name = Formula.call(Fn.PICK, span(screen.each(screen::name)), Formula.call(Fn.FIND, highest, others));
        Formula among = more.isAbove(ZERO)
                .then(
                        sentence(text(" or "), more.fixed(0), more.isAbove(ONE).then(text(" others"), text(" other"))),
                        text(""));
        return more.isAtLeast(ZERO)
                .then(sentence(text(before), name, among, text(" could come first" + after)), otherwise)
                .orWords(text(""));
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
     * The number of exact scores: {@code 3 of 11 scores are exact}.
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

    /** The number of companies that have this letter of evidence. */
    static Formula letter(Formula.Span evidence, String letter) {
        return Formula.call(Fn.COUNT_TEXT, evidence, text(letter));
    }
}
