package org.lodestone.reports.comparison;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.Benefits;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.supply.Supplies;

/** One side of a comparison: a dataset with the analyses that are compared. */
public record Side(
        Supplies supplies,
        ClaimCheck claims,
        Optional<ForecastStudy> forecast,
        Optional<RiskAnalysis> risk,
        Optional<ScreenStudy> screen,
        Optional<Earnings> earnings,
        Optional<Benefits> benefits) {

    /** Break-evens need no draws. */
    private static final Run WITHOUT_DRAWS = Run.STANDARD.withDraws(1);

    /** The side of a dataset in its base scenario. Draws are not compared, so that one is enough. */
    public static Side of(Dataset dataset) {
        return of(Analyses.of(dataset, Scenario.BASE, WITHOUT_DRAWS));
    }

    /** The side of a dataset whose analyses others need as well. */
    public static Side of(Analyses analyses) {
        return new Side(
                analyses.supplies(),
                analyses.claims(),
                analyses.forecast(),
                analyses.risk(),
                analyses.screen(),
                analyses.earnings(),
                analyses.benefits());
    }

    /** The dataset of this side. */
    public Dataset dataset() {
        return supplies.dataset();
    }
}
