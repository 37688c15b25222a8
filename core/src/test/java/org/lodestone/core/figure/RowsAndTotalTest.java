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
    void a_total_is_rounded_to_the_last_digit_before_zeros(String total, BigDecimal most) {
        assertThat(RowsAndTotal.roundingOfTotal(Observation.parse(total))).isEqualByComparingTo(most);
    }

    @ParameterizedTest
    @CsvSource({"20000, 500", "10, 0.5", "7, 0.5", "82700, 50", "0.30, 0.005", "10000000, 500000", "W, 0", "—, 0"})
    void a_row_is_rounded_to_its_second_digit_at_least(String row, BigDecimal most) {
        assertThat(RowsAndTotal.roundingOfRow(Observation.parse(row))).isEqualByComparingTo(most);
    }

    @Test
    void rows_are_rounded_too() {
        // MCS 2024, reserves of rare earths, 2023, t REO: the total's own rounding explains 5.0 of 5.4 Mt, that of the
        // rows
        // another 2.2 Mt: half a million each of Brazil, China, Russia and Vietnam, and less of the others
        RowsAndTotal reserves = table(
                "5700000 21000000 NA 830000 44000000 1500000 6900000 NA NA 10000000 790000 890000 4500 1800000 22000000",
                "110000000");

        assertThat(reserves.sumOfKnown()).isEqualByComparingTo("115414500");
        assertThat(reserves.rounding()).isEqualByComparingTo("7215050");
        assertThat(reserves.isMissed()).isFalse();
        assertThat(table("5700000 21000000 NA 44000000 10000000 22000000 15000000", "110000000")
                        .isMissed())
                .isTrue();
    }

    @Test
    void three_digits_of_a_total_are_met_where_a_row_has_two() {
        // MCS 2026, lithium, 2024: the rows sum to 222,970 t, printed 222,000; 20,000 of Zimbabwe alone may be 500 off
        assertThat(table("W 13800 82700 10200 4820 48900 41400 770 380 20000 —", "222000")
                        .isMissed())
                .isFalse();
        // the same without the 770 of Mali and with 2,000 more of Australia
        assertThat(table("W 13800 84700 10200 4820 48900 41400 380 20000 —", "222000")
                        .isMissed())
                .isTrue();
    }

    @Test
    void a_release_that_does_not_add_up_is_missed() {
        // MCS 2026, manganese reserves, thousand t: the known rows exceed the total by 98,000
        assertThat(table("— 580000 300000 260000 NA 61000 13000 34000 550000 Small", "1700000")
                        .isMissed())
                .isTrue();
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
