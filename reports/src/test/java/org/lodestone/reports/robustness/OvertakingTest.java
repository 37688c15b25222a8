package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.robustness.Tables.row;
import static org.lodestone.reports.robustness.Tables.table;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.robustness.Overtaking.ProportionalChange;
import org.lodestone.reports.robustness.Overtaking.ScoreChange;
import org.lodestone.reports.robustness.Overtaking.WeightChange;
import org.lodestone.reports.screen.ScoreTable;

class OvertakingTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int QUOTA = 0;
    private static final int ORE = 1;

    private static final Offset<Double> CLOSE = within(1e-12);

    /** Into how many parts the brute force cuts each weight. */
    private static final int GRID = 50;

    /**
     * Weights 30%, 40%, 30%; B leads by 0.5 for quota, A by 0.3 for ore and 0.21 for separation: A is ahead by 0.033.
     */
    private static final ScoreTable TABLE =
            table(Aggregation.ARITHMETIC, row(0.3, 0.4, 0.3), row(0.4, 0.7, 0.61), row(0.9, 0.4, 0.4));

    @Test
    void one_weight_rises_and_the_others_shrink_in_proportion() {
        Overtaking b = Overtaking.of(TABLE, "B", "A");

        assertThat(b.lead()).isCloseTo(0.033, CLOSE);
        // over the others A leads by D = (0.4 × 0.3 + 0.3 × 0.21) / 0.7 = 0.183 / 0.7; t = D / (D + 0.5) = 0.183 /
        // 0.533
        ProportionalChange quota = b.oneWeight().get(0);
        assertThat(quota.criterion()).isEqualTo("quota");
        assertThat(quota.to()).isCloseTo(0.183 / 0.533, CLOSE);
        assertThat(b.sentences().get(0)).isEqualTo("B overtakes A if the weight of quota rises from 30.0% to 34.3%.");
    }

    @Test
    void one_weight_may_also_fall() {
        // without ore B leads by (0.3 × 0.5 − 0.3 × 0.21) / 0.6 = 0.145, so t = 0.145 / (0.145 + 0.3)
        assertThat(Overtaking.of(TABLE, "B", "A").oneWeight().get(1))
                .satisfies(ore -> assertThat(ore.criterion()).isEqualTo("ore"))
                .satisfies(ore -> assertThat(ore.to()).isCloseTo(0.145 / 0.445, CLOSE));
    }

    @Test
    void the_smallest_change_moves_weight_to_where_the_company_does_best() {
        // from ore to quota, for 0.8 of lead per share: 0.033 / 0.8 = 4.125%, and twice that altogether
        Overtaking b = Overtaking.of(TABLE, "B", "A");
        WeightChange change = b.weights().orElseThrow();
        assertThat(change.size()).isCloseTo(0.0825, CLOSE);
        assertThat(change.to().get("quota")).isCloseTo(0.34125, CLOSE);
        assertThat(change.to().get("ore")).isCloseTo(0.35875, CLOSE);
        assertThat(change.to().get("separation")).isEqualTo(0.3);
        assertThat(b.sentences().get(1))
                .isEqualTo("B overtakes A with the smallest change of weights if quota rises from 30.0% to 34.1%"
                        + " and ore falls from 40.0% to 35.9%.");
    }

    @Test
    void a_weight_that_is_used_up_is_followed_by_the_next() {
        // A leads by 0.1 × 0.9 + 0.6 × 0.2 − 0.3 × 0.1 = 0.18; all of quota gives 0.1 × 1.0, and 0.08 / 0.3 comes from
        // ore
        WeightChange change = Overtaking.of(
                        table(Aggregation.ARITHMETIC, row(0.1, 0.6, 0.3), row(0.9, 0.5, 0.2), row(0, 0.3, 0.3)),
                        "B",
                        "A")
                .weights()
                .orElseThrow();
        assertThat(change.to().get("quota")).isZero();
        assertThat(change.to().get("ore")).isCloseTo(0.6 - 0.08 / 0.3, CLOSE);
        assertThat(change.size()).isCloseTo(2 * (0.1 + 0.08 / 0.3), CLOSE);
    }

    /** No set of weights on a fine grid lets the company behind pass with less, and what was found brings it level. */
    @ParameterizedTest
    @EnumSource
    void no_smaller_change_of_weights_would_do(Aggregation aggregation) {
        SplittableRandom random = new SplittableRandom(6);
        for (int trial = 0; trial < 60; trial++) {
            ScoreTable table = Tables.random(random, aggregation, 2, 4);
            Ranking ranking = Ranking.of(table);
            String ahead = ranking.inOrder().get(0);
            String behind = ranking.inOrder().get(1);
            Overtaking overtaking = Overtaking.of(table, behind, ahead);
            double smallest = smallestOnGrid(table, table.companies().indexOf(behind));
            if (overtaking.weights().isEmpty()) {
                assertThat(smallest).isInfinite();
                continue;
            }
            WeightChange change = overtaking.weights().get();
            double[] weights = change.to().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double[] total = table.total(weights);
            assertThat(change.to().values()).allMatch(weight -> weight >= 0);
            assertThat(change.to().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, CLOSE);
            assertThat(total[0]).isCloseTo(total[1], CLOSE);
            assertThat(smallest).isBetween(change.size() - 1e-12, change.size() + 8.0 / GRID);
        }
    }

    private static double smallestOnGrid(ScoreTable table, int behind) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int a = 0; a <= GRID; a++) {
            for (int b = 0; a + b <= GRID; b++) {
                for (int c = 0; a + b + c <= GRID; c++) {
                    double[] weights = {a, b, c, GRID - a - b - c};
                    double[] total = table.total(weights);
                    if (total[behind] > total[1 - behind]) {
                        double size = 0;
                        for (int j = 0; j < 4; j++) {
                            size += Math.abs(weights[j] / GRID - table.weight(j));
                        }
                        smallest = Math.min(smallest, size);
                    }
                }
            }
        }
        return smallest;
    }

    @ParameterizedTest
    @EnumSource
    void each_single_change_brings_the_two_level(Aggregation aggregation) {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 200; trial++) {
            ScoreTable table = Tables.random(random, aggregation, 2, 3);
            Ranking ranking = Ranking.of(table);
            int behind = table.companies().indexOf(ranking.inOrder().get(1));
            Overtaking overtaking = Overtaking.of(
                    table, ranking.inOrder().get(1), ranking.inOrder().get(0));
            for (ProportionalChange change : overtaking.oneWeight()) {
                double[] weights = table.weights();
                int criterion = table.criteria().indexOf(change.criterion());
                for (int j = 0; j < 3; j++) {
                    weights[j] *= j == criterion ? 1 : (1 - change.to()) / (1 - change.from());
                }
                weights[criterion] = change.to();
                assertThat(table.total(weights)[0]).isCloseTo(table.total(weights)[1], CLOSE);
                assertThat(change.size())
                        .isGreaterThanOrEqualTo(
                                overtaking.weights().orElseThrow().size() - 1e-12);
            }
            for (ScoreChange change : overtaking.oneScore()) {
                double[][] scores = {table.scores(0), table.scores(1), table.scores(2)};
                scores[table.criteria().indexOf(change.criterion())][behind] = change.to();
                double[] total = ScoreTable.of(
                                table.companies(), table.criteria(), scores, table.weights(), aggregation)
                        .total();
                assertThat(total[0]).isCloseTo(total[1], CLOSE);
                assertThat(change.to()).isBetween(change.from(), 1.0);
            }
        }
    }

    @Test
    void one_score_rises_by_the_lead_over_its_weight() {
        // 0.033 / 0.4 under ore and 0.033 / 0.3 under separation; under quota 0.9 + 0.033 / 0.3 is above 1
        Overtaking b = Overtaking.of(TABLE, "B", "A");
        assertThat(b.oneScore().get(0).criterion()).isEqualTo("ore");
        assertThat(b.oneScore().get(0).to()).isCloseTo(0.4825, CLOSE);
        assertThat(b.oneScore().get(1).criterion()).isEqualTo("separation");
        assertThat(b.oneScore().get(1).to()).isCloseTo(0.51, CLOSE);
        assertThat(b.oneScore()).hasSize(2);
        assertThat(b.sentences().get(2)).isEqualTo("B overtakes A if its score for ore rises from 0.40 to 0.48.");
        assertThat(new Duel(TABLE, B, A).scoreNeeded(QUOTA).orElseThrow()).isCloseTo(1.01, CLOSE);
    }

    @Test
    void scores_on_another_scale_stay_below_the_highest_there_is() {
        ScoreTable zScores = table(row(2, 1), row(-1, 1.5), row(-2, 3));
        // B lacks 1.25, so 2.5 under one criterion; the highest are 2 and 3
        assertThat(Overtaking.of(zScores, "B", "A").oneScore()).containsExactly(new ScoreChange("quota", -1, 1.5));
        assertThat(new Duel(zScores, B, A).scoreNeeded(ORE)).hasValue(4);
    }

    @Test
    void a_company_behind_under_every_criterion_overtakes_by_no_weights() {
        Overtaking b = Overtaking.of(table(row(0.8, 0.5), row(0.6, 0.5)), "B", "A");
        assertThat(b.weights()).isEmpty();
        assertThat(b.oneWeight()).isEmpty();
        assertThat(b.sentences())
                .containsExactly(
                        "No change of weights lets B overtake A: A is ahead or level under every criterion.",
                        "B overtakes A if its score for quota rises from 0.60 to 0.80.");
    }

    @Test
    void a_zero_under_a_geometric_mean_leaves_no_weights_to_overtake_by() {
        ScoreTable table = table(Aggregation.GEOMETRIC, row(0.5, 0.5), row(0.4, 0.4), row(0.9, 0));
        Overtaking b = Overtaking.of(table, "B", "A");
        assertThat(b.weights()).isEmpty();
        assertThat(b.obstacle())
                .hasValue("'B' scores zero under 'ore', which makes its whole score zero with any weight there");
        // √(0.9 x) = 0.4
        assertThat(b.oneScore()).singleElement().satisfies(ore -> {
            assertThat(ore.criterion()).isEqualTo("ore");
            assertThat(ore.to()).isCloseTo(0.16 / 0.9, CLOSE);
        });
        assertThat(new Duel(table, B, A).scoreNeeded(QUOTA)).isEmpty();
    }

    @Test
    void under_a_harmonic_mean_no_score_may_be_high_enough() {
        // even with an infinite score for ore, B would have 2 / (1 / 0.1) = 0.2
        ScoreTable table = table(Aggregation.HARMONIC, row(0.5, 0.5), row(0.5, 0.5), row(0.1, 0.9));
        assertThat(new Duel(table, B, A).scoreNeeded(ORE)).isEmpty();
        assertThat(new Duel(table, B, A).scoreNeeded(QUOTA).orElseThrow()).isCloseTo(1 / (4 - 1 / 0.9), CLOSE);
    }

    @Test
    void of_two_that_are_level_any_change_does() {
        Overtaking b = Overtaking.of(table(row(0.8, 0.2), row(0.2, 0.8)), "B", "A");
        assertThat(b.lead()).isZero();
        assertThat(b.weights().orElseThrow().size()).isZero();
        assertThat(b.oneScore().get(0).size()).isZero();
        assertThat(b.sentences()).containsExactly("B is level with A: any change in its favour lets it pass.");
    }

    @Test
    void a_small_change_is_told_with_as_many_digits_as_show_it() {
        // A leads by 0.00005: the weight of ore rises by 0.00005 / 0.8, or the score for quota by 0.00005 / 0.5
        assertThat(Overtaking.of(table(row(0.6001, 0.4), row(0.2, 0.8)), "B", "A")
                        .sentences())
                .containsExactly(
                        "B overtakes A if the weight of ore rises from 50.00% to 50.01%.",
                        "B overtakes A if its score for quota rises from 0.20 to 0.2001.");
    }

    @Test
    void a_criterion_of_all_the_weight_has_no_others_to_give_it_to_in_proportion() {
        Overtaking b = Overtaking.of(table(Aggregation.ARITHMETIC, row(1, 0), row(0.8, 0.2), row(0.6, 0.8)), "B", "A");
        assertThat(b.oneWeight()).extracting(ProportionalChange::criterion).containsExactly("ore");
        assertThat(b.oneWeight().get(0).to()).isCloseTo(0.2 / 0.8, CLOSE);
        assertThat(b.weights().orElseThrow().to().get("ore")).isCloseTo(0.25, CLOSE);
    }

    @Test
    void neighbours_are_the_next_better_company_even_where_several_share_a_rank() {
        ScoreTable table = table(row(0.5), row(0.9), row(0.5), row(0.1));
        assertThat(Overtaking.ofNeighbours(table))
                .extracting(next -> next.behind() + " behind " + next.ahead())
                .containsExactly("A behind B", "C behind B", "D behind C");
        assertThat(Overtaking.ofNeighbours(table(row(0.5), row(0.5)))).isEmpty();
    }

    @Test
    void who_is_not_behind_or_not_there_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overtaking.of(table(row(0.75), row(0.5)), "A", "B"))
                .withMessage("'A' with 0.75 is not behind 'B' with 0.5. Maybe they were swapped.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overtaking.of(TABLE, "B", "Z"))
                .withMessage("'Z' is not a company that the screen ranks. Use one of: A, B.");
    }
}
