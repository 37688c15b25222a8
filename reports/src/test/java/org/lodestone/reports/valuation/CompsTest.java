package org.lodestone.reports.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.valuation.CompMeasure.BRIDGE;
import static org.lodestone.reports.valuation.CompMeasure.CASH_RAISED;
import static org.lodestone.reports.valuation.CompMeasure.EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.NET_DEBT;
import static org.lodestone.reports.valuation.CompMeasure.OTHER_CLAIMS;
import static org.lodestone.reports.valuation.CompMeasure.PUBLISHED_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comp.Contained;
import org.lodestone.reports.valuation.Comp.Priced;
import org.lodestone.reports.valuation.Comps.CompGroup;

class CompsTest {

    private static final Comps COMPS = RareEarths.analyses().comps().orElseThrow();

    private static double number(String company, CompMeasure measure) {
        return COMPS.value(COMPS.company(company), measure).number().orElse(Double.NaN);
    }

    private static String code(String company, CompMeasure measure) {
        return COMPS.value(COMPS.company(company), measure).plain();
    }

    private static String period(Optional<StatedFact> stated) {
        return stated.orElseThrow().fact().period();
    }

    private static Contained product(String company, String kind) {
        return COMPS.company(company).products().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Key key) {
        return COMPS.model().value(key).number().orElse(Double.NaN);
    }

    /** With the prices of another window. */
    private static Values at(String window) {
        return COMPS.model().valuesWith(Map.of(COMPS.window(), Value.of(window)));
    }

    private static Priced at(String window, String company) {
        int place = COMPS.windows().stream()
                .map(name -> COMPS.model().value(name).plain())
                .toList()
                .indexOf(window);
        return COMPS.company(company).priced().get(place);
    }

    private static String said(String company, CompFlag.Kind kind) {
        return said(COMPS, company, kind);
    }

    private static String said(Comps comps, String company, CompFlag.Kind kind) {
        return comps.company(company).first().flags().stream()
                .filter(flag -> flag.kind() == kind)
                .map(flag -> comps.model().value(flag.sentence()).plain())
                .findFirst()
                .orElse("nothing");
    }

    @Nested
    class ByHand {

        @Test
        void china_northern() {
            // CNY 54.74 on 13 February 2026, 3,620 mn shares, 6.9064 CNY for 1 USD in that month
            Priced northern = COMPS.company("600111.SH").first();
            double value = 54.74 * 3_620 / 6.9064;
            assertThat(period(northern.price().stated())).isEqualTo("2026-02-13");
            assertThat(northern.price().rateInWords()).isEqualTo("CNY for 1 USD, 2026-02-28");
            assertThat(number("600111.SH", MARKET_VALUE)).isCloseTo(value, within(1e-6));
            // EV 205,974 less 197,889 is 8,085, of which 1,842 is net debt
            assertThat(number("600111.SH", BRIDGE)).isCloseTo(8_085 / 6.9064, within(1e-6));
            assertThat(number("600111.SH", NET_DEBT)).isCloseTo(1_842 / 6.9064, within(1e-6));
            assertThat(number("600111.SH", OTHER_CLAIMS)).isCloseTo(6_243 / 6.9064, within(1e-6));
            assertThat(code("600111.SH", CASH_RAISED)).isEqualTo("–");
            double enterprise = value + 8_085 / 6.9064;
            assertThat(number("600111.SH", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-6));
            // twelve months to September 2025: net profit 2,140, EBITDA 4,092; the aggregator prints 92.44 and 50.33
            assertThat(number("600111.SH", TRAILING_PE)).isCloseTo(54.74 * 3_620 / 2_140, within(1e-9));
            assertThat(number("600111.SH", TRAILING_PE)).isCloseTo(92.44, within(0.2));
            assertThat(number("600111.SH", EV_TO_EBITDA))
                    .isCloseTo((54.74 * 3_620 + 8_085) / 4_092, within(1e-9))
                    .isCloseTo(50.33, within(0.1));
            assertThat(number("600111.SH", FORWARD_PE)).isEqualTo(79.46);
            assertThat(period(northern.forwardPe())).isEqualTo("2026-02-13");
        }

