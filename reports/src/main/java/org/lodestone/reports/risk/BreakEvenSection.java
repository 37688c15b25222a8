package org.lodestone.reports.risk;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;

/** The section on break-evens: the value of each driver at which each conclusion turns, in every scenario. */
public final class BreakEvenSection {

    /** A driver and a conclusion. */
    private record Pair(Driver driver, Conclusion conclusion) {}

    private final RiskAnalysis risk;
    private final Scenarios scenarios;
    private final Model.Builder model;

    private BreakEvenSection(RiskAnalysis risk) {
        this.risk = risk;
        this.scenarios = risk.study().scenarios();
        this.model = Model.builder().include(risk.model());
    }

    public static Part of(RiskAnalysis risk) {
        BreakEvenSection section = new BreakEvenSection(risk);
        Table table = section.table();
        return Part.of(
                Section.of(
                        "Break-evens",
                        "The size at which each conclusion turns",
                        "One driver at a time, everything else as in the scenario; found as a root of the forecast",
                        List.of(table)),
                section.model.build());
    }

    private Table table() {
        List<Pair> pairs = new ArrayList<>();
        for (Conclusion conclusion : risk.conclusions()) {
            risk.searched().forEach(driver -> pairs.add(new Pair(driver, conclusion)));
        }
        var table = Table.of("Where each conclusion turns", pairs)
                .label("Conclusion", pair -> pair.conclusion().statement())
                .words("Driver", pair -> premise(pair).words())
                .unit(pair -> premise(pair).unit().toString())
                .column("Driver now", Column.Role.VALUE, pair -> new Cell.Of(now(pair), Shown.AS_IS))
                .value(
                        "Turns at: chosen",
                        Shown.TWO_DECIMALS,
                        pair -> lookup(pair).chosen());
        for (Scenario scenario : scenarios.all()) {
            table.value(
                    scenario.name(), Shown.TWO_DECIMALS, pair -> lookup(pair).in(Scenarios.caseOf(scenario)));
        }
        return table.value("Searched within ±", Shown.AS_IS, this::search)
                .note(
                        "None: it does not turn within that distance of the present value; a share is not looked for below"
                                + " zero. No effect: what decides the conclusion does not follow this driver at all. The"
                                + " nearest is shown where there are several.")
                .build();
    }

    private Premise premise(Pair pair) {
        return risk.premise(pair.driver());
    }

    private Lookup lookup(Pair pair) {
        return risk.breakEven(pair.driver(), pair.conclusion());
    }

    private Key search(Pair pair) {
        String subject = pair.driver().assumption() + ", " + pair.conclusion().id();
        return model.computed(
                Term.of("risks").sub("searched within").of(Subject.of(subject)).at(when(pair)),
                Value.of(pair.driver().search().orElseThrow()),
                "set in the dataset, for what is worked out in Java");
    }

    private Key now(Pair pair) {
        String subject = pair.driver().assumption() + ", " + pair.conclusion().id();
        return model.calculation(
                Term.of("risks").sub("driver now").of(Subject.of(subject)).at(when(pair)),
                scenarios.key(premise(pair), Scenarios.CHOSEN).ref());
    }

    private static Period when(Pair pair) {
        return pair.driver().year().orElse(Period.NONE);
    }
}
