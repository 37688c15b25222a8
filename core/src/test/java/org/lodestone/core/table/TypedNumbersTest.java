package org.lodestone.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumbersTest {

    private static final TypedNumbers COMMAS = new TypedNumbers(true, ImmutableSet.of("k.a."));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,211,379,763.0000 | 1211379763.0000",
                "１，２３４．５ | 1234.5",
                "－３ | -3",
                "−3 | -3",
                "'\u00A012\u3000' | 12",
                "0.2780 | 0.2780"
            })
    void numbers_are_exact_also_in_full_width(String cell, String number) {
        assertThat(TypedNumbers.PLAIN.parse(cell)).hasToString("Optional[" + number + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "-", "—", "——", "n/a", "N/A", "NA", "#N/A", "NaN", "－－", "不适用"})
    void what_is_not_known_is_no_number_and_no_mistake(String cell) {
        assertThat(TypedNumbers.PLAIN.parse(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234,5", "1,23", "1d", "0x1p3", "1e5", "12 万", "(5)", "1 2", "Infinity"})
    void anything_else_is_refused(String cell) {
        assertThatIllegalArgumentException().isThrownBy(() -> TypedNumbers.PLAIN.parse(cell));
    }

    @Test
    void a_decimal_comma_is_one_where_the_table_is_said_to_have_it() {
        assertThat(COMMAS.parse("1.234,5")).hasToString("Optional[1234.5]");
        assertThat(COMMAS.parse("1234,50")).hasToString("Optional[1234.50]");
        assertThat(COMMAS.parse("k.A.")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMMAS.parse("1,234.5"))
                .withMessage(
                        "'1,234.5' is not a number with a decimal comma, as this table is said to have. Write 1.234,5 or"
                                + " 1234,5, or take the decimal comma out of the mapping.");
    }

    @Test
    void a_number_with_a_point_and_three_digits_is_a_thousand_where_commas_are_decimal() {
        assertThat(COMMAS.parse("1.234")).hasToString("Optional[1234]");
        assertThat(TypedNumbers.PLAIN.parse("1.234")).hasToString("Optional[1.234]");
    }
}