        @Test
        void the_ndpr_that_china_northern_separates_has_a_range() {
            // it bought 115,800 t REO in concentrate in half a year; 15.7% or 20% of it is NdPr oxide, and a year has
            // at least that
            Contained separated = product("600111.SH", "separated");
            double enterprise = (54.74 * 3_620 + 8_085) / 6.9064;
            assertThat(number(separated.tonnes())).isCloseTo(115_800 * 0.157, within(1e-6));
            assertThat(number(separated.tonnesAtMost())).isCloseTo(115_800 * 0.2, within(1e-6));
            assertThat(number(separated.isOfAPart())).isEqualTo(1);
            assertThat(number(separated.perTonne()))
                    .isCloseTo(enterprise / 23_160, within(1e-9))
                    .isCloseTo(1.29, within(0.005));
            assertThat(number(separated.perTonneAtMost()))
                    .isCloseTo(enterprise / 18_180.6, within(1e-9))
                    .isCloseTo(1.64, within(0.005));
            // over its quota, which is no output, it would be 158 thousand for a tonne of REO, 1.0 million for one of
            // NdPr
            assertThat(enterprise * 1_000 / 188_650).isCloseTo(158, within(0.5));
            assertThat(enterprise / 188_650 / 0.157).isCloseTo(1.0, within(0.01));
        }

        @Test
        void mp_materials() {
            // USD 58.23 on 6 March 2026, 177.23 mn shares, a bridge of 9,550 less 10,346
            double enterprise = 58.23 * 177.23 - 796;
            assertThat(number("MP", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-9));
            // a loss of 85.9 in 2025, reported on 26 February 2026; an EBITDA of 7.72 in 2024 makes a multiple of 1,234
            assertThat(period(COMPS.company("MP").first().netProfit())).isEqualTo("FY2025");
            assertThat(code("MP", TRAILING_PE)).isEqualTo("nm");
            assertThat(enterprise / 7.72).isCloseTo(1_233.7, within(0.1));
            assertThat(code("MP", EV_TO_EBITDA)).isEqualTo("nm");
            assertThat(number("MP", FORWARD_PE)).isEqualTo(188.81);
            // 50,692 t REO in concentrate of 2025, 15.7% of it NdPr oxide; and 2,599 t of NdPr oxide, of the same ore
            assertThat(number(product("MP", "concentrate").perTonne()))
                    .isCloseTo(enterprise / (50_692 * 0.157), within(1e-9))
                    .isCloseTo(1.2, within(0.005));
            assertThat(number(product("MP", "separated").perTonne()))
                    .isCloseTo(enterprise / 2_599, within(1e-9))
                    .isCloseTo(3.66, within(0.005));
            assertThat(said("MP", CompFlag.Kind.CLAIM_OUTSIDE))
                    .isEqualTo(
                            "MP Materials: preferred equity of USD 400 mn (2025-07) is not in its enterprise value.");
        }

        @Test
        void lynas_raised_cash_after_its_balance_sheet() {
            // AUD 14.14 on 5 December 2025, 1,010 mn shares, 0.6683 USD for 1 AUD at the end of that month; 36 of net
            // debt at the
            // end of June, 825 raised in August
            Priced lynas = COMPS.company("LYC.AX").first();
            assertThat(period(lynas.price().stated())).isEqualTo("2025-12-05");
            assertThat(lynas.inside()).isFalse();
            assertThat(number("LYC.AX", CASH_RAISED)).isCloseTo(825 * 0.6683, within(1e-6));
            assertThat(number("LYC.AX", BRIDGE)).isCloseTo((36 - 825) * 0.6683, within(1e-6));
            double enterprise = (14.14 * 1_010 + 36 - 825) * 0.6683;
            assertThat(number("LYC.AX", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-6));
            // the shares of it were counted in November
            assertThat(lynas.has(CompFlag.Kind.RAISED_SINCE)).isFalse();
            // its year to June 2025, the last before the price: 8.0 of net profit, 45.54 of EBITDA
            assertThat(period(lynas.netProfit())).isEqualTo("FY2025");
            assertThat(code("LYC.AX", TRAILING_PE)).isEqualTo("nm");
            assertThat(code("LYC.AX", EV_TO_EBITDA)).isEqualTo("nm");
            // 6,558 t of NdPr in that year; the 7,260 t of the next are later than the price
            assertThat(number(product("LYC.AX", "separated").perTonne()))
                    .isCloseTo(enterprise / 6_558, within(1e-9))
                    .isCloseTo(1.37, within(0.006));
            assertThat(said("LYC.AX", CompFlag.Kind.DATES_APART))
                    .isEqualTo("Lynas Rare Earths: balance sheet of 2025-06-30 beside price of 2025-12-05.");
        }

