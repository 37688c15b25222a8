package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Charts drawn beside the workbook, of each kind. */
class PlotTest {

    private static final Report REPORT = ChartGallery.report();
    private static final PrintedBlocks BLOCKS = new PrintedBlocks(REPORT, Theme.STANDARD);

    private static Plot plot(String title) {
        Chart chart = REPORT.sections().stream()
                .flatMap(Section::charts)
                .filter(one -> one.title().startsWith(title))
                .findFirst()
                .orElseThrow();
        return BLOCKS.plot(chart);
    }

    private static List<String> texts(Plot plot, Plot.Side side) {
        return plot.texts().stream()
                .filter(text -> text.side() == side)
                .map(Plot.Text::words)
                .toList();
    }

    private static List<String> told(Plot plot, String series) {
        return plot.told().stream()
                .filter(one -> one.name().equals(series))
                .findFirst()
                .orElseThrow()
                .texts();
    }

    @Test
    void bars_lie_from_nothing_to_their_number_and_what_is_not_measured_is_hatched() {
        Plot plot = plot("China’s hold is tightest");

        assertThat(plot.lying()).isTrue();
        assertThat(plot.names()).isEqualTo(ChartGallery.STAGES);
        assertThat(plot.bars())
                .extracting(Plot.Bar::look)
                .filteredOn(Plot.Look.HATCHED::equals)
                .hasSize(2);
        assertThat(plot.bars().get(2).to()).isEqualTo(0.913);
        assertThat(plot.bars().get(2).fill()).hasToString("#D0702A"); // the title is about separation
        assertThat(plot.bars()).extracting(Plot.Bar::look).contains(Plot.Look.OUTLINED); // magnets, as printed
        assertThat(texts(plot, Plot.Side.BEYOND)).containsExactly("48%", "69%", "91%", "94%*", "n/a", "n/a");
        assertThat(told(plot, "Share of China")).containsExactly("48%", "69%", "91%", "n/a", "94%*", "n/a");
    }

    @Test
    void letters_on_a_light_bar_are_dark() {
        assertThat(plot("China’s hold is tightest").texts())
                .filteredOn(text -> text.words().equals("94%*"))
                .extracting(text -> text.colour().toString())
                .containsExactly("#1A1F27");
    }

