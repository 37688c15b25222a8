package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comps;

/**
 * The value of a company, and the price of its product that its share price implies.
 *
 * <pre>
 * first   solved for in each scenario as it is written
 * second  first + (market value − NAV at first) / slope of NAV there
 * </pre>
 *
 * <p>The second is the implied price if NAV at it is market value within 0.5%; else it is {@value #OUT_OF_DATE}. So it follows a share
 * price, a rate or a deck as long as NAV is straight from one to the other.
 */
public final class CompanyValue {

    /** The words for a price that no longer gives the share price. */
    public static final String OUT_OF_DATE = Dated.OUT_OF_DATE;

    private static final Term IMPLIED = Term.of("implied price");
    private static final String HOW = "solved for in each scenario as it is written";

    private final NetAssets net;
    private final Deck deck;
    private final ImmutableMap<Meaning, Step> steps;

    /** The years whose price is asked for. */
    public enum Meaning {
        /** One price in all years. */
        FLAT("Flat price"),
        /** One price from the first year of the long term on; the deck before. */
        LONG_TERM("Long-term price");

        private final String title;

        Meaning(String title) {
            this.title = title;
        }

        /** In a title: {@code Flat price}. */
        public String title() {
            return title;
        }

        /** In words: {@code flat price}. */
        @Override
        public String toString() {
            return title.toLowerCase(Locale.ROOT);
        }
    }

    CompanyValue(Comp comp, ValueCase chosen, ImmutableList<ScenarioValues> each, Comps comps, Calculations into) {
        this.net = NetAssets.atDeck(comp, comps, chosen, into);
        this.deck = chosen.deck(comp.company().id());
        net.putIn();
        each.forEach(one -> {
            Key nav = net.nav().in(one.in());
            into.building().computed(nav, one.value(nav), NetAssets.MONEY, HOW);
        });
        this.steps = Stream.of(Meaning.values())
                .collect(toImmutableMap(
                        meaning -> meaning, meaning -> Step.of(meaning, comp, chosen, each, comps, into)));
    }

    /** The company and its parts, at the prices of the deck. */
    public NetAssets net() {
        return net;
    }

    /** The company with its share price. */
    public Comp comp() {
        return net.comp();
    }

    /** The deck whose product is asked for. */
    public Deck deck() {
        return deck;
    }

    /** The price that the share price implies: a number, {@value #OUT_OF_DATE}, or missing where no price gives it. */
    public Key implied(Meaning meaning) {
        return step(meaning).implied();
    }

    /** The same in a scenario as it is written. */
    public Key implied(Meaning meaning, String scenario) {
        return step(meaning).first().in(Case.of(scenario));
    }

    /** One where the implied price gives the share price within the tolerance, or where no price ever gave it; else zero. */
    public Key isUpToDate(Meaning meaning) {
        return step(meaning).isUpToDate();
    }

    /** Net asset value less market value at the implied price. */
    public Key left(Meaning meaning) {
        return step(meaning).left();
    }

    /** The company at the price that was solved for, and at the one a step on: what both come to in the workbook. */
    public ImmutableList<NetAssets> tried(Meaning meaning) {
        return step(meaning).tried();
    }

    private Step step(Meaning meaning) {
        return requireNonNull(steps.get(meaning));
    }

    @Override
    public String toString() {
        return OneLine.of("value", net.comp().company().name(), deck.id());
    }

    /** The price of one meaning: solved for, and one step on. */
    private record Step(Key first, Key isUpToDate, Key implied, Key left, ImmutableList<NetAssets> tried) {

        static Step of(
                Meaning meaning,
                Comp comp,
                ValueCase chosen,
                ImmutableList<ScenarioValues> each,
                Comps comps,
                Calculations values) {
            Key price =
                    IMPLIED.sub(meaning.toString()).of(Subject.of(comp.company().id()));
            Key first = price.sub("first");
            Key slope = price.sub("slope");
            ValueUnit unit = chosen.decks().valueUnit(chosen.deck(comp.company().id()));
            each.forEach(one -> {
                Optional<ImpliedPrices.Solved> solved = one.implied(comp, meaning);
                values.building().computed(first.in(one.in()), value(solved, ImpliedPrices.Solved::price), unit, HOW);
                values.building()
                        .computed(
                                slope.in(one.in()),
                                value(solved, ImpliedPrices.Solved::slope),
                                NetAssets.MONEY.over(unit),
                                HOW);
            });
            Key from = values.as(
                    first.in(Scenarios.CHOSEN), () -> chosen.scenarios().picked(first));
            Key by = values.as(
                    slope.in(Scenarios.CHOSEN), () -> chosen.scenarios().picked(slope));
            NetAssets atFirst = NetAssets.at(from, meaning, meaning + ", first", comp, comps, chosen, values);
            Key second = values.as(
                    price.sub("second").in(Scenarios.CHOSEN),
                    () -> from.plus(atFirst.marketValue().minus(atFirst.nav()).over(by)));
            NetAssets atSecond = NetAssets.at(second, meaning, meaning + ", second", comp, comps, chosen, values);
            Key left = values.as(
                    price.sub("left").in(Scenarios.CHOSEN), () -> atSecond.nav().minus(atSecond.marketValue()));
            Key implied = values.as(
                    price.in(Scenarios.CHOSEN),
                    () -> atSecond.marketValue()
                            .over(ValueCase.TOLERANCE)
                            .isAtLeast(left.magnitude())
                            .then(second, text(OUT_OF_DATE)));
            Key isUpToDate = values.as(
                    price.sub("up to date").in(Scenarios.CHOSEN),
                    () -> from.isKnown().then(implied.isKnown().then(ONE, ZERO), ONE));
            return new Step(first, isUpToDate, implied, left, ImmutableList.of(atFirst, atSecond));
        }

        private static Value value(
                Optional<ImpliedPrices.Solved> solved, ToDoubleFunction<ImpliedPrices.Solved> number) {
            return solved.map(one -> Value.of(number.applyAsDouble(one)))
                    .orElseGet(() -> Value.missing("no price gives the share price"));
        }
    }
}
