package org.lodestone.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.time.Period.Kind;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024, YEAR, 2024-01-01, 2024-12-31",
        "FY2024, FISCAL_YEAR, 2024-01-01, 2024-12-31",
        "H1 2025, HALF, 2025-01-01, 2025-06-30",
        "H2 2025, HALF, 2025-07-01, 2025-12-31",
        "Q1 2025, QUARTER, 2025-01-01, 2025-03-31",
        "Q4 2025, QUARTER, 2025-10-01, 2025-12-31",
        "9M 2025, NINE_MONTHS, 2025-01-01, 2025-09-30",
        "TTM 2025-09, TRAILING, 2024-10-01, 2025-09-30",
        "2024-02, MONTH, 2024-02-01, 2024-02-29",
        "2025-07-18, DAY, 2025-07-18, 2025-07-18",
        "2026-2027, YEARS, 2026-01-01, 2027-12-31",
        "2025-01..2025-05, MONTHS, 2025-01-01, 2025-05-31",
        "2019-07..2019-09, MONTHS, 2019-07-01, 2019-09-30",
    })
    void a_period_is_written_as_it_is_read(String text, Kind kind, LocalDate first, LocalDate last) {
        assertThat(Period.parse(text)).isEqualTo(new Period(kind, first, last)).hasToString(text);
    }

    @Test
    void empty_text_is_no_particular_time() {
        assertThat(Period.parse("")).isEqualTo(Period.NONE).hasToString("");
    }

    @Test
    void the_year_before_a_year_or_fiscal_year() {
        assertThat(Period.year(2024).previous()).isEqualTo(Period.year(2023));
        assertThat(Period.parse("FY2024").previous()).hasToString("FY2023");
    }

    @Test
    void a_month_has_no_year_before_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2025-07").previous())
                .withMessage("'2025-07' is not a year, so no period is the one before it.");
    }

    @Test
    void periods_order_by_their_end() {
        List<Period> sorted = Stream.of("2025", "Q1 2025", "2024", "Q4 2025", "TTM 2025-09", "2025-04", "FY2024")
                .map(Period::parse)
                .sorted()
                .toList();

        assertThat(sorted)
                .extracting(Period::toString)
                .containsExactly("2024", "FY2024", "Q1 2025", "2025-04", "TTM 2025-09", "2025", "Q4 2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"early 2026", "2024Q1", "planned", "Q5 2025", "H3 2025", "2024E", "24", "2025/07"})
    void words_are_no_period(String text) {
        assertThat(Period.find(text)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("'" + text + "' is not a period. Write a year (2024, FY2024), a half or quarter (H1 2025,"
                        + " Q1 2025), a month or day (2025-07, 2025-07-18) or a span (2026-2027).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2204|the year 2204 is not between 1800 and 2100",
                "1024-05|the year 1024 is not between 1800 and 2100",
                "2027-2026|it ends before it begins",
                "2025-13|Invalid value for MonthOfYear (valid values 1 - 12): 13",
                "2025-02-30|Invalid date 'FEBRUARY 30'",
            })
    void an_impossible_period_says_why(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("'" + text + "' is not a period: " + why + ". Maybe a digit was mistyped.");
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2025-07-18, 2025-07-19",
        "MONTH, 2025-01-15, 2025-02-28",
        "MONTH, 2025-01-01, 2025-02-14",
        "MONTHS, 2025-01-01, 2025-01-31",
        "QUARTER, 2025-02-01, 2025-04-30",
        "YEAR, 2024-01-01, 2025-12-31",
        "YEARS, 2025-01-01, 2026-06-30",
        "YEARS, 2025-01-01, 2025-12-31",
    })
    void a_period_begins_where_its_kind_does_and_is_as_long(Kind kind, LocalDate first, LocalDate last) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(kind, first, last))
                .withMessage(first + " to " + last + " is no period of kind " + kind);
    }

    @Test
    void periods_are_typed_between_1800_and_2100_and_the_year_before_is_one_too() {
        assertThat(Period.find("1800")).contains(Period.year(1800));
        assertThat(Period.find("2100")).contains(Period.year(2100));
        assertThat(Period.find("1799")).isEmpty();
        assertThat(Period.find("2101")).isEmpty();
        assertThat(Period.year(1800).previous()).isEqualTo(Period.year(1799)).hasToString("1799");
    }

    @Test
    void no_particular_time_has_no_days_of_its_own() {
        LocalDate day = LocalDate.of(2025, 7, 18);

        assertThat(new Period(Kind.NONE, day, day)).isEqualTo(Period.NONE);
    }
}
