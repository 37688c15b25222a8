package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Shown;

/** The charts of all bundled datasets obey the notes under their tables. */
class BundledChartsTest {

    /** No share, growth or cover of a bundled pack is ten times as large as what it is of. */
    private static final int MOST_TIMES = 10;

    private static final int SIX_DIGITS = 100_000;

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void no_line_joins_what_two_editions_print(String name) {
        Report report = Bundled.pack(name).report();

        assertThat(report.sections().stream()
                        .flatMap(section -> section.charts())
                        .filter(chart -> chart.kind() == Chart.Kind.LINES)
                        .flatMap(chart -> chart.series().stream())
                        .filter(line ->
                                sources(line.values().keys(), report.model()).size() > 1)
                        .map(Chart.Series::inWords))
                .isEmpty();
    }

    /** The sources of the figures that a line is drawn through; what is worked out has none of its own. */
    private static Set<ImmutableList<String>> sources(List<Key> keys, Model model) {
        return keys.stream()
                .map(key -> model.content(key).citedSources())
                .filter(sources -> !sources.isEmpty())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void an_axis_of_shares_starts_at_zero_unless_one_is_negative_in_some_scenario(String name) {
        Report report = Bundled.pack(name).report();
        Values values = report.model().values();
        ImmutableList<Values> cases = Selectors.cases(report, values);
        Placement placement = Bundled.pack(name).placement();
        ChartScale scale = new ChartScale(cases, placement);
        List<String> started = new ArrayList<>();
        for (SheetPlan sheet : placement.sheets()) {
            for (SheetPlan.ChartPlan plan : sheet.charts()) {
                ChartContent content = ChartContent.of(
                        plan.chart(), Appearances.on(sheet), placement, values, spot -> "", PartColours.NONE);
                if (scale.axis(content).ratio() && !anyIsNegative(plan.chart(), cases)) {
                    started.add(sheet.name());
                    assertThat(scale.ends(content, 0).from())
                            .as(sheet.name() + ": " + plan.chart().title())
                            .hasValue(0);
                }
            }
        }
        // germanium has charts of prices and trade alone
        assertThat(started.isEmpty()).isEqualTo(name.equals("germanium"));
    }

    /** Tonnes of six digits are drawn in kt, and those of eight in Mt. */
    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void no_chart_of_tonnes_has_numbers_of_six_digits(String name) {
        for (Drawn drawn : drawn(Bundled.pack(name))) {
            Chart chart = drawn.content().chart();
            double size = Math.pow(1_000, chart.shown().map(Shown::thousands).orElse(0));
            if (chart.unit().matches("(t|kt|Mt)( .*)?")) {
                assertThat(drawn.numbers())
                        .as("%s, %s", drawn, chart.unit())
                        .allMatch(number -> Math.abs(number / size) < SIX_DIGITS);
            }
        }
    }

    /** Values given in percent, not as ratios, would be told a hundred times too large; the highest ratio is a cover of a share by net assets. */
    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void an_axis_in_percent_is_of_ratios(String name) {
        Report report = Bundled.pack(name).report();
        Values values = report.model().values();
        Placement placement = Bundled.pack(name).placement();
        ChartScale scale = new ChartScale(Selectors.cases(report, values), placement);
        for (Drawn drawn : drawn(Bundled.pack(name))) {
            if (scale.axis(drawn.content()).ratio()) {
                assertThat(drawn.numbers()).as("%s", drawn).allMatch(number -> Math.abs(number) < MOST_TIMES);
            }
        }
    }

    /** A single bar is a number, which a sentence or a table says. */
    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void no_chart_has_a_single_bar_or_point(String name) {
        for (Drawn drawn : drawn(Bundled.pack(name))) {
            assertThat(drawn.filled()).as("%s", drawn).isGreaterThan(1);
        }
    }

    /** A chart with the sheet that it is on. */
    private record Drawn(String sheet, ChartContent content) {

        DoubleStream numbers() {
            return content.all().flatMap(series -> series.numbers().stream()).flatMapToDouble(OptionalDouble::stream);
        }

        /** The number of categories with a number other than zero. */
        long filled() {
            return content.all()
                    .flatMap(series -> {
                        List<OptionalDouble> numbers = series.numbers();
                        return IntStream.range(0, numbers.size())
                                .filter(i -> numbers.get(i).orElse(0) != 0)
                                .boxed();
                    })
                    .distinct()
                    .count();
        }

        @Override
        public String toString() {
            return sheet + ": " + content.chart().title();
        }
    }

    private static List<Drawn> drawn(WrittenPack pack) {
        Values values = pack.report().model().values();
        return pack.placement().sheets().stream()
                .flatMap(sheet -> sheet.charts().stream()
                        .map(plan -> new Drawn(
                                sheet.name(),
                                ChartContent.of(
                                        plan.chart(),
                                        Appearances.on(sheet),
                                        pack.placement(),
                                        values,
                                        spot -> "",
                                        PartColours.NONE))))
                .toList();
    }

    /** Where no table shows a value, its row is called by all that it is, which is no name for a category. */
    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void no_category_is_called_by_all_that_a_value_is(String name) {
        Report report = Bundled.pack(name).report();
        Values values = report.model().values();
        Placement placement = Bundled.pack(name).placement();
        CellTexts texts = new CellTexts(placement, values);
        List<String> found = new ArrayList<>();
        for (SheetPlan sheet : placement.sheets()) {
            for (SheetPlan.ChartPlan plan : sheet.charts()) {
                Set<String> called = plan.chart()
                        .spans()
                        .flatMap(span -> span.keys().stream())
                        .map(Key::toString)
                        .collect(Collectors.toSet());
                ChartContent.of(plan.chart(), Appearances.on(sheet), placement, values, texts::at, PartColours.NONE)
                        .names()
                        .stream()
                        .filter(called::contains)
                        .forEach(category -> found.add(sheet.name() + ": " + category));
            }
        }
        assertThat(found).isEmpty();
    }

    private static boolean anyIsNegative(Chart chart, List<Values> cases) {
        return cases.stream()
                .anyMatch(values -> chart.series().stream()
                        .flatMap(series -> series.values().keys().stream())
                        .anyMatch(key -> values.number(key).orElse(0) < 0));
    }
}
