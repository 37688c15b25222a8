package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetChange;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.excel.PackChanges;
import org.lodestone.excel.PackChanges.Edit;
import org.lodestone.excel.PackChanges.Kind;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.scenario.TypedScenario;

/** Makes a scenario of the assumptions that were typed over in a pack, and tells of all else that was changed there. */
final class ScenarioImport {

    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final DatasetName into;
    private final Dataset dataset;
    private final PackChanges pack;
    private final String file;

    /** Reads the dataset and the pack. */
    ScenarioImport(Terminal terminal, DatasetName into, Path file) {
        this.terminal = terminal;
        this.into = into;
        this.dataset = into.read().orElseThrow();
        this.file = String.valueOf(file.getFileName());
        try {
            this.pack = Workbooks.read(file);
        } catch (IOException e) {
            throw new WrongUse(String.valueOf(e.getMessage()), e);
        }
    }

    int run(String name, boolean dryRun) throws IOException {
        requireSameDataset();
        requireNew(name);
        Scenarios scenarios = ForecastStudy.of(dataset, chosen())
                .orElseThrow(() -> new WrongUse("The dataset '" + dataset.name()
                        + "' has no forecast, so that a scenario would change nothing."))
                .scenarios();
        TypedScenario typed = WrongUse.unlessRefused("", () -> scenarios.typed(name, assumptions()));
        TypedWeights weights = TypedWeights.of(dataset, pack);
        told(typed, scenarios, weights).forEach(this::print);
        boolean makesScenario = !typed.taken().isEmpty();
        if (!makesScenario && weights.isEmpty()) {
            print("Nothing was written: no assumption of the scenario that is chosen in the pack, '"
                    + scenarios.selected() + "', was changed, so that there is nothing to make '" + name + "' of.");
            return Lodestone.NOTHING_NEW;
        }
        if (!makesScenario) {
            print("No assumption was changed, so that '" + name + "' is not made: weights hold in every scenario.");
        }
        DatasetChange change = Datasets.change(
                into.requireFolder(), makesScenario ? rows(typed) : ImmutableList.of(), weights.byCriterion());
        if (!change.problems().isEmpty()) {
            throw new DataException(change.problems().stream()
                    .map(problem -> change.row(problem)
                            .flatMap(row -> edit(row, typed))
                            .map(edit -> new Problem(file + ", " + edit.cell(), 0, problem.column(), problem.message()))
                            .orElse(problem))
                    .collect(toImmutableList()));
        }
        write(change, weights, dryRun);
        return Lodestone.FINE;
    }

    private void print(String line) {
        terminal.say(Terminal.visible(line));
    }

    /** The edit in the pack that became a row of an assumption. */
    private Optional<Edit> edit(TableRow row, TypedScenario typed) {
        return typed.typedAs().entrySet().stream()
                .filter(one -> DatasetTables.ASSUMPTIONS.row(one.getKey()).equals(row))
                .flatMap(one -> pack.edits().stream().filter(edit -> edit.key().equals(one.getValue())))
                .findFirst();
    }

    private static ImmutableList<TableRow> rows(TypedScenario typed) {
        ImmutableList.Builder<TableRow> rows = ImmutableList.builder();
        rows.add(DatasetTables.SCENARIOS.row(typed.scenario()));
        typed.assumptions().forEach(assumption -> rows.add(DatasetTables.ASSUMPTIONS.row(assumption)));
        return rows.build();
    }

    private void write(DatasetChange change, TypedWeights weights, boolean dryRun) throws IOException {
        if (dryRun) {
            print("Dry run, nothing was written. It would change " + String.join(", ", change.files()) + ".");
        } else {
            change.write();
            List<String> what = new ArrayList<>();
            if (!change.added().isEmpty()) {
                what.add(OneLine.count(change.added().size() - 1, "assumption"));
            }
            if (!weights.isEmpty()) {
                what.add(OneLine.count(weights.byCriterion(), "weight"));
            }
            print("Wrote " + String.join(", ", change.files()) + " of " + into + ": " + Words.listed(what) + ".");
        }
    }

    // ---------------------------------------------------------------- what must hold

    private void requireSameDataset() {
        Report.Origin here = new Report.Origin(dataset.name(), dataset.defaultEdition());
        if (!pack.origin().equals(here)) {
            String remedy = pack.origin().dataset().equals(here.dataset())
                    ? "Name that edition behind --into: " + pack.origin() + "."
                    : "Name the dataset it was made from, or make a pack of this one.";
            throw new WrongUse(
                    "'" + file + "' was made from " + pack.origin() + ", and --into names " + here + ". " + remedy);
        }
    }

