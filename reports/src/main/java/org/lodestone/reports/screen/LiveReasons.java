package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Missing;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.words.MissingWords;

/**
 * The sentences of a live screen: why a company stands where it does, and the values behind it.
 *
 * @param result the same screen on arrays, which knows what counts in place of a missing value
 */
record LiveReasons(LiveScreen screen, ScreenResult result) {

    /** The criterion that adds most, and the one furthest behind the best company, with how much of how much. */
    Formula why(String company) {
        Formula most = place(Fn.MAX, one -> screen.contribution(one, company));
        Formula.Span lost = span(screen.eachCriterion(one -> screen.lost(one, company)));
        Formula largest = Formula.call(Fn.MAX, lost);
        Formula least = Formula.call(Fn.FIND, largest, lost);
        Formula best = pick(screen::most, least).fixed(2);
        Formula behind = sentence(
                text("; loses most under "),
                pick(screen::titleInSentence, least),
                text(" ("),
                pick(one -> screen.contribution(one, company), least).fixed(2),
                text(" against "),
                best,
                text(" of the best)"));
        Formula alone = sentence(text("; the best has "), best);
        Formula gains = sentence(
                text("Gains most under "),
                pick(screen::titleInSentence, most),
                text(" ("),
                pick(one -> screen.contribution(one, company), most).fixed(2),
                isUnitRange() ? text(" of ") : text(""),
                isUnitRange() ? pick(one -> screen.counted(one, company), most).fixed(2) : text(""),
                text(")"));
        Formula gained = Formula.call(Fn.MAX, span(screen.eachCriterion(one -> screen.contribution(one, company))))
                .rounded(RankedRows.DECIMALS);
        return sentence(
                isUnitRange() ? gained.isAbove(ZERO).then(gains, text("Gains nothing under any criterion")) : gains,
                largest.rounded(RankedRows.DECIMALS)
                        .isAbove(ZERO)
                        .then(least.isEqualTo(most).then(alone, behind), text("")),
                end(company));
    }

    /** The end of a sentence on a company that has a rank: what is not known of it, and as what that counts. */
    private Formula end(String company) {
        List<Formula> words = new ArrayList<>();
        screen.screen().criteria().stream()
                .filter(one -> one.missing() != Missing.PROVISIONAL)
                .forEach(one -> words.add(screen.gap(one, company)
                        .ref()
                        .isAbove(ZERO)
                        .then(text("; " + MissingWords.of(one, otherwise(one, company))), text(""))));
        List<Formula> told = new ArrayList<>(screen.inSteps(company, words, LiveReasons::together));
        told.add(text("."));
        return told.size() == 1 ? told.get(0) : sentence(told.toArray(Formula[]::new));
    }

    private static Formula together(List<Formula> words) {
        return sentence(words.toArray(Formula[]::new));
    }

    private String otherwise(Criterion criterion, String company) {
        return result.otherwise(result.universe().position(company), criterion.name());
    }

    /** Whether a criterion adds no more than its share; z-scores have no end. */
    private boolean isUnitRange() {
        return screen.screen().criteria().stream()
                .allMatch(one -> one.normalisation().isUnitRange());
    }

    /** The place at which the largest of a row stands. */
    private Formula place(Fn largest, Function<Criterion, Key> step) {
        Formula.Span row = span(screen.eachCriterion(step));
        return Formula.call(Fn.FIND, Formula.call(largest, row), row);
    }

    private Formula pick(Function<Criterion, Key> step, Formula place) {
        return Formula.call(Fn.PICK, span(screen.eachCriterion(step)), place);
    }

    /** A sentence on what is not known, between which scores the company lies, and whether it could come first. */
    Formula whyNot(String company) {
        List<Formula> gaps = new ArrayList<>();
        for (Criterion criterion : screen.screen().criteria()) {
            Formula missing = screen.gap(criterion, company).ref().isAbove(ZERO);
            gaps.add(missing.then(
                    text(" " + criterion.title() + MissingWords.bracketed(otherwise(criterion, company)) + ";"),
                    text("")));
        }
        List<Formula> words = new ArrayList<>(List.of(text("Not known:")));
        words.addAll(screen.inSteps(company, gaps, LiveReasons::together));
        words.add(text(" the score lies between "));
        words.add(screen.low(company).ref().fixed(2));
        words.add(text(" and "));
        words.add(screen.high(company).ref().fixed(2));
        Formula first = Formula.call(Fn.MAX_OF_KNOWN, span(screen.each(screen::rounded)));
        words.add(screen.high(company)
                .ref()
                .isAtLeast(first.orElse(ZERO))
                .then(text(", so it could come first."), text(".")));
        return sentence(words.toArray(Formula[]::new));
    }

    /** The values that are counted, as far as they weigh anything; of very many criteria the first, since a cell takes no more. */
    Formula facts(String company) {
        List<Formula> words = new ArrayList<>();
        for (Criterion criterion :
                screen.screen().criteria().stream().limit(LiveScreen.FACTS).toList()) {
            Formula value = LiveScreen.value(criterion, company).ref();
            Formula whole = value.minus(value.rounded(0))
                    .isEqualTo(ZERO)
                    .or(value.isAtLeast(Definitions.HUNDRED.asNumber("a value of three digits, whatever it counts")));
            String unit = criterion.unit().isEmpty() ? "" : " " + criterion.unit();
            Formula amount = whole.then(value.fixed(0), value.fixed(2));
            Formula shown =
                    value.isKnown().then(unit.isEmpty() ? amount : sentence(amount, text(unit)), text("not known"));
            String before = words.isEmpty() ? "" : "; ";
            String atLeast = screen.isLowerBound(criterion, company) ? "at least " : "";
            Formula told = sentence(text(before + criterion.title() + " " + atLeast), shown);
            words.add(screen.share(criterion).ref().isAbove(ZERO).then(told, text("")));
        }
        return sentence(words.toArray(Formula[]::new));
    }
}
