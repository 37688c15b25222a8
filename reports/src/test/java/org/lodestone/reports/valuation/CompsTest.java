package org.lodestone.reports.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.valuation.CompMeasure.BRIDGE;
import static org.lodestone.reports.valuation.CompMeasure.EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.NET_DEBT;
import static org.lodestone.reports.valuation.CompMeasure.OTHER_CLAIMS;
import static org.lodestone.reports.valuation.CompMeasure.OWN_TONNES;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comps.CompGroup;

class CompsTest {

    private static final Comps COMPS = Analyses.of(RareEarths.dataset()).comps().orElseThrow();

    private static double number(String company, CompMeasure measure) {
        return COMPS.value(COMPS.company(company), measure).number().orElse(Double.NaN);
    }

    private static String code(String company, CompMeasure measure) {
        return COMPS.value(COMPS.company(company), measure).plain();
    }

    private static String bound(Comp comp, CompMeasure ofTonnes) {
        return COMPS.model().value(comp.bound(ofTonnes)).plain();
    }

    private static String period(StatedFact stated) {
        return stated.fact().period();
    }

    private static String said(String company, CompFlag.Kind kind) {
        return COMPS.company(company).flags().stream()
                .filter(flag -> flag.kind() == kind)
                .map(flag -> COMPS.model().value(flag.sentence()).plain())
                .findFirst()
                .orElse("nothing");
    }

    @Nested
    class ByHand {

        @Test
        void china_northern() {
            // CNY 54.74 on 13 February 2026, 3,620 mn shares, 6.9064 CNY for 1 USD in that month
            Comp northern = COMPS.company("600111.SH");
            double value = 54.74 * 3_620 / 6.9064;
            assertThat(period(northern.price().stated().orElseThrow())).isEqualTo("2026-02-13");
            assertThat(northern.price().rateInWords()).isEqualTo("CNY for 1 USD, 2026-02-28");
            assertThat(number("600111.SH", MARKET_VALUE)).isCloseTo(value, within(1e-6));
            // EV 205,974 less 197,889 is 8,085, of which 1,842 is net debt
            assertThat(number("600111.SH", BRIDGE)).isCloseTo(8_085 / 6.9064, within(1e-6));
            assertThat(number("600111.SH", NET_DEBT)).isCloseTo(1_842 / 6.9064, within(1e-6));
            assertThat(number("600111.SH", OTHER_CLAIMS)).isCloseTo(6_243 / 6.9064, within(1e-6));
            double enterprise = value + 8_085 / 6.9064;
            assertThat(number("600111.SH", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-6));
            // twelve months to September 2025: net profit 2,140, EBITDA 4,092; the aggregator prints 92.44 and 50.33
            assertThat(number("600111.SH", TRAILING_PE)).isCloseTo(54.74 * 3_620 / 2_140, within(1e-9));
            assertThat(number("600111.SH", TRAILING_PE)).isCloseTo(92.44, within(0.2));
            assertThat(number("600111.SH", EV_TO_EBITDA))
                    .isCloseTo((54.74 * 3_620 + 8_085) / 4_092, within(1e-9))
                    .isCloseTo(50.33, within(0.1));
            assertThat(number("600111.SH", FORWARD_PE)).isEqualTo(79.46);
            assertThat(period(northern.forwardPe().orElseThrow())).isEqualTo("2026-02-13");
            // its mining quota of 2024, all of it its own
            assertThat(number("600111.SH", OWN_TONNES)).isEqualTo(188_650);
            assertThat(bound(northern, EV_PER_TONNE)).isEqualTo("exact");
            assertThat(number("600111.SH", EV_PER_TONNE))
                    .isCloseTo(enterprise * 1_000 / 188_650, within(1e-9))
                    .isCloseTo(158, within(0.5));
        }

