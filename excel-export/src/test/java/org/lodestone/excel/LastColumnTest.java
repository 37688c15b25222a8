package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Chart;

/** Growth of China's quotas in 2023 and 2024, and their compound growth: Chinatungsten Online 2021, Reuters 2024. */
class LastColumnTest {

    private static final double GAP = Double.NaN;
    private static final Key COMPOUND = Term.of("compound growth").key();

    /** A chart of 400 by 200 pixels, of which the plot has 290 by 190. */
    private static final ChartRoom ROOM = ChartRoom.of(400, 200, Letters.CALIBRI, 8.5)
            .left(10)
            .right(100)
            .top(4)
            .bottom(6);

    private static Formula.Span span(String what) {
        return Formula.span(List.of(
                Term.of(what).key().at(Period.year(2023)), Term.of(what).key().at(Period.year(2024))));
    }

    private static ChartContent quotas(double mining, double separation) {
        Chart chart = Chart.columns("Quotas", "%")
                .series("Mining", span("mining"))
                .series("Separation", span("separation"))
                .level("Compound 14.4%", COMPOUND)
                .build();
        return content(chart, new double[][] {{0.214, mining}, {0.207, separation}, {0.144, 0.144}});
    }

    private static ChartContent content(Chart chart, double[][] numbers) {
        List<Drawn> drawn = new ArrayList<>();
        for (Chart.Series series : chart.series()) {
            ImmutableList<OptionalDouble> known = Arrays.stream(numbers[drawn.size()])
                    .mapToObj(number -> Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number))
                    .collect(ImmutableList.toImmutableList());
            List<Spot> cells = List.of(new Spot("Quotas", 5, 3), new Spot("Quotas", 5, 4));
            drawn.add(new Drawn(
                    series,
                    new ChartSeries(series.values(), cells, known),
                    series.inWords(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return new ChartContent(
                chart,
                ImmutableList.copyOf(drawn),
                ImmutableList.of(),
                ImmutableList.of("2023", "2024"),
                "Quotas!$D$4:$E$4",
                ImmutableMap.of());
    }

    @Test
    void columns_side_by_side_have_their_names_right_of_the_last_one() {
        ChartContent content = quotas(0.059, 0.042);
        LastColumn last = new LastColumn(content, ROOM, 0.214);
        Drawn mining = content.series().get(0);
        Drawn separation = content.series().get(1);

        assertThat(LastColumn.named(content)).containsExactly(mining, separation);
        // a category has 145 pixels, of which each column takes 145 / 2.45 = 59.2: from the middle of the second, half
        // of that
        assertThat(right(last.moved(separation)))
                .isCloseTo((145 / 2.45 / 2 + 6 + ROOM.width("Separation") / 2) / 400, within(1e-4));
        assertThat(right(last.moved(mining)))
                .isCloseTo((145 / 2.45 * 1.5 + 6 + ROOM.width("Mining") / 2) / 400, within(1e-4));
    }

    @Test
    void names_of_columns_that_are_about_as_high_stand_one_under_the_other() {
        ChartContent content = quotas(0.059, 0.042);
        LastColumn last = new LastColumn(content, ROOM, 0.214);

        // their middles are 0.0085 apart, less than a line
        double apart = 0.0085 / (0.214 * 1.15) * 190;
        assertThat(apart).isLessThan(ROOM.line());
        assertThat((down(last.moved(content.series().get(1)))
                                        - down(last.moved(content.series().get(0))))
                                * 200
                        + apart)
                .isCloseTo(ROOM.line(), within(0.05));
    }

    @Test
    void there_is_room_for_the_longest_name() {
        assertThat(LastColumn.width(quotas(0.059, 0.042), ROOM))
                .isCloseTo(ROOM.width("Compound 14.4%") + 6, within(1e-9));
    }

    @Test
    void where_one_part_has_no_number_in_the_last_column_none_is_named_there() {
        assertThat(LastColumn.named(quotas(GAP, 0.042))).isEmpty();
    }

    @Test
    void a_level_is_named_over_the_end_of_its_line_unless_a_column_stands_there() {
        assertThat(LastColumn.namesLevel(oneSeries(0.032))).isFalse();
        assertThat(LastColumn.namesLevel(oneSeries(0.190))).isTrue();
    }

    private static ChartContent oneSeries(double last) {
        Chart chart = Chart.columns("Growth", "%")
                .series("Growth", span("growth"))
                .level("Threshold 4.75%", COMPOUND)
                .build();
        return content(chart, new double[][] {{0.014, last}, {0.0475, 0.0475}});
    }

    private static double right(String layout) {
        return part("x", layout);
    }

    private static double down(String layout) {
        return part("y", layout);
    }

    private static double part(String name, String layout) {
        Matcher found = Pattern.compile("<c:" + name + " val=\"([-.\\dE]+)\"").matcher(layout);
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
