package org.lodestone.reports.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.heavy.HeavyPrices.Quote;
import org.lodestone.reports.heavy.HeavyPrices.Series;

/** Prices of the Mineral Commodity Summaries 2019 to 2026, and single prices of others. */
class HeavyPricesTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final HeavyPrices prices = HeavyPrices.of(DATASET).orElseThrow();
    private final Series dysprosium = series("Dysprosium oxide");
    private final Series terbium = series("Terbium oxide");

    @Test
    void the_longest_series_are_dysprosium_and_terbium() {
        assertThat(prices.longest()).containsExactly(terbium, dysprosium);
        assertThat(dysprosium.first()).isEqualTo(Period.year(2014));
        assertThat(dysprosium.last()).isEqualTo(Period.year(2025));
    }

    @Test
    void each_year_is_from_the_newest_edition_that_has_it() {
        // MCS 2019 estimated 180 for 2018; MCS 2022 and 2023 have 179
        assertThat(number(dysprosium, 2018)).isEqualTo(179);
        // 1,300 in MCS 2022, 1,346 in MCS 2024, 1,340 in MCS 2026
        assertThat(number(terbium, 2021)).isEqualTo(1340);
        assertThat(prices.model().value(prices.edition(Period.year(2020)))).isEqualTo(Value.of("MCS 2025"));
    }

    @Test
    void growth_and_ratio_are_of_the_prices_shown() {
        // 239 / 257 and 239 / 395
        Key growth = prices.growth(dysprosium, Period.year(2025)).orElseThrow();
        assertThat(number(growth)).isCloseTo(-0.0700, within(0.00005));
        assertThat(number(prices.ratio(dysprosium))).isCloseTo(0.6051, within(0.00005));
        assertThat(prices.growth(dysprosium, Period.year(2014))).isEmpty();
    }

    @Test
    void a_remark_names_the_years_it_is_about() {
        Key price = prices.price(terbium, Period.year(2025)).orElseThrow();
        assertThat(((Content.Figure) prices.model().content(price)).citation().note())
                .isEqualTo("2025: Estimated. FOB; Argus Media.");
    }

    @Test
    void a_quoted_range_stays_a_range() {
        assertThat(prices.quotes())
                .filteredOn(quote -> quote.price().product().equals("Dysprosium oxide"))
                .extracting(quote -> prices.model().value(quote.key()))
                .filteredOn(Value::isMissing)
                .extracting(Value::inSentence)
                .contains("1610–1620", "1330–1350")
                .allMatch(words -> words.contains("–"));
    }

    @Test
    void quotes_of_one_product_and_year_stay_apart() {
        // the industry association and Baichuan on 2024
        assertThat(prices.quotes().stream().map(Quote::key)).doesNotHaveDuplicates();
        assertThat(prices.quotes())
                .filteredOn(quote -> quote.price().product().equals("Terbium oxide")
                        && quote.price().period().equals(Period.year(2024)))
                .extracting(quote -> number(quote.key()))
                .containsExactlyInAnyOrder(5749.52, 5762.1);
    }

    @Test
    void a_dataset_without_heavy_products_has_none() {
        assertThat(HeavyPrices.of(Dataset.builder("empty").build())).isEmpty();
    }

    private Series series(String product) {
        return prices.series().stream()
                .filter(series -> series.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private double number(Series series, int year) {
        return number(prices.price(series, Period.year(year)).orElseThrow());
    }

    private double number(Key key) {
        return prices.model().value(key).number().orElseThrow();
    }
}
