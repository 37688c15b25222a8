package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.quantity.Unit;

class ValueUnitTest {

    private static ValueUnit of(String unit) {
        return ValueUnit.of(Unit.parse(unit));
    }

    @ParameterizedTest
    @CsvSource({
        "t REO, t REO",
        "kt magnet REE, kt magnet REE",
        "t REO/yr, t REO",
        "CNY mn, CNY mn",
        "mn shares, mn shares",
        "CNY/share, CNY/share",
        "CNY/USD, CNY/USD",
        "% NdPr oxide of REO, % NdPr oxide of REO",
        "%, %",
        "%/yr, %",
        "x, a pure number",
        "years, a pure number",
        "[dollars per troy ounce], [dollars per troy ounce]",
    })
    void a_unit_of_a_dataset_is_made_of_what_it_counts(String unit, String made) {
        assertThat(of(unit)).hasToString(made);
    }

    @Test
    void a_price_times_the_mass_that_it_is_for_is_money_and_times_another_is_not() {
        ValueUnit price = ValueUnit.ofPrice(Unit.parse("USD/kg"), "NdPr oxide");

        assertThat(price).hasToString("USD/kg NdPr oxide");
        assertThat(ValueUnit.ofPrice(Unit.parse("USD/t"), "Li2CO3")).hasToString("USD/t Li2CO3");
        assertThat(price.times(of("t NdPr oxide"))).hasToString("10^3 USD");
        assertThat(price.times(of("t REO")).fits(of("USD"))).isFalse();
    }

    @Test
    void a_content_leads_from_the_whole_to_the_part() {
        assertThat(of("t REO").times(of("% NdPr oxide of REO")).over(ValueUnit.PERCENT))
                .isEqualTo(of("t NdPr oxide"));
    }

    @Test
    void kilotonnes_times_a_thousand_are_tonnes() {
        assertThat(of("kt REO").times(ValueUnit.ofConstant(1_000))).isEqualTo(of("t REO"));
        assertThat(of("kt REO").fits(of("t REO"))).isFalse();
        assertThat(of("kt REO").countsAs(of("t REO"))).isTrue();
        assertThat(of("kt REO").unscaled()).isEqualTo(of("t REO"));
    }

    @Test
    void a_hundred_times_a_ratio_is_a_percentage_and_fifteen_times_a_ratio_is_a_ratio() {
        assertThat(ValueUnit.NUMBER.times(ValueUnit.ofConstant(100))).isEqualTo(ValueUnit.PERCENT);
        assertThat(ValueUnit.ofConstant(15)).isEqualTo(ValueUnit.NUMBER);
    }

    @Test
    void what_fits_all_leaves_other_units_as_they_are_and_what_is_not_known_makes_them_unknown() {
        assertThat(ValueUnit.ANY.fits(of("t REO"))).isTrue();
        assertThat(of("t REO").times(ValueUnit.ANY).isAny()).isTrue();
        assertThat(of("t REO").times(ValueUnit.UNKNOWN)).isEqualTo(ValueUnit.UNKNOWN);
    }

    @Test
    void the_root_of_a_square_is_the_unit_itself_and_of_an_amount_it_is_not_known() {
        assertThat(of("t REO").times(of("t REO")).root()).isEqualTo(of("t REO"));
        assertThat(of("t REO").root()).isEqualTo(ValueUnit.UNKNOWN);
    }
}
