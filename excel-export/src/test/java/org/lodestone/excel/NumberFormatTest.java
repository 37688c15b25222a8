package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.report.Shown;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "WHOLE;       false; 393950; 393,950",
                "WHOLE;       false; -7.5;   −8",
                "ONE_DECIMAL; true;  13.06;  +13.1",
                "ONE_DECIMAL; true;  -7.4;   −7.4",
                "ONE_DECIMAL; true;  -0.04;  0.0",
                "PERCENT;     false; 0.685;  68.5%",
                "PERCENT_2;   true;  0.0475; +4.75%"
            })
    void a_number_has_a_true_minus_and_a_plus_where_it_is_a_change(
            Shown shown, boolean signed, double number, String text) {
        assertThat(NumberFormat.of(shown, signed).text(number)).isEqualTo(text);
    }

    @Test
    void a_day_has_its_month_in_english_in_the_workbook_and_out_of_it() {
        NumberFormat months = NumberFormat.ofDays("mmm yy");

        assertThat(months.code()).isEqualTo("[$-809]mmm yy");
        assertThat(months.text(46_336)).as("10 November 2026").isEqualTo("Nov 26");
        assertThat(NumberFormat.ofDays("d mmm yy").text(46_336)).isEqualTo("10 Nov 26");
    }

    @Test
    void a_mark_after_a_number_is_part_of_its_code_so_that_it_follows_its_cell() {
        NumberFormat whole = NumberFormat.of(Shown.WHOLE, false);

        assertThat(whole.code()).isEqualTo("#,##0;\"−\"#,##0");
        assertThat(whole.code("*")).isEqualTo("#,##0\"*\";\"−\"#,##0\"*\"");
        assertThat(new NumberFormat(1, false, false, 2).code("*")).isEqualTo("#,##0.0,,\"*\";\"−\"#,##0.0,,\"*\"");
        assertThat(whole.codeWhereMissing()).isEqualTo("#,##0;\"−\"#,##0;\"\";\"\"");
    }
}
