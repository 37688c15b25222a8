package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.sheet.page.Pages;

/** Every number here is worked out beside {@link SmallForecast} or in the test, with pencil and paper. */
class BalanceTest {

    private static final Period END = Period.year(2028);

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void make() {
        small = SmallForecast.in(folder);
    }

    @Test
    void scrap_that_supply_has_not_in_it_stands_beside_it() {
        Balance balance = base();

        assertThat(years(balance, balance::before)).containsExactly(-50, -140, -205, -360);
        assertThat(years(balance, balance::secondary)).containsExactly(50, 50, 50, 50);
        assertThat(years(balance, balance::after)).containsExactly(0, -90, -155, -310);
        // 90 of 1,250, 155 of 1,450, 310 of 1,650, after none of 1,050
        assertThat(years(balance, balance::change)).containsExactly(0, -0.072, -0.106896552, -0.187878788);
    }

    @Test
    void what_is_within_supply_is_not_counted_again() {
        Balance balance = base(small.set("within", "40,%"));

        assertThat(years(balance, balance::secondary)).containsExactly(30, 30, 30, 30);
        assertThat(years(balance, balance::after)).containsExactly(-20, -110, -175, -330);
        // the other readings are 50 and nothing, whatever is assumed: of 1,650 demand 310 and 360 are missing
        assertThat(value(balance, balance.afterShare(Balance.Reading.OUTSIDE, END)))
                .isEqualTo(-310.0 / 1650, within(1e-9));
        assertThat(value(balance, balance.afterShare(Balance.Reading.INSIDE, END)))
                .isEqualTo(-360.0 / 1650, within(1e-9));
        assertThat(value(balance, balance.change(Balance.Reading.INSIDE, END)))
                .isEqualTo(-360.0 / 1650 + 50.0 / 1050, within(1e-9));
    }

    @Test
    void a_published_balance_of_the_first_year_settles_how_much_is_within() {
        Balance balance = base(small.set("within", "NA,%")
                .add("assumptions", "published,Base,,published,-30,t Sn,2025,figure,For the test,")
                .table(
                        "balances",
                        "id,measure,material,segment,scrap,scrap_follows,within,anchor",
                        "tin,mined,tin,Total,scrap,follows,within,published"));

        // 1 − (−30 + 1,050 − 1,000) / 50
        assertThat(value(balance, balance.within())).isEqualTo(0.6, within(1e-12));
        assertThat(years(balance, balance::after)).containsExactly(-30, -120, -185, -340);
    }

    @Test
    void shortages_together_would_have_to_come_out_of_stocks() {
        Balance balance = base();

        // 90 + 155 + 310
        assertThat(value(balance, balance.cumulated(END))).isEqualTo(-555);
        assertThat(value(balance, balance.stockNeeded())).isEqualTo(555);
    }

    @Test
    void a_surplus_before_a_shortage_needs_no_stock() {
        Balance balance = base(small.set("ore-added", "200,t Sn/yr"));

        assertThat(years(balance, balance::after)).containsExactly(0, 110, 45, -110);
        assertThat(value(balance, balance.stockNeeded())).isZero();
    }

    @Test
    void scrap_may_follow_demand() {
        Balance balance = base(small.set("follows", "100,%"));

        assertThat(value(balance, balance.secondary(END))).isEqualTo(50 * 1650.0 / 1050, within(1e-6));
    }

    @Test
    void without_scrap_the_balance_is_that_of_supply() {
        Balance balance = base(small.table("balances", "id,measure,material,segment", "tin,mined,tin,Total"));

        assertThat(balance.hasScrap()).isFalse();
        assertThat(years(balance, balance::after)).containsExactly(-50, -140, -205, -360);
        assertThat(ResearchPack.of(small.dataset()).report().sections()).isNotEmpty();
    }

    @Test
    void demand_may_come_in_below_its_outlook() {
        Balance balance = base(small.add("assumptions", SmallForecast.assumed("against", "90,%"))
                .table("balances", "id,measure,material,segment,against_outlook", "tin,mined,tin,Total,against"));

        // 90% of 1,650 in 2028, from 1,050 in equal steps
        assertThat(years(balance, balance::demand)).containsExactly(1050, 1195, 1340, 1485);
    }

