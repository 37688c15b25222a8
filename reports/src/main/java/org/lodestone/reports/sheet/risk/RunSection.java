package org.lodestone.reports.sheet.risk;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Unchanged;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Scenarios;

/** The section on what was simulated or solved for: its results in every scenario, and the inputs it was worked out with. */
public record RunSection(RiskAnalysis risk, Model.Builder model) {

    /** Whether every input is as it was: 1, or not available where one was changed since. */
    public static final Key INPUTS_AS_RUN =
            Term.of("runs").sub("inputs as they were").key();

    private static final Term RUN = Term.of("runs");

    /** The section, with the model it stands on. */
    public static Part of(RiskAnalysis risk) {
        return new RunSection(risk, Model.builder().include(risk.model())).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(settings());
        blocks.add(results());
        blocks.add(inputs());
        return Part.of(
                Section.of(
                                "Runs",
                                "What was simulated or solved for, and with which inputs",
                                "Brown values do not follow when an input changes: make the pack again",
                                blocks)
                        .in(Section.Group.WORKING),
                model.build());
    }

    private Table settings() {
        record Setting(String name, String part, double value) {
            Key in(Model.Builder model) {
                return model.computed(RUN.sub(part).key(), Value.of(value), ValueUnit.NUMBER, "the setting of the run");
            }
        }
        List<Setting> settings = List.of(
                new Setting("Draws in each scenario", "draws", risk.run().draws()),
                new Setting("Seed", "seed", risk.run().seed()));
        return Table.of("Settings", settings)
                .id("run")
                .label("", Setting::name)
                .value("Value", Shown.ORDINAL, one -> one.in(model))
                .build();
    }

    private Table results() {
        var table = Table.of("Results in every scenario", risk.all())
                .id("run-results")
                .label("Result", lookup -> lookup.key().toString());
        for (Scenario scenario : risk.study().scenarios().all()) {
            table.value(scenario.name(), Shown.PRECISE, lookup -> lookup.stored(Scenarios.caseOf(scenario)));
        }
        return table.note("The sheets Turns, Drivers and Simulation show those of the chosen scenario.")
                .build();
    }

    // ---------------------------------------------------------------- inputs

    private Table inputs() {
        ImmutableList<Key> inputs = risk.inputs().asList();
        model.calculation(
                INPUTS_AS_RUN,
                Unchanged.all(inputs.stream().map(risk::unchanged).toList()));
        return Table.of("Inputs the results were worked out with", inputs)
                .id("run-inputs")
                .label("Input", Key::toString)
                .value("As run", Shown.AS_IS, risk::asRun)
                .value("Unchanged", Shown.CHECK, risk::unchanged)
                .build();
    }
}
