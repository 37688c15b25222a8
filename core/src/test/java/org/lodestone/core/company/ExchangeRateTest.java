package org.lodestone.core.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;

class ExchangeRateTest {

    @Test
    void a_rate_quoted_for_100_yen_is_divided_by_100() {
        // ECB cross of 30 December 2022: 100 JPY cost 5.2312 CNY
        assertThat(of100Yen("CNY").perUnit()).isEqualTo(0.052312, within(1e-12));
    }

    @Test
    void a_currency_has_no_rate_in_itself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of100Yen("JPY"))
                .withMessage("'JPY' has no rate in itself. Name two currencies.");
    }

    private static ExchangeRate of100Yen(String quote) {
        return new ExchangeRate(
                Period.parse("2022-12-30"),
                Period.year(2022),
                "year_end",
                BigDecimal.valueOf(100),
                "JPY",
                quote,
                new BigDecimal("5.2312"),
                Citation.of("ecb-2022"));
    }
}