        @Test
        void baotou_mines_at_least_what_it_made_in_nine_months() {
            // CNY 2.38 on 6 February 2026, 45,270 mn shares, a bridge of 56,732; 157,178 t REO in concentrate to
            // September 2025
            double enterprise = (2.38 * 45_270 + 56_732) / 6.9064;
            assertThat(number("600010.SH", ENTERPRISE_VALUE)).isCloseTo(enterprise, within(1e-6));
            Contained concentrate = product("600010.SH", "concentrate");
            assertThat(number(concentrate.isOfAPart())).isEqualTo(1);
            assertThat(number(concentrate.perTonne())).isCloseTo(enterprise / (157_178 * 0.2), within(1e-9));
            assertThat(number(concentrate.perTonneAtMost())).isCloseTo(enterprise / (157_178 * 0.157), within(1e-9));
        }

        @Test
        void the_loss_of_iluka_was_reported_after_the_price() {
            // AUD 5.32 on 10 February 2026; the loss of 288 in 2025 was reported on 18 February, the profit of 2024 was
            // 231
            Priced iluka = COMPS.company("ILU.AX").first();
            assertThat(period(iluka.netProfit())).isEqualTo("FY2024");
            assertThat(number("ILU.AX", TRAILING_PE)).isCloseTo(5.32 * 428.8 / 231, within(1e-9));
            // the balance sheet of June, whole: the net debt of December leaves out a loan
            assertThat(number("ILU.AX", BRIDGE)).isCloseTo(539 / 1.4164, within(1e-3));
        }

        @Test
        void china_rare_earth_resources() {
            // CNY 46.86 on 5 December 2025, 1,061.22 mn shares: 459 times a net profit of 108.3
            assertThat(46.86 * 1_061.22 / 108.3).isCloseTo(459.2, within(0.1));
            assertThat(code("000831.SZ", TRAILING_PE)).isEqualTo("nm");
            // what its ore contains is not known
            assertThat(COMPS.company("000831.SZ").products()).isEmpty();
        }

        @Test
        void rising_nonferrous() {
            // CNY 77.61, 336.44 mn shares: 249 times a net profit of 105.0; its EBITDA of 2023 is too old to be its
            // last
            assertThat(77.61 * 336.44 / 105.0).isCloseTo(248.7, within(0.1));
            assertThat(code("600259.SH", TRAILING_PE)).isEqualTo("nm");
            assertThat(code("600259.SH", EBITDA)).isEqualTo("n/a");
            assertThat(code("600259.SH", EV_TO_EBITDA)).isEqualTo("n/a");
        }

        @Test
        void usa_rare_earth_has_no_balance_sheet_but_one_as_if_a_purchase_had_closed() {
            // net cash of 1,087.9 as if Serra Verde had closed, and 244.720099 mn shares of before, with 126.8 to come
            assertThat(code("USAR", ENTERPRISE_VALUE)).isEqualTo("n/a");
            assertThat(COMPS.compared()).extracting(comp -> comp.company().id()).doesNotContain("USAR");
        }
    }

    @Nested
    class Window {

