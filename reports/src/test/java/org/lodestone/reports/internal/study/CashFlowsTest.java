package org.lodestone.reports.internal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.function.Discounting;

/** Net present value, rate of return and payback where a formula on paper gives them. */
class CashFlowsTest {

    private static CashFlows flows(int build, double... flows) {
        return new CashFlows(ImmutableDoubleArray.copyOf(flows), build);
    }

    private static CashFlows annuity(double cost, double each, int years) {
        return flows(
                1,
                DoubleStream.concat(
                                DoubleStream.of(-cost),
                                DoubleStream.generate(() -> each).limit(years))
                        .toArray());
    }

    /** The worth of one a year, first at the end of the first of some years. */
    private static double annuity(double rate, double years) {
        return (1 - Math.pow(1 + rate, -years)) / rate;
    }

    @Test
    void an_annuity_is_worth_its_formula_and_returns_its_rate() {
        // (1 − 1.08⁻¹⁰) / 0.08 = 6.7100814
        assertThat(annuity(0.08, 10)).isCloseTo(6.7100814, within(5e-8));
        CashFlows even = annuity(100 * annuity(0.08, 10), 100, 10);
        assertThat(even.npv(0.08, 0)).isCloseTo(0, within(1e-10));
        assertThat(even.irr()).hasValueCloseTo(0.08, within(1e-12));
        // 1,000 for 200 a year over eight years: the annuity of 5 is at 11.8145%
        assertThat(annuity(1_000, 200, 8).irr()).hasValueCloseTo(0.118145, within(5e-7));
        assertThat(annuity(1_000, 200, 8).payback()).hasValue(5);
        assertThat(annuity(1_000, 300, 8).payback()).hasValueCloseTo(1_000 / 300.0, within(1e-12));
        assertThat(annuity(1_000, 100, 8).payback()).isEmpty();
    }

    @Test
    void each_half_year_before_the_first_flow_takes_half_a_year_of_rate() {
        CashFlows even = annuity(500, 100, 10);
        assertThat(even.npv(0.08, 0.5)).isCloseTo(even.npv(0.08, 0) / Math.sqrt(1.08), within(1e-12));
        assertThat(even.npv(0.08, 1)).isCloseTo(even.npv(0.08, 0) / 1.08, within(1e-12));
    }

    @Test
    void there_is_no_rate_without_a_change_of_sign_and_none_to_choose_where_there_are_two() {
        assertThat(flows(0, 100, 20).irr()).isEmpty();
        assertThat(flows(1, -100, -20).irr()).isEmpty();
        CashFlows twoRates = flows(1, -100, 230, -132); // worth nothing at 10% and at 20%
        assertThat(twoRates.npv(0.10, 0)).isCloseTo(0, within(1e-12));
        assertThat(twoRates.npv(0.20, 0)).isCloseTo(0, within(1e-12));
        assertThat(Discounting.changesOfSign(twoRates.flows().toArray())).isEqualTo(2);
        assertThat(twoRates.irr()).isEmpty();
        assertThat(flows(0, 100, -110).irr()).as("a loan costs its rate").hasValueCloseTo(0.10, within(1e-12));
        assertThat(Discounting.irrFromTen(new double[] {-100, 230, -132})).hasValueCloseTo(0.10, within(1e-12));
        assertThat(Discounting.irrFromTen(new double[] {-100, 150, -100})).isEmpty();
        assertThat(flows(2, -50, 0, 0, 60).irr()).hasValueCloseTo(Math.cbrt(1.2) - 1, within(1e-12));
    }

    /** What is taxed is how far the sum of profits rises above all it has been. */
    @Test
    void losses_carried_forward_tax_what_the_highest_sum_of_profits_gains() {
        Random random = new Random(30);
        for (int i = 0; i < 200; i++) {
            CashPlan plan = randomPlan(random);
            double sum = 0;
            double highest = 0;
            double taxed = 0;
            double earned = -plan.capex();
            for (int year = 0; year < plan.life(); year++) {
                double ebitda = plan.ebitda().get(year)
                        * plan.ramp().get(Math.min(year, plan.ramp().length() - 1));
                double sustaining = year == 0 ? 0 : plan.sustaining() * plan.capex();
                int written = Math.min(plan.depreciation(), plan.life());
                sum += ebitda - sustaining - (year < written ? plan.capex() / written : 0);
                taxed += Math.max(0, sum - highest);
                highest = Math.max(highest, sum);
                earned += ebitda - sustaining;
            }
            double flows = Arrays.stream(plan.flows().flows().toArray()).sum();
            assertThat(flows).isCloseTo(earned - plan.tax() * taxed, within(1e-9));
        }
    }

