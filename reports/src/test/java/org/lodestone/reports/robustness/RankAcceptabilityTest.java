package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.robustness.Tables.row;
import static org.lodestone.reports.robustness.Tables.table;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.robustness.RankAcceptability.CompanyRanks;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.simulation.DriverDraws;

class RankAcceptabilityTest {

    private static final int DRAWS = 40_000;

    /** Four standard errors of a share of draws. */
    private static final Offset<Double> SAMPLING = within(4 * 0.5 / Math.sqrt(DRAWS));

    private static RankAcceptability anyWeights(ScoreTable table) {
        return RankAcceptability.of(table, WeightRange.any(), 42, DRAWS, 2);
    }

    private static CompanyRanks first(RankAcceptability ranks) {
        return ranks.companies().get(0);
    }

    @Test
    void of_two_companies_each_is_first_over_its_part_of_the_weights() {
        // A is ahead where 0.8 w + 0.3 (1 − w) > 0.2 w + 0.7 (1 − w), so where the quota weighs more than 40%
        RankAcceptability ranks = anyWeights(table(row(0.8, 0.3), row(0.2, 0.7)));

        CompanyRanks a = first(ranks);
        CompanyRanks b = ranks.companies().get(1);
        assertThat(a.share(1)).isCloseTo(0.6, SAMPLING);
        assertThat(b.share(1)).isCloseTo(0.4, SAMPLING);
        assertThat(a.share(1) + a.share(2)).isEqualTo(1);
        assertThat(a.expectedRank()).isCloseTo(1.4, SAMPLING);
        // the middle of 40% to 100%, and of 0 to 40%
        assertThat(a.centralWeights().get("quota")).isCloseTo(0.7, SAMPLING);
        assertThat(b.centralWeights().get("quota")).isCloseTo(0.2, SAMPLING);
        assertThat(b.centralWeights().get("ore")).isCloseTo(0.8, SAMPLING);
    }

    @Test
    void with_three_criteria_the_share_is_an_area_of_the_triangle() {
        // A is ahead where w > (1 − w) / 2, so w > 1/3: a triangle of 2/3 the side, and 4/9 of the area
        assertThat(first(anyWeights(table(row(1, 0, 0), row(0, 0.5, 0.5)))).share(1))
                .isCloseTo(4.0 / 9, SAMPLING);
    }

    @Test
    void companies_that_are_each_best_in_one_thing_are_alike() {
        RankAcceptability ranks = anyWeights(table(row(1, 0, 0), row(0, 1, 0), row(0, 0, 1)));
        for (CompanyRanks company : ranks.companies()) {
            for (int rank = 1; rank <= 3; rank++) {
                assertThat(company.share(rank)).isCloseTo(1.0 / 3, SAMPLING);
            }
            assertThat(company.expectedRank()).isCloseTo(2, within(0.02));
        }
        // the largest of three parts of a stick broken at random is (1 + 1/2 + 1/3) / 3 = 11/18 on average
        assertThat(first(ranks).centralWeights().get("quota")).isCloseTo(11.0 / 18, SAMPLING);
        assertThat(first(ranks).centralWeights().get("ore")).isCloseTo(7.0 / 36, SAMPLING);
    }

    @Test
    void a_band_draws_each_weight_evenly_and_divides_by_the_sum() {
        // u and v from 0.5 to 1.5; A is ahead unless u < 2/3 v, which has the area ∫ (2v/3 − 1/2) dv = 0.1875 from 0.75
        // to 1.5
        ScoreTable table = table(row(0.8, 0.3), row(0.2, 0.7));
        RankAcceptability ranks = RankAcceptability.of(table, WeightRange.around(0.5), 42, DRAWS, 2);
        assertThat(first(ranks).share(1)).isCloseTo(0.8125, SAMPLING);
        // within 15% no weight leaves 42.5% to 57.5%
        assertThat(first(RankAcceptability.of(table, WeightRange.around(0.15), 42, DRAWS, 2))
                        .share(1))
                .isEqualTo(1);
    }

