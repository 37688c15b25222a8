package org.lodestone.reports.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.risk.RiskAnalysis.Lookup;
import org.lodestone.reports.risk.RiskAnalysis.Outturn;
import org.lodestone.reports.sheet.risk.DriverSection;

/** Risks of a forecast that can be solved on paper: supply of 1,290 t in 2028, and a balance of −310. */
class RiskOnPaperTest {

    private static final Case BASE = Case.of("Base");
    private static final String ORE = "ore-added,value,0,100,uniform,,1000,For the test,";

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void make() {
        small = SmallForecast.in(folder);
    }

    @Test
    void a_conclusion_turns_where_the_equation_says() {
        RiskAnalysis risk = risk(small);

        // 1,290 + x = 1,000 × 1.1³ = 1,331; −310 + x = 0
        assertThat(turns(risk, "slowing").number().orElseThrow()).isEqualTo(41, within(1e-9));
        assertThat(turns(risk, "tight").number().orElseThrow()).isEqualTo(310, within(1e-9));
    }

    @Test
    void a_conclusion_that_no_value_in_the_range_turns_says_none() {
        RiskAnalysis risk = risk(small.with("drivers", "ore-added", ORE.replace("1000", "300")));

        assertThat(turns(risk, "tight")).isEqualTo(Value.of(RiskAnalysis.NOWHERE));
    }

    @Test
    void each_scenario_has_its_own_break_even() {
        RiskAnalysis risk = risk(small);
        Lookup tight = risk.breakEven(driver(risk, "ore-added"), conclusion(risk, "tight"));

        // late: Chile has 345 rather than 390, so 1,245 + 50 − 1,350 = −55
        assertThat(risk.model().value(tight.in(Case.of("Late"))).number().orElseThrow())
                .isEqualTo(55, within(1e-9));
    }

    @Test
    void a_delay_turns_a_conclusion_at_a_whole_year() {
        // on time North brings 90 in 2028, a year late (now) too, two years late 45 and three years late nothing: the
        // balance of −310 goes below −320 from two years on
        RiskAnalysis risk = risk(small.set("level", "-320,t Sn")
                .with("drivers", "north-delay", "north-delay,change,-1,2,whole,,5,For the test,"));

        assertThat(turns(risk, "north-delay", "tight")).isEqualTo(Value.of(2));
        assertThat(turns(risk, "north-delay", "slowing")).isEqualTo(Value.of(RiskAnalysis.NOWHERE));
    }

    @Test
    void a_probability_is_looked_for_between_nothing_and_all() {
        // all of North brings 90 more: −220 is still short, though 222% would close the balance
        RiskAnalysis risk = risk(
                small.with("drivers", "north-probability", "north-probability,value,0,100,chance,,400,For the test,"));

        assertThat(turns(risk, "north-probability", "tight")).isEqualTo(Value.of(RiskAnalysis.NOWHERE));
    }

    @Test
    void a_risk_is_told_from_the_row_of_all_whatever_its_name() {
        small.with("risks", "more-ore", "more-ore,All of them,Ore is scarce,mining,Peru,Ore,t Sn,,paper")
                .add("risks", "still-more,Still more,Ore is scarce,mining,Peru,Ore,t Sn,,paper")
                .add("shocks", "still-more,ore-added,add,60,For the test,paper");

        RiskAnalysis risk = risk(small);

        Conclusion tight = conclusion(risk, "tight");
        assertThat(risk.outturns())
                .extracting(row -> Math.round(number(risk, risk.shocked(row, tight))))
                .containsExactly(-310L, -270L, -250L, -210L);
    }

    @Test
    void one_number_has_one_tornado_however_many_conclusions_it_decides() {
        RiskAnalysis risk = risk(small.add("assumptions", SmallForecast.assumed("fast", "5,%/yr"))
                .add("conclusions", "fast,Growth is slow,growth-below,mined,,fast"));

        assertThat(risk.tornadoes()).extracting(Conclusion::id).containsExactly("slowing", "tight");
    }

    @Test
    void a_risk_moves_what_decides_a_conclusion_by_its_size() {
        RiskAnalysis risk = risk(small);

        assertThat(shocked(risk, "None of them", "tight")).isEqualTo(-310, within(1e-9));
        assertThat(shocked(risk, "More ore", "tight")).isEqualTo(-270, within(1e-9));
        assertThat(shocked(risk, "More ore", "slowing")).isEqualTo(Math.cbrt(1.33) - 1, within(1e-12));
    }

    @Test
    void a_risk_may_move_an_assumption_in_one_year() {
        RiskAnalysis risk = risk(small.set("china-capacity", "1000,t Sn/yr")
                .with("shocks", "more-ore", "more-ore,quota-growth,add,20,For the test,paper")
                .with("drivers", "ore-added", ORE));
        RiskAnalysis inOneYear = risk(small.table("shocks", "risk,assumption,year,change,size,reason,sources")
                .add("shocks", "more-ore,quota-growth,2027,add,20,For the test,paper"));

        // China in 2028: 600 × 1.1³ = 798.6; 600 × 1.3³ = 1,318.2 or 1,000; 600 × 1.1 × 1.3 × 1.1 = 943.8
        assertThat(shocked(risk, "None of them", "tight")).isEqualTo(798.6 + 390 + 200 + 50 - 1650, within(1e-9));
        assertThat(shocked(risk, "More ore", "tight")).isEqualTo(1000 + 390 + 200 + 50 - 1650, within(1e-9));
        assertThat(shocked(inOneYear, "More ore", "tight")).isEqualTo(943.8 + 390 + 200 + 50 - 1650, within(1e-9));
    }

