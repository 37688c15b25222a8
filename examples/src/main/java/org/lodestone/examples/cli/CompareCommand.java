package org.lodestone.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Table.TypedForm;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.Fact;
import org.lodestone.reports.comparison.WhatIf;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed: between two datasets or editions, or with a fact typed in. */
@Command(
        description =
                "Compare two datasets or editions, or show what a new fact would change: figures, claims, conclusions,"
                        + " break-evens, ranks and profits.")
final class CompareCommand extends TerminalCommand {

    @Parameters(
            arity = "1..2",
            paramLabel = "DATASET",
            description = "OLD and NEW, or one with --set. " + DatasetName.HELP)
    private List<String> datasets = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A new fact, as in quota/2026/mining/all/all=300000; may be repeated")
    private List<String> typed = new ArrayList<>();

    @Option(
            names = "--keys",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "TABLE",
            description =
                    "List what --set can set: the tables, or the keys of one table with their values; write it after DATASET")
    private Optional<String> keys = Optional.empty();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private AllOption all = new AllOption();

    @Override
    public Integer call() {
        if (keys.isPresent()) {
            data.print(listed(keys.get()), keys.get().isEmpty() ? "fact-kinds" : "fact-keys", terminal());
            return Lodestone.FINE;
        }
        Optional<WhatIf> facts = typed.isEmpty() ? Optional.empty() : Optional.of(typedIn());
        Comparison comparison =
                facts.map(what -> Comparison.of(what.before(), what.after())).orElseGet(this::ofTwo);
        // programs get every fact, people a page of those that are new
        Part part = data.isForPeople()
                ? facts.map(comparison::part).orElseGet(comparison::part)
                : comparison.wholePart(facts);
        data.print(
                Answer.of(List.of(part), sections -> sections.get(0).sentences()),
                new Report.Origin(datasets.get(datasets.size() - 1), ""),
                all.isGiven(),
                terminal());
        return comparison.isNothing() ? Lodestone.NOTHING_NEW : Lodestone.FINE;
    }

    private DatasetName name(int index) {
        return DatasetName.parse(datasets.get(index), bundled());
    }

    /** The only dataset. Throws {@link WrongUse} if there are two. */
    private Dataset single(String option) {
        if (datasets.size() > 1) {
            throw new WrongUse(option + " is for one dataset, and " + String.join(" and ", datasets)
                    + " are two. Leave one of them out.");
        }
        return name(0).read().orElseThrow();
    }

    private Comparison ofTwo() {
        if (datasets.size() < 2) {
            throw new WrongUse(
                    "'" + datasets.get(0) + "' is compared with nothing. Name a second dataset or edition, as in"
                            + " compare rare-earths@MCS2025 rare-earths@MCS2026, or a fact with --set; --keys lists what can be set.");
        }
        List<Dataset> both = name(1).readAfter(name(0));
        sameResource(both.get(0), both.get(1));
        return Comparison.of(both.get(0), both.get(1));
    }

    private static void sameResource(Dataset older, Dataset newer) {
        if (!older.resource().equals(newer.resource())) {
            throw new WrongUse("'" + older.name() + "' is about '" + older.resource() + "' and '" + newer.name()
                    + "' about '" + newer.resource()
                    + "' (resource in datapackage.json). Compare two datasets or editions of one resource.");
        }
    }

    private WhatIf typedIn() {
        Dataset dataset = single("--set");
        return WrongUse.unlessRefused("--set: ", () -> WhatIf.of(dataset, typed));
    }

    // ---------------------------------------------------------------- what can be set

    private PlainTable<?> listed(String table) {
        Dataset dataset = single("--keys");
        return table.isEmpty() ? tables(dataset) : facts(dataset, table);
    }

    private static PlainTable<TypedForm<?>> tables(Dataset dataset) {
        return PlainTable.of(WhatIf.kinds(dataset))
                .words("Table", TypedForm::name)
                .numbers("Facts", one -> WhatIf.keys(dataset, one.name()).size())
                .words("Key", TypedForm::grammar)
                .words("Example", TypedForm::example);
    }

    private static PlainTable<Fact> facts(Dataset dataset, String table) {
        List<Fact> facts = WrongUse.unlessRefused("--keys: ", () -> WhatIf.keys(dataset, table));
        return PlainTable.of(facts).words("Key", CompareCommand::key).words("Now", Fact::withUnit);
    }

    private static String key(Fact fact) {
        return Terminal.visible(fact.key() + (fact.edition().isEmpty() ? "" : "@" + fact.edition()));
    }
}