        @Test
        void mp_materials() {
            // USD 58.23 on 6 March 2026, 177.23 mn shares, a bridge of 9,550 less 10,346
            double enterprise = 58.23 * 177.23 - 796;
            assertThat(number("MP", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-9));
            // a loss of 85.9 in 2025; an EBITDA of 7.72 in 2024 makes a multiple of 1,234
            assertThat(code("MP", TRAILING_PE)).isEqualTo("nm");
            assertThat(enterprise / 7.72).isCloseTo(1_233.7, within(0.1));
            assertThat(code("MP", EV_TO_EBITDA)).isEqualTo("nm");
            assertThat(number("MP", FORWARD_PE)).isEqualTo(188.81);
            // 50,692 t REO in concentrate of 2025, all of Mountain Pass
            assertThat(number("MP", EV_PER_TONNE)).isCloseTo(enterprise * 1_000 / 50_692, within(1e-9));
            assertThat(said("MP", CompFlag.Kind.CLAIM_OUTSIDE))
                    .isEqualTo(
                            "MP Materials: preferred equity of USD 400 mn (2025-07) is not in its enterprise value.");
        }

        @Test
        void lynas() {
            // AUD 14.14 on 5 December 2025, 1,010 mn shares, 0.6683 USD for 1 AUD at the end of that month
            Comp lynas = COMPS.company("LYC.AX");
            assertThat(period(lynas.price().stated().orElseThrow())).isEqualTo("2025-12-05");
            double enterprise = (14.14 * 1_010 + 36) * 0.6683;
            assertThat(number("LYC.AX", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-6));
            // its year to June 2025, the last before the price: 8.0 of net profit, 45.54 of EBITDA
            assertThat(period(lynas.netProfit().orElseThrow())).isEqualTo("FY2025");
            assertThat(code("LYC.AX", TRAILING_PE)).isEqualTo("nm");
            assertThat(code("LYC.AX", EV_TO_EBITDA)).isEqualTo("nm");
            // 13,089 t REO, all its own: they are of the ore of Mt Weld, which it owns whole
            assertThat(bound(lynas, OWN_TONNES)).isEqualTo("exact");
            assertThat(bound(lynas, EV_PER_TONNE)).isEqualTo("exact");
            assertThat(number("LYC.AX", EV_PER_TONNE)).isCloseTo(enterprise * 1_000 / 13_089, within(1e-6));
            assertThat(said("LYC.AX", CompFlag.Kind.RAISED_SINCE))
                    .isEqualTo(
                            "Lynas Rare Earths raised AUD 825 mn (2025-08), which its balance sheet may not show yet.");
            assertThat(said("LYC.AX", CompFlag.Kind.DATES_APART))
                    .isEqualTo("Lynas Rare Earths: balance sheet of 2025-06-30 beside price of 2025-12-05.");
        }

        @Test
        void the_output_of_lynas_is_a_bound_as_soon_as_its_mine_is_not_all_its_own() {
            Comp lynas = COMPS.company("LYC.AX");
            Key mine = StatedStake.of(RareEarths.dataset()).stream()
                    .filter(one -> one.stake().owned().equals("Mt Weld"))
                    .findFirst()
                    .orElseThrow()
                    .key();
            Values typed = COMPS.model().valuesWith(Map.of(mine, Value.of(61)));

            assertThat(typed.number(lynas.key(OWN_TONNES))).hasValue(13_089);
            assertThat(typed.of(lynas.bound(OWN_TONNES)).plain()).isEqualTo("at most");
            assertThat(typed.of(lynas.bound(EV_PER_TONNE)).plain()).isEqualTo("at least");
        }

        @Test
        void china_rare_earth_resources() {
            // CNY 46.86 on 5 December 2025, 1,061.22 mn shares: 459 times a net profit of 108.3
            assertThat(46.86 * 1_061.22 / 108.3).isCloseTo(459.2, within(0.1));
            assertThat(code("000831.SZ", TRAILING_PE)).isEqualTo("nm");
            // 7.0010 CNY for 1 USD at the end of that month; a quota of 2,384 t is in its accounts, and not all of it
            // its own
            double enterprise = (46.86 * 1_061.22 - 469) / 7.0010;
            assertThat(number("000831.SZ", EV_PER_TONNE)).isCloseTo(enterprise * 1_000 / 2_384, within(1e-6));
            assertThat(bound(COMPS.company("000831.SZ"), EV_PER_TONNE)).isEqualTo("at least");
        }

