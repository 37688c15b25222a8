package org.lodestone.reports.valuation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

class PriceWindowTest {

    private static final Company NORTHERN =
            requireNonNull(RareEarths.dataset().companies().get("600111.SH"));

    private static SharePrice price(String period) {
        CompanyFact fact = new CompanyFact(
                "600111.SH",
                "share-price",
                period,
                Observation.parse("54.74"),
                Unit.parse("CNY"),
                "",
                "",
                Citation.of("stockanalysis"));
        StatedFact stated = new StatedFact(fact, Term.of("price").of(Subject.of(period)));
        return new SharePrice(
                NORTHERN,
                Optional.of(stated),
                stated.period().orElseThrow().last(),
                Optional.empty(),
                "CNY",
                Optional.empty());
    }

    private static List<SharePrice> prices(String... periods) {
        return Stream.of(periods).map(PriceWindowTest::price).toList();
    }

    private static List<String> windows(List<List<SharePrice>> prices) {
        return PriceWindow.of(prices).stream().map(PriceWindow::toString).toList();
    }

    @Test
    void the_days_with_the_most_companies_go_first_and_of_several_the_latest() {
        assertThat(windows(List.of(
                        prices("2025-12-05", "2026-02-06"), prices("2025-12-05", "2026-02-13"), prices("2026-03-06"))))
                .containsExactly("6 to 13 February 2026", "5 December 2025", "6 March 2026");
    }

    @Test
    void a_ninth_day_is_outside() {
        assertThat(windows(List.of(prices("2026-02-06"), prices("2026-02-14"))))
                .containsExactly("14 February 2026", "6 February 2026");
    }

    @Test
    void several_prices_of_one_company_count_once() {
        assertThat(PriceWindow.of(List.of(prices("2026-02-06", "2026-02-09", "2026-02-13"))))
                .extracting(PriceWindow::companies)
                .containsExactly(1);
    }

    @Test
    void days_with_less_than_half_as_many_are_left_out() {
        assertThat(windows(List.of(prices("2026-02-06", "2026-03-20"), prices("2026-02-06"), prices("2026-02-06"))))
                .containsExactly("6 February 2026");
    }

    @Test
    void a_price_of_a_month_is_of_no_day() {
        assertThat(windows(List.of(prices("2024-12")))).isEmpty();
    }

    @Test
    void a_window_is_told_as_shortly_as_its_months_and_years_allow() {
        LocalDate october = LocalDate.of(2025, 10, 31);
        LocalDate december = LocalDate.of(2025, 12, 29);
        assertThat(new PriceWindow(october, october.plusDays(6), 1)).hasToString("31 October to 6 November 2025");
        assertThat(new PriceWindow(december, december.plusDays(4), 1))
                .hasToString("29 December 2025 to 2 January 2026");
    }
}
