package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.scenario.Scenarios;

/** The keys of the conclusions of a forecast in one scenario, and what decides each. {@link Outcome} is these over a model */
class OutcomeKeys {

    private final Case in;
    private final ImmutableList<SupplyForecast> supplies;
    private final ImmutableList<Balance> balances;
    private final ImmutableList<Replacement> replacements;
    private final ImmutableList<Conclusion> conclusions;

    OutcomeKeys(
            Case in,
            ImmutableList<SupplyForecast> supplies,
            ImmutableList<Balance> balances,
            ImmutableList<Replacement> replacements,
            ImmutableList<Conclusion> conclusions) {
        this.in = in;
        this.supplies = supplies;
        this.balances = balances;
        this.replacements = replacements;
        this.conclusions = conclusions;
    }

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

    public ImmutableList<Replacement> replacements() {
        return replacements;
    }

    public ImmutableList<Conclusion> conclusions() {
        return conclusions;
    }

    public Optional<SupplyForecast> supply(String measure) {
        return supplies.stream()
                .filter(supply -> supply.measure().id().equals(measure))
                .findFirst();
    }

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

    /** The conclusion's threshold, on the scale of its decisive number. */
    public Formula threshold(Conclusion conclusion, Scenarios scenarios) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW, SHARE_AT_LEAST -> scenarios.number(conclusion.threshold(), in);
            case BALANCE_BELOW ->
                scenarios.amount(
                        conclusion.threshold(),
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
}