    private static CashPlan randomPlan(Random random) {
        int life = 1 + random.nextInt(40);
        return new CashPlan(
                100 + random.nextInt(1_000),
                1 + random.nextInt(3),
                ImmutableDoubleArray.copyOf(DoubleStream.generate(() -> random.nextDouble() * 400 - 100)
                        .limit(life)),
                Corner.ALL.get(random.nextInt(3)).ramp(),
                random.nextDouble() * 0.05,
                1 + random.nextInt(20),
                random.nextDouble() * 0.4);
    }

    /**
     * Two studies print what follows if year 0 is not discounted, and not what follows if it is: Bear Lodge 2010, USD 213 mn at 10%,
     * of 50 a year after tax for 87 over 15 years; Nolans 2021, A$1.4 bn at 8%, of an EBITDA of 354 for 1,050 over 38 years.
     */
    @ParameterizedTest
    @CsvSource({"87, 2, 50, 15, 0, 0.10, 1, 213, 193", "1050, 3, 354, 38, 0.30, 0.08, 0.01, 14, 13"})
    void year_0_not_discounted_gives_what_two_studies_print(
            double capex,
            int build,
            double ebitda,
            int life,
            double tax,
            double rate,
            double digits,
            long printed,
            long otherwise) {
        CashFlows middle = new CashPlan(
                        capex,
                        build,
                        ImmutableDoubleArray.copyOf(
                                DoubleStream.generate(() -> ebitda).limit(life)),
                        Corner.CENTRAL.ramp(),
                        Corner.CENTRAL.sustaining(),
                        Corner.CENTRAL.depreciation(),
                        tax)
                .flows();
        assertThat(Math.round(middle.npv(rate, 0) * digits)).isEqualTo(printed);
        assertThat(Math.round(middle.npv(rate, 1) * digits)).isEqualTo(otherwise);
    }

    /**
     * Three studies before tax, with all that they leave open, by annuities on paper: Bear Lodge 2010, Makuutu 2023 and Colossus
     * 2025.
     */
    @ParameterizedTest
    @CsvSource({"87, 50, 0.5, 15, 0.10", "120.8, 45.7, 1.4, 35, 0.08", "358, 197, 0.5, 20, 0.08"})
    void the_ends_and_the_middle_are_those_of_annuities(
            double capex, double ebitda, double half, int life, double rate) {
        Range npv = new StudyPlan(
                        Range.of(capex),
                        ImmutableList.copyOf(Collections.nCopies(life, Range.around(ebitda, half))),
                        new Range(1, 2, 3),
                        Range.of(0),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalDouble.empty())
                .npv(OptionalDouble.of(rate));

        assertThat(npv.low())
                .isCloseTo(
                        onPaper(capex, 3, ebitda - half, life, 0.04, rate, 0.25, 0.50, 0.75) / (1 + rate),
                        within(1e-9));
        assertThat(npv.central())
                .isCloseTo(onPaper(capex, 2, ebitda, life, 0.02, rate, 0.40, 0.70, 0.90), within(1e-9));
        assertThat(npv.high()).isCloseTo(onPaper(capex, 1, ebitda + half, life, 0, rate, 0.70), within(1e-9));
    }

    /** Capital in equal parts, earnings as an annuity less what the first years lack, and sustaining capital from the second year. */
    private static double onPaper(
            double capex, int build, double ebitda, int life, double sustaining, double rate, double... ramp) {
        double start = Math.pow(1 + rate, 1 - build); // to the year before the first of operation
        double value = -capex / build * annuity(rate, build) * (1 + rate) + ebitda * annuity(rate, life) * start;
        for (int year = 0; year < ramp.length; year++) {
            value -= ebitda * (1 - ramp[year]) * start / Math.pow(1 + rate, year + 1);
        }
        return value - sustaining * capex * annuity(rate, life - 1.0) * start / (1 + rate);
    }
}
