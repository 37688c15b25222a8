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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
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

            // 45.2 CNY/kg more on 1,000 t are CNY 45.2 mn; less VAT 45.2 / 1.13 = 40; less 20% of that passed on: 32.
            // Times 0.95 x 0.9 x 0.75 x 0.6 = 0.38475: 12.312. A share of 500 mn: 0.024624. Of 100: 12.312%
            assertThat(number(earnings, company.effect().change(Way.UP))).isCloseTo(12.312, CLOSE);
            assertThat(number(earnings, company.effect().epsChange(Way.UP).orElseThrow()))
                    .isCloseTo(0.024624, CLOSE);
            assertThat(number(earnings, company.eps().orElseThrow())).isCloseTo(0.2, CLOSE);
            assertThat(number(earnings, company.effect().relativeChange(Way.UP)))
                    .isCloseTo(0.12312, CLOSE);
            assertThat(number(earnings, company.effect().elasticity())).isCloseTo(1.2312, CLOSE);
        }

        @Test
        void a_price_without_vat_loses_none() {
            Earnings earnings = whole().withoutVat().earnings();

            // 45.2 - 9.04 = 36.16; times 0.38475: 13.91256
            assertThat(number(earnings, only(earnings).effect().change(Way.UP))).isCloseTo(13.91256, CLOSE);

            Earnings unnamed = whole().namesNoVat().earnings();
            assertThat(number(unnamed, only(unnamed).effect().change(Way.UP))).isCloseTo(13.91256, CLOSE);
            assertThat(unnamed.value(product(unnamed).vatIncluded())).isEqualTo(Value.of("no"));
        }

        private static OptionalDouble changeWhenVatIs(String answer) {
            Earnings earnings = whole().earnings();
            return earnings.model()
                    .valuesWith(Map.of(product(earnings).vatIncluded(), Value.of(answer)))
                    .number(only(earnings).effect().change(Way.UP));
        }

        @Test
        void the_reader_can_answer_whether_a_price_has_vat_in_capitals_or_not() {
            assertThat(changeWhenVatIs("no").orElseThrow()).isCloseTo(13.91256, CLOSE);
            assertThat(changeWhenVatIs("No").orElseThrow()).isCloseTo(13.91256, CLOSE);
            assertThat(changeWhenVatIs("Yes").orElseThrow()).isCloseTo(12.312, CLOSE);
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

            // 90.4 of 452 / 1.13 = 400 mn are 22.6%: 40 x 0.774 x 0.38475
            assertThat(number(earnings, product(earnings).passedOn(PassThrough.LEAST)))
                    .isCloseTo(0.226, CLOSE);
            assertThat(number(earnings, only(earnings).effect().change(Way.UP))).isCloseTo(11.91186, CLOSE);
        }

        @Test
        void the_corner_of_the_grid_is_the_change_of_price_at_that_volume() {
            Earnings earnings = whole().earnings();
            CompanyEarnings company = only(earnings);

            // three tenths down, a fifth more tonnes: -3 x 12.312 x 1.2 = -44.3232
            assertThat(number(earnings, company.change(-30, 20))).isCloseTo(-44.3232, CLOSE);
            assertThat(number(earnings, company.change(30, -20))).isCloseTo(29.5488, CLOSE);
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
            assertThat(number(earnings, only(earnings).effect().change(Way.UP))).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_for_a_tonne_is_a_thousandth_for_a_kilogram() {
            Earnings earnings = new PaperCompany().price("452000", "CNY/t").earnings();

            assertThat(number(earnings, product(earnings).sales())).isCloseTo(452, CLOSE);
            assertThat(product(earnings).priceIsOf())
                    .as("of the price, where sales are of FY2025")
                    .isEqualTo(Period.year(2025));
            assertThat(number(earnings, only(earnings).effect().change(Way.UP))).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_in_another_currency_is_converted_at_the_average_of_its_year() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .rate("AUD", "USD", "0.65")
                    .earnings();

            // 6.5 USD/kg on 1,000 t: USD 6.5 mn are AUD 10 mn
            assertThat(number(earnings, only(earnings).effect().change(Way.UP))).isCloseTo(10, CLOSE);
        }

        @Test
        void without_a_rate_nothing_is_mixed() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .fact("net-profit", "8", "AUD mn")
                    .earnings();

            assertThat(earnings.value(only(earnings).effect().change(Way.UP)).number())
                    .isEmpty();
            assertThat(earnings.value(only(earnings).remark()).inSentence())
                    .contains("No exchange rate leads from USD to AUD.");
        }
    }

    @Nested
    class What_is_missing {

        @Test
        void a_loss_has_no_elasticity_but_a_change() {
            Earnings earnings = whole().fact("net-profit", "-100", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(earnings.value(company.effect().elasticity()).number()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("Net profit is not above zero, so there is no elasticity."));
            // without the 25% tax that a profit would pay: 12.312 / 0.75
            assertThat(number(earnings, company.effect().change(Way.UP))).isCloseTo(16.416, CLOSE);
        }

        @Test
        void a_loss_that_becomes_a_profit_pays_tax_on_that_profit() {
            Earnings earnings = whole().fact("net-profit", "-10", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            // 16.416 before tax: 10 make up for the loss, and 6.416 are taxed at 25%: 1.604
            assertThat(number(earnings, company.effect().taxOnChange(Way.UP))).isCloseTo(1.604, CLOSE);
            assertThat(number(earnings, company.effect().change(Way.UP))).isCloseTo(14.812, CLOSE);
        }

        @Test
        void a_profit_that_becomes_a_loss_saves_its_tax_and_no_more() {
            Earnings earnings = whole().fact("net-profit", "3", "CNY mn").earnings();

            // 3 are 4 before tax; a tenth less takes 16.416 of it, and the tax of 1 falls away
            assertThat(number(earnings, only(earnings).change(-10, 0))).isCloseTo(-15.416, CLOSE);
        }

        @Test
        void without_a_number_of_shares_the_change_is_that_of_net_profit() {
            Earnings earnings =
                    new PaperCompany().fact("net-profit", "100", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(company.effect().epsChange(Way.UP)).isEmpty();
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

            assertThat(number(earnings, company.effect().epsChange(Way.UP).orElseThrow()))
                    .isCloseTo(0.0904, CLOSE);
            assertThat(earnings.value(company.effect().elasticity()).number()).isEmpty();
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
            // 50 CNY/kg more on 900 t of nine months, 1,200 t of twelve; the profit of 100 ends nine months before: all
            // is taxed
            assertThat(number(both, product(both).tonnesOfAYear())).isCloseTo(1200, CLOSE);
            assertThat(number(both, only(both).effect().change(Way.UP))).isCloseTo(60 * 0.75, CLOSE);
            assertThat(both.value(only(both).effect().relativeChange(Way.UP))).isEqualTo(Value.of("nm"));
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
            Earnings earnings = of().alsoPaid("2026-01-16", "500").earnings();
            Effect effect = only(earnings).effect();

            // 50 CNY/kg on 1,000 t, less 25%: 37.5. Of 452 to 500 come 48 x 0.75 = 36 on top of the profit of 100
            assertThat(number(earnings, effect.change(Way.UP))).isCloseTo(37.5, CLOSE);
            assertThat(number(earnings, effect.change(Way.DOWN))).isCloseTo(-37.5, CLOSE);
            assertThat(number(earnings, effect.netProfit())).isCloseTo(136, CLOSE);
            assertThat(number(earnings, effect.relativeChange(Way.UP))).isCloseTo(37.5 / 136, CLOSE);
        }

        private static TwelveMonths profit(PaperCompany company) {
            return only(company.earnings()).profit().orElseThrow();
        }

        @Test
        void twelve_months_are_the_last_year_and_this_part_less_the_same_part_of_the_year_before() {
            PaperCompany company =
                    of().fact("net-profit", "9M 2026", "60", "CNY mn").fact("net-profit", "9M 2025", "70", "CNY mn");

            // 100 of FY2025, 60 of nine months, less the 70 of nine months of the year before: 90 to September 2026
            assertThat(number(company.earnings(), profit(company).key())).isCloseTo(90, CLOSE);
            assertThat(profit(company).inWords()).isEqualTo("year to Sep 26");
        }

        @Test
        void a_part_of_a_year_takes_the_place_of_a_year_that_is_stated_only_where_twelve_months_can_be_made_of_it() {
            assertThat(profit(of().fact("net-profit", "9M 2026", "60", "CNY mn"))
                            .inWords())
                    .isEqualTo("FY2025");
            assertThat(profit(of().fact("net-profit", "H1 2026", "60", "CNY mn"))
                            .inWords())
                    .isEqualTo("FY2025");
        }

        @Test
        void a_half_year_is_doubled_where_nothing_else_is_known() {
            Earnings earnings = new PaperCompany()
                    .namesNoPeriod()
                    .fact("net-profit", "H1 2026", "60", "CNY mn")
                    .earnings();
            TwelveMonths year = only(earnings).profit().orElseThrow();

            assertThat(number(earnings, year.key())).isCloseTo(120, CLOSE);
            assertThat(year.inWords()).isEqualTo("H1 2026 × 2");
        }

        @Test
        void an_unknown_cost_of_ore_is_a_bound_where_nobody_states_one() {
            Earnings earnings = of().buysOreAtACostNotStated().earnings();
            CompanyEarnings company = only(earnings);

            assertThat(company.withOre(At.SPOT)).isEmpty();
            assertThat(earnings.value(
                            company.moved(Moved.NET_PROFIT, At.SPOT, Way.UP).orElseThrow()))
                    .isEqualTo(Value.of("≤ 33.9"));
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class Rare_earths {

        private final Dataset dataset = RareEarths.dataset();
        private final Earnings earnings = Analyses.of(dataset).earnings().orElseThrow();

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
            return earnings.value(company.moved(measure, At.SPOT, Way.UP).orElseThrow())
                    .inSentence();
        }

        /** The spot: USD 100.8 of June 2026 without VAT, quoted from an announcement of Lynas (lynas-2026-08-asx). */
        private static final double SPOT = 100.8;

        @Test
        void one_spot_is_that_of_all_who_sell_ndpr() {
            assertThat(earnings.products().stream()
                            .flatMap(product -> product.atDeck().stream())
                            .map(deck -> deck.quote().key())
                            .distinct())
                    .singleElement()
                    .satisfies(key -> assertThat(number(key)).isEqualTo(SPOT));
            // 5.6% more outside China; at CNY 6.7758 and with 13% VAT in China; at AUD 1.4235, all of June 2026
            assertThat(number(product("MP").listPrice())).isCloseTo(SPOT * 1.056, CLOSE);
            assertThat(number(product("600111.SH").listPrice())).isCloseTo(SPOT * 6.7758 * 1.13, CLOSE);
            assertThat(number(product("LYC.AX").listPrice())).isCloseTo(SPOT * 1.4235, CLOSE);
        }

        private ProductSale product(String company) {
            return of(company).products().get(0);
        }

        /** Lynas at a price of NdPr, USD mn: 7,260 t, and a floor of 110 under 5,000 t (finance-news-2026-03-jare). */
        private static double lynas(double price) {
            double given = Math.min(10, 0.3 * 5 * Math.max(0, price - 150));
            return 7.26 * price + 5 * Math.max(0, 110 - price) - given;
        }

        @ParameterizedTest
        @CsvSource({"-30, -68.0994", "-10, -22.6999", "10, 27.0843", "30, 172.9263"})
        void lynas_loses_less_than_it_gains_since_a_floor_covers_5000_tonnes(int step, double change) {
            // at AUD 1.4235 of June 2026, less 30% tax
            double byHand = (lynas(SPOT * (1 + step / 100.0)) - lynas(SPOT)) * 1.4235 * 0.7;

            assertThat(byHand).isCloseTo(change, within(0.001));
            assertThat(number(of("LYC.AX").change(step, 0))).isCloseTo(byHand, CLOSE);
            assertThat(number(of("LYC.AX").changeOfEps(step).orElseThrow())).isCloseTo(byHand / 1010, CLOSE);
        }

        @Test
        void lynas_at_the_spot_and_in_2027_on_the_deck() {
            CompanyEarnings company = of("LYC.AX");

            // AUD 222.4 mn of FY2026, when 7,260 t sold at USD 84 and AUD 1.4868
            double sold = 7.26 * 84 * 1.4868;
            assertThat(number(company.effect().netProfit()))
                    .isCloseTo(222.4 + (lynas(SPOT) * 1.4235 - sold) * 0.7, CLOSE)
                    .isCloseTo(362.7, within(0.1));

            // 2027: a quarter of what Mt Weld adds to 7,260 t, of 10,500; USD 96.3, and 110 less inflation of a year
            double volume = 7.26 + 0.25 * (10.5 - 7.26);
            double paid = volume * 96.3 + 5 * (110 / 1.025 - 96.3);
            double next = (paid - (volume - 7.26) * 24.12) * 1.4235 - sold;
            assertThat(number(product("LYC.AX").nextKilotonnes().orElseThrow())).isCloseTo(volume, CLOSE);
            assertThat(number(company.effect(At.NEXT).netProfit()))
                    .isCloseTo(222.4 + next * 0.7, CLOSE)
                    .isCloseTo(397.5, within(0.1));
        }

        @Test
        void brokers_expected_358_million_of_lynas_for_fiscal_2026_and_it_made_222() {
            CompanyEarnings company = of("LYC.AX");

            assertThat(number(company.epsExpected().orElseThrow())).isEqualTo(0.572);
            assertThat(number(company.missed().orElseThrow())).isCloseTo(222.4 / 358 - 1, CLOSE);
        }

        /** MP at a price of NdPr outside China, USD mn: 1,994 t at no less than 110, less 30% of what is above. */
        private static double mp(double price) {
            return 1.994 * (Math.max(110, price) - 0.3 * Math.max(0, price - 110));
        }

        @ParameterizedTest
        @CsvSource({"-30, 0", "-10, 0", "10, 9.8952", "30, 39.6103"})
        void mp_materials_loses_nothing_below_its_floor(int step, double change) {
            double outside = SPOT * 1.056;
            double byHand = mp(outside * (1 + step / 100.0)) - mp(outside);

            assertThat(byHand).isCloseTo(change, within(0.001));
            // a loss that stays one pays no tax
            assertThat(number(of("MP").change(step, 0))).isCloseTo(byHand, CLOSE);
        }

        @Test
        void what_mp_materials_was_paid_on_top_in_2025_is_not_counted_twice() {
            // mp-2026-02-release: a loss of 85.9; usgs-mcs-2026: 69 USD/kg; tradevae-2026-02-mp-q4: 51 on top
            assertThat(number(of("MP").effect().netProfit()))
                    .isCloseTo(-85.9 + 1.994 * 110 - (1.994 * 69 + 51), CLOSE)
                    .isCloseTo(-55.146, CLOSE);
        }

        @ParameterizedTest
        @ValueSource(ints = {-30, -10, 10, 30})
        void china_northern_has_no_floor_and_is_of_twelve_months(int step) {
            CompanyEarnings northern = of("600111.SH");

            // northern-h1-2025-report: 115,800 t REO bought for 4,335 mn in half a year, doubled; 15.7% of it is NdPr.
            // At CNY 441
            // with VAT of 13% (sohu-2025-09-prices) that is 7,095.26 mn without it, of which ore costs 61.1%
            double half = 115.8 * 0.157;
            double passed = 4335 / (half * 441 / 1.13);
            assertThat(number(product("600111.SH").passedOn(PassThrough.LEAST)))
                    .isCloseTo(passed, CLOSE)
                    .isCloseTo(0.6110, within(0.0001));
            double sales = 2 * half * SPOT * 6.7758;
            double tenth = sales * 0.1 * (1 - passed) * 0.75;
            assertThat(tenth).isCloseTo(724.6, within(0.1));
            assertThat(number(northern.change(step, 0))).isCloseTo(tenth * step / 10, within(1e-6));
            // stockanalysis-600111-2026-02-13: 2,140 mn in the year to September 2025
            assertThat(northern.profit().orElseThrow().inWords()).isEqualTo("year to Sep 25");
            assertThat(number(northern.netProfit())).isEqualTo(2140);
            assertThat(number(northern.effect().netProfit()))
                    .isCloseTo(2140 + (sales - 2 * half * 441 / 1.13) * (1 - passed) * 0.75, within(1e-6));
        }

        @Test
        void what_baotou_steel_pays_for_ore_is_not_known_so_its_change_is_a_range() {
            CompanyEarnings baotou = of("600010.SH");

            // eastmoney-2025-10-baotou-steel: 302,442 t in nine months, 403,256 in twelve; its own last price, 26,834
            // CNY/t
            // (northern-2026-01-announcement); a tenth of 10,820.97 mn, less 25% tax
            double most = 302.442 * 12 / 9 * 26.834 * 0.1 * 0.75;
            assertThat(number(baotou.effect().change(Way.UP)))
                    .isCloseTo(most, CLOSE)
                    .isCloseTo(811.57, within(0.01));
            double passed = 4335 / (115.8 * 0.157 * 441 / 1.13);
            assertThat(number(baotou.withOre(At.SPOT).orElseThrow().change(Way.UP)))
                    .isCloseTo(most * (1 - passed), CLOSE);
            assertThat(words(baotou, Moved.NET_PROFIT)).isEqualTo("315.7–811.6");
            // 264.6 of 2024 and 233 of nine months of 2025, less the loss of 516 of those of 2024
            assertThat(number(baotou.netProfit())).isCloseTo(264.6 + 233 + 516, CLOSE);
            assertThat(baotou.effect(At.NEXT).company().nextYear()).isEmpty();
        }

        @Test
        void china_rare_earth_resources_stays_at_its_own_price_and_is_not_told_in_percent() {
            CompanyEarnings company = of("000831.SZ");

            // sales of 2024, profit to September 2025: 49,729 / 459.28 (stockanalysis-000831-2025-12-05)
            assertThat(number(company.netProfit())).isEqualTo(108.3);
            assertThat(number(company.effect().netProfit())).isCloseTo(108.3, CLOSE);
            assertThat(number(company.effect().change(Way.UP))).isCloseTo(222.8174, within(0.0001));
            assertThat(words(company, Moved.NET_PROFIT)).isEqualTo("86.7–222.8");
            assertThat(words(company, Moved.OF_PROFIT)).isEqualTo("nm");
        }

        @Test
        void only_companies_whose_ore_costs_are_known_are_ranked() {
            EarningsOrder order = new EarningsOrder(earnings);

            // 13.8% and 7.5%; MP earns nothing at the spot
            assertThat(order.mostFirst())
                    .extracting(company -> company.company().id())
                    .containsExactly("600111.SH", "LYC.AX", "MP", "000831.SZ", "600010.SH");
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