        @Test
        void rising_nonferrous() {
            // CNY 92.0, 336.44 mn shares: 295 times a net profit of 105.0; its EBITDA of 2023 is too old to be its last
            assertThat(92.0 * 336.44 / 105.0).isCloseTo(294.8, within(0.1));
            assertThat(code("600259.SH", TRAILING_PE)).isEqualTo("nm");
            assertThat(code("600259.SH", EBITDA)).isEqualTo("n/a");
            assertThat(code("600259.SH", EV_TO_EBITDA)).isEqualTo("n/a");
        }

        @Test
        void shenghe_has_its_part_of_mountain_pass_at_least() {
            // 8.39% of 50,692 t REO; stakes in Sichuan are known by name alone
            Comp shenghe = COMPS.company("600392.SH");
            assertThat(number("600392.SH", OWN_TONNES)).isCloseTo(0.0839 * 50_692, within(1e-6));
            assertThat(bound(shenghe, OWN_TONNES)).isEqualTo("at least");
            assertThat(bound(shenghe, EV_PER_TONNE)).isEqualTo("at most");
        }

        @Test
        void usa_rare_earth_is_put_together_from_net_debt() {
            // 15.37 times 371.569406 mn shares, and net cash of 1,087.9
            assertThat(number("USAR", ENTERPRISE_VALUE)).isCloseTo(15.37 * 371.569406 - 1_087.9, within(1e-6));
            assertThat(code("USAR", OTHER_CLAIMS)).isEqualTo("n/a");
            assertThat(said("USAR", CompFlag.Kind.CLAIM_OUTSIDE)).contains("royalty liability of USD 227 mn");
            assertThat(said("USAR", CompFlag.Kind.SECONDARY))
                    .isEqualTo("USA Rare Earth: price, shares, balance sheet and net profit by a secondary source.");
        }
    }

    @Test
    void what_is_not_meaningful_is_a_text_and_what_is_not_published_is_missing() {
        assertThat(COMPS.value(COMPS.company("MP"), TRAILING_PE)).isEqualTo(Value.of("nm"));
        assertThat(COMPS.value(COMPS.company("NEO.TO"), TRAILING_PE).isMissing())
                .isTrue();
    }

    @Test
    void a_company_that_does_not_mine_has_no_tonnes_and_no_price_for_them() {
        // Baotou Steel mines what is the quota of China Northern
        assertThat(number("600010.SH", OWN_TONNES)).isZero();
        assertThat(code("600010.SH", EV_PER_TONNE)).isEqualTo("–");
        assertThat(code("NEO.TO", EV_PER_TONNE)).isEqualTo("–");
        // how the quota of its group is split is not published
        assertThat(code("600259.SH", OWN_TONNES)).isEqualTo("n/a");
        assertThat(COMPS.unit()).hasValue(Unit.parse("t REO"));
    }

    @Test
    void lowest_median_and_highest_are_of_the_numbers_alone() {
        // five have tonnes of their own and an enterprise value: 158, 188, 731, at most 1,586, at least 2,951
        assertThat(COMPS.model().value(EV_PER_TONNE.counted())).isEqualTo(Value.of(5));
        assertThat(COMPS.model().value(EV_PER_TONNE.lowest()))
                .isEqualTo(COMPS.value(COMPS.company("600111.SH"), EV_PER_TONNE));
        assertThat(COMPS.model().value(EV_PER_TONNE.median()))
                .isEqualTo(COMPS.value(COMPS.company("LYC.AX"), EV_PER_TONNE));
        assertThat(COMPS.model().value(EV_PER_TONNE.highest()))
                .isEqualTo(COMPS.value(COMPS.company("000831.SZ"), EV_PER_TONNE));
        // the six multiples of EBITDA are 5.5, 12.7, 25.6, 40.6, 50.4 and 173.4: the middle is between two
        double between = (number("600010.SH", EV_TO_EBITDA) + number("600392.SH", EV_TO_EBITDA)) / 2;
        assertThat(COMPS.model().value(EV_TO_EBITDA.median()).number().orElseThrow())
                .isCloseTo(between, within(1e-12));
    }

