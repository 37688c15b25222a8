package org.lodestone.reports.pack;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;

/** A dataset, and the analyses that several sections share, each worked out once. */
record Findings(
        Dataset dataset,
        ClaimCheck claims,
        Optional<ForecastStudy> forecast,
        Optional<RiskAnalysis> risk,
        Optional<ScreenStudy> screen,
        Optional<Robustness> robustness) {

    static Findings of(Dataset dataset, PackOptions options) {
        Optional<ForecastStudy> forecast = ForecastStudy.of(dataset, options.scenario());
        Optional<ScreenStudy> screen = ScreenStudy.of(dataset);
        return new Findings(
                dataset,
                ClaimCheck.of(dataset),
                forecast,
                forecast.flatMap(study -> RiskAnalysis.of(dataset, study, options.run())),
                screen,
                screen.flatMap(study -> Robustness.of(
                        study,
                        Robustness.DRAWS,
                        options.run().seed(),
                        options.run().threads())));
    }
}
