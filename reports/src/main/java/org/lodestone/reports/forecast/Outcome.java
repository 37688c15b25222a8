package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
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

    /**
     * A number that decides a conclusion, or one that goes with it.
     *
     * @param outlook what a published outlook has for it
     */
    public record Headline(String name, String unit, Shown shown, Key key, Optional<Key> outlook) {

        boolean isShare() {
            return shown == Shown.PERCENT;
        }
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

    /** What could replace the largest holder of a balance's supply. */
    public Optional<Replacement> replacement(Balance balance) {
        return replacements.stream()
                .filter(replacement ->
                        replacement.supply().measure().equals(balance.supply().measure()))
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
        return headlines(supply -> Optional.empty());
    }

    /** The numbers by which scenarios are compared, with what an outlook has for them. */
    ImmutableList<Headline> headlines(Function<SupplyForecast, Optional<Beside>> outlook) {
        ImmutableList.Builder<Headline> headlines = ImmutableList.builder();
        supplies.forEach(supply -> headlines.addAll(headlines(supply, outlook.apply(supply))));
        balances.forEach(balance -> headlines.addAll(headlines(balance)));
        for (Conclusion conclusion : conclusions) {
            conclusion.place().filter(place -> isFirstOn(conclusion)).ifPresent(place -> {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                Period end = supply.horizon();
                headlines.add(new Headline(
                        place + ", share of "
                                + Words.inSentence(supply.measure().name()) + " " + end,
                        "%",
                        Shown.PERCENT,
                        supply.share(place, end),
                        outlook.apply(supply).flatMap(beside -> beside.share(place, end))));
            });
        }
        for (Replacement replacement : replacements) {
            SupplyForecast supply = replacement.supply();
            Period end = supply.horizon();
            headlines.add(new Headline(
                    "Replaceable of " + replacement.holder() + " in " + end + ", "
                            + Words.inSentence(supply.measure().name()),
                    "%",
                    Shown.PERCENT,
                    replacement.ratio(end),
                    Optional.of(replacement.outlookRatio(end))
                            .filter(key -> replacement.outlooks().contains(end))));
        }
        return headlines.build();
    }

    /** Whether no earlier conclusion is about the same share. */
    private boolean isFirstOn(Conclusion conclusion) {
        return conclusions.stream()
                .filter(other -> other.place().isPresent())
                .filter(other -> decisive(other).equals(decisive(conclusion)))
                .findFirst()
                .equals(Optional.of(conclusion));
    }

    private static List<Headline> headlines(SupplyForecast supply, Optional<Beside> beside) {
        String name = supply.measure().name();
        Period end = supply.horizon();
        return List.of(
                new Headline(
                        name + " " + end,
                        supply.measure().unit().toString(),
                        shown(supply),
                        supply.total(end),
                        beside.filter(Beside::isSameMeasure).flatMap(one -> one.total(end))),
                new Headline(
                        name + ", average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        supply.averageGrowth(),
                        beside.flatMap(Beside::growth)));
    }

    private List<Headline> headlines(Balance balance) {
        Period end = balance.horizon();
        String of = balances.size() == 1 ? "" : " of " + balance.rule().material();
        return List.of(
                amount("Demand" + of + " " + end, balance, balance.demand(end)),
                amount("Balance" + of + " " + end + " before secondary supply", balance, balance.before(end)),
                amount("Balance" + of + " " + end, balance, balance.after(end)));
    }

    private static Headline amount(String name, Balance balance, Key key) {
        return new Headline(name, balance.unit().toString(), shown(balance.unit()), key, Optional.empty());
    }

    public static Shown shown(SupplyForecast supply) {
        return shown(supply.measure().unit());
    }

    /** Tonnes are whole, kilotonnes have a decimal. */
    static Shown shown(Unit unit) {
        return unit.word().equals("t") ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }
}