    @Test
    void a_price_that_is_typed_moves_value_multiples_and_their_median() {
        Comp lynas = COMPS.company("LYC.AX");
        Values typed = COMPS.model().valuesWith(Map.of(lynas.price().price(), Value.of(28.28)));

        // twice the price: twice the market value, and the median is still Lynas
        assertThat(typed.number(lynas.key(MARKET_VALUE)).orElseThrow())
                .isCloseTo(2 * number("LYC.AX", MARKET_VALUE), within(1e-6));
        double perTonne = (28.28 * 1_010 + 36) * 0.6683 * 1_000 / 13_089;
        assertThat(typed.number(lynas.key(EV_PER_TONNE)).orElseThrow()).isCloseTo(perTonne, within(1e-6));
        assertThat(typed.number(EV_PER_TONNE.median()).orElseThrow()).isCloseTo(perTonne, within(1e-6));
    }

    @Test
    void what_is_not_known_can_be_typed() {
        Comp rising = COMPS.company("600259.SH");
        Values typed = COMPS.model().valuesWith(Map.of(rising.key(EBITDA), Value.of(100)));

        assertThat(typed.number(rising.key(EV_TO_EBITDA)).orElseThrow())
                .isCloseTo(number("600259.SH", ENTERPRISE_VALUE) / 100, within(1e-9));
    }

    @Test
    void companies_stand_by_place_and_by_whether_they_operate_the_largest_first() {
        // 12 of the 21 with a price are in China
        assertThat(COMPS.home().name()).isEqualTo("China");
        assertThat(CompGroup.PRODUCING.title(COMPS.home())).isEqualTo("Outside China, producing");
        assertThat(COMPS.of(CompGroup.HOME))
                .extracting(comp -> comp.company().id())
                .contains("600111.SH", "600010.SH");
        assertThat(COMPS.of(CompGroup.PRODUCING))
                .extracting(comp -> comp.company().id())
                .containsExactly("4063.T", "MP", "LYC.AX", "USAR", "SOLB.BR", "NEO.TO");
        assertThat(COMPS.of(CompGroup.DEVELOPING))
                .extracting(comp -> comp.company().id())
                .containsExactly("ILU.AX", "ARU.AX", "NTU.AX");
    }

    @Test
    void only_companies_with_an_enterprise_value_are_compared() {
        assertThat(COMPS.companies()).hasSize(21);
        assertThat(COMPS.compared())
                .hasSize(10)
                .allMatch(comp -> COMPS.value(comp, ENTERPRISE_VALUE).isNumber());
        // the four with a trailing P/E are at 47.9, 92.6 and 137.5; Xiamen Tungsten at 39.0 has no enterprise value
        assertThat(COMPS.model().value(TRAILING_PE.counted())).isEqualTo(Value.of(3));
        assertThat(COMPS.model().value(TRAILING_PE.lowest()))
                .isEqualTo(COMPS.value(COMPS.company("600392.SH"), TRAILING_PE));
    }

    @Test
    void prices_are_of_days_that_are_more_than_three_months_apart() {
        assertThat(COMPS.firstDay()).isEqualTo("2025-12-05");
        assertThat(COMPS.lastDay()).isEqualTo("2026-09-18");
        assertThat(COMPS.isFarApart()).isTrue();
        assertThat(Comps.areFarApart(COMPS.firstDay(), COMPS.firstDay().plusMonths(3)))
                .isFalse();
    }

    @Test
    void shares_without_a_date_are_told_and_so_is_what_they_may_lack() {
        assertThat(said("ARU.AX", CompFlag.Kind.NO_DATE))
                .isEqualTo("Arafura Rare Earths: the day of shares is not known (after 2025-10-31).");
        assertThat(said("ARU.AX", CompFlag.Kind.RAISED_SINCE))
                .isEqualTo(
                        "Arafura Rare Earths raised AUD 475 mn (2025-11..2025-12), which its number of shares may not"
                                + " show yet.");
        assertThat(COMPS.company("MP").has(CompFlag.Kind.RAISED_SINCE)).isFalse();
    }

    @Test
    void only_what_compares_has_a_median() {
        assertThatIllegalArgumentException()
                .isThrownBy(OWN_TONNES::median)
                .withMessageStartingWith("The own tonnes is not compared over companies. Use one of: [market value,");
    }

    @Test
    void a_company_without_a_price_is_refused_by_name_and_a_dataset_without_any_has_no_comps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPS.company("UUUU"))
                .isInstanceOf(UnknownIdException.class)
                .withMessageContaining("'UUUU' is not a company with a share price");
        assertThat(Analyses.of(Dataset.builder("empty").build()).comps()).isEmpty();
    }
}
