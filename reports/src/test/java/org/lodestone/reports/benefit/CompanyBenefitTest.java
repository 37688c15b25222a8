package org.lodestone.reports.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.benefit.RareEarthGains.ARAFURA;
import static org.lodestone.reports.benefit.RareEarthGains.LYNAS;
import static org.lodestone.reports.benefit.RareEarthGains.MP;
import static org.lodestone.reports.benefit.RareEarthGains.NORTHERN;
import static org.lodestone.reports.benefit.RareEarthGains.RARE_EARTH;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.CompanyBenefit.Known;
import org.lodestone.reports.benefit.Holders.Group;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.value.NetAssets;

/** What rare earth companies gain in the base case, worked out on paper from what they and others print. */
class CompanyBenefitTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** Gains are kept to nine digits. */
    private static final Offset<Double> ROUNDED = within(1e-9);

    /** From 2026 to 2030: 95.4 to 99.1 USD/kg. */
    private static final double MOVE = 99.1 / 95.4 - 1;

    /** June 2026, without VAT (lynas-2026-08-asx). */
    private static final double SPOT = 100.8;

    private final RareEarthGains gains = RareEarthGains.asTheyAre();
    private final Benefits benefits = gains.benefits();
    private final SupplyForecast supply = benefits.supply();
    private final Period end = benefits.last();

    private double tonnes(String company) {
        return gains.number(gains.company(company).tonnes().orElseThrow());
    }

    private double least(Known known) {
        return gains.number(known.least());
    }

    private double most(Known known) {
        return gains.number(known.most().orElseThrow());
    }

    // ---------------------------------------------------------------- tonnes

    @Test
    void lynas_makes_what_mt_weld_adds_to_7260_tonnes_by_its_chance_less_disruption() {
        assertThat(end).isEqualTo(Period.year(2030));
        // 90% of the 3,240 t up to 10,500, less 5%; and 36 t of Dy and Tb oxide. Metal is 85 and 86.7% of the oxides
        assertThat(tonnes(LYNAS)).isCloseTo(0.85 * (7.26 + 0.9 * 3.24 * 0.95) + 0.867 * 0.036, CLOSE);
        // 2025: 6,909 t and 18 t
        assertThat(gains.number(benefits.tonnes(LYNAS, benefits.first()).orElseThrow()))
                .isCloseTo(0.85 * 6.909 + 0.867 * 0.018, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({NORTHERN + ", 170000", RARE_EARTH + ", 6000"})
    void what_runs_in_china_is_shared_as_the_quota_of_2024_of_254000_tonnes(String company, double quota) {
        double china = gains.number(supply.running(supply.places().get(0), end));

        assertThat(supply.name(supply.places().get(0))).isEqualTo("China");
        assertThat(tonnes(company)).isCloseTo(china * quota / 254_000, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Base", "Tight", "Fast overseas"})
    void tonnes_of_all_companies_and_of_nobody_are_all_supply(String scenario) {
        tonnesAddUp(RareEarthGains.in(scenario));
    }

    @Test
    void tonnes_of_plants_that_are_not_named_are_nobodys() {
        Key more = RareEarths.analyses()
                .forecast()
                .orElseThrow()
                .scenarios()
                .key("overseas-refining-added", Case.of("Base"));
        RareEarthGains added = RareEarthGains.with(Map.of(more, Value.of(1)));

        assertThat(added.number(supply.total(end))).isCloseTo(gains.number(supply.total(end)) + 1, within(1e-6));
        tonnesAddUp(added);
    }

    private void tonnesAddUp(RareEarthGains chosen) {
        Analyses analyses = RareEarths.analyses();
        ForecastStudy study = analyses.forecast().orElseThrow();
        Held held = new Held(
                supply,
                study.scenarios(),
                study.chosen().in(),
                new Holders(analyses.dataset(), analyses.attribution(), analyses.quotas()));
        for (Period year : new Period[] {benefits.first(), end}) {
            Map<Group, Formula> output = held.output(year);
            double nobody = output.entrySet().stream()
                    .mapToDouble(group ->
                            number(chosen, group.getValue().times(group.getKey().rest())))
                    .sum();
            double companies = benefits.companies().stream()
                    .flatMap(one -> benefits.tonnes(one.company().id(), year).stream())
                    .mapToDouble(chosen::number)
                    .sum();

            assertThat(companies).isPositive();
            assertThat(nobody).isPositive();
            assertThat(companies + nobody).isCloseTo(chosen.number(supply.total(year)), within(1e-8));
        }
    }

    private static double number(RareEarthGains gains, Formula formula) {
        return gains.values().of(formula).number().orElseThrow();
    }

    // ---------------------------------------------------------------- profit

    /** MP in USD mn: 1,994 t at no less than 110, less 30% of what is above. */
    private static double mp(double price) {
        return 1.994 * (Math.max(110, price) - 0.3 * Math.max(0, price - 110));
    }

    /** Lynas in USD mn: 7,260 t, of which 5,000 at no less than 110. */
    private static double lynas(double price) {
        return 7.26 * price + 5 * Math.max(0, 110 - price);
    }

    @Test
    void mp_gains_what_a_rise_leaves_above_its_floor_and_loses_nothing_in_a_fall() {
        double outside = SPOT * 1.056;
        Known up = gains.company(MP).profitPerShare(Way.UP).orElseThrow();
        Known down = gains.company(MP).profitPerShare(Way.DOWN).orElseThrow();

        // 106.4 rises to 110.6, and of the 0.6 above the floor 30% are the Department of Defense's; 177.23 mn shares
        double byHand = (mp(outside * (1 + MOVE)) - mp(outside)) / 177.23;
        assertThat(byHand).isCloseTo(0.0045, within(0.00005));
        assertThat(least(up)).isEqualTo(most(up)).isCloseTo(byHand, CLOSE);
        assertThat(least(down)).isCloseTo(0, CLOSE);
        assertThat(most(down)).isCloseTo(0, CLOSE);
        // USD 58.23 on 6 March 2026
        assertThat(gains.least("profit", MP)).isCloseTo(byHand / 58.23, ROUNDED);
    }

    @Test
    void lynas_gains_and_loses_by_the_2260_tonnes_that_no_floor_covers() {
        Known up = gains.company(LYNAS).profitPerShare(Way.UP).orElseThrow();
        Known down = gains.company(LYNAS).profitPerShare(Way.DOWN).orElseThrow();

        // at AUD 1.4235, less 30% tax, for 1,010 mn shares; both ways below 110
        double byHand = (lynas(SPOT * (1 + MOVE)) - lynas(SPOT)) * 1.4235 * 0.7 / 1010;
        assertThat(least(up)).isEqualTo(most(up)).isCloseTo(byHand, CLOSE);
        assertThat(least(down)).isEqualTo(most(down)).isCloseTo(-byHand, CLOSE);
        // AUD 14.14 on 5 December 2025
        assertThat(gains.least("profit", LYNAS)).isCloseTo(byHand / 14.14, ROUNDED);
    }

    @Test
    void china_northern_gains_between_nothing_and_all_since_what_others_own_of_its_plants_is_not_known() {
        Known up = gains.company(NORTHERN).profitPerShare(Way.UP).orElseThrow();
        Known down = gains.company(NORTHERN).profitPerShare(Way.DOWN).orElseThrow();

        // 36,361 t at CNY 6.7758 and 4,335 mn paid for the ore of half of it at 441 less VAT, less 25% tax; 3,620 mn
        // shares
        double half = 115.8 * 0.157;
        double kept = 1 - 4335 / (half * 441 / 1.13);
        double all = 2 * half * SPOT * 6.7758 * MOVE * kept * 0.75 / 3620;
        assertThat(all).isCloseTo(0.0776, within(0.00005));
        assertThat(least(up)).isZero();
        assertThat(most(up)).isCloseTo(all, CLOSE);
        assertThat(least(down)).isCloseTo(-all, CLOSE);
        assertThat(most(down)).isZero();
        // CNY 54.74 on 13 February 2026
        assertThat(gains.most("profit", NORTHERN)).isCloseTo(all / 54.74, ROUNDED);
    }

    @Test
    void arafura_gains_no_profit_yet_since_it_makes_nothing() {
        assertThat(gains.company(ARAFURA).profitPerShare(Way.UP)).isEmpty();
        assertThat(benefits.makesNothing(ARAFURA)).isTrue();
        assertThat(benefits.makesNothing(LYNAS)).isFalse();
        assertThat(gains.least("profit", ARAFURA)).isZero();
        assertThat(gains.most("profit", ARAFURA)).isZero();
    }

    // ---------------------------------------------------------------- value, cost, cash

    private NetAssets net(String company) {
        return benefits.worth(gains.company(company).company()).orElseThrow().net();
    }

    @Test
    void value_is_net_asset_value_weighted_by_chance_over_market_value() {
        // Nolans comes with 60%; net cash of AUD 571 mn is certain. 4,636 mn shares at AUD 0.27
        NetAssets arafura = net(ARAFURA);
        double nolans = gains.number(arafura.part(arafura.flows().get(0)));
        double dollars = gains.number(arafura.marketValue()) / (4_636 * 0.27);
        assertThat(gains.least("value", ARAFURA))
                .isCloseTo((0.6 * nolans + 571 * dollars) / (4_636 * 0.27 * dollars), ROUNDED);

        // what runs is not weighted: net cash of USD 796 mn, 177.23 mn shares at 58.23
        NetAssets mp = net(MP);
        double pass = gains.number(mp.part(mp.flows().get(0)));
        assertThat(gains.least("value", MP)).isCloseTo((pass + 796) / (177.23 * 58.23), ROUNDED);
    }

    @Test
    void cost_is_enterprise_value_and_the_capital_to_come_for_a_tonne_of_full_output() {
        // 6,000 t once all of Mountain Pass runs, where what is built is in its yearly spending
        assertThat(gains.least("cost", MP)).isCloseTo((177.23 * 58.23 - 796) / 6, ROUNDED);
        // the capital of Nolans is USD 1,226 mn, for 4,440 t
        double dollars = gains.number(net(ARAFURA).marketValue()) / (4_636 * 0.27);
        assertThat(gains.least("cost", ARAFURA))
                .isCloseTo(((4_636 * 0.27 - 571) * dollars + 1_226) / 4.44, within(1e-6));
    }

    @Test
    void a_balance_sheet_is_net_cash_less_the_capital_to_come_over_market_value() {
        // AUD 36 mn owed on 30 June 2025, and 825 raised in August: 750 and 75
        assertThat(gains.least("cash", LYNAS)).isCloseTo((825 - 36) / (1_010 * 14.14), ROUNDED);
        // CNY 8,085 mn of net debt and minorities
        assertThat(gains.least("cash", NORTHERN)).isCloseTo(-8_085 / (3_620 * 54.74), ROUNDED);
        double dollars = gains.number(net(ARAFURA).marketValue()) / (4_636 * 0.27);
        assertThat(gains.least("cash", ARAFURA)).isCloseTo((571 * dollars - 1_226) / (4_636 * 0.27 * dollars), ROUNDED);
    }

    @Test
    void who_builds_at_a_cost_that_is_not_known_has_no_known_balance_sheet() {
        assertThat(gains.company("ILU.AX").gain(Gain.Kind.BALANCE_SHEET)).isEmpty();
        assertThat(benefits.builds("ILU.AX")).isTrue();
        assertThat(benefits.builds(NORTHERN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    600111.SH | VALUE   | it cannot be valued: see Value
                    600392.SH | PROFIT  | what it sells, and at which price, is not stated
                    600392.SH | TONNES  | whose tonnes these are is not stated
                    """)
    void a_gain_that_is_not_known_says_why(String company, Gain.Kind kind, String reason) {
        assertThat(gains.company(company).gain(kind)).isEmpty();
        assertThat(gains.company(company).missing(kind)).isEqualTo(reason);
    }
}
