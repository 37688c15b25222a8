package org.lodestone.examples.cli;

import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;

/** The forecast that a command shows. */
final class ChosenForecast {

    private ChosenForecast() {}

    /** Throws {@link WrongUse} that says what is missing if the dataset has no forecast. */
    static ForecastStudy of(Analyses analyses) {
        Dataset dataset = analyses.dataset();
        return analyses.forecast()
                .orElseThrow(() -> new WrongUse(dataset.name() + " has no forecast: " + missing(dataset)));
    }

    private static String missing(Dataset dataset) {
        Outlook outlook = dataset.outlook();
        if (outlook.scenarios().isEmpty()) {
            return "it has no scenarios. Add its tables of scenarios, assumptions and limits.";
        }
        if (outlook.horizon().isEmpty()) {
            return "it has no limits. Add a table of them, with the last year of the forecast.";
        }
        return "what its limits are about has no figures. Add some of "
                + outlook.limits().stream().map(Limit::measure).distinct().collect(Collectors.joining(" or ")) + ".";
    }

    /** The same sections, which say in which scenario they are: a workbook says so on its cover. */
    static Part named(Part part, ForecastStudy study) {
        String scenario = "Scenario " + study.scenarios().selected() + ". ";
        return part.withSections(section -> section.withStandfirst(section.standfirst()
                .fold(Block.Sentence.Live::new, words -> new Block.Sentence.Plain(scenario + words))));
    }
}
