package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.HUNDRED;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Premise;

/**
 * Everything that is forecast in one scenario.
 */
public final class Outcome extends OutcomeKeys {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final Model model;

    Outcome(OutcomeKeys keys, Model model) {
        super(keys.in(), keys.supplies(), keys.balances(), keys.replacements(), keys.conclusions(), keys.bases());
        this.model = model;
    }

    /** A number that decides a conclusion, or one that goes with it. */
    public record Headline(String name, String unit, Shown shown, Key key) {

        @Override
        public String toString() {
            return OneLine.of(name, unit);
        }
    }

    /** The supply that could replace the largest holder of a balance's supply. */
    public Optional<Replacement> replacement(Balance balance) {
        return replacements().stream()
                .filter(replacement ->
                        replacement.supply().measure().equals(balance.supply().measure()))
                .findFirst();
    }

    /**
     * The value of an assumption that no scenario sets: of a share of secondary supply in percent, the one that follows from the
     * first year. Empty for any other.
     */
    public Optional<Formula> whereNotSet(Premise premise) {
        return balances().stream()
                .filter(balance -> balance.rule().secondaryShare().equals(premise.id()))
                .filter(balance -> premise.unit().scale().compareTo(PERCENT) == 0)
                .findFirst()
                .map(balance -> balance.secondaryShare(balance.horizon()).ref().times(HUNDRED));
    }

    /** The numbers by which scenarios are compared. */
    public ImmutableList<Headline> headlines() {
        ImmutableList.Builder<Headline> headlines = ImmutableList.builder();
        supplies().forEach(supply -> headlines.addAll(headlines(supply)));
        balances().forEach(balance -> headlines.addAll(headlines(balance)));
        for (Conclusion conclusion : conclusions()) {
            conclusion.place().filter(place -> isFirstOn(conclusion)).ifPresent(place -> {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                Period end = supply.horizon();
                headlines.add(new Headline(
                        place + ", share of "
                                + Words.inSentence(supply.measure().name()) + " " + end,
                        "%",
                        Shown.PERCENT,
                        supply.share(place, end)));
            });
        }
        for (Replacement replacement : replacements()) {
            SupplyForecast supply = replacement.supply();
            Period end = supply.horizon();
            headlines.add(new Headline(
                    "Replaceable share of " + replacement.holder() + " in " + end + ", "
                            + Words.inSentence(supply.measure().name()),
                    "%",
                    Shown.PERCENT,
                    replacement.ratio(end)));
        }
        return headlines.build();
    }

    /** Whether no earlier conclusion is about the same share. */
    private boolean isFirstOn(Conclusion conclusion) {
        return conclusions().stream()
                .filter(other -> other.place().isPresent())
                .filter(other -> decisive(other).equals(decisive(conclusion)))
                .findFirst()
                .equals(Optional.of(conclusion));
    }

    private static List<Headline> headlines(SupplyForecast supply) {
        String name = supply.measure().name();
        Period end = supply.horizon();
        return List.of(
                new Headline(name + " " + end, supply.measure().unit().toString(), shown(supply), supply.total(end)),
                new Headline(
                        name + ", average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        supply.averageGrowth()));
    }

    private List<Headline> headlines(Balance balance) {
        Period end = balance.horizon();
        String of = balances().size() == 1 ? "" : " of " + balance.rule().material();
        return List.of(
                amount("Demand" + of + " " + end, balance, balance.demand(end)),
                amount("Balance" + of + " " + end + " before scrap and stocks", balance, balance.before(end)),
                amount("Balance" + of + " " + end, balance, balance.after(end)));
    }

    private static Headline amount(String name, Balance balance, Key key) {
        return new Headline(name, balance.unit().toString(), Shown.of(balance.unit()), key);
    }

    /** The form in which amounts of a supply are shown, which its unit decides. */
    public static Shown shown(SupplyForecast supply) {
        return Shown.of(supply.measure().unit());
    }

    /** The model that defines the keys. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(
                in(),
                OneLine.count(supplies(), "supply"),
                OneLine.count(balances(), "balance"),
                OneLine.count(conclusions(), "conclusion"));
    }
}
