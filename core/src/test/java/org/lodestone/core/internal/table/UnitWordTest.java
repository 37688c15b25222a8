package org.lodestone.core.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.quantity.Unit;

class UnitWordTest {

    @ParameterizedTest
    @CsvSource({
        "元, CNY mn, 0.000001",
        "千元, CNY mn, 0.001",
        "万元, CNY mn, 0.01",
        "百万元, CNY mn, 1",
        "亿元, CNY mn, 100",
        "亿美元, USD bn, 0.1",
        "CNY mn, CNY bn, 0.001",
        "元/股, CNY, 1",
        "USD/shares, USD, 1",
        "股, mn shares, 0.000001",
        "万股, mn shares, 0.01",
        "亿股, shares, 100000000",
        "吨, t REO, 1",
        "千吨, kt REO, 1",
        "万吨, t REO, 10000",
        "万吨/年, t REO/yr, 10000",
        "千克, kg REO, 1",
        "公斤, t REO, 0.001",
        "t, t REO, 1",
        "kt/yr, t REO/yr, 1000",
        "元/公斤, CNY/kg, 1",
        "元/千克, CNY/t, 1000",
        "元/吨, CNY/t, 1",
        "万元/吨, CNY/kg, 10",
        "%, %, 1",
        "倍, x, 1"
    })
    void a_word_is_so_much_of_a_unit(String word, String unit, BigDecimal factor) {
        assertThat(UnitWord.parse(word, "REO").factorTo(Unit.parse(unit))).isEqualByComparingTo(factor);
    }

    @Test
    void digits_are_kept_where_nothing_is_converted() {
        assertThat(UnitWord.parse("元/股", "").times(new BigDecimal("0.2780"), Unit.parse("CNY")))
                .hasToString("0.2780 CNY");
        assertThat(UnitWord.parse("万吨", "gross").times(new BigDecimal("1.5500"), Unit.parse("t gross")))
                .hasToString("15500 t gross");
    }

    @Test
    void money_for_a_share_is_told_from_money() {
        assertThat(UnitWord.parse("元/股", "").each()).isTrue();
        assertThat(UnitWord.parse("元", "").each()).isFalse();
    }

    @Test
    void a_mass_of_nothing_in_particular_and_a_word_that_is_none_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitWord.parse("万吨", ""))
                .withMessage(
                        "'万吨' is a mass, and it is not said a mass of what. Give its basis, such as REO, NdPr oxide or"
                                + " gross.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitWord.parse("万", ""))
                .withMessageStartingWith("'万' is not a unit that is known here. Write one such as 元, 万元");
    }

    @Test
    void a_mass_never_becomes_one_on_another_basis() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitWord.parse("吨", "gross").factorTo(Unit.parse("t REO")));
    }
}