    @Test
    void a_criterion_without_weight_stays_so_within_a_band() {
        ScoreTable table = table(Aggregation.GEOMETRIC, row(0, 1), row(0, 0.7), row(1, 0.5));
        RankAcceptability ranks = RankAcceptability.of(table, WeightRange.around(1), 42, 1000, 1);
        assertThat(first(ranks).share(1)).isEqualTo(1);
        assertThat(first(ranks).centralWeights()).containsEntry("quota", 0.0).containsEntry("ore", 1.0);
    }

    @Test
    void a_company_that_is_behind_another_in_everything_never_comes_first() {
        CompanyRanks behind = first(anyWeights(table(row(0.4, 0.6), row(0.5, 0.7), row(0.9, 0.1))));
        assertThat(behind.share(1)).isZero();
        assertThat(behind.centralWeights()).isEmpty();
        assertThat(behind.bestRank()).isEqualTo(2);
        assertThat(behind.worstRank()).isEqualTo(3);
        assertThat(behind.shareWithin(3)).isEqualTo(1);
    }

    @Test
    void companies_alike_share_their_rank_in_every_draw() {
        RankAcceptability ranks = anyWeights(table(row(0.9, 0.8), row(0.5, 0.2), row(0.5, 0.2), row(0.1, 0.1)));
        assertThat(ranks.companies())
                .extracting(CompanyRanks::times)
                .containsExactly(
                        ImmutableIntArray.of(DRAWS, 0, 0, 0),
                        ImmutableIntArray.of(0, DRAWS, 0, 0),
                        ImmutableIntArray.of(0, DRAWS, 0, 0),
                        ImmutableIntArray.of(0, 0, 0, DRAWS));
    }

    @Test
    void one_company_is_first_with_weights_that_are_even_on_average() {
        CompanyRanks alone = first(anyWeights(table(row(0.3, 0.4))));
        assertThat(alone.share(1)).isEqualTo(1);
        assertThat(alone.centralWeights().get("quota")).isCloseTo(0.5, SAMPLING);
    }

    @Test
    void companies_that_are_all_alike_are_all_first() {
        // sums of thirds differ in the last bits, with any weights
        RankAcceptability ranks = anyWeights(table(row(1 / 3.0, 1 / 3.0), row(1 / 3.0, 1 - 2 / 3.0)));
        assertThat(ranks.companies()).allMatch(company -> company.share(1) == 1);
    }

