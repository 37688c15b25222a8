package org.lodestone.reports.pack;

import java.util.Locale;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.risk.Run;

/**
 * How a research pack is made, where the dataset has a forecast.
 *
 * @param scenario the scenario chosen at first
 * @param run how its simulation is run
 * @param sheets which of its sheets are seen
 */
public record PackOptions(String scenario, Run run, Sheets sheets) {

    public static final PackOptions STANDARD = new PackOptions(Scenario.BASE, Run.STANDARD, Sheets.ALL);

    /** Which sheets of a pack are seen. All are there, so that what is changed on one is followed by the others. */
    public enum Sheets {
        /** The pages and their backup. */
        ALL,
        /** The pages alone: what a client is sent. */
        CORE;

        /** The report with the sheets hidden that are not to be seen. */
        public Report of(Report report) {
            return this == CORE ? report.withBackupHidden() : report;
        }

        /** As it is typed: {@code core}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PackOptions withScenario(String name) {
        return new PackOptions(name, run, sheets);
    }

    public PackOptions withRun(Run other) {
        return new PackOptions(scenario, other, sheets);
    }

    public PackOptions withSheets(Sheets other) {
        return new PackOptions(scenario, run, other);
    }
}
