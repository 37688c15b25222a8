package org.lodestone.reports.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Model;

class SharePriceTest {

    private final CompanyFacts facts = CompanyFacts.of(RareEarths.dataset());
    private final ImmutableList<SharePrice> prices = SharePrice.of(RareEarths.dataset(), facts);
    private final Model model = Model.builder()
            .include(Definitions.MODEL)
            .include(facts.model())
            .include(SharePrice.model(prices))
            .build();

    private SharePrice price(String company) {
        return prices.stream()
                .filter(one -> one.company().id().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private String newest(String company) {
        return price(company)
                .stated()
                .map(stated -> stated.fact().value() + " " + stated.fact().unit() + ", "
                        + stated.fact().period())
                .orElse("none");
    }

    @Test
    void the_newest_price_is_used_in_its_own_currency() {
        assertThat(newest("600111.SH")).isEqualTo("54.74 CNY, 2026-02-13");
        // it reports in USD, and has a line in New York of 12 February
        assertThat(newest("NEO.TO")).isEqualTo("22.93 CAD, 2026-02-20");
    }

    @Test
    void what_was_read_goes_before_what_is_secondary_unless_it_is_three_months_older() {
        // Lynas: 11.77 by a second-hand page of 22 January, seven weeks later, outside the range of that month
        assertThat(newest("LYC.AX")).isEqualTo("14.14 AUD, 2025-12-05");
        // USA Rare Earth: 22.42 was read on 30 January, and nothing since
        assertThat(newest("USAR")).isEqualTo("15.37 USD, 2026-09-18");
    }

    @Test
    void a_place_is_open_only_where_no_price_is_known() {
        assertThat(prices)
                .filteredOn(price -> price.stated().isEmpty())
                .singleElement()
                .satisfies(fuels -> {
                    assertThat(fuels.company().id()).isEqualTo("UUUU");
                    assertThat(model.value(fuels.price()).plain()).isEqualTo("price?");
                    assertThat(fuels.currency()).isEqualTo("USD");
                    assertThat(fuels.isValued()).isFalse();
                });
    }

    @Test
    void a_number_of_shares_that_follows_from_a_market_value_gives_it_back() {
        // Iluka: 2,281 AUD mn at 5.32 are 428.8 mn shares; 1.4164 AUD for 1 USD in February 2026
        assertThat(model.value(price("ILU.AX").marketValue()).number().orElseThrow())
                .isCloseTo(2_281 / 1.4164, within(0.5));
    }
}
