package org.lodestone.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t REO",
                "kt magnet REE",
                "Mt REO",
                "kg gross",
                "t NdPr oxide/yr",
                "t NdPr-equivalent/yr",
                "CNY",
                "CNY mn",
                "AUD bn",
                "USD/kg",
                "CNY/t",
                "CNY/share",
                "CNY/USD",
                "2026 USD/kg",
                "2026 AUD mn",
                "2024 CNY/t",
                "%",
                "% NdPr oxide of REO",
                "x",
                "shares",
                "mn shares",
                "thousand carats",
                "mn m³",
                "[dollars per troy ounce]"
            })
    void a_unit_is_written_as_it_is_read(String text) {
        assertThat(Unit.parse(text))
                .hasToString(text)
                .isEqualTo(Unit.parse(Unit.parse(text).toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "kt magnet REE, MASS, magnet REE, 1000",
        "kg REO, MASS, REO, 0.001",
        "Mt REO/yr, MASS_PER_YEAR, REO, 1000000",
        "CNY mn, MONEY, CNY, 1000000",
        "USD/kg, PRICE, USD, 1",
        "2026 USD/kg, PRICE, 2026 USD, 1",
        "2026 AUD mn, MONEY, 2026 AUD, 1000000",
        "CNY/t, PRICE, CNY, 0.001",
        "CNY/share, MONEY_PER_SHARE, CNY, 1",
        "CNY/USD, EXCHANGE_RATE, CNY/USD, 1",
        "%, SHARE, '', 0.01",
        "% NdPr oxide of REO, SHARE, NdPr oxide of REO, 0.01",
        "mn shares, COUNT, shares, 1000000",
        "thousand carats, COUNT, carats, 1000",
        "[cents per pound], AS_PRINTED, cents per pound, 1",
    })
    void a_unit_knows_its_dimension_basis_and_scale(String text, Dimension dimension, String basis, BigDecimal scale) {
        Unit unit = Unit.parse(text);

        assertThat(unit.dimension()).isEqualTo(dimension);
        assertThat(unit.basis()).isEqualTo(basis);
        assertThat(unit.scale()).isEqualByComparingTo(scale);
    }

    @Test
    void money_of_one_year_has_its_currency_and_does_not_add_to_money_of_the_day() {
        Unit real = Unit.parse("2026 USD/kg");
        Unit ofTheDay = Unit.parse("USD/kg");

        assertThat(real.currency()).isEqualTo("USD").isEqualTo(ofTheDay.currency());
        assertThat(real.moneyOf()).hasValue(2026);
        assertThat(ofTheDay.moneyOf()).isEmpty();
        assertThat(real.comparableWith(ofTheDay)).isFalse();
        assertThat(real.comparableWith(Unit.parse("2025 USD/kg"))).isFalse();
        assertThat(real.comparableWith(Unit.parse("2026 USD/t"))).isTrue();
    }

    @Test
    void what_is_no_money_is_in_no_currency_and_of_no_year() {
        Unit mass = Unit.parse("t REO");

        assertThat(mass.currency()).isEmpty();
        assertThat(mass.moneyOf()).isEmpty();
    }

    @Test
    void a_blank_before_per_year_is_allowed_and_not_kept() {
        assertThat(Unit.parse("t REO /yr")).hasToString("t REO/yr");
    }

    @Test
    void a_basis_may_have_very_many_words() {
        String words = "of ".repeat(40_000) + "it";

        assertThat(Unit.parse("t " + words + "/yr").basis()).isEqualTo(words);
        assertThat(Unit.parse("[" + words + "]").basis()).isEqualTo(words);
    }

    @Test
    void units_compare_only_on_the_same_basis() {
        assertThat(Unit.parse("t REO").comparableWith(Unit.parse("Mt REO"))).isTrue();
        assertThat(Unit.parse("t REO").comparableWith(Unit.parse("t gross"))).isFalse();
        assertThat(Unit.parse("t REO").comparableWith(Unit.parse("t REO/yr"))).isFalse();
        assertThat(Unit.parse("CNY mn").comparableWith(Unit.parse("USD mn"))).isFalse();
        assertThat(Unit.parse("mn carats").comparableWith(Unit.parse("thousand carats")))
                .isTrue();
        assertThat(Unit.parse("[index]").comparableWith(Unit.parse("[cents per pound]")))
                .isFalse();
    }

    @Test
    void tonnes_are_a_mass_whether_of_a_year_or_not() {
        assertThat(Unit.parse("t REO").isMass()).isTrue();
        assertThat(Unit.parse("kt magnet REE/yr").isMass()).isTrue();
        assertThat(Unit.parse("mn carats").isMass()).isFalse();
        assertThat(Unit.parse("USD/kg").isMass()).isFalse();
        assertThat(Unit.parse("% NdPr oxide of REO").isMass()).isFalse();
    }

    @Test
    void a_bare_tonne_is_refused_because_nobody_says_of_what() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse("t"))
                .withMessage("'t' is not a unit. Say a mass of what: t REO, t gross, kt magnet REE/yr.");
    }

    @Test
    void a_content_says_which_basis_is_a_part_of_which() {
        assertThat(Unit.parse("% NdPr oxide of REO").contentOf()).hasValue(ImmutableList.of("NdPr oxide", "REO"));
        assertThat(Unit.PERCENT.contentOf()).isEmpty();
        assertThat(Unit.parse("% NdPr oxide of REO").comparableWith(Unit.PERCENT))
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse("% REO"))
                .withMessage(
                        "'% REO' does not say of which basis which is a part. Write % NdPr oxide of REO, or % alone.");
    }

    @Test
    void an_unknown_currency_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse("RMB mn"))
                .withMessage("'RMB mn' is not a unit: RMB is no currency. Use an ISO 4217 code such as CNY.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tonnes REO", "T REO", "t  REO", "万吨", "percent", "USD / kg", "[]", "[ index]", "[a [b]]", ""})
    void other_spellings_are_refused_with_the_ways_to_write_one(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse(text))
                .withMessage(
                        "'" + text + "' is not a unit. Write a mass with its basis (t REO, kt magnet REE/yr),"
                                + " money (CNY mn, 2026 USD mn), a price (USD/kg, 2026 USD/kg, CNY/share, CNY/USD), shares, carats, m³, litres or people (mn carats),"
                                + " %, a content (% NdPr oxide of REO), %/yr, year, years or x; any other in brackets, as its source has it ([dollars per troy ounce]).");
    }
}
