package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.SortedList;

/**
 * The words on who comes first by a screen: one company, or several that are level, or none where the weights rank nobody.
 *
 * @param sorted the companies of the screen from the best down
 */
record Leaders(LiveScreen screen, SortedList sorted) {

    private static final Term TERM = Term.of("leaders");

    /** Whether others are level with the first: two decimals do not tell their scores apart. */
    private Formula isLevel() {
        return sorted.places().size() == 1
                ? new Formula.Literal(Value.of(false))
                : sorted.level().isAbove(ONE);
    }

    /** Who comes first and who else could: the names that sentences on the leaders speak of. */
    Wording words(Model.Builder model) {
        Formula.Span others = behind(model);
        Formula highest = Formula.call(Fn.MAX_OF_KNOWN, others);
        Formula more =
                Formula.call(Fn.COUNT_ABOVE, others, sorted.score(1).rounded(2)).minus(ONE);
        Formula rivals = Wording.words()
                .with("rival", Formula.lookUp(screen.all(screen::name), highest, others))
                .with("blank", LiveScreen.isBlank(Formula.lookUp(screen.all(screen::coverage), highest, others)))
                .with("more", more)
                .clause(
                        "{rival}{blank?, of which nothing that weighs is known,}{more>0? or {more:0} {more>1?others|other}}"
                                + " could come first");
        return Wording.words()
                .with("leader", sorted.name(1))
                .with("leaders", step("names", names(), model))
                .with("level", isLevel())
                .with("score", sorted.score(1))
                .with("scores", step("scores", scores(), model))
                .with("couldLead", more.isAtLeast(ZERO))
                .with("rivals", step("rivals", rivals, model));
    }

    private Key step(String what, Formula formula, Model.Builder model) {
        return model.calculation(TERM.sub(what).key().in(screen.in()), formula);
    }

    /** {@code a score of 0.55}, or {@code scores of 0.55 to 0.56} of those that are level. */
    private Formula scores() {
        Formula lowest = sorted.lowestLevel();
        return Wording.words()
                .with("same", Formula.call(Fn.SAME_TEXT, sorted.score(1).fixed(2), lowest.fixed(2)))
                .with("score", sorted.score(1))
                .with("lowest", lowest)
                .clause("{same?a score of {score:0.00}|scores of {lowest:0.00} to {score:0.00}}");
    }

    /** Who comes first: one company, the two that are level, or how many are. */
    private Formula names() {
        Formula count = sorted.level();
        return Wording.words()
                .with("level", isLevel())
                .with("pair", count.minus(ONE).isEqualTo(ONE))
                .with("leader", sorted.name(1))
                .with("next", sorted.places().size() > 1, () -> sorted.name(2))
                .with("count", count)
                .clause("{level?{pair?{leader} and {next}|{count:0} companies}|{leader}}");
    }

    /** The highest possible score of each company behind the leader. */
    private Formula.Span behind(Model.Builder model) {
        return span(screen.each(company -> model.calculation(
                TERM.sub("highest score behind").of(Subject.of(company)).in(screen.in()),
                screen.line(company)
                        .isEqualTo(ONE)
                        .then(ZERO, screen.high(company).rounded(2)))));
    }

    /** A sentence, or that the weights rank nobody: they sum to zero, or one is not known. */
    static Formula weighed(LiveScreen screen, Formula told, String end) {
        Formula sum = screen.sumOfWeights();
        return Wording.words()
                .with("known", sum.isKnown())
                .with("some", sum.isAbove(ZERO))
                .with("told", told)
                .with("end", end)
                .clause("{known?{some?{told}|The weights sum to zero, so no company has a rank{end}}"
                        + "|A weight is not known, so no company has a rank{end}}");
    }

    /**
     * The number of exact scores: {@code 3 of 11 scores are exact}.
     *
     * @param exact how many
     */
    static Formula exact(LiveScreen screen, Formula exact) {
        Formula.Span evidence = screen.all(screen::evidence);
        int all = evidence.keys().size();
        Formula told = Wording.words()
                .with(
                        "someNot",
                        letter(evidence, "B").plus(letter(evidence, "C")).isAbove(ZERO))
                .with("exact", exact)
                .with("all", all)
                .clause("{someNot?{exact>0?{exact:0} of {all} scores {exact=1?is|are} exact"
                        + "|{all=1?The score is not exact|None of {all} scores is exact}}"
                        + "|{all=1?The score is exact|All {all} scores are exact}}");
        return weighed(screen, told, "");
    }

    /** The number of companies that have this letter of evidence. */
    static Formula letter(Formula.Span evidence, String letter) {
        return Formula.call(Fn.COUNT_TEXT, evidence, text(letter));
    }
}
