package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "393950; false; #,##0",
                "3.2;    false; #,##0.0",
                "0.4;    false; #,##0.00",
                "0;      false; #,##0",
                "0.685;  true;  0%",
                "0.03;   true;  0.0%",
                "0.003;  true;  0.00%"
            })
    void an_axis_has_no_more_decimals_than_tell_its_marks_apart(double range, boolean ratios, String format) {
        assertThat(Style.axisFormat(range, ratios)).isEqualTo(format);
    }
}
