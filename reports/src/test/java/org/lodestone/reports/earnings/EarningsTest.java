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
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

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
            assertThat(number(earnings, company.change())).isCloseTo(11.91186, CLOSE);
            assertThat(number(earnings, company.epsChange().orElseThrow())).isCloseTo(0.02382372, CLOSE);
            assertThat(number(earnings, company.eps().orElseThrow())).isCloseTo(0.2, CLOSE);
            assertThat(number(earnings, company.relativeChange())).isCloseTo(0.1191186, CLOSE);
            assertThat(number(earnings, company.elasticity())).isCloseTo(1.191186, CLOSE);
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
                    .of(only(earnings).change());
            assertThat(change.number().orElseThrow()).isCloseTo(-100, within(1e-6));
        }

        @Test
        void a_price_without_vat_loses_none() {
            Earnings earnings = whole().withoutVat().earnings();

            // 45.2 - 9.04 = 36.16; times 0.38475: 13.91256
            assertThat(number(earnings, only(earnings).change())).isCloseTo(13.91256, CLOSE);

            Earnings unnamed = whole().namesNoVat().earnings();
            assertThat(number(unnamed, only(unnamed).change())).isCloseTo(13.91256, CLOSE);
            assertThat(unnamed.value(product(unnamed).vatIncluded())).isEqualTo(Value.of("no"));
        }

        private static OptionalDouble changeWhenVatIs(String answer) {
            Earnings earnings = whole().earnings();
            return earnings.model()
                    .valuesWith(Map.of(product(earnings).vatIncluded(), Value.of(answer)))
                    .number(only(earnings).change());
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
            assertThat(number(earnings, product(earnings).passedOn())).isCloseTo(0.2, CLOSE);
            assertThat(number(earnings, only(earnings).change())).isCloseTo(11.91186, CLOSE);
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
            assertThat(number(earnings, only(earnings).change())).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_for_a_tonne_is_a_thousandth_for_a_kilogram() {
            Earnings earnings = new PaperCompany().price("452000", "CNY/t").earnings();

            assertThat(number(earnings, product(earnings).sales())).isCloseTo(452, CLOSE);
            assertThat(product(earnings).priceIsOf())
                    .as("of the price, where sales are of FY2025")
                    .isEqualTo(Period.year(2025));
            assertThat(number(earnings, only(earnings).change())).isCloseTo(45.2, CLOSE);
        }

        @Test
        void a_price_in_another_currency_is_converted_at_the_average_of_its_year() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .rate("AUD", "USD", "0.65")
                    .earnings();

            // 6.5 USD/kg on 1,000 t: USD 6.5 mn are AUD 10 mn
            assertThat(number(earnings, only(earnings).change())).isCloseTo(10, CLOSE);
        }

        @Test
        void without_a_rate_nothing_is_mixed() {
            Earnings earnings = new PaperCompany()
                    .price("65", "USD/kg")
                    .earnsIn("AUD")
                    .fact("net-profit", "8", "AUD mn")
                    .earnings();

            assertThat(earnings.value(only(earnings).change()).number()).isEmpty();
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

            assertThat(earnings.value(company.elasticity()).number()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("Net profit is not above zero, so there is no elasticity."));
            // without the 25% tax that a profit would pay: 11.91186 / 0.75
            assertThat(number(earnings, company.change())).isCloseTo(15.88248, CLOSE);
            // 100 / (15.88248 / 45.2) = 284.590 CNY/kg more than 452
            assertThat(number(earnings, product(earnings).breakEven())).isCloseTo(736.590, within(0.001));
        }

        @Test
        void a_loss_that_becomes_a_profit_pays_tax_on_that_profit() {
            Earnings earnings = whole().fact("net-profit", "-10", "CNY mn").earnings();
            CompanyEarnings company = only(earnings);

            // 15.88248 before tax: 10 make up for the loss, and 5.88248 are taxed at 25%: 1.47062
            assertThat(number(earnings, company.taxOnChange())).isCloseTo(1.47062, CLOSE);
            assertThat(number(earnings, company.change())).isCloseTo(14.41186, CLOSE);
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

            assertThat(company.epsChange()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("No number of shares is known, so the change is that of net profit."));
            assertThat(number(earnings, company.elasticity())).isCloseTo(4.52, CLOSE);
        }

        @Test
        void without_a_net_profit_there_is_a_change_only() {
            Earnings earnings = new PaperCompany()
                    .fact("shares-outstanding", "500", "mn shares")
                    .earnings();
            CompanyEarnings company = only(earnings);

            assertThat(number(earnings, company.epsChange().orElseThrow())).isCloseTo(0.0904, CLOSE);
            assertThat(earnings.value(company.elasticity()).number()).isEmpty();
            assertThat(earnings.value(product(earnings).breakEven()).number()).isEmpty();
            assertThat(earnings.value(company.remark()))
                    .isEqualTo(Value.of("The net profit of FY2025 is not known, so there is no elasticity."));
        }

        @Test
        void what_leans_on_an_assumption_that_is_not_there_is_left_out_with_the_reason() {
            Dataset dataset = whole().dataset();
            Earnings earnings = Earnings.of(Dataset.builder("without assumptions")
                            .companies(dataset.companies())
                            .facts(dataset.facts())
                            .prices(dataset.prices())
                            .exposures(dataset.exposures())
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
        void below_it_a_change_does_nothing() {
            Earnings earnings = at("69", "-40").earnings();
            CompanyEarnings company = only(earnings);

            assertThat(number(earnings, company.change())).isZero();
            assertThat(number(earnings, company.change(-30, 0))).isZero();
            assertThat(number(earnings, product(earnings).floorAdds())).isEqualTo(41);
            assertThat(earnings.value(product(earnings).side()).inSentence()).startsWith("at or below the floor");
        }

        @Test
        void a_rise_through_it_counts_from_the_floor_on() {
            Earnings earnings = at("100", "-40").earnings();

            // one USD/kg brings 2 mn; at 120 USD/kg 10 are above the floor: 0.7 x 10 x 2 = 14, and a loss of 26 pays no
            // tax
            assertThat(number(earnings, only(earnings).change(20, 0))).isCloseTo(14, CLOSE);
            assertThat(number(earnings, only(earnings).change(10, 0))).isCloseTo(0, CLOSE);
        }

        @Test
        void above_it_a_rise_counts_as_kept_and_a_fall_stops_at_it() {
            Earnings earnings = at("120", "-40").earnings();

            // paid at 120: 110 + 0.7 x 10 = 117; at 132: 110 + 0.7 x 22 = 125.4, so 8.4 x 2 = 16.8 more
            assertThat(number(earnings, product(earnings).effective())).isCloseTo(117, CLOSE);
            assertThat(number(earnings, only(earnings).change())).isCloseTo(16.8, CLOSE);
            // at 108 the floor is paid: 110 - 117 = -7, times 2
            assertThat(number(earnings, only(earnings).change(-10, 0))).isCloseTo(-14, CLOSE);
            assertThat(earnings.value(product(earnings).side()).inSentence()).startsWith("above the floor");
            assertThat(number(earnings, product(earnings).floorAdds())).isZero();
        }

        @Test
        void the_break_even_price_starts_from_the_part_of_the_year_in_which_it_was_paid() {
            Earnings earnings = at("100", "-40").earnings();

            // the year held 0.25 x 110 + 0.75 x 100 = 102.5; 40 / 2 = 20 more are 122.5 to be paid; 110 + 12.5 / 0.7 =
            // 127.8571
            assertThat(number(earnings, product(earnings).breakEven())).isCloseTo(110 + 12.5 / 0.7, CLOSE);
        }

        @Test
        void where_the_floor_alone_brings_a_profit_there_is_no_break_even_price() {
            Earnings earnings = at("100", "-4").earnings();

            // 102.5 + 4 / 2 = 104.5, which the floor pays at any price
            assertThat(earnings.value(product(earnings).breakEven())).isEqualTo(Value.of("none"));
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

        @Test
        void lynas_sold_its_basket_at_fifty_dollars_and_earned_eight_million() {
            CompanyEarnings lynas = of("LYC.AX");

            // lynas-fy2026-report: 10,970 t REO at 50.60 AUD/kg; 5.06 x 10.97 = 55.5082, less 30% tax: 38.85574.
            // middle-news-2025-08-lynas-profit: net profit AUD 8.0 mn; 1.01 bn shares (business-insider-2025-11-lynas)
            assertThat(number(lynas.change())).isCloseTo(38.85574, CLOSE);
            assertThat(number(lynas.relativeChange())).isCloseTo(4.8569675, CLOSE);
            assertThat(number(lynas.elasticity())).isCloseTo(48.569675, CLOSE);
            assertThat(number(lynas.epsChange().orElseThrow())).isCloseTo(38.85574 / 1010, CLOSE);
            // a tenth less takes 55.5082 of 8 / 0.7 = 11.4286 before tax, and a loss pays no tax: -(8 + 44.0796)
            assertThat(number(lynas.change(-10, 0))).isCloseTo(-55.5082 + 0.3 * 8 / 0.7, CLOSE);
            // 8 / (0.7 x 10.97) = 1.0418 AUD/kg less and nothing is left
            assertThat(number(lynas.products().get(0).breakEven())).isCloseTo(50.60 - 8 / 7.679, CLOSE);
        }

        @Test
        void mp_materials_is_below_its_floor() {
            CompanyEarnings mp = of("MP");
            ProductSale oxide = mp.products().get(0);

            // usgs-mcs-2026: 69 USD/kg in 2025; ns-energy-2025-07-mp-dod: a floor of 110; +30% is 89.7
            assertThat(number(mp.change())).isZero();
            assertThat(number(mp.change(30, 20))).isZero();
            assertThat(earnings.value(mp.elasticity()).number()).isEmpty();
            // mp-10k-fy2025: 1,994 t; one USD/kg brings 1.994 mn, and a loss pays no tax. The year held 0.25 x 110 +
            // 0.75 x 69 = 79.25; mp-2026-02-release: -85.9 / 1.994 = 43.0792 more, 122.3292; 110 + 12.3292 / 0.7 =
            // 127.6132
            assertThat(number(oxide.breakEven())).isCloseTo(127.6132, within(0.0001));
            assertThat(number(oxide.floorAdds())).isEqualTo(110 - 69);
        }

        @Test
        void china_northern_passes_on_what_baotou_steel_earns() {
            CompanyEarnings northern = of("600111.SH");
            CompanyEarnings baotou = of("600010.SH");

            // northern-h1-2025-report: 115,800 t REO bought for 4,335 mn; 15.7% of it is 18,180.6 t NdPr oxide, at 441
            // CNY/kg (sohu-2025-09-prices) 8,017.6446 mn. A tenth: 801.76446 / 1.13 - 433.5 = 276.026; less 25%:
            // 207.0195
            double change = (801.76446 / 1.13 - 433.5) * 0.75;
            assertThat(number(northern.change())).isCloseTo(change, CLOSE).isCloseTo(207.0195, within(0.0001));
            // reportify-600111-h1-2025: net profit 931 mn
            assertThat(number(northern.elasticity())).isCloseTo(change / 93.1, CLOSE);
            // eastmoney-2025-10-baotou-steel: 302,442 t at 18,843 CNY/t are 5,698.914606 mn; a tenth less 25% tax is
            // 427.418595, of a net profit of 233 mn
            assertThat(number(baotou.change())).isCloseTo(427.41859545, CLOSE);
            assertThat(number(baotou.elasticity())).isCloseTo(427.41859545 / 23.3, CLOSE);
        }

        @Test
        void revenue_over_volume_is_the_price_of_china_rare_earth_resources() {
            CompanyEarnings company = of("000831.SZ");

            // tcfood-000831-annual-report: 1,814.877383 mn of oxides, guosen-2025-000831: 6,512 t: 278.697 CNY/kg
            assertThat(number(company.products().get(0).price())).isCloseTo(278.6974, within(0.0001));
            // a tenth of oxides and of 1,156.02108 mn of metals: 297.0898463. The loss was 286.907149, so 25%
            // tax is due on the 10.1826973 above it
            assertThat(number(company.change())).isCloseTo(297.0898463 - 10.1826973 * 0.25, CLOSE);
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
