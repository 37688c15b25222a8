package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The companies of a screen from the best down, behind them those that cannot be ranked: another order as soon as a weight or a
 * value changes.
 */
public final class SortedList {

    private static final Term SORTED = Term.of("screen, sorted");

    private final LiveScreen screen;
    private final Calculations values;

    /** @param values of the screen, which take those of the list */
    SortedList(LiveScreen screen, Calculations values) {
        this.screen = screen;
        this.values = values;
        first();
        lowestLevel();
        for (int place : places()) {
            name(place);
            score(place);
            rank(place);
            standing(place);
            reason(place);
            low(place);
            high(place);
            evidence(place);
            for (Criterion criterion : screen.screen().criteria()) {
                value(criterion, place);
                contribution(criterion, place);
            }
        }
    }

    /** The places from 1, one for each company; all are nobody's where the weights are none. */
    public ImmutableList<Integer> places() {
        return IntStream.rangeClosed(1, screen.companies().size()).boxed().collect(ImmutableList.toImmutableList());
    }

    /** The name of the company at a place. */
    public Key name(int place) {
        return at("company", place, () -> step(place, screen::name));
    }

    /** The score of the company at a place, from 1; missing where it has none. */
    public Key score(int place) {
        return at("score", place, () -> known(place, screen::score));
    }

    /** The rank of the company at a place; missing where it has none, and where equals share one, the same twice. */
    public Key rank(int place) {
        return at("rank", place, () -> step(place, screen::rank));
    }

    /** The rank, with the one at the highest possible score in brackets where that is better. */
    public Key standing(int place) {
        return at("rank, and at best", place, () -> step(place, screen::standing));
    }

    /** In words, where the score of the company at a place comes from, or what is missing for one. */
    public Key reason(int place) {
        return at("reason", place, () -> step(place, screen::reason));
    }

    /** The score if all that is missing, or may be larger than it is known, were worst. */
    public Key low(int place) {
        return at("lowest score", place, () -> step(place, screen::low));
    }

    /** The score if all of it were best. */
    public Key high(int place) {
        return at("highest score", place, () -> step(place, screen::high));
    }

    /** A letter for how much is known. */
    public Key evidence(int place) {
        return at("evidence", place, () -> step(place, screen::evidence));
    }

    /** The value of a criterion for the company at a place; not available where it is not known. */
    public Key value(Criterion criterion, int place) {
        return at(
                "value of " + criterion.name(),
                place,
                () -> known(place, company -> LiveScreen.value(criterion, company)));
    }

    /** The part of the score of the company at a place that comes from a criterion. */
    public Key contribution(Criterion criterion, int place) {
        return at(
                "contribution " + criterion.name(),
                place,
                () -> step(place, company -> screen.contribution(criterion, company)));
    }

    /** Whether a company that is ranked stands at a place. */
    public Formula isTaken(int place) {
        return rank(place).isKnown();
    }

    /** The number of companies whose scores two decimals do not tell from the highest, which is one of them; missing where none is ranked. */
    public Key level() {
        return values.as(
                SORTED.sub("companies level with the first").key().in(screen.in()),
                () -> LiveScreen.level(screen.all(screen::rounded)));
    }

    /** The lowest score that is level with the highest. */
    public Key lowestLevel() {
        return values.as(
                SORTED.sub("lowest score level with the first").key().in(screen.in()),
                () -> Formula.call(Fn.LARGEST, screen.all(screen::rounded), level()));
    }

    /** Who comes first: a company, or {@code 2 companies level}; none where none is ranked. */
    Key first() {
        return values.as(
                SORTED.sub("first").key().in(screen.in()), () -> isTaken(1).then(leader(), text("none")));
    }

    /** Where among the companies the one at a place stands; missing where there is no order. */
    Key row(int place) {
        return at("row", place, () -> {
            Key number = values.label(at("place", place), place);
            return Formula.call(Fn.FIND, number, screen.all(screen::line));
        });
    }

    private Key at(String what, int place) {
        return SORTED.sub(what).of(Subject.of("place " + place)).in(screen.in());
    }

    private Key at(String what, int place, Supplier<Formula> formula) {
        return values.as(at(what, place), formula);
    }

    private Formula leader() {
        return words().with("count", level())
                .with("leader", name(1))
                .clause("{count>1?{count:0} companies level|{leader}}");
    }

    /** The value of one step of the screen for the company at a place. */
    private Formula step(int place, Function<String, Key> step) {
        return orNone(place, atRow(place, screen.all(step)));
    }

    /** The value of one of the companies' keys for the company at a place; {@value Words#NONE} where nobody stands. */
    public Formula picked(int place, Function<String, Key> what) {
        return orNone(place, atRow(place, span(screen.each(what))));
    }

    /** The same of amounts that are each in the currency of the company. */
    public Formula pickedInLocalCurrency(int place, Function<String, Key> what) {
        Formula each = span(screen.each(what)).countedAs(ValueUnit.UNKNOWN, "each is in the currency of its company");
        return orNone(place, atRow(place, each));
    }

    private Formula orNone(int place, Formula picked) {
        return row(place).isKnown().then(picked, text(Words.NONE));
    }

    /** The number of one of the companies' keys for the company at a place; not available where there is none. */
    private Formula known(int place, Function<String, Key> what) {
        return atRow(place, screen.all(what)).orElse(text(Value.NOT_AVAILABLE));
    }

    private Formula atRow(int place, Formula each) {
        return Formula.call(Fn.PICK, each, row(place));
    }

    @Override
    public String toString() {
        return OneLine.of("sorted list", screen);
    }
}
