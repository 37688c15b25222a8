package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/**
 * The colours of the parts of stacks in a report: a country has on every page the one that it has where it is drawn first, unless two
 * that meet in a chart would have the same.
 *
 * @param kept the number of the colour of each place
 */
record PartColours(ImmutableMap<String, Integer> kept) {

    static final PartColours NONE = new PartColours(ImmutableMap.of());

    /** The colours that every stack has; the last is that of others, where a stack has these. */
    private static final int MOST_KEPT = 4;

    static PartColours of(Report report, Values values) {
        Map<String, Integer> kept = new LinkedHashMap<>();
        report.sections().stream()
                .flatMap(Section::charts)
                .filter(chart -> chart.kind() == Kind.STACK)
                .forEach(chart -> numbers(names(chart, values), kept).forEach((name, number) -> {
                    if (number < MOST_KEPT) {
                        kept.putIfAbsent(whose(name), number);
                    }
                }));
        return new PartColours(ImmutableMap.copyOf(kept));
    }

    private static List<String> names(Chart chart, Values values) {
        return chart.series().stream()
                .filter(one -> one.role() == Role.VALUES)
                .map(one -> one.name().text(values))
                .toList();
    }

    /** The number of the colour of each part of a chart, by its name. */
    ImmutableMap<String, Integer> of(List<String> names) {
        return numbers(names, kept);
    }

    private static ImmutableMap<String, Integer> numbers(List<String> names, Map<String, Integer> kept) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        names.forEach(name -> Optional.ofNullable(kept.get(whose(name)))
                .filter(number -> !numbers.containsValue(number))
                .ifPresent(number -> numbers.put(name, number)));
        names.forEach(name -> numbers.computeIfAbsent(name, unknown -> free(numbers)));
        return ImmutableMap.copyOf(numbers);
    }

    /** {@code Chile} of {@code Chile, by plant}. */
    private static String whose(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 ? name : name.substring(0, comma);
    }

    private static int free(Map<String, Integer> numbers) {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> !numbers.containsValue(number))
                .findFirst()
                .orElseThrow();
    }
}
