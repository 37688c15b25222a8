package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Fn;

class RankedRowsTest {

    @Test
    void equals_share_a_rank_and_the_next_counts_them_all() {
        RankedRows ranking = RankedRows.of(new double[] {0.2, 0.7, 0.7, 0.9, Double.NaN});

        assertThat(ranking.ranks()).containsExactly(4, 2, 2, 1, 0);
        assertThat(ranking.order()).containsExactly(3, 1, 2, 0);
    }

    @Test
    void scores_that_agree_to_nine_decimals_are_equal_and_keep_their_own_order() {
        // 0.1 + 0.2 is 0.30000000000000004; 0.3000000005 rounds to 0.300000001, 0.3000000004 to 0.300000000
        RankedRows ranking = RankedRows.of(new double[] {0.3, 0.1 + 0.2, 0.3000000005, 0.3000000004});

        assertThat(ranking.ranks()).containsExactly(2, 2, 1, 2);
        assertThat(ranking.order()).containsExactly(2, 0, 1, 3);
    }

    @Test
    void ranks_are_those_that_a_sheet_gives_to_rounded_scores() {
        Random random = new Random(11);
        double[] scores = DoubleStream.generate(() -> random.nextInt(40) * 3e-10)
                .limit(300)
                .toArray();

        int[] ranks = RankedRows.of(scores).ranks();

        double[] rounded = Arrays.stream(scores).map(x -> Fn.round(x, 9)).toArray();
        for (int i = 0; i < ranks.length; i++) {
            double own = rounded[i];
            assertThat(ranks[i])
                    .isEqualTo(1
                            + (int) Arrays.stream(rounded).filter(x -> x > own).count());
        }
    }

    @Test
    void the_rows_above_a_score_and_those_that_share_a_rank_are_those_of_rounded_scores() {
        Random random = new Random(12);
        double[] scores = DoubleStream.generate(() -> random.nextInt(40) * 3e-10)
                .limit(300)
                .toArray();

        RankedRows ranking = RankedRows.of(scores);

        for (int i = 0; i < scores.length; i++) {
            double own = scores[i];
            assertThat(ranking.above(own, scores)).isEqualTo((int) Arrays.stream(scores)
                    .filter(x -> Fn.round(x, 9) > Fn.round(own, 9))
                    .count());
            assertThat(ranking.sharing(i)).isEqualTo((int) Arrays.stream(scores)
                    .filter(x -> Fn.round(x, 9) == Fn.round(own, 9))
                    .count());
        }
    }
}