    @Test
    void under_a_geometric_mean_a_zero_comes_last_whatever_the_weights() {
        ScoreTable table = table(Aggregation.GEOMETRIC, row(1, 1), row(1, 0), row(0.1, 0.1));
        assertThat(first(anyWeights(table)).share(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void without_a_band_every_draw_is_the_screen(Aggregation aggregation) {
        ScoreTable table = Tables.random(new SplittableRandom(1), aggregation, 40, 6);
        RankAcceptability ranks = RankAcceptability.of(table, WeightRange.around(0), 42, 300, 1);
        Ranking screen = Ranking.of(table);
        for (int i = 0; i < 40; i++) {
            assertThat(ranks.companies().get(i).times().get(screen.ranks().get(i) - 1))
                    .isEqualTo(300);
        }
    }

    /** The counts from the same draws, worked out the long way. */
    @ParameterizedTest
    @EnumSource
    void counts_are_those_of_ranking_the_table_with_each_set_of_weights(Aggregation aggregation) {
        SplittableRandom random = new SplittableRandom(2);
        for (int criteria = 1; criteria <= 6; criteria++) {
            ScoreTable table = Tables.random(random, aggregation, 23, criteria);
            double[][] weights = new WeightDraws(table, WeightRange.any(), 42).draw(0, DriverDraws.BLOCK);
            int[][] times = new int[23][23];
            for (int draw = 0; draw < DriverDraws.BLOCK; draw++) {
                double[] one = new double[criteria];
                for (int j = 0; j < criteria; j++) {
                    one[j] = weights[j][draw];
                }
                Ranking ranking = Ranking.of(table.withWeights(one));
                for (int i = 0; i < 23; i++) {
                    times[i][ranking.ranks().get(i) - 1]++;
                }
            }
            assertThat(RankAcceptability.of(table, WeightRange.any(), 42, DriverDraws.BLOCK, 1)
                            .companies())
                    .extracting(company -> company.times().toArray())
                    .containsExactly(times);
        }
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        ScoreTable table = Tables.random(new SplittableRandom(3), Aggregation.ARITHMETIC, 50, 5);
        for (WeightRange range : List.of(WeightRange.any(), WeightRange.around(0.3))) {
            RankAcceptability alone = RankAcceptability.of(table, range, 42, 5000, 1);
            assertThat(RankAcceptability.of(table, range, 42, 5000, 2)).isEqualTo(alone);
            assertThat(RankAcceptability.of(table, range, 42, 5000, 7)).isEqualTo(alone);
            assertThat(RankAcceptability.of(table, range, 43, 5000, 7).companies())
                    .isNotEqualTo(alone.companies());
        }
    }

    @Test
    void a_criterion_draws_by_its_name_wherever_it_stands() {
        ScoreTable one = table(row(0.8, 0.3), row(0.2, 0.7), row(0.6, 0.5));
        ScoreTable other = ScoreTable.of(
                one.companies(),
                List.of("ore", "quota"),
                new double[][] {one.scores(1), one.scores(0)},
                one.weights(),
                one.aggregation());
        assertThat(anyWeights(other).companies())
                .extracting(CompanyRanks::times)
                .isEqualTo(anyWeights(one).companies().stream()
                        .map(CompanyRanks::times)
                        .toList());
    }

    @Test
    void a_company_far_from_all_others_leaves_their_order_right() {
        ScoreTable table = table(row(0.1, 0.1), row(0.3, 0.3), row(1e6, 1e6), row(0.2, 0.2));
        assertThat(anyWeights(table).companies())
                .extracting(CompanyRanks::expectedRank)
                .containsExactly(4.0, 2.0, 1.0, 3.0);
    }

    @Test
    void ranks_begin_at_one() {
        CompanyRanks alone = first(anyWeights(table(row(0.3))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alone.share(0))
                .withMessage("Among 1 companies there is no rank 0. Ranks begin at 1.");
    }

    @Test
    void what_cannot_be_drawn_is_refused_with_a_remedy() {
        ScoreTable table = table(row(0.3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankAcceptability.of(table, WeightRange.any(), 42, 0, 1))
                .withMessage("There must be at least one draw, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankAcceptability.of(table, WeightRange.any(), 42, 10, 0))
                .withMessage("There must be at least one thread, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRange.around(25))
                .withMessage("The band around weights must be between 0 and 1, such as 0.25 for a quarter up or down,"
                        + " not 25.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anyWeights(table(Aggregation.HARMONIC, row(1), row(-0.3))))
                .withMessage("The score of 'A' under 'quota' is -0.3, and harmonic means take none below zero."
                        + " Normalise otherwise, or aggregate by arithmetic means.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> anyWeights(ScoreTable.of(
                        List.of("A"),
                        List.of("quota", "quota"),
                        new double[][] {{1}, {2}},
                        new double[] {1, 1},
                        Aggregation.ARITHMETIC)))
                .withMessageContaining("Two criteria have the same name");
    }

    @Test
    void a_range_of_weights_says_what_it_is() {
        assertThat(WeightRange.any()).hasToString("any weights");
        assertThat(WeightRange.around(0.25)).hasToString("weights up to 25% higher or lower");
    }
}
