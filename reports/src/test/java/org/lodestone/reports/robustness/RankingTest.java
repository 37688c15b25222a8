package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.screen.ScoreTable;

class RankingTest {

    private static Ranking ranking(double... scores) {
        List<String> companies = List.of("A", "B", "C", "D").subList(0, scores.length);
        return Ranking.of(ScoreTable.of(
                companies, List.of("quota"), new double[][] {scores}, new double[] {1}, Aggregation.ARITHMETIC));
    }

    @Test
    void companies_of_equal_score_share_a_rank_and_the_next_ranks_are_left_out() {
        assertThat(ranking(0.5, 0.7, 0.5, 0.1).ranks().asList()).containsExactly(2, 1, 2, 4);
        assertThat(ranking(0.5, 0.7, 0.5, 0.1).inOrder()).containsExactly("B", "A", "C", "D");
    }

    @Test
    void what_differs_in_the_tenth_decimal_is_equal() {
        // 0.1 + 0.2 is 0.30000000000000004
        assertThat(ranking(0.1 + 0.2, 0.3, 0.3 + 4e-10, 0.3 + 6e-10).ranks().asList())
                .containsExactly(2, 2, 2, 1);
    }
}
