package org.lodestone.reports.sheet.forecast;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.report.Table;

/** The project lines that a forecast does not count, and why. */
public final class Untracked {

    private Untracked() {}

    static Table table(Dataset dataset, ForecastStudy study) {
        return Table.of("Lines at these stages that the forecast does not count", study.untracked())
                .id("lines-not-counted")
                .label(
                        "Project, operator and place",
                        line -> line.project() + "\n" + line.operator() + ", " + line.place())
                .words("Stage", Project::stage)
                .words("Status", line -> line.status().toString())
                .prose("Why it is not counted", line -> whyNot(dataset, study, line))
                .sources(line -> line.citation().sources())
                .note(
                        "Not guessed: where no source gives a capacity that can be added to the measure, none is put in. What"
                                + " runs today is in the figures the forecast starts from.")
                .build();
    }

    /** The reason that the pipeline gives, or else what the line lacks. */
    public static String whyNot(Dataset dataset, ForecastStudy study, Project line) {
        return dataset.outlook().pipeline().stream()
                .filter(planned -> planned.project().equals(line.id()))
                .findFirst()
                .map(PipelineLine::note)
                .orElseGet(() -> lacks(study, line));
    }

    private static String lacks(ForecastStudy study, Project line) {
        boolean runs =
                switch (line.status()) {
                    case OPERATING, RAMPING -> true;
                    default -> false;
                };
        if (runs) {
            return "It runs: what it makes is in the figures the forecast starts from.";
        }
        Optional<Unit> unit = line.unit();
        if (line.capacity().isEmpty() || unit.isEmpty()) {
            return "No capacity is stated.";
        }
        Optional<String> basis = study.chosen().supplies().stream()
                .map(SupplyForecast::measure)
                .filter(measure -> measure.stage().equals(line.stage()))
                .map(measure -> measure.unit().basis())
                .findFirst();
        return basis.filter(wanted -> line.capacityOn(wanted).isEmpty())
                .map(wanted -> "Its capacity is stated in " + unit.get() + ", not in " + wanted + ".")
                .orElse("It is not in the pipeline of the dataset.");
    }
}
