package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.reports.formula.Value;
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

    /** The report's values as they are, and as they become with each other choice of each selector. */
    static ImmutableList<Values> cases(Report report, Values values) {
        ImmutableList.Builder<Values> cases = ImmutableList.<Values>builder().add(values);
        for (Block.Selector selector : of(report)) {
            List<Value> others = selector.choices().keys().stream()
                    .map(values::of)
                    .filter(choice -> !choice.equals(values.of(selector.key())))
                    .toList();
            cases.addAll(values.withEach(selector.key(), others));
        }
        return cases.build();
    }
}
