package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Scenarios;

/**
 * Everything that is forecast in one scenario.
 *
 * @param supplies by measure, in the order of the dataset
 * @param balances of the measures that meet demand
 * @param model all of it
 */
public record Outcome(
        Case in,
        ImmutableList<SupplyForecast> supplies,
        ImmutableList<Balance> balances,
        ImmutableList<Replacement> replacements,
        ImmutableList<Conclusion> conclusions,
        Model model) {

    /** A number that decides a conclusion, or one that goes with it. */
    public record Headline(String name, String unit, Shown shown, Key key) {}

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

    /** The numbers by which scenarios are compared. */
    public ImmutableList<Headline> headlines() {
        ImmutableList.Builder<Headline> headlines = ImmutableList.builder();
        for (SupplyForecast supply : supplies) {
            String name = supply.measure().name();
            String unit = supply.measure().unit().toString();
            Shown amount = shown(supply);
            headlines.add(new Headline(name + " " + supply.horizon(), unit, amount, supply.total(supply.horizon())));
            headlines.add(new Headline(
                    name + ", average growth from " + supply.start(), "%", Shown.PERCENT_2, supply.averageGrowth()));
        }
        for (Balance balance : balances) {
            String unit = balance.unit().toString();
            headlines.add(new Headline(
                    "Demand " + balance.horizon(), unit, Shown.ONE_DECIMAL, balance.demand(balance.horizon())));
            headlines.add(new Headline(
                    "Balance " + balance.horizon() + " before secondary supply",
                    unit,
                    Shown.ONE_DECIMAL,
                    balance.before(balance.horizon())));
            headlines.add(new Headline(
                    "Balance " + balance.horizon(), unit, Shown.ONE_DECIMAL, balance.after(balance.horizon())));
        }
        for (Conclusion conclusion : conclusions) {
            if (conclusion.kind() == Conclusion.Kind.SHARE_AT_LEAST) {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                headlines.add(new Headline(
                        conclusion.place().orElseThrow() + ", share of "
                                + Words.inSentence(supply.measure().name())
                                + " " + supply.horizon(),
                        "%",
                        Shown.PERCENT,
                        decisive(conclusion)));
            }
        }
        for (Replacement replacement : replacements) {
            SupplyForecast supply = replacement.supply();
            headlines.add(new Headline(
                    "Replaceable of " + replacement.holder() + " in " + supply.horizon() + ", "
                            + Words.inSentence(supply.measure().name()),
                    "%",
                    Shown.PERCENT,
                    replacement.ratio(supply.horizon())));
        }
        return headlines.build();
    }

    /** Tonnes are whole, kilotonnes have a decimal. */
    public static Shown shown(SupplyForecast supply) {
        return supply.measure().unit().word().equals("t") ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }
}
