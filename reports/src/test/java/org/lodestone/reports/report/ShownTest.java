package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.formula.Value;

class ShownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "393950      | WHOLE        | 393,950",
                "-9950       | WHOLE        | −9,950",
                "-0.04       | ONE_DECIMAL  | 0.0",
                "-0.05       | ONE_DECIMAL  | −0.1",
                "-0.00001    | PERCENT      | 0.0%",
                "-0.0265     | PERCENT_2    | −2.65%",
                "-0.5        | CHANGE       | −0.50",
                "0.221       | CHANGE_PERCENT | +22%",
                "0           | WHOLE        | 0",
                "4923.55     | ONE_DECIMAL  | 4,923.6",
                "18.445      | TWO_DECIMALS | 18.45",
                "0.68536     | PERCENT      | 68.5%",
                "0.68536616  | PERCENT_2    | 68.54%",
                "68.5366     | PRECISE      | 68.5366",
                "44          | PRECISE      | 44",
                "60000       | PRECISE      | 60,000",
                "0.7796      | PART_OF_DRAWS | 78%",
                "0.0042      | PART_OF_DRAWS | <1%",
                "0           | PART_OF_DRAWS | 0%",
                "90.8845     | AS_IS        | 90.8845",
                "43000       | AS_IS        | 43,000",
                "1875.3      | AS_IS        | 1,875.3",
                "2027        | AS_IS        | 2027",
                "-2          | AS_IS        | −2",
                "2024        | ORDINAL      | 2024",
                "1           | CHECK        | OK",
                "0           | CHECK        | Look"
            })
    void a_number_is_rounded_and_grouped_as_the_report_says(double amount, Shown shown, String expected) {
        assertThat(shown.text(Value.of(amount))).isEqualTo(expected);
    }

    @Test
    void what_is_missing_shows_its_published_code() {
        assertThat(Shown.WHOLE.text(new Value.Missing("W", "withheld"))).isEqualTo("W");
    }
}
