package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Outliers;

class TreatingTest {

    private static final Treatment NONE = new Treatment.None();

    private static Treatment treatment(Outliers rule, double... values) {
        KnownValues known = new KnownValues(values.length).take(values);
        return Treating.of(rule, known);
    }

    @Test
    void skewness_and_kurtosis_are_those_of_spreadsheets() {
        // mean 4, beyond it -3 -2 -1 0 6: squares 50, cubes 180, fourth powers 1,394; s² = 50 / 4
        double[] values = {1, 2, 3, 4, 10};

        // SKEW: 5 / (4 × 3) × 180 / 12.5^1.5 = 1.6971
        assertThat(Treating.skewness(values)).isEqualTo(1.6970563, within(1e-7));
        // KURT: 5 × 6 / (4 × 3 × 2) × 1,394 / 12.5² − 3 × 4² / (3 × 2) = 1.25 × 8.9216 − 8
        assertThat(Treating.kurtosis(values)).isEqualTo(3.152, within(1e-12));
    }

    @Test
    void values_are_winsorised_to_quantiles_between_two_of_them() {
        // h = 4 × 0.1 = 0.4: 1 + 0.4 × (2 − 1); h = 4 × 0.9 = 3.6: 4 + 0.6 × (100 − 4)
        Treatment.DrawnIn treatment =
                (Treatment.DrawnIn) treatment(new Outliers.Winsorise(0.1, 0.9), 3, 100, 1, Double.NaN, 4, 2);

        assertThat(treatment.low()).isEqualTo(1.4, within(1e-12));
        assertThat(treatment.high()).isEqualTo(61.6, within(1e-12));
        assertThat(treatment.raised()).isEqualTo(1);
        assertThat(treatment.lowered()).isEqualTo(1);
        assertThat(treatment.of(100)).isEqualTo(treatment.high());
        assertThat(treatment.of(3)).isEqualTo(3);
        assertThat(treatment.of(Double.NaN)).isNaN();
    }

    @Test
    void one_long_end_is_drawn_in_to_its_neighbour() {
        // the example of COINr's own tests: 100 becomes 10
        double[] values = DoubleStream.concat(IntStream.rangeClosed(1, 10).asDoubleStream(), DoubleStream.of(100))
                .toArray();
        assertThat(treatment(Outliers.Rule.AUTO, values)).isEqualTo(new Treatment.DrawnIn(1, 10, 0, 1));
        assertThat(treatment(
                        Outliers.Rule.AUTO, Arrays.stream(values).map(x -> -x).toArray()))
                .isEqualTo(new Treatment.DrawnIn(-10, -1, 1, 0));
    }

    @Test
    void values_without_a_long_end_stay_as_they_are() {
        assertThat(treatment(Outliers.Rule.AUTO, 1, 2, 3, 4, 10)).isEqualTo(NONE);
        assertThat(treatment(Outliers.Rule.AUTO, 1, 1, 900)).isEqualTo(NONE);
        assertThat(treatment(Outliers.Rule.AUTO, 5, 5, 5, 5, 5)).isEqualTo(NONE);
        assertThat(treatment(Outliers.Rule.AUTO)).isEqualTo(NONE);
    }

    @Test
    void values_that_stay_skewed_with_five_drawn_in_are_logged_as_they_were() {
        // 320 goes to 160, both to 80, … five to 10: six of 60 at 10 and the rest at 1 are skewed by 0.8 / 0.3 = 2.7,
        // with a kurtosis of (1 − 6 × 0.09) / 0.09 = 5.1
        double[] values = DoubleStream.concat(
                        DoubleStream.generate(() -> 1).limit(54), DoubleStream.of(10, 20, 40, 80, 160, 320))
                .toArray();
        Treatment treatment = treatment(Outliers.Rule.AUTO, values);

        assertThat(treatment).isEqualTo(new Treatment.Logged(1, 320, 60));
        // ln(10 − 1 + 0.01 × 319) = ln 12.19
        assertThat(treatment.of(10)).isEqualTo(2.5006159, within(1e-7));
    }

    @Test
    void what_only_one_company_has_is_not_drawn_in_until_all_are_equal() {
        assertThat(treatment(Outliers.Rule.AUTO, 0, 0, 0, 0, 0, 0, 0, 100)).isEqualTo(new Treatment.Logged(0, 100, 8));
    }

    @Test
    void equal_values_have_no_logarithm_above_the_least() {
        assertThat(treatment(Outliers.Rule.LOG, 3, 3, 3)).isEqualTo(NONE);
        assertThat(treatment(Outliers.Rule.LOG, 3, 3, 4)).isEqualTo(new Treatment.Logged(3, 4, 3));
    }
}
