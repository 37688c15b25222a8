package org.lodestone.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsAndTotalTest {

    /** Rows separated by blanks. */
    private static RowsAndTotal table(String rows, String total) {
        return RowsAndTotal.of(
                Stream.of(rows.split(" ", -1)).map(Observation::parse).toList(), Observation.parse(total));
    }

    @ParameterizedTest
    @CsvSource({
        "390000, 5000",
        "376000, 500",
        "2700000, 50000",
        "1310, 5",
        "393950, 5",
        "7, 0.5",
        "0.30, 0.05",
        "12.5, 0.05"
    })
    void rounding_explains_half_of_the_last_digit_before_zeros(String total, BigDecimal most) {
        assertThat(RowsAndTotal.rounding(Observation.parse(total)).orElseThrow())
                .isEqualByComparingTo(most);
    }

    @Test
    void rows_may_differ_from_a_rounded_total() {
        // MCS 2025, rare earths, 2024: China 270,000, the others 123,950, printed 390,000
        RowsAndTotal mined = table("270000 123950", "390000");

        assertThat(mined.difference().orElseThrow()).isEqualByComparingTo("-3950");
        assertThat(mined.isMissed()).isFalse();
    }

    @Test
    void a_row_that_is_not_read_is_missed() {
        // MCS 2023, antimony, 2022: China 60,000 and others of 30,580, without the 20,000 of Russia, printed 110,000
        assertThat(table("60000 30580", "110000").isMissed()).isTrue();
        assertThat(table("60000 30580 20000", "110000").isMissed()).isFalse();
    }

    @Test
    void what_is_withheld_may_be_what_is_lacking_but_a_sum_above_the_total_is_not() {
        RowsAndTotal withheld = table("88000 49000 W", "240000");

        assertThat(withheld.difference()).isEmpty();
        assertThat(withheld.isMissed()).isFalse();
        assertThat(table("88000 170000 W", "240000").isMissed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"W NA, 240000", "88000 49000, >90000000", "88000 49000, NA", "0 0, 0"})
    void nothing_is_missed_where_nothing_is_known(String rows, String total) {
        assertThat(table(rows, total).isMissed()).isFalse();
    }

    @Test
    void a_total_of_nothing_over_rows_of_something_is_missed() {
        assertThat(table("5 0", "0").isMissed()).isTrue();
    }
}
