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
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.report.Wording;

/**
 * The sentences of a live screen: why a company stands where it does, and the values behind it.
 *
 * @param values in words, and among those of the other companies
 * @param result the same screen on arrays, which knows what counts in place of a missing value
 */
record LiveReasons(LiveScreen screen, LiveValues values, ScreenResult result) {

    /**
     * Under which criteria nobody is ahead of the company, or else the one that adds most, and the one under which it loses most against the
     * best, each with its value.
     */
    Formula why(String company) {
        Formula.Span added = added(company);
        Formula most = placeOfLargest(added);
        Formula same = isSome(lost(company)).and(placeOfLargest(lost(company)).isEqualTo(most));
        return words().with("isFirst", countOfFirsts(company).isAbove(ZERO))
                .with("firsts", screen.key("criteria it is first under, in words", company, () -> firsts(company)))
                .with("gains", isSome(added))
                .with("criterion", pick(screen::titleInSentence, most))
                .with("value", pick(one -> values.withPlace(one, company), most))
                .with("same", same)
                .with(
                        "told",
                        ZERO.isAtLeast(countOfFirsts(company))
                                .and(isSome(added))
                                .and(same))
                .with("best", pick(values::bestInWords, most))
                .with("loses", isSome(lost(company)))
                .with("behind", screen.key("criterion that lacks most, in words", company, () -> behind(company)))
                .with("gaps", gaps(company))
                .clause(
                        "{isFirst?{firsts}|{gains?Most from {criterion}[: {value}]{same? (best: {best})}|Nothing counts for it}}"
                                + "{told?|{loses?; {behind}}}{gaps}.");
    }

    /** The criterion under which it loses most, with its value and the best there is. */
    private Formula behind(String company) {
        Formula.Span lost = lost(company);
        Formula least = placeOfLargest(lost);
        return words().with("loses", isSome(lost))
                .with("criterion", pick(screen::titleInSentence, least))
                .with("value", pick(one -> values.withPlace(one, company), least))
                .with("best", pick(values::bestInWords, least))
                .clause("{loses?furthest behind in {criterion}: {value} (best: {best})|behind in none}");
    }

    /** Under how many criteria nobody is ahead of the company. */
    Formula countOfFirsts(String company) {
        List<Criterion> all = screen.screen().criteria();
        return values.firsts(all.get(all.size() - 1), company);
    }

    /** The criteria under which nobody is ahead of the company, each with its value. */
    private Formula firsts(String company) {
        List<Formula> told = new ArrayList<>();
        Formula before = ZERO;
        for (Criterion criterion : screen.screen().criteria()) {
            told.add(words().with("isFirst", values.isFirst(criterion, company).isAbove(ZERO))
                    .with("later", before.isAbove(ZERO))
                    .with("criterion", Words.inSentence(criterion.title()))
                    .with("atLeast", screen.isLowerBound(criterion, company))
                    .with("value", values.inWords(criterion, company))
                    .clause("{isFirst?{later?, }{criterion} ({atLeast?at least }{value})}"));
            before = values.firsts(criterion, company);
        }
        return words().with("isFirst", countOfFirsts(company).isAbove(ZERO))
                .with("criteria", together(company, told))
                .clause("{isFirst?Top in {criteria}|Top in none}");
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
        return words().with("blank", LiveScreen.isBlank(screen.coverage(company)))
                .with("gaps", together(company, gaps))
                .with("low", screen.low(company))
                .with("high", screen.high(company))
                .with("couldLead", screen.high(company).isAtLeast(first.orElse(ZERO)))
                .clause(
                        "{blank?Nothing that weighs is known of it:|Not known:{gaps}} the score lies between {low:0.00} and {high:0.00}"
                                + "{couldLead?, so it could come first}.");
    }
}
