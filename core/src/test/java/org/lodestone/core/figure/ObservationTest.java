package org.lodestone.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Observation.Bounded;
import org.lodestone.core.figure.Observation.Direction;
import org.lodestone.core.figure.Observation.Exact;
import org.lodestone.core.figure.Observation.Missing;
import org.lodestone.core.figure.Observation.Ranged;
import org.lodestone.core.figure.Observation.Reason;
import org.lodestone.core.quantity.Unit;

class ObservationTest {

    private static final Unit REO = Unit.parse("t REO");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "270,000",
                "48.40",
                "-10",
                "—",
                ">85,000,000",
                "<50",
                "7–9",
                "NA",
                "W",
                "XX",
                "s",
                "not published"
            })
    void an_observation_is_written_as_it_was_printed(String printed) {
        assertThat(Observation.parse(printed)).hasToString(printed);
        assertThat(Observation.parse(printed).printed()).isEqualTo(printed);
    }

    @Test
    void a_dash_is_a_printed_zero() {
        assertThat(Observation.parse("—")).isEqualTo(new Exact("—", BigDecimal.ZERO));
        assertThat(Observation.parse("—").known()).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "NA, NOT_AVAILABLE",
        "W, WITHHELD",
        "XX, NOT_APPLICABLE",
        "not published, NOT_PUBLISHED",
        "s, LESS_THAN_HALF_UNIT"
    })
    void a_missing_figure_keeps_its_reason(String printed, Reason reason) {
        assertThat(Observation.parse(printed)).isEqualTo(new Missing(printed, reason));
    }

    @Test
    void a_bound_is_not_a_number_to_calculate_with() {
        // MCS 2025: world reserves
        Observation reserves = Observation.parse(">90000000");

        assertThat(reserves).isEqualTo(new Bounded(">90000000", Direction.ABOVE, new BigDecimal("90000000")));
        assertThat(reserves.known()).isEmpty();
    }

    @Test
    void a_range_keeps_both_ends() {
        assertThat(Observation.parse("50–300"))
                .isEqualTo(new Ranged("50–300", new BigDecimal("50"), new BigDecimal("300")));
    }

    @Test
    void a_range_with_a_hyphen_is_refused_because_it_reads_like_a_minus() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.parse("7-9"))
                .withMessage("'7-9' is not a number. A range is written with an en dash: 7–9.");
    }

    @Test
    void a_range_that_falls_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.parse("9–7"))
                .withMessage("'9–7' is not a range: it does not rise. Write the lower end first.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Large",
                "Moderate to large",
                "Very small",
                "Included in World total.",
                "included with ilmenite",
                "Included with “Other countries.”",
                "Categorized as \"large\""
            })
    void a_size_in_words_is_missing_and_keeps_its_words(String words) {
        // MCS 2026: reserves of bromine in Israel, of garnet in Australia; MCS 2024: of graphite in Austria
        assertThat(Observation.parse(words)).isEqualTo(new Missing(words, Reason.IN_WORDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "Less than ½ unit.", "Less than 1/2 unit"})
    void less_than_half_a_unit_is_missing_and_keeps_its_words(String words) {
        // MCS 2023 and 2024: imports of lead concentrates
        assertThat(Observation.parse(words)).isEqualTo(new Missing(words, Reason.LESS_THAN_HALF_UNIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "Largish", "Large to", "in words"})
    void other_words_are_no_observation(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> Observation.parse(words));
    }

    @Test
    void a_net_exporter_has_no_reliance_on_imports() {
        assertThat(Observation.parse("E")).isEqualTo(new Missing("E", Reason.NET_EXPORTER));
    }

    @Test
    void fold_applies_the_function_of_the_case() {
        String found = Observation.parse("W")
                .fold(new Observation.Cases<>(
                        exact -> "value",
                        bounded -> "bound",
                        ranged -> "range",
                        missing -> missing.reason().toString()));

        assertThat(found).isEqualTo("withheld");
    }

    @Test
    void an_amount_is_not_below_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.parse("-270000").requireAmount(REO))
                .withMessage("'-270000' is below zero, which an amount cannot be. Maybe a dash was typed before it.");
    }

    @Test
    void a_share_is_not_over_the_whole() {
        assertThat(Observation.parse("100").requireAmount(Unit.PERCENT).known()).hasValue(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.parse("923").requireAmount(Unit.PERCENT))
                .withMessage("'923' is over 100%, which a share cannot be. Maybe the decimal point is misplaced.");
    }
}
