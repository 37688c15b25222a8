package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.Pace;
import org.lodestone.reports.scenario.Scenarios;

/** The keys of the conclusions of a forecast in one scenario, and what decides each. {@link Outcome} gives them their values. */
class OutcomeKeys {

    private final Case in;
    private final ImmutableList<SupplyForecast> supplies;
    private final ImmutableList<Balance> balances;
    private final ImmutableList<Replacement> replacements;
    private final ImmutableList<Conclusion> conclusions;
    private final ImmutableListMultimap<String, GrowthBase> bases;

    OutcomeKeys(
            Case in,
            ImmutableList<SupplyForecast> supplies,
            ImmutableList<Balance> balances,
            ImmutableList<Replacement> replacements,
            ImmutableList<Conclusion> conclusions,
            ImmutableListMultimap<String, GrowthBase> bases) {
        this.in = in;
        this.supplies = supplies;
        this.balances = balances;
        this.replacements = replacements;
        this.conclusions = conclusions;
        this.bases = bases;
    }

    /** The scenario, or the one chosen. */
    public Case in() {
        return in;
    }

    /** The supply to come of each measure, in the order of the dataset. */
    public ImmutableList<SupplyForecast> supplies() {
        return supplies;
    }

    /** The balances of the measures that meet demand. */
    public ImmutableList<Balance> balances() {
        return balances;
    }

    /** How soon the largest country could be replaced, in each supply that meets a demand and has limits by country. */
    public ImmutableList<Replacement> replacements() {
        return replacements;
    }

    /** The dataset's conclusions on the forecast, each decided by one number. */
    public ImmutableList<Conclusion> conclusions() {
        return conclusions;
    }

    /** The supply to come of a measure, by its id; empty where none is forecast. */
    public Optional<SupplyForecast> supply(String measure) {
        return supplies.stream()
                .filter(supply -> supply.measure().id().equals(measure))
                .findFirst();
    }

    /** The balance of supply and demand of a measure, by its id; empty where it meets no demand. */
    public Optional<Balance> balance(String measure) {
        return balances.stream()
                .filter(balance -> balance.rule().measure().equals(measure))
                .findFirst();
    }

    /** Whether a conclusion holds. */
    public Key holds(Conclusion conclusion) {
        return Term.of("conclusion").of(Subject.of(conclusion.id())).in(in);
    }

    /** The number that decides a conclusion: an average growth, a balance or a share. */
    public Key decisive(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> supply(conclusion.measure()).orElseThrow().averageGrowth();
            case BALANCE_BELOW -> {
                Balance balance = balance(conclusion.measure()).orElseThrow();
                yield balance.after(balance.horizon());
            }
            case SHARE_AT_LEAST -> {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                yield supply.share(conclusion.place().orElseThrow(), supply.horizon());
            }
        };
    }

    /** Known growth against which growth to come is judged, by measure. */
    ImmutableListMultimap<String, GrowthBase> bases() {
        return bases;
    }

    /** Known growth against which the growth that decides a conclusion is judged; none where it has a threshold of its own. */
    public ImmutableList<GrowthBase> bases(Conclusion conclusion) {
        return conclusion.threshold().isPresent() ? ImmutableList.of() : bases.get(conclusion.measure());
    }

    /** How growth to come compares with all of these, in words: it slows against all, recovers against all, is as fast, or depends on the base. */
    public Key pace(Conclusion conclusion) {
        return Term.of("conclusion").sub("pace").of(Subject.of(conclusion.id())).in(in);
    }

    /** The conclusion's threshold, on the scale of its decisive number: of several bases the first. */
    public Formula threshold(Conclusion conclusion, Scenarios scenarios) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW, SHARE_AT_LEAST ->
                conclusion
                        .threshold()
                        .map(id -> scenarios.number(id, in))
                        .orElseGet(() -> bases(conclusion).get(0).growth().ref());
            case BALANCE_BELOW ->
                scenarios.amount(
                        conclusion.threshold().orElseThrow(),
                        balance(conclusion.measure()).orElseThrow().unit(),
                        in);
        };
    }

    /** Whether the decisive number makes a conclusion hold. */
    Formula decided(Conclusion conclusion, Scenarios scenarios) {
        Formula number = decisive(conclusion).ref();
        Formula threshold = threshold(conclusion, scenarios);
        return conclusion.kind() == Conclusion.Kind.SHARE_AT_LEAST
                ? number.isAtLeast(threshold)
                : threshold.isAbove(number);
    }

    /** Adds how much slower or faster than each base supply is to grow, and what that makes of all. */
    void addPace(Conclusion conclusion, Model.Builder model) {
        Formula same = model.definition(
                        Term.of("definition").of(Subject.of("SameGrowth")),
                        "SameGrowth",
                        0.0025,
                        "Growth rates a quarter of a percentage point apart, or less, count as the same")
                .ref();
        Formula growth = decisive(conclusion).ref();
        List<Key> slower = new ArrayList<>();
        List<Key> faster = new ArrayList<>();
        List<Key> known = new ArrayList<>();
        for (GrowthBase base : bases(conclusion)) {
            Formula than = base.growth().ref();
            Key of = pace(conclusion).sub(base.name());
            known.add(base.growth());
            slower.add(model.calculation(
                    of.sub("slower"), than.minus(growth).isAbove(same).then(ONE, ZERO)));
            faster.add(model.calculation(
                    of.sub("faster"), growth.minus(than).isAbove(same).then(ONE, ZERO)));
        }
        Formula all = Formula.countOfKnown(span(known));
        Formula slow = Formula.sumOfKnown(span(slower)).orElse(ZERO);
        Formula fast = Formula.sumOfKnown(span(faster)).orElse(ZERO);
        Formula compared = slow.isEqualTo(all)
                .then(
                        text(Pace.SLOWS.toString()),
                        fast.isEqualTo(all)
                                .then(
                                        text(Pace.RECOVERS.toString()),
                                        slow.plus(fast)
                                                .isEqualTo(ZERO)
                                                .then(text(Pace.SAME.toString()), text(Pace.DEPENDS.toString()))));
        Formula told = Formula.sum(span(known)).isKnown().then(compared, text(Pace.NOT_KNOWN));
        model.calculation(pace(conclusion), growth.isKnown().then(told, text(Pace.NOT_KNOWN)));
    }
}
