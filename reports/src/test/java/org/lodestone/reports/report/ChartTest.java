package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Term;

class ChartTest {

    private static Chart chart(Chart.Kind kind, int series) {
        Formula.Span values = Formula.span(List.of(Term.of("demand").key()));
        return Chart.of(
                "Demand",
                kind,
                "t REO",
                Stream.generate(() -> Chart.line("P50", values)).limit(series).toArray(Chart.Series[]::new));
    }

    @ParameterizedTest
    @CsvSource({"TORNADO, 1", "TORNADO, 3", "FAN, 1", "FAN, 4", "LINES, 0"})
    void a_kind_refuses_series_it_cannot_draw(Chart.Kind kind, int series) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart(kind, series))
                .withMessageContaining("'Demand' has " + series + " series");
    }

    @Test
    void a_tornado_has_a_low_and_a_high_series_and_a_fan_as_many_above_its_middle_as_below() {
        assertThat(chart(Chart.Kind.TORNADO, 2).series()).hasSize(2);
        assertThat(chart(Chart.Kind.FAN, 5).series()).hasSize(5);
    }
}
