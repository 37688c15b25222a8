package org.lodestone.reports.internal.risk;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.trueMinus;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.reports.forecast.GrowthBase;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.risk.Lookup;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;

/** How conclusions, and what turns them, read. */
public final class Turning {

    private Turning() {}

    /** The name of the number that decides a conclusion: {@code Average growth of mine production}. */
    public static String decidedBy(RiskAnalysis risk, Conclusion conclusion) {
        Outcome chosen = risk.study().chosen();
        String measure = Words.inSentence(
                chosen.supply(conclusion.measure()).orElseThrow().measure().name());
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> "Average growth of " + measure;
            case BALANCE_BELOW ->
                chosen.balances().size() == 1
                        ? "Balance in " + chosen.balances().get(0).horizon()
                        : "Balance of " + measure;
            case SHARE_AT_LEAST -> "Share for “" + conclusion.statement() + "”";
        };
    }

    /**
     * Whether a conclusion holds in the chosen scenario, by how much, and in what share of draws: {@code Supply slows in the
     * scenario Base: 3.13% against 4.75%. It holds in 93%}.
     */
    public static Formula finding(RiskAnalysis risk, Conclusion conclusion) {
        return sentence(
                text(conclusion.statement()),
                holds(risk, conclusion),
                text(" the scenario "),
                Scenarios.IN_FORCE.ref(),
                text(": "),
                measured(risk, conclusion),
                text(". It holds in "),
                percent(risk.holds(conclusion).chosen().ref(), 0));
    }

    /** Words between a statement and the scenario. */
    private static Formula holds(RiskAnalysis risk, Conclusion conclusion) {
        Outcome chosen = risk.study().chosen();
        Formula known = chosen.decisive(conclusion)
                .ref()
                .minus(chosen.threshold(conclusion))
                .isKnown();
        return known.then(chosen.holds(conclusion).ref().then(text(" in"), text(": not in")), text(": not known in"));
    }

    /** The growths that growth to come is judged against: {@code 4.75% in 2024 (MCS 2025) and 1.38% in 2025 (MCS 2026)}. */
    public static Formula bases(Outcome chosen, Conclusion conclusion) {
        return bases(chosen, conclusion, GrowthBase::name);
    }

    /** The same without where they are from: {@code 4.75% in 2024 and 1.38% in 2025}. */
    public static Formula basesInBrief(Outcome chosen, Conclusion conclusion) {
        return bases(chosen, conclusion, GrowthBase::years);
    }

    private static Formula bases(Outcome chosen, Conclusion conclusion, Function<GrowthBase, String> words) {
        List<GrowthBase> bases = chosen.bases(conclusion);
        List<Formula> parts = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            String before = i == 0 ? "" : i == bases.size() - 1 ? " and " : ", ";
            parts.add(text(before));
            Formula growth = bases.get(i).growth().ref();
            parts.add(growth.isKnown().then(percent(growth, 2), text(Value.NOT_AVAILABLE)));
            parts.add(text(" " + words.apply(bases.get(i))));
        }
        return sentence(parts.toArray(Formula[]::new));
    }

    /** How the number that decides a conclusion is shown. */
    public static Shown format(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> Shown.PERCENT_2;
            case BALANCE_BELOW -> Shown.ONE_DECIMAL;
            case SHARE_AT_LEAST -> Shown.PERCENT;
        };
    }

    /** How a change of that number is shown. */
    public static Shown change(Conclusion conclusion) {
        return conclusion.kind() == Conclusion.Kind.BALANCE_BELOW ? Shown.ONE_DECIMAL : Shown.PERCENT_2;
    }

    /** A decisive number as text for a sentence. */
    public static Formula shown(Conclusion conclusion, Formula number) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> percent(number, 2);
            case BALANCE_BELOW -> trueMinus(number, 1);
            case SHARE_AT_LEAST -> percent(number, 1);
        };
    }

    /** A decisive number beside its threshold: {@code 3.13% against 4.75%}. */
    private static Formula measured(RiskAnalysis risk, Conclusion conclusion) {
        Outcome chosen = risk.study().chosen();
        String unit = chosen.balance(conclusion.measure())
                .filter(balance -> conclusion.kind() == Conclusion.Kind.BALANCE_BELOW)
                .map(balance -> " " + balance.unit())
                .orElse("");
        return sentence(
                shown(conclusion, chosen.decisive(conclusion).ref()),
                text(" against "),
                shown(conclusion, chosen.threshold(conclusion)),
                text(unit));
    }

    /**
     * The changes that would turn a conclusion: each driver that can turn it, with the value at which it does.
     *
     * <p>A live text for the chosen scenario. Drivers that turn it in no scenario are left out.
     */
    public static Formula wouldTurn(RiskAnalysis risk, Conclusion conclusion) {
        List<Formula> parts = new ArrayList<>();
        for (Driver driver : risk.searched()) {
            Lookup lookup = risk.breakEven(driver, conclusion);
            boolean turns = lookup.inEach().stream()
                    .anyMatch(key -> risk.model().value(key).number().isPresent());
            if (turns) {
                parts.add(text(parts.isEmpty() ? "" : "; "));
                parts.add(at(risk, driver, lookup));
            }
        }
        return parts.isEmpty()
                ? text("no driver turns it within the ranges searched")
                : sentence(parts.toArray(Formula[]::new));
    }

    private static String range(Driver driver) {
        return BigDecimal.valueOf(driver.search().orElseThrow())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Formula at(RiskAnalysis risk, Driver driver, Lookup lookup) {
        Premise premise = risk.premise(driver);
        Formula value = lookup.chosen().ref();
        Formula now = risk.study().scenarios().key(premise, Scenarios.CHOSEN).ref();
        String unit = " " + premise.unit();
        return sentence(
                text(Words.inSentence(premise.words()) + " "),
                value.isKnown()
                        .then(
                                sentence(
                                        text("at "),
                                        shown(driver, premise, value),
                                        text(unit + " (now "),
                                        now.isKnown().then(shown(driver, premise, now), text("as it follows")),
                                        text(")")),
                                text("at nothing within ± " + range(driver) + unit)));
    }

    private static Formula shown(Driver driver, Premise premise, Formula value) {
        if (premise.unit().dimension() == Dimension.TIME) {
            return value; // years are whole
        }
        return value.fixed(driver.high() - driver.low() > 1000 ? 0 : 2);
    }
}
