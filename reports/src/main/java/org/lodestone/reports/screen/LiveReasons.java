package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Missing;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.report.Wording;

/**
 * The sentences of a live screen: why a company stands where it does, and the values behind it.
 *
 * @param result the same screen on arrays, which knows what counts in place of a missing value
 */
record LiveReasons(LiveScreen screen, ScreenResult result) {

    /** The criterion that adds most, and the one furthest behind the best company, with how much of how much. */
    Formula why(String company) {
        Formula.Span added = added(company);
        Formula.Span lost = lost(company);
        Formula most = placeOfLargest(added);
        Formula least = placeOfLargest(lost);
        return words().with("ofShare", isUnitRange())
                .with("gains", isSome(added))
                .with("gain", pick(screen::titleInSentence, most))
                .with("gained", pick(one -> screen.contribution(one, company), most))
                .with("gainValue", isOfTable(), () -> pick(one -> screen.inWords(one, company), most))
                .with("share", isUnitRange(), () -> pick(one -> screen.counted(one, company), most))
                .with("loses", isSome(lost))
                .with("same", least.isEqualTo(most))
                .with("loss", pick(screen::titleInSentence, least))
                .with("lossValue", isOfTable(), () -> pick(one -> screen.inWords(one, company), least))
                .with("left", pick(one -> screen.contribution(one, company), least))
                .with("best", pick(screen::most, least))
                .with("gaps", gaps(company))
                .clause(
                        "{ofShare?{gains?Gains most under {gain}[, {gainValue}] ({gained:0.00} of {share:0.00})|Gains nothing under any criterion}"
                                + "|Gains most under {gain}[, {gainValue}] ({gained:0.00})}"
                                + "{loses?{same?; the best has {best:0.00}"
                                + "|; loses most under {loss}[, {lossValue}] ({left:0.00} against {best:0.00} of the best)}}{gaps}.");
    }

    /** The gaps of a company that has a rank, and as what each counts. */
    private Formula gaps(String company) {
        return together(
                company,
                screen.screen().criteria().stream()
                        .filter(one -> one.missing() != Missing.PROVISIONAL)
                        .map(one -> words().with(
                                        "missing", screen.gap(one, company).isAbove(ZERO))
                                .with("criterion", MissingWords.of(one, otherwise(one, company)))
                                .clause("{missing?; {criterion}}"))
                        .toList());
    }

    private Formula together(String company, List<Formula> words) {
        return Wording.inARow("", screen.inSteps(company, words, step -> Wording.inARow("", step)));
    }

    private String otherwise(Criterion criterion, String company) {
        return result.otherwise(result.universe().position(company), criterion.name());
    }

    /** The number of the criterion that adds most; of none no number. */
    Formula carriedBy(String company) {
        return orNone(added(company));
    }

    /** The number of the criterion under which it is furthest behind the best; of none no number. */
    Formula heldBackBy(String company) {
        return orNone(lost(company));
    }

    private static Formula orNone(Formula.Span row) {
        return isSome(row).then(placeOfLargest(row), Formula.text(Words.NONE));
    }

    private Formula.Span added(String company) {
        return span(screen.eachCriterion(one -> screen.contribution(one, company)));
    }

    private Formula.Span lost(String company) {
        return span(screen.eachCriterion(one -> screen.lost(one, company)));
    }

    /** Whether the largest of a row is above zero. */
    private static Formula isSome(Formula.Span row) {
        return Formula.call(Fn.MAX, row).rounded(RankedRows.DECIMALS).isAbove(ZERO);
    }

    /** Whether all values are those of a table, which are told as people write them. */
    boolean isOfTable() {
        return screen.screen().criteria().stream()
                .allMatch(one -> one.indicator().tableColumn().isPresent());
    }

    /** Whether a criterion adds no more than its share; z-scores have no end. */
    private boolean isUnitRange() {
        return screen.screen().criteria().stream()
                .allMatch(one -> one.normalisation().isUnitRange());
    }

    /** The place at which the largest of a row stands. */
    private static Formula placeOfLargest(Formula.Span row) {
        return Formula.call(Fn.FIND, Formula.call(Fn.MAX, row), row);
    }

    private Formula pick(Function<Criterion, Key> step, Formula place) {
        return Formula.call(Fn.PICK, span(screen.eachCriterion(step)), place);
    }

    /** A sentence on what is not known, between which scores the company lies, and whether it could come first. */
    Formula whyNot(String company) {
        List<Formula> gaps = screen.screen().criteria().stream()
                .map(one -> words().with("missing", screen.gap(one, company).isAbove(ZERO))
                        .with("criterion", one.title() + MissingWords.bracketed(otherwise(one, company)))
                        .clause("{missing? {criterion};}"))
                .toList();
        Formula first = Formula.call(Fn.MAX_OF_KNOWN, screen.all(screen::rounded));
        return words().with("gaps", together(company, gaps))
                .with("low", screen.low(company))
                .with("high", screen.high(company))
                .with("couldLead", screen.high(company).isAtLeast(first.orElse(ZERO)))
                .clause(
                        "Not known:{gaps} the score lies between {low:0.00} and {high:0.00}{couldLead?, so it could come first}.");
    }

    /** The values that are counted, as far as they weigh anything; of very many criteria the first, since a cell takes no more. */
    Formula facts(String company) {
        List<Formula> told = new ArrayList<>();
        for (Criterion criterion :
                screen.screen().criteria().stream().limit(LiveScreen.FACTS).toList()) {
            Formula value = LiveScreen.value(criterion, company);
            Formula whole = value.minus(value.rounded(0))
                    .isEqualTo(ZERO)
                    .or(value.isAtLeast(Definitions.HUNDRED.asNumber("a value of three digits, whatever it counts")));
            told.add(words().with("weighs", screen.share(criterion).isAbove(ZERO))
                    .with("later", !told.isEmpty())
                    .with("criterion", criterion.title())
                    .with("atLeast", screen.isLowerBound(criterion, company))
                    .with("known", value.isKnown())
                    .with("whole", whole)
                    .with("value", value)
                    .with("unit", criterion.unit().isEmpty() ? "" : " " + criterion.unit())
                    .with("ofTable", isOfTable())
                    .with("told", isOfTable(), () -> screen.inWords(criterion, company))
                    .clause(
                            "{weighs?{later?; }{criterion} {atLeast?at least }{known?{ofTable?{told}|{whole?{value:0}|{value:0.00}}{unit}}"
                                    + "|not known}}"));
        }
        return Wording.inARow("", told);
    }
}
