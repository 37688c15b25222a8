package org.lodestone.reports.pack;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.risk.RiskAnalysis;

/** A dataset, and the analyses that several sections share, each worked out once. */
record Findings(Dataset dataset, ClaimCheck claims, Optional<ForecastStudy> forecast, Optional<RiskAnalysis> risk) {

    static Findings of(Dataset dataset, PackOptions options) {
        Optional<ForecastStudy> forecast = ForecastStudy.of(dataset, options.scenario());
        return new Findings(
                dataset,
                ClaimCheck.of(dataset),
                forecast,
                forecast.flatMap(study -> RiskAnalysis.of(dataset, study, options.run())));
    }
}
