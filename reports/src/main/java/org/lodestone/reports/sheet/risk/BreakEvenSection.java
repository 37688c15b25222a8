package org.lodestone.reports.sheet.risk;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.RiskAnalysis.DrivenConclusion;
import org.lodestone.reports.scenario.Scenarios;

/** The section on the pairs of a driver and a conclusion that turn in no scenario. */
public final class BreakEvenSection {

    private BreakEvenSection() {}

    /** Empty where every driver turns every conclusion in the first scenario. */
    public static Optional<Part> of(RiskAnalysis risk) {
        ImmutableList<DrivenConclusion> none = risk.notTurningFirst();
        Model.Builder model = Model.builder().include(risk.model());
        return none.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of(section(risk, none, new DriverValues(risk, model)), model.build()));
    }

    private static Section section(RiskAnalysis risk, List<DrivenConclusion> none, DriverValues values) {
        var table = Table.of("Conclusions that do not turn in " + first(risk), none)
                .id("no-break-even")
                .label("Conclusion", pair -> pair.conclusion().statement())
                .words("Driver", pair -> risk.name(pair.drivers()))
                .unit(pair -> risk.premise(pair.drivers().get(0)).unit().toString())
                .value("Driver now", pair -> values.shownNow(pair.drivers()), pair -> values.now(pair.drivers()));
        for (Scenario scenario : risk.study().scenarios().all()) {
            table.value(
                    scenario.name(),
                    pair -> values.shown(pair.drivers().get(0)),
                    pair -> risk.breakEven(pair.drivers(), pair.conclusion()).in(Scenarios.caseOf(scenario)));
        }
        table.note(
                "None: it does not turn within the distance of the present value that was searched, which is listed on"
                        + " Drivers; a share is not looked for below zero, nor more lost than there is. No effect: what decides the conclusion does not"
                        + " follow this driver at all.");
        return Section.of(
                "Break-evens",
                "Drivers that do not turn a conclusion in " + first(risk),
                "One driver at a time, or those of a risk at one value, everything else as in the scenario; those that turn one there: see Turns",
                List.of(table.build()));
    }

    private static String first(RiskAnalysis risk) {
        return risk.study().scenarios().all().get(0).name();
    }
}
