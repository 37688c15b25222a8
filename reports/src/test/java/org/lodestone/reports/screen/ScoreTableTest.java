package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;

class ScoreTableTest {

    private static final double[][] SCORES = {{1, 0, 0.5}, {0, 1, 0.5}};

    private static ScoreTable table(double... weights) {
        return ScoreTable.of(List.of("A", "B", "C"), List.of("quota", "ore"), SCORES, weights, Aggregation.ARITHMETIC);
    }

    @Test
    void weights_are_divided_by_their_sum() {
        assertThat(table(3, 1).weights()).containsExactly(0.75, 0.25);
        assertThat(table(3, 1).total()).containsExactly(0.75, 0.25, 0.5);
    }

    @Test
    void other_weights_leave_the_scores_as_they_are() {
        ScoreTable other = table(3, 1).withWeights(new double[] {0, 5});

        assertThat(other.total()).containsExactly(0, 1, 0.5);
        assertThat(other.score(0, 0)).isEqualTo(1);
        assertThat(table(3, 1).total(new double[] {0, 5})).isEqualTo(other.total());
    }

    @Test
    void weights_below_zero_or_of_no_sum_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(0, 0))
                .withMessage("The weights sum to zero. Give at least one criterion a weight above it.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(2, -1))
                .withMessage("The weight -1.0 is below zero or no number. Weights are zero or more.");
    }

    @Test
    void a_missing_or_infinite_score_is_refused_with_its_place() {
        double[][] scores = {{1, 0, 0.5}, {0, Double.NaN, 0.5}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTable.of(
                        List.of("A", "B", "C"),
                        List.of("quota", "ore"),
                        scores,
                        new double[] {1, 1},
                        Aggregation.ARITHMETIC))
                .withMessage("The score of 'B' under 'ore' is NaN. Leave a company without a score out.");
    }

    @Test
    void every_criterion_needs_a_weight_and_a_score_of_every_company() {
        assertThatIllegalArgumentException().isThrownBy(() -> table(1)).withMessageContaining("2 criteria need");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTable.of(
                        List.of("A"),
                        List.of("quota"),
                        new double[][] {{1, 2}},
                        new double[] {1},
                        Aggregation.HARMONIC))
                .withMessage("'quota' has 2 scores for 1 companies.");
    }
}
