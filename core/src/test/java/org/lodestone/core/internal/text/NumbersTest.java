package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"270000|270000", "270,000|270000", "-10|-10", "+4|4", "48.40|48.40", "1,350.5|1350.5", "0|0"})
    void digits_may_be_plain_or_grouped_in_threes(String text, BigDecimal value) {
        assertThat(Numbers.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "31,00O|Maybe the letter O was typed for a zero.",
                "3l000|Maybe the letter l was typed for a one.",
                "I5|Maybe the letter I was typed for a one.",
                " 7 |Remove the blanks around it.",
                "1,2,3|Group digits in threes, or not at all.",
                "1,35.0|Group digits in threes, or not at all.",
                "1.234,5|Maybe a comma was typed for the decimal point.",
                "48,4|Maybe a comma was typed for the decimal point.",
                "1.2.3|Write one decimal point, with digits on both sides.",
                ".5|Write one decimal point, with digits on both sides.",
                "1e400|Write all its digits, without an exponent.",
                "?1|Maybe a minus sign was lost: write it as '-'.",
                "−10|Maybe a minus sign was lost: write it as '-'.",
                "1d|Write plain digits with a decimal point, such as 31000 or 48.40.",
                "0x1p3|Write plain digits with a decimal point, such as 31000 or 48.40.",
                "NaN|Write plain digits with a decimal point, such as 31000 or 48.40.",
                "٣١|Write plain digits with a decimal point, such as 31000 or 48.40.",
            })
    void what_is_no_number_is_refused_with_a_guess_at_what_happened(String text, String remedy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parse(text))
                .withMessage("'" + text + "' is not a number. " + remedy);
    }

    @Test
    void an_empty_cell_is_not_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parse(""))
                .withMessage("'' is not a number. Write the number, or its code if it is missing (NA, W, XX).");
    }

    @Test
    void thousands_of_digits_are_refused_before_they_are_calculated_with() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parse("9".repeat(5000)))
                .withMessageEndingWith("has 5000 characters, more than a number needs. Maybe two cells ran together.");
    }

    @Test
    void a_double_is_the_one_next_to_the_exact_value_and_refused_where_that_is() {
        Random random = new Random(20261126);
        for (int trial = 0; trial < 200_000; trial++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length >= 0; length--) {
                text.append(
                        random.nextInt(12) == 0
                                ? "+-.,e ".charAt(random.nextInt(6))
                                : (char) ('0' + random.nextInt(10)));
            }
            double expected;
            try {
                expected = Numbers.parse(text.toString()).doubleValue();
            } catch (IllegalArgumentException e) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Numbers.parseDouble(text))
                        .withMessage(e.getMessage());
                continue;
            }
            assertThat(Numbers.parseDouble(text)).as(text.toString()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "5.", ".5", "-.5", "1..2", "1.2.3", "1e5", "NaN", "١", " 7"})
    void what_is_no_number_is_no_double(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.parseDouble(text))
                .withMessageStartingWith("'" + text + "' is not a number.");
    }
}
