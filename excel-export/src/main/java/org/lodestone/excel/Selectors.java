package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** The selectors of a report, and what a reader may make of the report with them. */
final class Selectors {

    private Selectors() {}

    static List<Block.Selector> of(Report report) {
        return report.sections().stream().flatMap(Section::selectors).toList();
    }

    /** The report's values as they are, and as they become with each choice of each selector. */
    static ImmutableList<Values> cases(Report report, Values values) {
        ImmutableList.Builder<Values> cases = ImmutableList.<Values>builder().add(values);
        for (Block.Selector selector : of(report)) {
            for (Key choice : selector.choices().keys()) {
                cases.add(report.model().valuesWith(ImmutableMap.of(selector.key(), values.of(choice))));
            }
        }
        return cases.build();
    }
}