    private void requireNew(String name) {
        dataset.outlook().scenario(name).ifPresent(scenario -> {
            throw new WrongUse("'" + scenario.name() + "' is a scenario of " + dataset.name()
                    + " already. Give another --name, or delete its rows in scenarios.csv and assumptions.csv.");
        });
    }

    /** The scenario that is chosen in the pack, as the dataset spells it. */
    private String chosen() {
        Value value = Optional.ofNullable(pack.inputs().get(Scenarios.SELECTOR))
                .orElseThrow(() -> new WrongUse("'" + file + "' has no scenarios. Make a pack of a dataset that has."));
        return dataset.outlook()
                .scenario(value.plain())
                .map(Scenario::name)
                .orElseThrow(() -> new WrongUse("In '" + file + "' the scenario '" + value.plain()
                        + "' is chosen, which is none of " + dataset.name() + ". "
                        + UnknownIdException.remedy(
                                value.plain(),
                                Iterables.transform(dataset.outlook().scenarios(), Scenario::name),
                                "Choose one that is.")));
    }

    private ImmutableMap<Key, TypedScenario.Typed> assumptions() {
        return pack.edits().stream()
                .filter(edit -> edit.kind() == Kind.ASSUMPTION)
                .collect(ImmutableMap.toImmutableMap(
                        Edit::key,
                        edit -> new TypedScenario.Typed(edit.before(), edit.now(), edit.cell() + " of " + file)));
    }

    // ---------------------------------------------------------------- what is told

    private List<String> told(TypedScenario typed, Scenarios scenarios, TypedWeights weights) {
        List<String> lines = new ArrayList<>();
        lines.add("'" + file + "' was made from " + pack.origin() + "; the scenario chosen in it is "
                + scenarios.selected() + ".");
        Map<Key, String> names = new HashMap<>(names(scenarios));
        names.putAll(weights.names());
        table("Taken into the scenario:", edits(edit -> typed.taken().contains(edit.key())), names, lines);
        table("Taken as weights of the screen, in every scenario:", edits(weights::isTaken), names, lines);
        table(
                "Assumptions that are not part of the scenario:",
                edits(edit -> edit.kind() == Kind.ASSUMPTION
                        && !typed.taken().contains(edit.key())
                        && !weights.isTaken(edit)
                        && !edit.key().equals(Scenarios.SELECTOR)),
                names,
                lines,
                "They belong to a scenario that is not the one chosen, hold in every scenario, are a lever that the dataset has no more, or a lever or a weight outside of"
                        + " what is allowed. Choose theirs in the pack, or change their rows in the tables of the dataset.");
        table(
                "Figures, which are not part of a scenario:",
                edits(edit -> edit.kind() == Kind.FIGURE),
                names,
                lines,
                "Put them into the tables of the dataset, each with its source.");
        for (PackChanges.Overwritten cell : pack.overwritten()) {
            lines.add(cell.cell() + " held a formula, and now '" + cell.now().plain() + "': left out.");
        }
        for (Key key : pack.lost()) {
            lines.add("The cell of '" + key + "' was deleted: left as it is in the dataset.");
        }
        return lines;
    }

    /** The names of assumptions in the pack, with their unit and scenario. */
    private static ImmutableMap<Key, String> names(Scenarios scenarios) {
        ImmutableMap.Builder<Key, String> names = ImmutableMap.builder();
        names.putAll(scenarios.levers().names());
        for (Case in : scenarios.cases()) {
            for (Premise premise : scenarios.premises()) {
                names.put(scenarios.key(premise, in), premise.words() + ", " + premise.unit() + ": " + in);
            }
            names.put(scenarios.demandCase(in), "Case of demand: " + in);
            names.put(scenarios.demandPath(in), "Path of demand: " + in);
        }
        return names.buildOrThrow();
    }

    private List<Edit> edits(Predicate<Edit> which) {
        return pack.edits().stream().filter(which).toList();
    }

    private void table(String heading, List<Edit> edits, Map<Key, String> names, List<String> lines, String... remark) {
        if (edits.isEmpty()) {
            return;
        }
        lines.add(heading);
        PlainTable.of(edits)
                .words("Cell", Edit::cell)
                .words("What", edit -> names.getOrDefault(edit.key(), edit.key().toString()))
                .numbers("Before", edit -> edit.before().plain())
                .numbers("Now", edit -> edit.now().plain() + (edit.byFormula() ? " (by a formula)" : ""))
                .lines(terminal.columns() - INDENT.length())
                .forEach(line -> lines.add(INDENT + line));
        lines.addAll(List.of(remark));
    }
}