        @Test
        void prices_are_of_the_eight_days_in_which_most_are_known() {
            assertThat(COMPS.windows())
                    .extracting(name -> COMPS.model().value(name).plain())
                    .startsWith("6 to 13 February 2026", "31 October to 6 November 2025")
                    .contains("5 December 2025");
            assertThat(COMPS.compared())
                    .filteredOn(comp -> comp.first().inside())
                    .extracting(comp -> comp.company().id())
                    .containsExactlyInAnyOrder("600111.SH", "600010.SH", "600392.SH", "600259.SH", "NEO.TO", "ILU.AX");
        }

        @Test
        void a_price_outside_is_shown_and_not_counted() {
            // the five multiples of EBITDA of companies inside are 5.5, 11.0, 21.6, 40.6 and 50.4; that of 000831.SZ is
            // 173.4
            assertThat(number("000831.SZ", EV_TO_EBITDA)).isCloseTo(173.4, within(0.05));
            assertThat(COMPS.model().value(EV_TO_EBITDA.counted())).isEqualTo(Value.of(5));
            assertThat(number(EV_TO_EBITDA.highest())).isEqualTo(number("600111.SH", EV_TO_EBITDA));
            assertThat(number(EV_TO_EBITDA.median())).isEqualTo(number("600010.SH", EV_TO_EBITDA));
            assertThat(number(EV_TO_EBITDA.lowest())).isEqualTo(number("ILU.AX", EV_TO_EBITDA));
            // no tonne of a company inside is known but as a range
            assertThat(COMPS.kinds()).containsExactly("concentrate", "separated");
            assertThat(number(EV_PER_TONNE.counted("separated"))).isZero();
        }

        @Test
        void another_window_has_the_prices_and_the_facts_of_its_days() {
            // 31 October 2025: CNY 50.81, 3,615.07 mn shares counted in May; nine months had been reported by 27
            // October
            Values autumn = at("31 October to 6 November 2025");
            Priced northern = at("31 October to 6 November 2025", "600111.SH");
            assertThat(period(northern.netProfit())).isEqualTo("TTM 2025-09");
            Comp comp = COMPS.company("600111.SH");
            assertThat(autumn.number(comp.price())).hasValue(50.81);
            assertThat(autumn.number(comp.key(TRAILING_PE)).orElseThrow())
                    .isCloseTo(50.81 * 3_615.07 / 2_140, within(1e-9));
            assertThat(autumn.number(comp.key(FORWARD_PE))).hasValue(70.07);
            // MP and 000831.SZ are inside then, Iluka is not
            assertThat(autumn.number(COMPS.company("MP").inside())).hasValue(1);
            assertThat(autumn.number(COMPS.company("ILU.AX").inside())).hasValue(0);
            assertThat(autumn.number(ENTERPRISE_VALUE.counted())).hasValue(4);
            // 163.442217 mn shares in February 2025; long-term debt less cash of September is −860, and 400 is
            // preferred
            assertThat(autumn.number(COMPS.company("MP").key(ENTERPRISE_VALUE)).orElseThrow())
                    .isCloseTo(54.93 * 163.442217 - 860 + 400, within(1e-6));
        }

        @Test
        void tonnes_are_exact_where_a_year_and_its_content_are_known() {
            Values december = at("5 December 2025");
            double lynas = number(product("LYC.AX", "separated").perTonne());

            assertThat(december.number(EV_PER_TONNE.counted("separated"))).hasValue(1);
            assertThat(december.number(EV_PER_TONNE.median("separated"))).hasValue(lynas);
        }

        @Test
        void a_content_that_is_typed_ends_the_range() {
            Contained concentrate = product("600010.SH", "concentrate");
            Values typed = COMPS.model().valuesWith(Map.of(concentrate.content().key(), Value.of(18)));

            assertThat(typed.number(concentrate.tonnes()).orElseThrow()).isCloseTo(157_178 * 0.18, within(1e-6));
            assertThat(typed.number(concentrate.tonnesAtMost())).isEqualTo(typed.number(concentrate.tonnes()));
        }
    }

    @Test
    void what_is_not_meaningful_is_a_text_and_what_is_not_published_is_missing() {
        assertThat(COMPS.value(COMPS.company("MP"), TRAILING_PE)).isEqualTo(Value.of("nm"));
        assertThat(COMPS.value(COMPS.company("NEO.TO"), TRAILING_PE).isMissing())
                .isTrue();
    }

