package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;

/** What a forecast brings to others: the choice of the scenario, its first growth and balance, and checks of the choice. */
final class ForecastFindings {

    private static final int WEIGHT = 65;
    private static final int DIGITS = 6;

    private ForecastFindings() {}

    static void add(ForecastStudy forecast, Part.Builder part, Model.Builder model) {
        part.control(new Block.Selector(
                "Scenario",
                Scenarios.SELECTOR,
                span(forecast.scenarios().names()),
                "Choose another, and the forecast follows."));
        ForecastLevers.add(forecast, part);
        keyFigures(forecast.chosen(), part);
        checks(forecast, part, model);
    }

    /** What decides the first conclusions about growth and balance, in the scenario chosen. */
    private static void keyFigures(Outcome chosen, Part.Builder part) {
        chosen.supplies().stream()
                .findFirst()
                .ifPresent(supply -> part.keyFigure(new Block.KeyFigure(
                        supply.measure().name() + ", growth a year",
                        supply.averageGrowth(),
                        Shown.PERCENT_2,
                        "from " + supply.start() + " to " + supply.horizon() + ", scenario chosen")));
        chosen.balances().stream()
                .findFirst()
                .ifPresent(balance -> part.keyFigure(new Block.KeyFigure(
                        "Balance, " + balance.unit(),
                        balance.after(balance.horizon()),
                        Shown.ONE_DECIMAL,
                        balance.horizon() + ", scenario chosen")));
    }

    /** The chosen column is the column of the scenario that is chosen, unless something is typed over that. */
    private static void checks(ForecastStudy forecast, Part.Builder part, Model.Builder model) {
        for (ForecastStudy.Comparison headline : forecast.comparison()) {
            Formula difference = headline.chosen().ref().minus(Scenarios.pick(headline.inEach()));
            part.check(Check.that(
                            model,
                            "The chosen scenario is the one of that name: " + headline.name(),
                            Levers.COUNTED
                                    .ref()
                                    .isAbove(ZERO)
                                    .or(difference.rounded(DIGITS).isEqualTo(ZERO)))
                    .withWeight(WEIGHT));
        }
    }
}
