package org.lodestone.reports.sheet.risk;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.trueMinus;
import static org.lodestone.reports.report.Wording.words;

import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Outcome.GrowthBase;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;

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
            case BALANCE_CHANGE ->
                "Balance in " + chosen.balance(conclusion).orElseThrow().horizon() + " less that of "
                        + chosen.balance(conclusion).orElseThrow().start();
            case REPLACED_BELOW -> "Replaceable share";
            case SHARE_AT_LEAST -> "Share for “" + conclusion.statement() + "”";
        };
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
        return Wording.listed(chosen.bases(conclusion).stream()
                .map(base -> words().with("growth", base.growth())
                        .with("years", words.apply(base))
                        .clause("[{growth:0.00%}|an unknown rate] {years}"))
                .toList());
    }

    /** A ratio as it is drawn, in points. */
    public static Key inPoints(Key ratio, Model.Builder model) {
        return model.calculation(ratio.sub("in points"), ratio.times(Definitions.HUNDRED));
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
            case BALANCE_CHANGE -> Definitions.signedPercent(number, 1);
            case REPLACED_BELOW, SHARE_AT_LEAST -> percent(number, 1);
        };
    }
}