    @Test
    void demand_grows_by_the_same_amount_or_at_the_same_rate_between_given_years() {
        Balance linear = base();
        Outcome late = study(small).scenarioOutcomes().get(1);
        Balance geometric = late.balances().get(0);

        assertThat(years(linear, linear::demand)).containsExactly(1050, 1250, 1450, 1650);
        // 1,050 × (1,350 / 1,050)^(1/3) = 1,141.75; ^(2/3) = 1,241.52
        assertThat(value(geometric, geometric.demand(Period.year(2026)))).isEqualTo(1141.75, within(0.005));
        assertThat(value(geometric, geometric.demand(Period.year(2027)))).isEqualTo(1241.52, within(0.005));
        assertThat(value(geometric, geometric.demand(END))).isEqualTo(1350);
    }

    @Test
    void a_surplus_of_the_first_year_is_told() {
        small.with("demand", "tin,Total,2025", "tin,Total,2025,observed,900,t Sn,,paper");

        assertThat(sentences(small))
                .contains(
                        "In 2025 demand was 900 t Sn and supply 1,000; 50 came from scrap, of which 0% is taken to be in"
                                + " supply: a surplus of 150, 16.7% of demand. Balances to 2028 together would take 405 from stocks,"
                                + " whose size is not known.");
    }

    @Test
    void the_title_says_by_how_much_the_market_is_short_or_has_to_spare() {
        // 1,650 − 1,340 = 310, or 18.8% of demand; late 1,350 − 1,295 = 55
        assertThat(sentences(small))
                .contains("Base is 310 t Sn short in 2028, 18.8% of demand; 2 of 2 scenarios are short");
        // 500 more of ore: 190 of 1,650
        assertThat(sentences(small.set("ore-added", "500,t Sn/yr")))
                .contains("Base has a surplus of 190 t Sn in 2028, 11.5% of demand; 0 of 2 scenarios are short");
    }

    @Test
    void a_missing_figure_leaves_whole_sentences() {
        small.with("figures", "mined,Chile", "mined,Chile,2025,,E1,,W,t Sn,reported,,paper");

        assertThat(sentences(small))
                .contains(
                        "Whether supply met demand in 2025 is not known: a figure is missing.",
                        "The balance of 2028 is not known: a figure is missing");
    }

    @Test
    void demand_between_its_published_years_is_not_called_published() {
        small.with("demand", "tin,Total,2025", "tin,Total,2024,observed,850,t Sn,,paper");

        // 850 + (1,650 − 850) / 4 = 1,050
        assertThat(sentences(small))
                .anySatisfy(one ->
                        assertThat(one).startsWith("In 2025 demand, between its published years, is put at 1,050"));
    }

    @Test
    void several_balances_and_conclusions_on_one_share_make_a_report() {
        small.add("measures", "smelted,Smelted,smelting,production,t Sn,")
                .add("figures", "smelted,China,2025,,E1,,500,t Sn,reported,,paper")
                .add("demand", "metal,Total,2025,observed,600,t Sn,,paper", "metal,Total,2028,High,700,t Sn,,paper")
                .add("demand", "metal,Total,2028,Low,650,t Sn,,paper")
                .add("limits", "smelted,China,capacity,held,,,,,,,paper")
                .add("balances", "metal,smelted,metal,Total,scrap,follows,within")
                .add("assumptions", SmallForecast.assumed("half", "50,%"), SmallForecast.assumed("third", "33,%"))
                .add("conclusions", "half,China has half,share-at-least,mined,China,half")
                .add("conclusions", "third,China has a third,share-at-least,mined,China,third");

        ForecastStudy study = study(small);

        assertThat(study.comparison().stream().map(ForecastStudy.Comparison::name))
                .contains("Balance of tin 2028", "Balance of metal 2028")
                .containsOnlyOnce("China, share of mine production 2028");
        assertThat(ResearchPack.of(small.dataset()).report().sections()).isNotEmpty();
    }

    /** The title of the page on the balance, and what stands under it. */
    private static List<String> sentences(SmallForecast small) {
        Part part = Pages.named("Balance", Analyses.of(small.dataset())).orElseThrow();
        return part.sections()
                .get(0)
                .head()
                .map(one -> one.fold(key -> part.model().value(key).inSentence(), words -> words))
                .toList();
    }

    private Balance base() {
        return base(small);
    }

    private static Balance base(SmallForecast small) {
        return study(small).scenarioOutcomes().get(0).balances().get(0);
    }

    private static ForecastStudy study(SmallForecast small) {
        return ForecastStudy.of(small.dataset()).orElseThrow();
    }

    private static double[] years(Balance balance, Function<Period, Key> key) {
        Values values = balance.model().values();
        return balance.years().stream()
                .map(key)
                .mapToDouble(one -> Math.rint(values.number(one).orElseThrow() * 1e9) / 1e9)
                .toArray();
    }

    private static double value(Balance balance, Key key) {
        return balance.model().value(key).number().orElseThrow();
    }
}