    @Test
    void parts_of_a_stack_stand_on_each_other_and_reach_the_total() {
        Plot plot = plot("Output stalls");

        assertThat(plot.lying()).isFalse();
        // mine production of 2022, kt: 210 + 42 + 18 + 12 + 14.8 and 0.1 of others
        assertThat(plot.bars())
                .filteredOn(bar -> bar.middle() == 0)
                .extracting(Plot.Bar::to)
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other))
                .containsExactly(210.0, 252.0, 270.0, 282.0, 296.9);
        assertThat(texts(plot, Plot.Side.BEYOND)).startsWith("297").hasSize(9);
        assertThat(texts(plot, Plot.Side.BESIDE))
                .containsExactly("China", "United States", "Australia", "Myanmar", "All others");
    }

    @Test
    void years_that_are_expected_are_paler() {
        Plot plot = plot("Output stalls");

        assertThat(plot.bars())
                .filteredOn(bar -> bar.from() == 0)
                .extracting(bar -> bar.fill().toString())
                .startsWith("#10304F", "#10304F", "#10304F", "#10304F", "#708395");
    }

    @Test
    void names_at_the_ends_of_lines_do_not_stand_on_each_other() {
        Plot plot = plot("Half of all draws");
        double line = 0.08 * (plot.axis().to() - plot.axis().from());

        List<Double> heights = plot.texts().stream()
                .filter(text -> text.side() == Plot.Side.BESIDE)
                .map(Plot.Text::number)
                .sorted()
                .toList();
        assertThat(texts(plot, Plot.Side.BESIDE)).containsExactlyInAnyOrder("Base −7.1", "Median −4.4");
        assertThat(heights.get(1) - heights.get(0)).isGreaterThan(line);
    }

    @Test
    void a_band_goes_from_its_lowest_to_its_highest_percentile() {
        Plot plot = plot("Half of all draws");

        Plot.Area lowest = plot.areas().get(0);
        Plot.Area highest = plot.areas().get(2);
        assertThat(lowest.low().get(6)).isEqualTo(-12.812);
        assertThat(highest.high().get(6)).isCloseTo(5.096, within(1e-9));
        assertThat(plot.areas().get(1).colour()).hasToString("#B9CFE2"); // half of the draws, darker
        assertThat(told(plot, "Shaded")).last().isEqualTo("−12.8 to +5.1");
    }

    @Test
    void an_axis_has_marks_at_round_numbers_around_what_is_drawn() {
        assertThat(plot("Short in two").axis().ticks())
                .extracting(Plot.Tick::text)
                .containsExactly("−40", "−30", "−20", "−10", "0", "+10");
    }

    @Test
    void a_number_that_would_stand_on_the_line_of_a_level_stands_in_its_column() {
        Plot plot = plot("Growth to 2030");

        assertThat(texts(plot, Plot.Side.BEYOND)).contains("26.7%", "2.0%").doesNotContain("3.7%");
        assertThat(texts(plot, Plot.Side.INSIDE)).contains("3.7%");
        assertThat(plot.lines()).hasSize(1).allMatch(Plot.Line::across);
    }

    @Test
    void changes_go_both_ways_from_nothing_each_with_its_sign() {
        Plot plot = plot("Three drivers");

        assertThat(texts(plot, Plot.Side.BEFORE)).containsExactly("−7.4", "−6.5", "−3.8");
        assertThat(texts(plot, Plot.Side.BEYOND)).containsExactlyInAnyOrder("+13.1", "+10.2", "+7.2", "+5.0", "+7.1");
        assertThat(plot.axis().from()).isLessThan(-7.4 - 0.1 * (13.1 + 7.4));
    }

    @Test
    void of_changes_that_go_the_same_way_the_shorter_stands_over_the_longer() {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        Key name = model.label(Term.of("driver").key(), "Scrap and stocks");
        Key low = model.computed(Term.of("low").key(), Value.of(3.1), ValueUnit.NUMBER, "made up");
        Key high = model.computed(Term.of("high").key(), Value.of(12.3), ValueUnit.NUMBER, "made up");
        Chart chart = Chart.tornado(
                        "One way",
                        "kt",
                        Chart.series("Driver low", span(List.of(low))),
                        Chart.series("Driver high", span(List.of(high))))
                .named(span(List.of(name)))
                .build();
        Table table = Table.of("Changes", List.of(1))
                .labelOf("Driver", row -> name)
                .value("Low", Shown.ONE_DECIMAL, row -> low)
                .value("High", Shown.ONE_DECIMAL, row -> high)
                .build();
        Report report = new Report(
                "Changes",
                "",
                ImmutableList.of(Section.of("Changes", "Changes", "", List.of(Block.charts(chart), table))),
                model.build(),
                ImmutableMap.of());

        Plot plot = new PrintedBlocks(report, Theme.STANDARD).plot(chart);

        assertThat(plot.bars()).extracting(Plot.Bar::to).containsExactly(12.3, 3.1);
        assertThat(plot.texts())
                .extracting(text -> text.words() + " " + text.colour())
                .containsExactlyInAnyOrder("+3.1 #FFFFFF", "+12.3 #1A1F27");
    }

    @Test
    void a_range_says_both_ends_and_one_without_width_its_number() {
        Plot plot = plot("Only three scores");

        assertThat(texts(plot, Plot.Side.BEYOND)).contains("0.74 to 0.85", "0.49");
        assertThat(plot.bars())
                .filteredOn(bar -> bar.fill().toString().equals("#10304F"))
                .hasSize(3);
    }

    @Test
    void a_logarithmic_axis_starts_at_a_power_of_ten() {
        Plot.Axis axis = plot("The fewer its own tonnes").axis();

        assertThat(axis.logarithmic()).isTrue();
        assertThat(axis.from()).isEqualTo(10);
    }

    @Test
    void a_line_that_is_named_with_its_end_is_told_by_its_name_alone() {
        assertThat(plot("Short in two").told())
                .extracting(Plot.Told::name)
                .containsExactly("Base", "Tight", "Fast", "Shaded");
        assertThat(told(plot("Short in two"), "Tight")).last().isEqualTo("−31.4");
    }

    @Test
    void a_plot_says_in_words_what_the_native_chart_says() {
        assertThat(plot("Short in two").words()).startsWith("Short in two of three scenarios by 2030. Lines, kt");
    }

    @Test
    void a_point_stands_at_a_number_on_each_axis_and_is_told_with_both() {
        Plot plot = plot("Reserves say little");
        Plot.Scatter scatter = plot.scatter().orElseThrow();

        assertThat(plot.names()).isEqualTo(ChartGallery.HOLDERS.keySet().asList());
        assertThat(scatter.points().get(7)).isEqualTo(new Plot.Point(44, 270));
        assertThat(scatter.others().get(7)).isEqualTo(new Plot.Point(44, 255));
        assertThat(told(plot, "Reserves, Mt REO")).startsWith("1.90", "0.00").endsWith("44.00");
        assertThat(scatter.axis().ticks())
                .extracting(Plot.Tick::text)
                .containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(plot.axis().ticks())
                .extracting(Plot.Tick::text)
                .containsExactly("0.01", "0.1", "1", "10", "100", "1,000");
    }
}
