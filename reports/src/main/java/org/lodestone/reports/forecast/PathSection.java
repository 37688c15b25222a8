package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The sections on every scenario by itself: the same tables as for the chosen one, whatever is chosen. */
public final class PathSection {

    private PathSection() {}

    public static Part of(ForecastStudy study) {
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        for (Outcome outcome : study.scenarioOutcomes()) {
            String name = outcome.in().name();
            List<Block> blocks = new ArrayList<>();
            outcome.supplies().forEach(supply -> blocks.addAll(new SupplyTables(supply, Optional.empty()).blocks()));
            outcome.balances().forEach(balance -> blocks.add(BalanceTables.balance(balance)));
            outcome.replacements().forEach(replacement -> blocks.add(BalanceTables.replacement(replacement)));
            sections.add(Section.of(
                            "Path " + name,
                            "The scenario " + name + ", whatever is chosen",
                            "The same calculation as on the sheets Supply and Balance, from the assumptions of this scenario",
                            blocks)
                    .in(Section.Group.HIDDEN));
        }
        return new Part(sections.build(), study.model());
    }
}
