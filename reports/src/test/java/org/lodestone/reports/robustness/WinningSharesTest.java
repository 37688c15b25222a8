package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.robustness.Tables.row;
import static org.lodestone.reports.robustness.Tables.table;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.screen.ScoreTable;

class WinningSharesTest {

    @Test
    void a_company_wins_over_its_part_of_the_weights() {
        // A scores above B where the quota weighs more than 40%
        WinningShares shares = WinningShares.of(table(row(0.8, 0.3), row(0.2, 0.7)), WeightRange.any(), 42, 40_000, 2);
        assertThat(shares.share(0, 1)).isCloseTo(0.6, within(0.01));
        assertThat(shares.share(0, 1) + shares.share(1, 0)).isEqualTo(1);
    }

    @Test
    void a_tie_counts_half() {
        WinningShares shares =
                WinningShares.of(table(row(0.8, 0.3), row(0.8, 0.3), row(0.1, 0.1)), WeightRange.any(), 42, 100, 1);
        assertThat(shares.share(0, 1)).isEqualTo(0.5);
        assertThat(shares.share(0, 2)).isEqualTo(1);
        assertThat(shares.share(2, 1)).isZero();
    }

    @Test
    void of_two_companies_the_winner_is_the_one_ranked_first() {
        ScoreTable table = Tables.random(new SplittableRandom(4), Aggregation.GEOMETRIC, 2, 4);
        WeightRange range = WeightRange.around(0.8);
        assertThat(WinningShares.of(table, range, 42, 1000, 1).share(0, 1))
                .isEqualTo(RankAcceptability.of(table, range, 42, 1000, 1)
                        .companies()
                        .get(0)
                        .share(1));
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        ScoreTable table = Tables.random(new SplittableRandom(3), Aggregation.ARITHMETIC, 20, 5);
        WinningShares alone = WinningShares.of(table, WeightRange.any(), 42, 2000, 1);
        assertThat(WinningShares.of(table, WeightRange.any(), 42, 2000, 2)).isEqualTo(alone);
        assertThat(WinningShares.of(table, WeightRange.any(), 42, 2000, 7)).isEqualTo(alone);
    }
}