    @Test
    void a_price_that_is_typed_moves_value_multiples_and_their_median() {
        Comp baotou = COMPS.company("600010.SH");
        Key price = baotou.first().price().price();
        Values typed = COMPS.model().valuesWith(Map.of(price, Value.of(2.5)));

        double ratio = (2.5 * 45_270 + 56_732) / 7_604;
        assertThat(typed.number(baotou.price())).hasValue(2.5);
        assertThat(typed.number(baotou.key(EV_TO_EBITDA)).orElseThrow()).isCloseTo(ratio, within(1e-9));
        assertThat(typed.number(EV_TO_EBITDA.median()).orElseThrow()).isCloseTo(ratio, within(1e-9));
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
        // the four inside with a trailing P/E are at 9.9, 47.9, 92.6 and 107.7; Xiamen Tungsten at 52.2 has no
        // enterprise value
        assertThat(COMPS.model().value(TRAILING_PE.counted())).isEqualTo(Value.of(4));
        assertThat(number(TRAILING_PE.median()))
                .isCloseTo((number("600392.SH", TRAILING_PE) + number("600111.SH", TRAILING_PE)) / 2, within(1e-12));
    }

    @Test
    void dates_far_apart_are_more_than_three_months_apart() {
        LocalDate day = LocalDate.of(2025, 12, 5);
        assertThat(Comps.areFarApart(day, day.plusMonths(3))).isFalse();
        assertThat(Comps.areFarApart(day, day.plusMonths(3).plusDays(1))).isTrue();
    }

    @Test
    void shares_without_a_date_are_told_and_so_is_what_they_may_lack() {
        // without the number that is put together for the end of 2025
        Comps undated = Analyses.of(RareEarths.dataset()
                        .supposing(
                                DatasetTables.FACTS,
                                RareEarths.dataset().facts().stream()
                                        .filter(fact -> !(fact.company().equals("ARU.AX")
                                                && fact.fact().equals("shares-outstanding")
                                                && fact.period().equals("2025-12-31")))
                                        .toList()))
                .comps()
                .orElseThrow();
        assertThat(said(undated, "ARU.AX", CompFlag.Kind.NO_DATE))
                .isEqualTo("Arafura Rare Earths: the day of shares is not known (after 2025-10-31).");
        assertThat(said(undated, "ARU.AX", CompFlag.Kind.RAISED_SINCE))
                .isEqualTo(
                        "Arafura Rare Earths raised AUD 475 mn (2025-11..2025-12), which its number of shares may not"
                                + " show yet.");
        assertThat(COMPS.company("MP").first().has(CompFlag.Kind.RAISED_SINCE)).isFalse();
    }

    @Test
    void a_market_value_that_is_published_for_the_day_stands_beside_price_times_shares() {
        // CNY 197,889 mn on 13 February 2026, where 54.74 times 3,620 mn is 198,159
        assertThat(number("600111.SH", PUBLISHED_VALUE)).isCloseTo(197_889 / 6.9064, within(1e-6));
        assertThat(said("600111.SH", CompFlag.Kind.PUBLISHED_APART)).isEqualTo("nothing");
        // USD 22.42 times the 217.9 mn shares of two days before; 2,970 is of 132.5 mn
        assertThat(said("USAR", CompFlag.Kind.PUBLISHED_APART))
                .isEqualTo("USA Rare Earth: price times shares gives USD 4,886 mn, where USD 2,970 mn is published for"
                        + " the day.");
        assertThat(code("ARU.AX", PUBLISHED_VALUE)).isEqualTo("n/a");
    }

    @Test
    void only_what_compares_has_a_median() {
        assertThatIllegalArgumentException()
                .isThrownBy(NET_DEBT::median)
                .withMessageStartingWith("The net debt is not compared over companies. Use one of: [market value,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPS.company("MP").key(EV_PER_TONNE))
                .withMessageStartingWith("The EV per tonne is that of a product");
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
