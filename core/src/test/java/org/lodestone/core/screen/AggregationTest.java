package org.lodestone.core.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AggregationTest {

    private static final double[] TWO_ONE_ONE = {2, 1, 1};

    @Test
    void weights_of_2_1_1_are_a_half_and_two_quarters() {
        // (2 × 0.4 + 0.9 + 0.1) / 4 = 0.45
        assertThat(Aggregation.ARITHMETIC.of(TWO_ONE_ONE, new double[] {0.4, 0.9, 0.1}))
                .isEqualTo(0.45, within(1e-15));
    }

    @Test
    void a_geometric_mean_is_the_root_of_the_product() {
        // (0.25² × 1 × 1)^(1/4) = 0.5
        assertThat(Aggregation.GEOMETRIC.of(TWO_ONE_ONE, new double[] {0.25, 1, 1}))
                .isEqualTo(0.5, within(1e-15));
    }

    @Test
    void a_harmonic_mean_is_the_whole_over_the_sum_of_inverses() {
        // 4 / (2 / 0.5 + 1 + 1 / 0.2) = 0.4
        assertThat(Aggregation.HARMONIC.of(TWO_ONE_ONE, new double[] {0.5, 1, 0.2}))
                .isEqualTo(0.4, within(1e-15));
    }

    @Test
    void a_criterion_at_zero_takes_the_whole_to_zero_unless_the_mean_is_arithmetic() {
        double[] scores = {1, 1, 0};
        assertThat(Aggregation.ARITHMETIC.of(TWO_ONE_ONE, scores)).isEqualTo(0.75);
        assertThat(Aggregation.GEOMETRIC.of(TWO_ONE_ONE, scores)).isZero();
        assertThat(Aggregation.HARMONIC.of(TWO_ONE_ONE, scores)).isZero();
    }

    @Test
    void a_criterion_without_weight_has_no_say() {
        double[] weights = {1, 0};
        double[] scores = {0.3, 0};
        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(aggregation.of(weights, scores))
                    .as(aggregation.toString())
                    .isEqualTo(0.3, within(1e-15));
        }
    }

    @Test
    void a_missing_score_leaves_the_whole_missing() {
        for (Aggregation aggregation : Aggregation.values()) {
            assertThat(aggregation.of(TWO_ONE_ONE, new double[] {0.5, Double.NaN, 0.5}))
                    .as(aggregation.toString())
                    .isNaN();
        }
    }
}