    @Test
    void the_value_of_one_year_may_turn_a_conclusion() {
        RiskAnalysis risk = risk(small.set("china-capacity", "1000,t Sn/yr")
                .set("level", "-200,t Sn")
                .addInYear("drivers", 2027, "quota-growth,value,0,30,uniform,,20,For the test,"));

        // 660 × 1.1 × (1 + g) + 390 + 200 + 50 − 1,650 = −200
        assertThat(turns(risk, "quota-growth", "tight").number().orElseThrow())
                .isEqualTo(100 * (810 / 726.0 - 1), within(1e-6));
    }

    @Test
    void two_risks_that_add_to_one_assumption_add_up() {
        RiskAnalysis risk =
                risk(small.add("risks", "still-more,Still more ore,Ore is scarce,mining,Peru,Ore,t Sn,,paper")
                        .add("shocks", "still-more,ore-added,add,60,For the test,paper"));

        assertThat(shocked(risk, "All of them", "tight")).isEqualTo(-310 + 40 + 60, within(1e-9));
    }

    @Test
    void drivers_are_enough_for_an_analysis_without_shocks() {
        RiskAnalysis risk = risk(small.without("shocks").without("risks"));

        assertThat(risk.outturns()).isEmpty();
        assertThat(turns(risk, "tight").number().orElseThrow()).isEqualTo(310, within(1e-9));
        assertThat(DriverSection.of(small.dataset(), risk).sections()).hasSize(1);
    }

    @Test
    void a_driver_that_moves_nothing_has_no_bar() {
        RiskAnalysis risk = risk(small.set("north-probability", "0,%"));

        // North does not come, so how late it is and how much of it is lost moves nothing: ore and its probability are
        // left
        assertThat(risk.bars(conclusion(risk, "tight"))).isEqualTo(2);
    }

    @Test
    void a_uniform_driver_spreads_the_balance_evenly() {
        RiskAnalysis risk =
                risk(small.table("drivers", "assumption,as,low,high,drawn,variation,search,reason,sources", ORE));
        Balance balance = risk.study().chosen().balances().get(0);
        Period end = Period.year(2028);

        // 20,000 draws of 0 to 100 on top of −310; a percentile is off by less than 100 × 4 × √(0.25 / 20,000) = 1.4
        for (double share : RiskAnalysis.PERCENTILES) {
            assertThat(number(risk, risk.percentile(balance, share, end))).isEqualTo(-310 + 100 * share, within(1.5));
        }
        // growth slows in the draws below the break-even of 41
        assertThat(number(risk, risk.holds(conclusion(risk, "slowing")))).isEqualTo(0.41, within(0.014));
    }

    @Test
    void what_is_withheld_leaves_the_analysis_empty_but_whole() {
        RiskAnalysis risk = risk(small.with("figures", "mined,Chile", "mined,Chile,2025,,E1,,W,t Sn,reported,,paper"));

        assertThat(turns(risk, "tight").isMissing()).isTrue();
        assertThat(risk.model()
                        .value(risk.shocked(outturn(risk, "More ore"), conclusion(risk, "tight"))
                                .in(BASE))
                        .isMissing())
                .isTrue();
    }

    private static RiskAnalysis risk(SmallForecast small) {
        Dataset dataset = small.dataset();
        ForecastStudy study = ForecastStudy.of(dataset).orElseThrow();
        return RiskAnalysis.of(dataset, study, Run.STANDARD).orElseThrow();
    }

    private static Value turns(RiskAnalysis risk, String conclusion) {
        return turns(risk, "ore-added", conclusion);
    }

    private static Value turns(RiskAnalysis risk, String driver, String conclusion) {
        return risk.model()
                .value(risk.breakEven(driver(risk, driver), conclusion(risk, conclusion))
                        .in(BASE));
    }

    private static double shocked(RiskAnalysis risk, String row, String conclusion) {
        return number(risk, risk.shocked(outturn(risk, row), conclusion(risk, conclusion)));
    }

    private static double number(RiskAnalysis risk, Lookup lookup) {
        return risk.model().value(lookup.in(BASE)).number().orElseThrow();
    }

    private static Driver driver(RiskAnalysis risk, String assumption) {
        return risk.drivers().stream()
                .filter(driver -> driver.assumption().equals(assumption))
                .findFirst()
                .orElseThrow();
    }

    private static Conclusion conclusion(RiskAnalysis risk, String id) {
        return risk.conclusions().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Outturn outturn(RiskAnalysis risk, String name) {
        return risk.outturns().stream()
                .filter(outturn -> outturn.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
