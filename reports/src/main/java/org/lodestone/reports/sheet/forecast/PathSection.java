package org.lodestone.reports.sheet.forecast;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The section on every scenario by itself: the same tables as for the chosen one, whatever is chosen. */
public final class PathSection {

    private PathSection() {}

    /** The section, with the tables of every scenario one after the other. */
    public static Part of(ForecastStudy study) {
        List<Block> blocks = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            blocks.add(new Block.Prose(
                    "The scenario " + outcome.in().name(),
                    ImmutableList.of(Block.Sentence.plain("From the assumptions of this scenario alone"))));
            List<Table> tables = new ArrayList<>();
            outcome.supplies().forEach(supply -> tables.addAll(new SupplyTables(supply, Optional.empty()).tables()));
            outcome.balances().forEach(balance -> tables.add(BalanceTables.balance(balance)));
            outcome.replacements().forEach(replacement -> tables.add(BalanceTables.replacement(replacement)));
            tables.forEach(table ->
                    blocks.add(table.withId("path-" + table.id(), outcome.in().name() + ", " + table.part())));
        }
        return Part.of(
                Section.of(
                                "Paths",
                                "Every scenario by itself, whatever is chosen",
                                "The same calculation as of the chosen scenario",
                                blocks)
                        .in(Section.Group.WORKING),
                study.model());
    }
}
