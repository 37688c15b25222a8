package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.robustness.Tables.row;
import static org.lodestone.reports.robustness.Tables.table;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.screen.ScoreTable;

class SobolIndicesTest {

    private static final int SAMPLES = 1 << 17;

    /** Ishigami and Homma (1990): sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁, each x from −π to π. */
    private static double ishigami(double[] unit) {
        double x1 = Math.PI * (2 * unit[0] - 1);
        double x2 = Math.PI * (2 * unit[1] - 1);
        double x3 = Math.PI * (2 * unit[2] - 1);
        return Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    }

    @Test
    void indices_of_the_ishigami_function_are_the_published_ones() {
        // V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2; V₁ = (1 + bπ⁴/5)²/2; V₂ = a²/8; V₁₃ = b²π⁸ (1/18 − 1/50); a = 7, b = 0.1.
        // Ishigami and Homma (1990); Saltelli et al., Global Sensitivity Analysis: The Primer (2008)
        SobolIndices indices = SobolIndices.of(
                        List.of("x1", "x2", "x3"), () -> SobolIndicesTest::ishigami, 42, SAMPLES, 2)
                .orElseThrow();

        assertThat(indices.mean()).isCloseTo(3.5, within(0.03));
        assertThat(indices.variance()).isCloseTo(13.8446, within(0.1));
        assertThat(indices.runs()).isEqualTo(SAMPLES * 5);
        double[] first = {0.31391, 0.44241, 0};
        double[] total = {0.55759, 0.44241, 0.24368};
        for (int i = 0; i < 3; i++) {
            assertThat(indices.inputs().get(i).firstOrder()).isCloseTo(first[i], within(0.01));
            assertThat(indices.inputs().get(i).total()).isCloseTo(total[i], within(0.01));
        }
    }

    @Test
    void indices_of_the_g_function_are_the_published_ones() {
        // f = Π (|4x − 2| + aᵢ) / (1 + aᵢ); Vᵢ = 1/3 / (1 + aᵢ)²; V = Π (1 + Vᵢ) − 1.
        // Saltelli et al., Global Sensitivity Analysis: The Primer (2008)
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double[] first = {0.71619, 0.17905, 0.02368, 0.00716, 0.00007, 0.00007, 0.00007, 0.00007};
        double[] total = {0.78714, 0.24220, 0.03432, 0.01046, 0.00010, 0.00010, 0.00010, 0.00010};
        SobolIndices indices = SobolIndices.of(
                        List.of("x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8"),
                        () -> unit -> {
                            double product = 1;
                            for (int i = 0; i < unit.length; i++) {
                                product *= (Math.abs(4 * unit[i] - 2) + a[i]) / (1 + a[i]);
                            }
                            return product;
                        },
                        42,
                        SAMPLES,
                        2)
                .orElseThrow();
        for (int i = 0; i < a.length; i++) {
            assertThat(indices.inputs().get(i).firstOrder()).isCloseTo(first[i], within(0.01));
            assertThat(indices.inputs().get(i).total()).isCloseTo(total[i], within(0.01));
        }
    }

    @Test
    void of_a_sum_the_indices_are_shares_of_the_variance() {
        SobolIndices indices = SobolIndices.of(
                        List.of("three", "four"), () -> unit -> 3 * unit[0] + 4 * unit[1] + 100, 42, SAMPLES, 2)
                .orElseThrow();
        assertThat(indices.inputs().get(0).firstOrder()).isCloseTo(9.0 / 25, within(0.01));
        assertThat(indices.inputs().get(1).total()).isCloseTo(16.0 / 25, within(0.01));
    }

    @Test
    void a_result_that_does_not_vary_has_none() {
        assertThat(SobolIndices.of(List.of("x"), () -> unit -> 0.1, 42, 1000, 1))
                .isEmpty();
        assertThat(SobolIndices.ofMeanRankShift(table(row(0.9, 0.8), row(0.1, 0.2)), WeightRange.any(), 42, 1000, 1))
                .isEmpty();
    }

    @Test
    void the_mean_rank_shift_follows_what_the_companies_differ_in() {
        // A and B change places where the quota weighs less than 40%, which takes both weights;
        // under the third criterion all are alike, but its draw takes weight from neither more than the other
        SobolIndices indices = SobolIndices.ofMeanRankShift(
                        table(row(0.8, 0.3, 0.5), row(0.2, 0.7, 0.5)), WeightRange.any(), 42, 20_000, 2)
                .orElseThrow();
        assertThat(indices.inputs()).extracting(SobolIndices.Input::name).containsExactly("quota", "ore", "separation");
        assertThat(indices.mean()).isCloseTo(0.4, within(0.01)); // both shift by one in 40% of the draws
        assertThat(indices.variance()).isCloseTo(0.24, within(0.01));
        // with weights u, v and P(u < 2/3 v) = 0.4, P(shift | u) = exp(−3u/2) has the variance 1/4 − 0.16
        assertThat(indices.inputs().get(0).firstOrder()).isCloseTo(0.09 / 0.24, within(0.03));
        // P(shift | v) = 1 − exp(−2v/3) has the variance 3/7 − 0.36
        assertThat(indices.inputs().get(1).firstOrder()).isCloseTo((3.0 / 7 - 0.36) / 0.24, within(0.03));
        assertThat(indices.inputs().get(2).total()).isZero();
    }

    @Test
    void the_mean_rank_shift_is_that_of_ranking_anew() {
        for (Aggregation aggregation : Aggregation.values()) {
            ScoreTable table = Tables.random(new SplittableRandom(5), aggregation, 15, 3);
            Ranking before = Ranking.of(table);
            double[] unit = {0.9, 0.2, 0.4};
            double[] weights = new double[3];
            for (int j = 0; j < 3; j++) {
                weights[j] = table.weight(j) * (0.5 + unit[j]);
            }
            Ranking after = Ranking.of(table.withWeights(weights));
            double shift = 0;
            for (int i = 0; i < 15; i++) {
                shift += Math.abs(after.ranks().get(i) - before.ranks().get(i));
            }
            assertThat(new MeanRankShift(table, WeightRange.around(0.5)).applyAsDouble(unit))
                    .isEqualTo(shift / 15);
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        ScoreTable table = Tables.random(new SplittableRandom(3), Aggregation.ARITHMETIC, 20, 5);
        WeightRange range = WeightRange.around(0.5);
        var alone = SobolIndices.ofMeanRankShift(table, range, 42, 1000, 1);
        assertThat(SobolIndices.ofMeanRankShift(table, range, 42, 1000, 2)).isEqualTo(alone);
        assertThat(SobolIndices.ofMeanRankShift(table, range, 42, 1000, 7)).isEqualTo(alone);
    }

    @Test
    void inputs_of_the_same_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x", "x"), () -> unit -> unit[0], 42, 100, 1))
                .withMessageStartingWith("Two inputs have the same name");
    }
}
