package org.lodestone.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it sets the locale of all of Java")
class QuantityTest {

    @ParameterizedTest
    @ValueSource(strings = {"270000 t REO", "48.40 %", "-10 x", "0.5 kt magnet REE", "501.3 CNY/kg"})
    void a_quantity_is_written_as_it_is_read(String text) {
        assertThat(Quantity.parse(text)).hasToString(text);
    }

    @Test
    void grouped_digits_and_a_glued_percent_sign_are_read() {
        assertThat(Quantity.parse("270,000 t REO")).hasToString("270000 t REO");
        assertThat(Quantity.parse("48.41%")).hasToString("48.41 %");
    }

    @Test
    void amounts_add_in_the_unit_of_the_first() {
        // MCS 2025, 2024: China 270,000 t, United States 45,000 t
        Quantity sum = Quantity.parse("270 kt REO").plus(Quantity.parse("45,000 t REO"));

        assertThat(sum.in(Unit.parse("t REO"))).hasToString("315000 t REO");
        assertThat(sum.unit()).hasToString("kt REO");
    }

    @Test
    void amounts_subtract() {
        // Mountain Pass: the 60,000 t of 2026-2027 less the 50,692 t of 2025
        assertThat(Quantity.parse("60000 t REO").minus(Quantity.parse("50692 t REO")))
                .hasToString("9308 t REO");
    }

    @Test
    void amounts_on_different_bases_never_add() {
        Quantity oxides = Quantity.parse("13343 t REO");
        Quantity ndpr = Quantity.parse("4440 t NdPr oxide");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> oxides.plus(ndpr))
                .withMessage("'4440 t NdPr oxide' cannot be expressed in 't REO': they differ in dimension or basis."
                        + " Use a named Conversion.");
    }

    @Test
    void a_price_per_tonne_is_a_thousandth_per_kilogram() {
        assertThat(Quantity.parse("392600 CNY/t").in(Unit.parse("CNY/kg")).amount())
                .isEqualByComparingTo(new BigDecimal("392.6"));
    }

    @Test
    void text_without_a_unit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.parse("270000"))
                .withMessage("'270000' is not a quantity. Write a number, a blank and a unit, such as 270,000 t REO.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "tr", "ar-EG"})
    void the_locale_changes_nothing(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(Quantity.parse("1,350.5 t REO")).hasToString("1350.5 t REO");
        } finally {
            Locale.setDefault(before);
        }
    }
}
