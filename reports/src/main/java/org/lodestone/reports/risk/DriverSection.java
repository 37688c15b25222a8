package org.lodestone.reports.risk;

import java.util.List;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on drivers: how far each could turn out otherwise, and how it is drawn. */
public final class DriverSection {

    private final RiskAnalysis risk;
    private final Model.Builder model = Model.builder();

    private DriverSection(RiskAnalysis risk) {
        this.risk = risk;
    }

    public static Part of(RiskAnalysis risk) {
        DriverSection section = new DriverSection(risk);
        Table table = section.table();
        return Part.of(
                Section.of(
                        "Drivers",
                        "How far each driver could turn out otherwise, and how it is drawn",
                        "Settings of what is worked out in Java: they are changed in the dataset, not here",
                        List.of(table)),
                section.model.build());
    }

    private Table table() {
        return Table.of("The drivers and their ranges", risk.drivers())
                .label("Driver", driver -> risk.premise(driver).words())
                .unit(driver -> risk.premise(driver).unit().toString())
                .words("Low and high are", driver -> driver.as() == Driver.As.CHANGE ? "changes" : "values")
                .value("Low", Shown.AS_IS, driver -> end(driver, "low", driver.low()))
                .value("High", Shown.AS_IS, driver -> end(driver, "high", driver.high()))
                .words("Drawn", DriverSection::drawn)
                .sources(Driver::sources)
                .prose("Why", Driver::reason)
                .note(
                        "Triangular: most likely at the value of the scenario, which lies within its range or becomes its end."
                                + " Chance: all or nothing, at the probability of the scenario. Gamma: with the value of the"
                                + " scenario as mean. Whole: any whole number of years alike. Drivers are drawn independently.")
                .build();
    }

    private static String drawn(Driver driver) {
        String word = driver.drawn() == Driver.Drawn.NOT
                ? "not drawn"
                : driver.drawn().toString();
        return driver.variation().isPresent()
                ? word + ", coefficient of variation " + driver.variation().getAsDouble()
                : word;
    }

    private Key end(Driver driver, String which, double value) {
        Key key = Term.of("risks")
                .sub(which)
                .of(Subject.of(driver.assumption()))
                .at(driver.year().orElse(Period.NONE));
        return model.computed(key, Value.of(value), "set in the dataset, for what is worked out in Java");
    }
}
