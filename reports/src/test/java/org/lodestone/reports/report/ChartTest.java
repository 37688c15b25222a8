package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;

class ChartTest {

    private static final Citation CITATION = Citation.of("usgs-mcs-2025");
    private static final Key CHINA = Term.of("mine production").of(Subject.of("China"));
    private static final Key BURMA = Term.of("mine production").of(Subject.of("Burma"));

    /** MCS 2025, t REO in 2024; Burma as if it were withheld. */
    private final Model.Builder model = Model.builder();

    ChartTest() {
        model.figure(CHINA, Value.of(270_000), ValueUnit.NUMBER, CITATION);
        model.figure(BURMA, Value.missing("withheld"), ValueUnit.NUMBER, CITATION);
    }

    private static Chart.Series series(String name) {
        return Chart.series(name, span(List.of(CHINA, BURMA)));
    }

    private static Formula.Span numbers(Model.Builder model, String name, double... numbers) {
        return span(IntStream.range(0, numbers.length)
                .mapToObj(i -> model.figure(
                        Term.of(name).key().at(Period.year(2024 + i)),
                        Value.of(numbers[i]),
                        ValueUnit.NUMBER,
                        CITATION))
                .toList());
    }

    // ---------------------------------------------------------------- what a kind takes

    @Test
    void a_chart_needs_a_series_and_a_tornado_a_low_and_a_high_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.lines("Demand", "t REO").build())
                .withMessageContaining("'Demand' has 0 series of values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.tornado("What moves it", "t REO", series("Low"), series("High"))
                        .series(series("Middle"))
                        .build())
                .withMessageContaining("'What moves it' has 3 series of values");
    }

    @Test
    void only_columns_have_a_level_and_only_stacks_a_total() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.bars("Who has it", "Mt")
                        .series(series("Reserves"))
                        .level("Note", CHINA)
                        .build())
                .withMessage("The chart 'Who has it' is of the kind BARS, which cannot draw a series as LEVEL.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.columns("Who mines it", "t")
                        .series(series("Mined"))
                        .total("World", span(List.of(CHINA, BURMA)))
                        .build())
                .withMessageContaining("cannot draw a series as TOTAL");
    }

    @Test
    void lines_have_an_open_scale_since_a_fixed_end_hides_where_one_ends() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chart.lines("Balance", "kt")
                        .series(series("Base"))
                        .scaled(Chart.Scale.between(-10, 10))
                        .build())
                .withMessageContaining("'Balance' has lines and a scale with fixed ends");
    }

    @Test
    void one_series_has_its_numbers_at_the_points_and_several_have_lines_across() {
        assertThat(Chart.columns("Mined", "t").series(series("China")).build().isLabelled())
                .isTrue();
        assertThat(Chart.columns("Mined", "t")
                        .series(series("China"))
                        .series(series("World"))
                        .build()
                        .isLabelled())
                .isFalse();
    }

    @Test
    void a_point_that_looks_otherwise_is_one_of_its_series() {
        Chart.Series marked = series("Mined").emphasised(CHINA).printedOnly(BURMA);

        assertThat(marked.points())
                .isEqualTo(ImmutableMap.of(CHINA, Chart.Look.EMPHASISED, BURMA, Chart.Look.PRINTED_ONLY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series("Mined").printedOnly(Term.of("other").key()))
                .withMessage("'other' is no value of the series 'Mined'.");
    }

    // ---------------------------------------------------------------- what it adds to a model

    @Test
    void what_is_not_measured_has_the_whole_length_until_a_number_is_put_in() {
        Chart chart = Chart.bars("Who mines it", "% of the world")
                .series(series("Mined"))
                .unmeasured("Not measured", Definitions.ONE, model)
                .build();
        List<Key> lengths = chart.series().get(1).values().keys();

        assertThat(model.build().value(lengths.get(0)).number()).isEmpty();
        assertThat(model.build().value(lengths.get(1)).number()).hasValue(1);
        assertThat(model.build()
                        .valuesWith(ImmutableMap.of(BURMA, Value.of(31_000)))
                        .number(lengths.get(1)))
                .isEmpty();
    }

    /** Draws of a balance: P5 −12.8, P25 −8.1, P75 −0.6, P95 5.1. */
    @Test
    void a_band_is_its_lower_edge_and_what_lies_between_the_edges() {
        Band band = Band.of(
                model,
                numbers(model, "P5", 0, -12.8),
                numbers(model, "P25", 0, -8.1),
                numbers(model, "P75", 0, -0.6),
                numbers(model, "P95", 0, 5.1));
        Model built = model.build();

        assertThat(band.low().keys()).extracting(Key::toString).containsExactly("P5, 2024", "P5, 2025");
        assertThat(band.widths())
                .extracting(width -> Math.round(
                        10 * built.value(width.keys().get(1)).number().orElseThrow()))
                .containsExactly(47L, 75L, 57L);
    }

    @Test
    void a_band_with_two_parts_has_no_middle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Band.of(model, numbers(model, "P5", 1), numbers(model, "P50", 2), numbers(model, "P95", 3)))
                .withMessageContaining("It was given 2 parts.");
    }

    /**
     * NPV over scenarios, USD mn: below, across and above zero, and one that is the same in all. From −206 to 35 are 241, a fiftieth
     * of which is 4.82.
     */
    @Test
    void bars_around_zero_have_a_part_above_a_part_below_and_a_base_where_all_is_on_one_side() {
        Chart chart = aroundZero();
        Model built = model.build();

        assertThat(numbers(chart, Chart.Role.BASE, built.values())).containsExactly(-50.0, 0.0, 20.0, -80.0);
        assertThat(numbers(chart, Chart.Role.ABOVE_ZERO, built.values())).containsExactly(0.0, 10.0, 15.0, 0.0);
        assertThat(numbers(chart, Chart.Role.BELOW_ZERO, built.values())).containsExactly(-156.0, -206.0, 0.0, 0.0);
        assertThat(numbers(chart, Chart.Role.EXACT, built.values()))
                .as("a mark below zero goes down")
                .containsExactly(Double.NaN, Double.NaN, Double.NaN, -4.82);
    }

    @Test
    void a_bar_that_is_moved_over_zero_has_its_parts_on_the_other_side() {
        Chart chart = aroundZero();
        Values moved = model.build()
                .valuesWith(ImmutableMap.of(
                        chart.band().orElseThrow().low().keys().get(2), Value.of(-30),
                        chart.band().orElseThrow().low().keys().get(1), Value.missing("not asked")));

        assertThat(numbers(chart, Chart.Role.BASE, moved)).containsExactly(-50.0, Double.NaN, 0.0, -80.0);
        assertThat(numbers(chart, Chart.Role.ABOVE_ZERO, moved)).containsExactly(0.0, Double.NaN, 35.0, 0.0);
        assertThat(numbers(chart, Chart.Role.BELOW_ZERO, moved)).containsExactly(-156.0, Double.NaN, -30.0, 0.0);
    }

    private Chart aroundZero() {
        model.include(Definitions.MODEL);
        return Chart.rangesAroundZero(
                        "NPV by scenario",
                        "USD mn",
                        numbers(model, "lowest", -206, -206, 20, -80),
                        numbers(model, "highest", -50, 10, 35, -80),
                        model)
                .build();
    }

    /** NaN where one is missing. */
    private static List<Double> numbers(Chart chart, Chart.Role role, Values values) {
        return chart.series().stream()
                .filter(one -> one.role() == role)
                .flatMap(one -> one.values().keys().stream())
                .map(key -> values.number(key).orElse(Double.NaN))
                .toList();
    }

    @Test
    void the_change_that_closes_a_gap_stands_above_the_drivers() {
        Formula.Span names = span(Stream.of("Quota", "Scrap")
                .map(name -> model.label(Term.of("driver").of(Subject.of(name)), name))
                .toList());
        Key gap = model.figure(Term.of("gap").key(), Value.of(7.1), ValueUnit.NUMBER, CITATION);
        Chart tornado = Chart.tornado("What closes it", "kt", series("Low"), series("High"))
                .named(names)
                .toClose("To close the gap", gap, model)
                .build();
        Model built = model.build();

        assertThat(tornado.names().orElseThrow().keys())
                .extracting(key -> built.value(key).inSentence())
                .containsExactly("To close the gap", "Quota", "Scrap");
        assertThat(tornado.series().get(0).values().keys()).hasSize(3).endsWith(CHINA, BURMA);
        assertThat(tornado.series().get(2).values().keys()).containsExactly(gap);
    }

    /** Six parts of 1 each: four stay, the others come to 2. */
    @Test
    void of_more_than_five_parts_the_last_are_summed() {
        List<Chart.Series> parts = IntStream.range(0, 6)
                .mapToObj(i -> Chart.series("Part " + i, numbers(model, "part " + i, 1)))
                .toList();
        Chart stack = Chart.stack("Who mines it", "t").parts(parts, model).build();

        assertThat(stack.series())
                .extracting(Chart.Series::inWords)
                .containsExactly("Part 0", "Part 1", "Part 2", "Part 3", "All others");
        assertThat(model.build()
                        .value(stack.series().get(4).values().keys().get(0))
                        .number())
                .hasValue(2);
        assertThat(Chart.stack("Who mines it", "t")
                        .parts(parts.subList(0, 5), model)
                        .build()
                        .series())
                .hasSize(5);
    }

    @Test
    void a_line_over_a_gap_is_refused_since_a_program_would_draw_zero() {
        Chart line = Chart.lines("Mined", "t").series(series("Mined")).build();
        Chart bars = Chart.bars("Mined", "t").series(series("Mined")).build();

        assertThat(line.problem(model.build()))
                .isEqualTo(Optional.of("the line 'Mined' has no number for 'mine production, Burma', and a spreadsheet"
                        + " program would draw it as zero. Draw a run of years that are known."));
        assertThat(bars.problem(model.build())).isEmpty();
    }

    @Test
    void years_in_brief_have_two_digits_after_the_first_and_a_few_years_are_left_as_they_are() {
        Model.Builder model = Model.builder();
        Chart balances = overYears(2024, 2030);

        Formula.Span names = balances.inBrief(model).names().orElseThrow();

        assertThat(names.keys())
                .extracting(name -> model.build().value(name).plain())
                .containsExactly("2024", "25E", "26E", "27E", "28E", "29E", "30E");
        assertThat(overYears(2024, 2027).inBrief(model).names()).isEmpty();
    }

    private static Chart overYears(int first, int last) {
        return Chart.lines("Balance", "kt")
                .series(
                        "Base",
                        span(IntStream.rangeClosed(first, last)
                                .mapToObj(year -> Term.of("balance").key().at(Period.year(year)))
                                .toList()))
                .forecastFrom(Period.year(2025))
                .build();
    }
}
