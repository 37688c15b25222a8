package org.lodestone.core.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.time.Period;

class ExchangeRateTest {

    @Test
    void a_rate_quoted_for_100_yen_is_divided_by_100() {
        Citation citation = new Citation(ImmutableList.of("safe"), Reliability.READ, How.REPORTED, "");
        ExchangeRate rate = new ExchangeRate(
                Period.parse("2024-12-31"),
                Period.year(2024),
                "year_end",
                BigDecimal.valueOf(100),
                "JPY",
                "CNY",
                new BigDecimal("4.6233"),
                citation);

        assertThat(rate.perUnit()).isEqualTo(0.046233, within(1e-12));
    }
}
