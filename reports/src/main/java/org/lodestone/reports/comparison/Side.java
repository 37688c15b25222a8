package org.lodestone.reports.comparison;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.ScreenStudy;

/** One side of a comparison: a dataset with the analyses that are compared. */
public record Side(
        Dataset dataset,
        ClaimCheck claims,
        Optional<ForecastStudy> forecast,
        Optional<RiskAnalysis> risk,
        Optional<ScreenStudy> screen,
        Optional<Earnings> earnings) {

    /** Break-evens need no draws. */
    private static final Run WITHOUT_DRAWS = Run.STANDARD.withDraws(1);

    public static Side of(Dataset dataset) {
        Optional<ForecastStudy> forecast = ForecastStudy.of(dataset);
        return new Side(
                dataset,
                ClaimCheck.of(dataset),
                forecast,
                forecast.flatMap(study -> RiskAnalysis.of(dataset, study, WITHOUT_DRAWS)),
                ScreenStudy.of(dataset),
                Earnings.of(dataset));
    }
}
