package org.lodestone.reports.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** The decks of the bundled dataset. */
class PriceDecksTest {

    private static final Dataset DATASET = BundledPack.of("rare-earths").dataset();
    private static final PriceDecks DECKS =
            Analyses.of(DATASET).values().orElseThrow().decks();
    private static final Deck CHINA = DECKS.deck("ndpr-china");

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow();
    }

    /** The response is off, so that the price of 2026 stands for each year before it: 95.4 against 48.3 and 61.7 USD/kg. */
    @ParameterizedTest
    @CsvSource({"2024, 48.3, 0.975155", "2025, 61.7, 0.546191"})
    void without_a_response_the_price_of_2026_misses_the_years_before_it(int of, double paid, double missed) {
        Period year = Period.year(of);
        Values values = DECKS.model().values();

        assertThat(number(values, DECKS.paid(CHINA, year))).isEqualTo(paid);
        assertThat(number(values, DECKS.lookedBack(CHINA, year))).isEqualTo(95.4);
        assertThat(number(values, DECKS.missed(CHINA, year))).isCloseTo(missed, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"2024, 2025", "2025, 2024"})
    void a_response_that_fits_one_year_misses_the_other(int fitted, int other) {
        Values off = DECKS.model().values();
        double response = number(off, DECKS.responseThatFits(CHINA, Period.year(fitted)));
        Values on = DECKS.model().valuesWith(Map.of(DECKS.response(CHINA), Value.of(response)));

        assertThat(number(on, DECKS.missed(CHINA, Period.year(fitted)))).isCloseTo(0, within(1e-12));
        assertThat(Math.abs(number(on, DECKS.missed(CHINA, Period.year(other)))))
                .isGreaterThan(0.1);
    }

    @Test
    void a_deck_that_never_answers_to_a_balance_has_nothing_to_look_back_on() {
        assertThat(DECKS.yearsBefore(DECKS.deck("ndpr-outside"))).isEmpty();
    }
}
