package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.lodestone.reports.formula.Model;
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

    private static List<Value> choices(Block.Selector selector, Model model) {
        Values values = model.values();
        return selector.choices().keys().stream().map(values::of).toList();
    }

    /** The names to pick from, in one line: {@code Base, Tight}. */
    static String names(List<Value> choices) {
        return String.join(", ", choices.stream().map(Value::inSentence).toList());
    }

    /** The report's values as they are, and as they become with each choice of each selector. */
    static ImmutableList<Values> cases(Report report, Values values) {
        ImmutableList.Builder<Values> cases = ImmutableList.<Values>builder().add(values);
        for (Block.Selector selector : of(report)) {
            for (Value choice : choices(selector, report.model())) {
                cases.add(report.model().valuesWith(ImmutableMap.of(selector.key(), choice)));
            }
        }
        return cases.build();
    }
}
