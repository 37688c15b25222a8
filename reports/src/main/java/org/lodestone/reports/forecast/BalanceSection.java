package org.lodestone.reports.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supplies;

/** The section on the balance: what closes the first year, supply against demand, and what could be replaced. */
public final class BalanceSection {

    /** What its section is called. */
    static final String NAME = "Balance";

    static final Term BALANCE = Term.of("balance section");
    private final Supplies supplies;
    private final Dataset dataset;
    private final ForecastStudy study;
    private final Model.Builder model;

    private BalanceSection(Supplies supplies, ForecastStudy study) {
        this.supplies = supplies;
        this.dataset = supplies.dataset();
        this.study = study;
        this.model = Model.builder().include(study.model());
    }

    /** Empty where no measure meets demand. */
    public static Optional<Part> of(Supplies supplies, ForecastStudy study) {
        return study.chosen().balances().isEmpty()
                ? Optional.empty()
                : Optional.of(new BalanceSection(supplies, study).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        BalanceSentences sentences = new BalanceSentences(study, model);
        ScenarioBalances scenarios = new ScenarioBalances(supplies, study, model);
        DemandTables demand = new DemandTables(dataset, scenarios, model);
        Outcome chosen = study.chosen();
        for (int i = 0; i < chosen.balances().size(); i++) {
            Balance balance = chosen.balances().get(i);
            Optional<Replacement> replacement = chosen.replacement(balance);
            blocks.add(new Block.Prose("", sentences.findings(balance, replacement)));
            blocks.add(Block.charts(Stream.concat(scenarios.byScenario(i).stream(), Stream.of(scenarios.bridge(i)))
                    .toArray(Chart[]::new)));
            blocks.add(reconciliation(balance));
            blocks.add(BalanceTables.balance(balance));
            blocks.add(scenarios.table(i));
            blocks.add(demand.published(balance));
            demand.ofOutlook(balance).ifPresent(blocks::add);
            replacement.map(BalanceTables::replacement).ifPresent(blocks::add);
            replacement.flatMap(demand::replacementOfOutlook).ifPresent(blocks::add);
        }
        Balance first = chosen.balances().get(0);
        return Part.of(
                Section.of(
                        NAME,
                        chosen.balances().size() == 1
                                ? "How the market of " + first.rule().material() + " balances to " + first.horizon()
                                : "How each market balances to " + first.horizon(),
                        "The chosen scenario, before and after secondary supply",
                        blocks),
                model.build());
    }

    /** The base year, step by step. */
    private Table reconciliation(Balance balance) {
        Period start = balance.start();
        var table = Table.overYears("Reconciliation of " + start, List.of(start));
        String demand =
                BalanceSentences.isPublished(balance) ? "Demand, as published" : "Demand, between its published years";
        line(table, demand, balance, balance.demand(start));
        line(
                table,
                "Primary supply, the sum of places as published",
                balance,
                balance.supply().total(start));
        line(table, "Primary supply less demand", balance, balance.before(start));
        line(table, "Secondary supply: what closes a shortage", balance, balance.secondary(start));
        line(table, "Balance after secondary supply", balance, balance.after(start));
        return table.note(
                        "A shortage here is one that nobody saw: secondary supply stands for scrap and stocks, which are in"
                                + " neither of the two. It is an assumption, and carried forward as the scenario says.")
                .build();
    }

    private void line(Table.YearBuilder table, String name, Balance balance, Key key) {
        table.again(name, balance.unit().toString(), Outcome.shown(balance.unit()), year -> Optional.of(key));
    }
}
