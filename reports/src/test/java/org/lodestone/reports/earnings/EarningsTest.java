package org.lodestone.reports.earnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.sheet.company.EarningsOrder;

class EarningsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** 13% VAT, a fifth passed on, 5% royalty, a tenth hedged, 25% tax, 40% of others. */
    private static PaperCompany whole() {
        return new PaperCompany()
                .fact("net-profit", "100", "CNY mn")
                .fact("shares-outstanding", "500000000", "shares")
                .share("vat", "13")
                .share("passed", "20")
                .share("royalty", "5")
                .share("hedged", "10")
                .share("tax", "25")
                .share("minority", "40");
    }

    private static CompanyEarnings only(Earnings earnings) {
        assertThat(earnings.companies()).hasSize(1);
        return earnings.companies().get(0);
    }

    private static ProductSale product(Earnings earnings) {
        return only(earnings).products().get(0);
    }

    private static double number(Earnings earnings, Key key) {
        return earnings.value(key).number().orElseThrow();
    }

    @Nested
    class On_paper {

        @Test
        void each_share_is_taken_off_a_rise_of_ten_percent() {
            Earnings earnings = whole().earnings();
            CompanyEarnings company = only(earnings);

            // 45.2 CNY/kg more on 1,000 t are CNY 45.2 mn; less VAT 45.2 / 1.13 = 40; less 20% of 45.2 passed on:
            // 30.96.
            // Times 0.95 x 0.9 x 0.75 x 0.6 = 0.38475: 11.91186. A share of 500 mn: 0.02382372. Of 100: 11.91186%
            assertThat(number(earnings, company.effect().change())).isCloseTo(11.91186, CLOSE);
            assertThat(number(earnings, company.effect().epsChange().orElseThrow()))
                    .isCloseTo(0.02382372, CLOSE);
            assertThat(number(earnings, company.eps().orElseThrow())).isCloseTo(0.2, CLOSE);
            assertThat(number(earnings, company.effect().relativeChange())).isCloseTo(0.1191186, CLOSE);
            assertThat(number(earnings, company.effect().elasticity())).isCloseTo(1.191186, CLOSE);
        }

        @Test
        void at_the_break_even_price_net_profit_is_zero() {
            Earnings earnings = whole().earnings();
            ProductSale product = product(earnings);

            // one CNY/kg brings 11.91186 / 45.2 = 0.26353673 mn; 100 / 0.26353673 = 379.454 CNY/kg less than 452,
            // before tax
            // as after it
            double breakEven = number(earnings, product.breakEven());
            assertThat(breakEven)
                    .isCloseTo(452 - 100 / (11.91186 / 45.2), CLOSE)
                    .isCloseTo(72.546, within(0.001));
            assertThat(number(earnings, product.breakEvenDistance())).isCloseTo(72.546 / 452 - 1, within(0.00001));
            // and the change to there takes away all of the 100
            double step = (breakEven / 452 - 1) * 100;
            Value change = earnings.model()
                    .valuesWith(Map.of(Earnings.STEP, Value.of(step)))
                    .of(only(earnings).effect().change());
            assertThat(change.number().orElseThrow()).isCloseTo(-100, within(1e-6));
        }

        @Test
        void a_price_without_vat_loses_none() {
            Earnings earnings = whole().withoutVat().earnings();

            // 45.2 - 9.04 = 36.16; times 0.38475: 13.91256
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(13.91256, CLOSE);

            Earnings unnamed = whole().namesNoVat().earnings();
            assertThat(number(unnamed, only(unnamed).effect().change())).isCloseTo(13.91256, CLOSE);
            assertThat(unnamed.value(product(unnamed).vatIncluded())).isEqualTo(Value.of("no"));
        }

        private static OptionalDouble changeWhenVatIs(String answer) {
            Earnings earnings = whole().earnings();
            return earnings.model()
                    .valuesWith(Map.of(product(earnings).vatIncluded(), Value.of(answer)))
                    .number(only(earnings).effect().change());
        }

        @Test
        void the_reader_can_answer_whether_a_price_has_vat_in_capitals_or_not() {
            assertThat(changeWhenVatIs("no").orElseThrow()).isCloseTo(13.91256, CLOSE);
            assertThat(changeWhenVatIs("No").orElseThrow()).isCloseTo(13.91256, CLOSE);
            assertThat(changeWhenVatIs("Yes").orElseThrow()).isCloseTo(11.91186, CLOSE);
        }

        @Test
        void any_other_answer_on_vat_leaves_the_result_missing() {
            assertThat(changeWhenVatIs("abc")).isEmpty();
            assertThat(changeWhenVatIs("")).isEmpty();
        }

        @Test
        void a_known_cost_of_ore_moves_in_proportion_to_the_price() {
            Earnings earnings = whole().fact("ore-paid", "0.0904", "CNY bn")
                    .paysForOre("ore-paid")
                    .earnings();

            // 90.4 of 452 mn are 20%, as before
            assertThat(number(earnings, product(earnings).passedOn(PassThrough.LEAST)))
                    .isCloseTo(0.2, CLOSE);
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(11.91186, CLOSE);
        }

        @Test
        void the_corner_of_the_grid_is_the_change_of_price_at_that_volume() {
            Earnings earnings = whole().earnings();
            CompanyEarnings company = only(earnings);

            // three tenths down, a fifth more tonnes: -3 x 11.91186 x 1.2 = -42.882696
            assertThat(number(earnings, company.change(-30, 20))).isCloseTo(-42.882696, CLOSE);
            assertThat(number(earnings, company.change(30, -20))).isCloseTo(28.588464, CLOSE);
            assertThat(number(earnings, company.change(0, 20))).isZero();
        }

        @Test
        void only_what_a_volume_contains_counts_as_the_product() {
            Earnings earnings = new PaperCompany()
                    .fact("sold", "5", "kt REO")
                    .share("content", "20")
                    .containing("content")
                    .earnings();

            // a fifth of 5,000 t REO: 1,000 t of oxide, and 45.2 mn with nothing taken off
            assertThat(number(earnings, product(earnings).tonnes())).isCloseTo(1000, CLOSE);
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_for_a_tonne_is_a_thousandth_for_a_kilogram() {
            Earnings earnings = new PaperCompany().price("452000", "CNY/t").earnings();

            assertThat(number(earnings, product(earnings).sales())).isCloseTo(452, CLOSE);
            assertThat(product(earnings).priceIsOf())
                    .as("of the price, where sales are of FY2025")
                    .isEqualTo(Period.year(2025));
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_in_another_currency_is_converted_at_the_average_of_its_year() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .rate("AUD", "USD", "0.65")
                    .earnings();

            // 6.5 USD/kg on 1,000 t: USD 6.5 mn are AUD 10 mn
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(10, CLOSE);
        }

        @Test
        void without_a_rate_nothing_is_mixed() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .fact("net-profit", "8", "AUD mn")
                    .earnings();

            assertThat(earnings.value(only(earnings).effect().change()).number())
                    .isEmpty();
            assertThat(earnings.value(only(earnings).remark()).inSentence())
                    .contains("No exchange rate leads from USD to AUD.");
        }
    }

    @Nested
    class What_is_missing {

        @Test
        void a_loss_has_no_elasticity_but_a_change_and_a_break_even_price() {
            Earnings earnings = whole().fact("net-profit", "-100", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(earnings.value(company.effect().elasticity()).number()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("Net profit is not above zero, so there is no elasticity."));
            // without the 25% tax that a profit would pay: 11.91186 / 0.75
            assertThat(number(earnings, company.effect().change())).isCloseTo(15.88248, CLOSE);
            // 100 / (15.88248 / 45.2) = 284.590 CNY/kg more than 452
            assertThat(number(earnings, product(earnings).breakEven())).isCloseTo(736.590, within(0.001));
        }

        @Test
        void a_loss_that_becomes_a_profit_pays_tax_on_that_profit() {
            Earnings earnings = whole().fact("net-profit", "-10", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            // 15.88248 before tax: 10 make up for the loss, and 5.88248 are taxed at 25%: 1.47062
            assertThat(number(earnings, company.effect().taxOnChange())).isCloseTo(1.47062, CLOSE);
            assertThat(number(earnings, company.effect().change())).isCloseTo(14.41186, CLOSE);
        }

        @Test
        void a_profit_that_becomes_a_loss_saves_its_tax_and_no_more() {
            Earnings earnings = whole().fact("net-profit", "3", "CNY mn").earnings();

            // 3 are 4 before tax; a tenth less takes 15.88248 of it, and the tax of 1 falls away
            assertThat(number(earnings, only(earnings).change(-10, 0))).isCloseTo(-14.88248, CLOSE);
        }

        @Test
        void without_a_number_of_shares_the_change_is_that_of_net_profit() {
            Earnings earnings =
                    new PaperCompany().fact("net-profit", "100", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(company.effect().epsChange()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("No number of shares is known, so the change is that of net profit."));
            assertThat(number(earnings, company.effect().elasticity())).isCloseTo(4.52, CLOSE);
        }

        @Test
        void without_a_net_profit_there_is_a_change_only() {
            Earnings earnings = new PaperCompany()
                    .fact("shares-outstanding", "500", "mn shares")
                    .earnings();
            CompanyEarnings company = only(earnings);

            assertThat(number(earnings, company.effect().epsChange().orElseThrow()))
                    .isCloseTo(0.0904, CLOSE);
            assertThat(earnings.value(company.effect().elasticity()).number()).isEmpty();
            assertThat(earnings.value(product(earnings).breakEven()).number()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("The net profit of FY2025 is not known, so there is no elasticity."));
        }

        @Test
        void what_leans_on_an_assumption_that_is_not_there_is_left_out_with_the_reason() {
            Dataset dataset = whole().dataset();
            Earnings earnings = Earnings.of(Dataset.builder("without assumptions")
                            .rows(DatasetTables.COMPANIES, dataset.companies().values())
                            .rows(DatasetTables.FACTS, dataset.facts())
                            .rows(DatasetTables.PRICES, dataset.prices())
                            .rows(DatasetTables.EXPOSURES, dataset.exposures())
                            .build())
                    .orElseThrow();

            assertThat(earnings.companies()).isEmpty();
            assertThat(earnings.leftOut())
                    .singleElement()
                    .satisfies(left -> assertThat(left.reason())
                            .isEqualTo("A fact or an assumption that it leans on is not in the dataset, or is only a"
                                    + " forecast."));
        }

        @Test
        void profit_that_no_price_can_take_away_has_no_break_even_price() {
            Earnings earnings = whole().fact("net-profit", "1000", "CNY mn").earnings();

            assertThat(earnings.value(product(earnings).breakEven())).isEqualTo(Value.of("none"));
            assertThat(earnings.value(product(earnings).breakEvenDistance()).number())
                    .isEmpty();
        }
    }

    /** 2,000 t at a floor of 110 USD/kg, of which 70% is kept above it, a quarter of the year in the earnings; 20% tax. */
    @Nested
    class With_a_floor {

        private PaperCompany at(String price, String netProfit) {
            return new PaperCompany()
                    .earnsIn("USD")
                    .fact("sold", "2000", "t NdPr oxide")
                    .fact("net-profit", netProfit, "USD mn")
                    .price(price, "USD/kg")
                    .floor("110", "USD/kg")
                    .share("kept", "70")
                    .share("held", "25")
                    .share("tax", "20");
        }

        @Test
        void below_it_a_change_counts_for_the_part_of_the_year_without_it() {
            Earnings earnings = at("69", "-40").earnings();
            CompanyEarnings company = only(earnings);

            // 6.9 USD/kg on 2,000 t in three quarters: 13.8 x 0.75 = 10.35; a loss pays no tax
            assertThat(number(earnings, company.effect().change())).isCloseTo(10.35, CLOSE);
            assertThat(number(earnings, company.change(-30, 0))).isCloseTo(-31.05, CLOSE);
            assertThat(number(earnings, product(earnings).floorAdds())).isEqualTo(41);
        }

        @Test
        void below_a_floor_of_the_whole_year_a_change_does_nothing() {
            Earnings earnings = at("69", "-40").share("held", "100").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(number(earnings, company.effect().change())).isZero();
            assertThat(number(earnings, company.change(-30, 0))).isZero();
        }

        @Test
        void a_rise_through_it_counts_from_the_floor_on() {
            Earnings earnings = at("100", "-40").earnings();

            // at 120 USD/kg 0.7 x 10 more in a quarter and 20 more in three: 1.75 + 15 = 16.75 on 2,000 t, and a loss
            // of
            // 40 - 33.5 pays no tax
            assertThat(number(earnings, only(earnings).change(20, 0))).isCloseTo(33.5, CLOSE);
            // to the floor itself only in three quarters: 10 x 0.75 x 2
            assertThat(number(earnings, only(earnings).change(10, 0))).isCloseTo(15, CLOSE);
        }

        @Test
        void above_it_a_rise_counts_as_kept_and_a_fall_stops_at_it() {
            Earnings earnings = at("120", "-40").earnings();

            // paid at 120: a quarter of 110 + 0.7 x 10 = 117 and three of 120: 119.25; 12 more bring 0.25 x 8.4 + 0.75
            // x
            // 12 = 11.1, times 2
            assertThat(number(earnings, product(earnings).effective())).isCloseTo(119.25, CLOSE);
            assertThat(number(earnings, only(earnings).effect().change())).isCloseTo(22.2, CLOSE);
            // at 108 the floor is paid in its quarter: 0.25 x -7 + 0.75 x -12 = -10.75, times 2
            assertThat(number(earnings, only(earnings).change(-10, 0))).isCloseTo(-21.5, CLOSE);
            assertThat(number(earnings, product(earnings).floorAdds())).isZero();
        }

        @Test
        void the_break_even_price_starts_from_the_part_of_the_year_in_which_it_was_paid() {
            Earnings earnings = at("100", "-40").earnings();

            // the year held 0.25 x 110 + 0.75 x 100 = 102.5; 40 / 2 = 20 more are 122.5 to be paid, 12.5 above the
            // floor,
            // of which 0.75 + 0.25 x 0.7 = 0.925 are kept
            assertThat(number(earnings, product(earnings).breakEven())).isCloseTo(110 + 12.5 / 0.925, CLOSE);

            // 102.5 + 4 / 2 = 104.5 to be paid, under the floor: (104.5 - 27.5) / 0.75
            Earnings under = at("100", "-4").earnings();
            assertThat(number(under, product(under).breakEven())).isCloseTo(77 / 0.75, CLOSE);
        }

        @Test
        void where_the_floor_alone_brings_a_profit_there_is_no_break_even_price() {
            Earnings earnings = at("100", "4").share("held", "100").earnings();

            // 110 - 5 / 2 = 107.5, which the floor pays at any price
            assertThat(earnings.value(product(earnings).breakEven())).isEqualTo(Value.of("none"));
        }
    }

    @Nested
    class Newest_of_its_kind {

        private PaperCompany of() {
            return new PaperCompany().namesNoPeriod().share("tax", "25").fact("net-profit", "100", "CNY mn");
        }

        @Test
        void sales_are_of_the_newest_period_with_a_volume_and_a_price() {
            Earnings earnings = of().fact("sold", "9M 2026", "900", "t NdPr oxide")
                    .fact("sold", "FY2024", "800", "t NdPr oxide")
                    .alsoPaid("2024", "400")
                    .earnings();

            // nothing was read of the price of nine months of 2026
            assertThat(only(earnings).period()).hasToString("FY2025");

            Earnings both = of().fact("sold", "9M 2026", "900", "t NdPr oxide")
                    .alsoPaid("9M 2026", "500")
                    .earnings();
            assertThat(only(both).period()).hasToString("9M 2026");
            // 50 CNY/kg more on 900 t, without any profit of that period: all of it is taxed
            assertThat(number(both, only(both).effect().change())).isCloseTo(45 * 0.75, CLOSE);
        }

        @Test
        void a_quarter_is_too_short_where_a_longer_period_is_known() {
            Earnings earnings = of().fact("sold", "Q1 2026", "300", "t NdPr oxide")
                    .alsoPaid("Q1 2026", "500")
                    .earnings();

            assertThat(only(earnings).period()).hasToString("FY2025");
        }

        @Test
        void a_change_is_counted_from_the_last_price_and_over_the_profit_at_it() {
            Earnings earnings = of().fact("revenue", "2000", "CNY mn")
                    .alsoPaid("2026-01-16", "500")
                    .earnings();
            Effect effect = only(earnings).effect();

            // 50 CNY/kg on 1,000 t, less 25%: 37.5. Of 452 to 500 come 48 x 0.75 = 36 on top of the profit of 100, and
            // 48
            // on top of the revenue of 2,000
            assertThat(number(earnings, effect.change())).isCloseTo(37.5, CLOSE);
            assertThat(number(earnings, effect.netProfitAtList())).isCloseTo(136, CLOSE);
            assertThat(number(earnings, effect.relativeChange())).isCloseTo(37.5 / 136, CLOSE);
            assertThat(number(earnings, effect.changeOfMargin().orElseThrow())).isCloseTo(37.5 / 2048, CLOSE);
            // 100 / 0.75 / 1 = 133.333 CNY/kg under the 452 at which it was earned
            assertThat(number(earnings, product(earnings).breakEven())).isCloseTo(452 - 100 / 0.75, CLOSE);
        }

        @Test
        void a_profit_of_nine_months_of_the_next_year_stands_beside_sales_of_a_year_and_is_not_compared_with_them() {
            Earnings earnings =
                    of().fact("net-profit", "9M 2026", "60", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(number(earnings, company.netProfit())).isEqualTo(60);
            assertThat(company.profitPeriod()).hasToString("9M 2026");
            assertThat(number(earnings, company.effect().change())).isCloseTo(45.2 * 0.75, CLOSE);
            assertThat(earnings.value(company.effect().relativeChange()).number())
                    .isEmpty();
            assertThat(earnings.value(company.effect().meaningfulChange())).isEqualTo(Value.of("nm"));
            assertThat(earnings.value(company.remark()).inSentence())
                    .startsWith("Net profit is of 9M 2026 and sales are of FY2025");
        }

        @Test
        void half_a_year_of_the_next_one_does_not_take_its_place() {
            Earnings earnings =
                    of().fact("net-profit", "H1 2026", "60", "CNY mn").earnings();

            assertThat(only(earnings).profitPeriod()).hasToString("FY2025");
        }

        @Test
        void an_unknown_cost_of_ore_is_a_bound_where_nobody_states_one() {
            Earnings earnings = of().buysOreAtACostNotStated().earnings();
            CompanyEarnings company = only(earnings);

            assertThat(company.withOre()).isEmpty();
            assertThat(earnings.value(company.moved(Moved.NET_PROFIT).orElseThrow()))
                    .isEqualTo(Value.of("up to 33.9"));
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Rare_earths {

        private final Dataset dataset = RareEarths.dataset();
        private final Earnings earnings = Earnings.of(dataset).orElseThrow();

        private CompanyEarnings of(String id) {
            return earnings.companies().stream()
                    .filter(company -> company.company().id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        private double number(Key key) {
            return earnings.value(key).number().orElseThrow();
        }

        private String words(CompanyEarnings company, Moved measure) {
            return earnings.value(company.moved(measure).orElseThrow()).inSentence();
        }

        @Test
        void lynas_is_measured_on_fiscal_2026() {
            CompanyEarnings lynas = of("LYC.AX");

            // lynas-fy2026-report: 12,122 t REO at 80.68 AUD/kg; 8.068 x 12.122 = 97.800296, less 30% tax: 68.4602072.
            // private-analyst-2026-09-usar: net profit AUD 222.4 mn; 1.01 bn shares (business-insider-2025-11-lynas)
            assertThat(lynas.period()).hasToString("FY2026");
            assertThat(number(lynas.netProfit())).isEqualTo(222.4);
            assertThat(number(lynas.effect().change())).isCloseTo(68.4602072, CLOSE);
            assertThat(number(lynas.effect().relativeChange())).isCloseTo(68.4602072 / 222.4, CLOSE);
            assertThat(number(lynas.effect().epsChange().orElseThrow())).isCloseTo(68.4602072 / 1010, CLOSE);
            // revenue AUD 977.945 mn
            assertThat(number(lynas.effect().changeOfMargin().orElseThrow())).isCloseTo(68.4602072 / 977.945, CLOSE);
            // 222.4 / 0.7 / 12.122 = 26.2096 AUD/kg less and nothing is left
            assertThat(number(lynas.products().get(0).breakEven())).isCloseTo(80.68 - 222.4 / 8.4854, CLOSE);
        }

        @Test
        void the_floor_of_mp_materials_covered_a_quarter_of_2025() {
            CompanyEarnings mp = of("MP");
            ProductSale oxide = mp.products().get(0);

            // usgs-mcs-2026: 69 USD/kg in 2025; mp-10k-fy2025: 1,994 t; ns-energy-2025-07-mp-dod: a floor of 110, paid
            // from
            // October 2025. 6.9 x 1.994 = 13.7586, of which three quarters move: 10.31895; a loss pays no tax
            assertThat(number(mp.effect().change())).isCloseTo(10.31895, CLOSE);
            assertThat(earnings.value(mp.effect().elasticity()).number()).isEmpty();
            // mp-10k-fy2025: revenue USD 224.441 mn
            assertThat(number(mp.effect().changeOfMargin().orElseThrow())).isCloseTo(10.31895 / 224.441, CLOSE);
            // the year held 0.25 x 110 + 0.75 x 69 = 79.25; mp-2026-02-release: 85.9 / 1.994 = 43.0792 more, 122.3292;
            // above
            // the floor 0.75 + 0.25 x 0.7 = 0.925 are kept: 110 + 12.3292 / 0.925 = 123.3289
            assertThat(number(oxide.breakEven())).isCloseTo(123.3289, within(0.0001));
            assertThat(number(oxide.floorAdds())).isEqualTo(110 - 69);
        }

        @Test
        void china_northern_passes_on_54_percent_and_is_counted_from_the_price_of_february_2026() {
            CompanyEarnings northern = of("600111.SH");
            ProductSale oxide = northern.products().get(0);

            // northern-h1-2025-report: 115,800 t REO bought for 4,335 mn; 15.7% of it is 18,180.6 t NdPr oxide, at 441
            // CNY/kg (sohu-2025-09-prices) 8,017.6446 mn
            assertThat(number(oxide.passedOn(PassThrough.LEAST)))
                    .isCloseTo(4335 / 8017.6446, CLOSE)
                    .isCloseTo(0.5407, within(0.0001));
            // sunsirs-2026-02: 748.7 CNY/kg on 2 February 2026
            assertThat(oxide.listPriceIsOf()).hasToString("2026-02-02");
            double gain = 18.1806 * (1 / 1.13 - 4335 / 8017.6446); // 6.25909 mn for a CNY/kg
            assertThat(gain).isCloseTo(6.2591, within(0.0001));
            assertThat(number(northern.effect().change()))
                    .isCloseTo(74.87 * gain * 0.75, CLOSE)
                    .isCloseTo(351.46, within(0.01));
            // reportify-600111-h1-2025: net profit 931 mn, revenue 18,866 mn. 307.7 CNY/kg more bring 1,444.4 mn
            // after
            // tax, and 307.7 x 18.1806 / 1.13 = 4,950.6 mn of sales
            assertThat(number(northern.effect().netProfitAtList()))
                    .isCloseTo(931 + 307.7 * gain * 0.75, within(1e-6))
                    .isCloseTo(2375.4, within(0.1));
            assertThat(number(northern.effect().changeOfMargin().orElseThrow()))
                    .isCloseTo(351.46 / 23_816.6, within(0.00001));
        }

        @Test
        void what_baotou_steel_pays_for_ore_is_not_known_so_its_change_is_a_range() {
            CompanyEarnings baotou = of("600010.SH");

            // eastmoney-2025-10-baotou-steel: 302,442 t; northern-2026-01-announcement: 26,834 CNY/t; a tenth of
            // 8,115.73
            // mn, less 25% tax
            double most = 302.442 * 26.834 * 0.1 * 0.75;
            assertThat(number(baotou.effect().change())).isCloseTo(most, CLOSE).isCloseTo(608.68, within(0.01));
            // 54.07% of a price with VAT are 61.10% of one without it: 38.90% are kept
            double passed = 4335 / 8017.6446 * 1.13;
            assertThat(number(baotou.withOre().orElseThrow().change()))
                    .isCloseTo(most * (1 - passed), CLOSE)
                    .isCloseTo(236.79, within(0.01));
            assertThat(words(baotou, Moved.NET_PROFIT)).isEqualTo("236.8–608.7");
            assertThat(words(baotou, Moved.EPS)).isEqualTo("+0.01");
        }

        @Test
        void china_rare_earth_resources_earned_192_million_in_nine_months_and_is_not_ranked() {
            CompanyEarnings company = of("000831.SZ");

            // stockstar-2025-10-000831: net profit of nine months of 2025; the loss of 2024 is not shown
            assertThat(number(company.netProfit())).isEqualTo(192);
            assertThat(company.profitPeriod()).hasToString("9M 2025");
            // tcfood-000831-annual-report: 1,814.877383 mn of oxides, guosen-2025-000831: 6,512 t: 278.697 CNY/kg
            assertThat(number(company.products().get(0).price())).isCloseTo(278.6974, within(0.0001));
            // a tenth of oxides and of 1,156.02108 mn of metals: 297.0898463, less 25% of all of it: 222.8174. With
            // 61.10%
            // passed on for ore: 86.6823
            assertThat(number(company.effect().change())).isCloseTo(222.8174, within(0.0001));
            assertThat(words(company, Moved.NET_PROFIT)).isEqualTo("86.7–222.8");
            // of a revenue of 3,027.348207 mn
            assertThat(words(company, Moved.OF_REVENUE)).isEqualTo("2.9–7.4%");
            assertThat(words(company, Moved.OF_PROFIT)).isEqualTo("nm");
        }

        @Test
        void only_companies_whose_ore_costs_are_known_are_ranked() {
            EarningsOrder order = new EarningsOrder(earnings);

            // 7.0%, 4.6% and 1.4% of revenue; China Rare Earth Resources, with 2.9% to 7.4%, could stand anywhere
            assertThat(order.mostFirst())
                    .extracting(company -> company.company().id())
                    .containsExactly("LYC.AX", "MP", "600111.SH", "000831.SZ", "600010.SH");
            assertThat(order.comparable()).hasSize(3);
        }

        @Test
        void products_that_name_different_taxes_are_left_out_since_tax_is_on_the_whole_company(@TempDir Path folder) {
            Earnings changed = Earnings.of(RareEarths.with(
                            folder,
                            "exposures",
                            table -> table.replaceFirst(
                                    "(?m)^(000831.SZ,Rare earth metals.*),tax-china,", "$1,tax-australia,")))
                    .orElseThrow();

            assertThat(changed.leftOut())
                    .filteredOn(left -> left.company().id().equals("000831.SZ"))
                    .hasSize(2)
                    .allSatisfy(left -> assertThat(left.reason()).contains("several rates of tax"));
        }

        @Test
        void every_company_of_the_dataset_has_numbers_or_a_reason() {
            var told = new TreeSet<String>();
            earnings.companies().forEach(company -> told.add(company.company().id()));
            earnings.leftOut().forEach(left -> {
                told.add(left.company().id());
                assertThat(left.reason()).isNotBlank();
            });

            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(dataset.companies().keySet());
            assertThat(earnings.companies()).hasSize(5);
            assertThat(earnings.leftOut()).hasSize(20);
        }
    }
}
