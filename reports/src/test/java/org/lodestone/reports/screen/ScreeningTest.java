package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.core.screen.Normalisation.Relative.MIN_MAX;
import static org.lodestone.core.screen.Normalisation.Relative.PERCENTILE;
import static org.lodestone.core.screen.Normalisation.Relative.RANK;
import static org.lodestone.core.screen.Normalisation.Relative.Z_SCORE;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.Interval;
import org.lodestone.reports.screen.ScreenResult.State;

class ScreeningTest {

    private static final double NA = Double.NaN;

    /** By which a value from 0 to 1 is its score. */
    private static final Normalisation SHARE = Normalisation.between(0, 1);

    private static final Offset<Double> TO_7 = within(1e-7);

    private static Universe universe(double... quota) {
        String[] ids = IntStream.range(0, quota.length).mapToObj(i -> "C" + i).toArray(String[]::new);
        return Universe.of(ids).numbers("quota", quota).build();
    }

    private static ScreenResult by(Normalisation normalisation, double... quota) {
        return by(Criterion.of("quota").by(normalisation), quota);
    }

    private static ScreenResult by(Criterion criterion, double... quota) {
        return Screening.of(Screen.named("Quota").criterion(criterion).build(), universe(quota));
    }

    /** The scores of all companies, NaN where there is none. */
    private static double[] scores(ScreenResult result) {
        return IntStream.range(0, result.universe().size())
                .mapToDouble(company -> result.score(company).orElse(NA))
                .toArray();
    }

    @Test
    void percentiles_run_from_the_worst_to_the_best_and_equals_share_a_rank() {
        // ranks 1, 2.5, 2.5, 4: (r − 1) / 3
        assertThat(scores(by(PERCENTILE, 10, 20, 20, 40))).containsExactly(0, 0.5, 0.5, 1);
        assertThat(scores(by(Criterion.of("quota").by(PERCENTILE).lower(), 10, 20, 20, 40)))
                .containsExactly(1, 0.5, 0.5, 0);
    }

    @Test
    void ranks_are_shares_of_the_number_of_companies() {
        // ranks 1, 2.5, 2.5, 4: r / 4
        ScreenResult result = by(RANK, 10, 20, 20, 40);
        assertThat(scores(result)).containsExactly(0.25, 0.625, 0.625, 1);
        assertThat(result.criterion("quota").known()).isEqualTo(4);
    }

    @Test
    void min_max_is_the_way_from_the_least_to_the_greatest() {
        // (20 − 10) / (40 − 10)
        ScreenResult result = by(MIN_MAX, 10, 20, 20, 40);
        assertThat(scores(result)).containsExactly(0, 1 / 3.0, 1 / 3.0, 1);
        assertThat(result.criterion("quota").scaling()).isEqualTo(new Scaling(10, 30));
        assertThat(scores(by(Criterion.of("quota").lower(), 10, 20, 20, 40)))
                .containsExactly(1, 1 - 1 / 3.0, 1 - 1 / 3.0, 0);
    }

    @Test
    void z_scores_count_deviations_from_the_mean() {
        // mean 22.5; squares 156.25 + 6.25 + 6.25 + 306.25 = 475; s = √(475 / 3) = 12.58306
        ScreenResult result = by(Z_SCORE, 10, 20, 20, 40);
        // −12.5 / 12.58306, −2.5 / 12.58306, 17.5 / 12.58306
        assertThat(scores(result)).containsExactly(new double[] {-0.9933993, -0.1986799, -0.1986799, 1.3907590}, TO_7);
        assertThat(scores(by(Criterion.of("quota").by(Z_SCORE).lower(), 10, 20, 20, 40)))
                .containsExactly(new double[] {0.9933993, 0.1986799, 0.1986799, -1.3907590}, TO_7);
        Scaling scaling = result.criterion("quota").scaling();
        assertThat(scaling.from()).isEqualTo(22.5);
        assertThat(scaling.step()).isEqualTo(12.5830574, within(1e-7));
    }

    @Test
    void extreme_values_are_drawn_in_before_they_are_normalised() {
        // bounds 1.4 and 61.6 (see TreatingTest): (3 − 1.4) / 60.2
        Criterion criterion = Criterion.of("quota").outliers(new Outliers.Winsorise(0.1, 0.9));
        ScreenResult result = by(criterion, 1, 2, 3, 4, 100);

        assertThat(scores(result)).containsExactly(new double[] {0, 0.6 / 60.2, 1.6 / 60.2, 2.6 / 60.2, 1}, TO_7);
        CriterionScores quota = result.criterion("quota");
        assertThat(quota.raw(4)).hasValue(100);
        assertThat(quota.treated(4).orElseThrow()).isEqualTo(61.6, within(1e-12));
        assertThat(quota.treatment().changed()).isEqualTo(2);
    }

    @Test
    void values_drawn_in_to_one_bound_share_a_rank() {
        // h = 4 × 0.3 = 1.2: 2.2 draws in 1 and 2, and h = 2.8: 3.8 draws in 4 and 100: ranks 1.5, 1.5, 3, 4.5, 4.5
        Criterion criterion = Criterion.of("quota").by(PERCENTILE).outliers(new Outliers.Winsorise(0.3, 0.7));
        assertThat(scores(by(criterion, 1, 2, 3, 4, 100))).containsExactly(0.125, 0.125, 0.5, 0.875, 0.875);
    }

    @Test
    void goalposts_do_not_move_with_the_companies() {
        Normalisation log = Normalisation.logBetween(1_000, 100_000);
        // 10,000 is one order of magnitude of two
        assertThat(scores(by(log, 10_000, 0, 500, 1e9))).containsExactly(0.5, 0, 0, 1);
        assertThat(scores(by(Normalisation.between(0, 200), 50, -3, 300))).containsExactly(0.25, 0, 1);
        assertThat(scores(by(Criterion.of("quota").by(log).lower(), 10_000, 0))).containsExactly(0.5, 1);
    }

    @ParameterizedTest
    @EnumSource(Normalisation.Relative.class)
    void one_company_and_equal_companies_are_in_the_middle(Normalisation.Relative normalisation) {
        double middle = normalisation == Z_SCORE ? 0 : 0.5;
        // as ranks, one of one is 1 / 1, and three equals share rank 2 of 3
        double[] one = normalisation == RANK ? new double[] {1} : new double[] {middle};
        double third = normalisation == RANK ? 2 / 3.0 : middle;

        assertThat(scores(by(normalisation, 7))).containsExactly(one);
        assertThat(scores(by(normalisation, 0.1, 0.1, 0.1))).containsExactly(third, third, third);
        assertThat(by(normalisation, 0.1, 0.1, 0.1).rank(2)).hasValue(1);
        assertThat(by(normalisation).top(3)).isEmpty();
    }

    @Test
    void equal_values_are_named_as_such() {
        assertThat(by(MIN_MAX, 3, 3).criterion("quota").scaling()).isEqualTo(new Scaling(3, 0));
        assertThat(by(Z_SCORE, 0.1, 0.1, 0.1).criterion("quota").scaling()).isEqualTo(new Scaling(0.1, 0));
    }

    private static final Universe GAPS = Universe.of("A", "B", "C")
            .numbers("quota", 0, 5, 10)
            .numbers("ore", 10, NA, 0)
            .build();

    private static ScreenResult gaps(Aggregation aggregation, Missing missing, double weightOfOre) {
        return Screening.of(
                Screen.named("Gaps")
                        .criterion(Criterion.of("quota"))
                        .criterion(Criterion.of("ore").weight(weightOfOre).ifMissing(missing))
                        .aggregation(aggregation)
                        .build(),
                GAPS);
    }

    @Test
    void a_missing_value_makes_a_company_provisional_unless_another_rule_is_given() {
        ScreenResult result = gaps(Aggregation.ARITHMETIC, Missing.PROVISIONAL, 1);
        assertThat(result.state(1)).isEqualTo(State.PROVISIONAL);
        assertThat(result.score(1)).isEmpty();
        assertThat(result.rank(1)).isEmpty();
        assertThat(result.missing(1)).containsExactly("ore");
        assertThat(result.coverage(1)).isEqualTo(0.5);
        // 0.5 × 0.5, and 0.5 × 0.5 + 0.5 × 1
        assertThat(result.interval(1)).hasValue(new Interval(0.25, 0.75));
        assertThat(result.provisional().asList()).containsExactly(1);
        assertThat(result.ranked().asList()).containsExactly(0, 2);

        assertThat(gaps(Aggregation.ARITHMETIC, Missing.NEUTRAL, 1).score(1)).hasValue(0.5);
        assertThat(gaps(Aggregation.ARITHMETIC, Missing.WORST, 1).score(1)).hasValue(0.25);
        assertThat(gaps(Aggregation.ARITHMETIC, Missing.LEFT_OUT, 1).score(1)).hasValue(0.5);
    }

    @Test
    void what_weighs_nothing_may_be_missing() {
        ScreenResult result = gaps(Aggregation.ARITHMETIC, Missing.PROVISIONAL, 0);
        assertThat(result.state(1)).isEqualTo(State.RANKED);
        assertThat(result.missing(1)).isEmpty();
        assertThat(result.coverage(1)).isEqualTo(1);
        assertThat(result.score(1)).hasValue(0.5);
    }

    @Test
    void a_missing_value_does_not_turn_a_geometric_or_harmonic_mean_into_nothing() {
        // with ore at 0 and at 1: 0, and √0.5 = 0.70711; 2 / (1 / 0.5 + 1) = 2 / 3
        assertThat(gaps(Aggregation.GEOMETRIC, Missing.PROVISIONAL, 1)
                        .interval(1)
                        .orElseThrow()
                        .best())
                .isEqualTo(0.7071068, TO_7);
        assertThat(gaps(Aggregation.HARMONIC, Missing.PROVISIONAL, 1)
                        .interval(1)
                        .orElseThrow()
                        .best())
                .isEqualTo(2 / 3.0, TO_7);
        for (Aggregation mean : Aggregation.values()) {
            assertThat(gaps(mean, Missing.LEFT_OUT, 1).score(1).orElseThrow())
                    .as(mean.toString())
                    .isEqualTo(0.5, TO_7);
            assertThat(gaps(mean, Missing.NEUTRAL, 1).score(1).orElseThrow())
                    .as(mean.toString())
                    .isEqualTo(0.5, TO_7);
        }
    }

    @Test
    void the_worst_z_score_is_the_lowest_that_a_company_has() {
        // quotas 0, 5, 10 have z-scores of −1, 0, 1
        ScreenResult result = by(Criterion.of("quota").by(Z_SCORE).ifMissing(Missing.WORST), 0, 5, NA, 10);
        assertThat(scores(result)).containsExactly(-1, 0, -1, 1);
        assertThat(result.rank(2)).hasValue(3);
    }

    @Test
    void a_criterion_that_nobody_has_leaves_all_provisional_only_where_it_weighs() {
        ScreenResult provisional = by(MIN_MAX, NA, NA);
        assertThat(provisional.ranked().isEmpty()).isTrue();
        assertThat(provisional.interval(0)).hasValue(new Interval(0, 1));
        assertThat(provisional.criterion("quota").scaling()).isEqualTo(Scaling.NONE);
        assertThat(by(Z_SCORE, NA, NA).interval(0)).hasValue(new Interval(0, 0));

        assertThat(scores(by(Criterion.of("quota").ifMissing(Missing.NEUTRAL), NA, NA)))
                .containsExactly(0.5, 0.5);
        assertThat(scores(by(Criterion.of("quota").by(Z_SCORE).ifMissing(Missing.WORST), NA, NA)))
                .containsExactly(0, 0);
        // with all criteria left out there is nothing to weigh
        assertThat(by(Criterion.of("quota").ifMissing(Missing.LEFT_OUT), NA, NA).state(0))
                .isEqualTo(State.PROVISIONAL);
    }

    @Test
    void too_little_that_is_known_makes_a_company_provisional_whatever_the_rules() {
        Screen.Builder screen = Screen.named("Coverage")
                .criterion(Criterion.of("quota"))
                .criterion(Criterion.of("ore").ifMissing(Missing.NEUTRAL));

        assertThat(Screening.of(screen.coverage(0.5).build(), GAPS).state(1)).isEqualTo(State.RANKED);
        ScreenResult strict = Screening.of(screen.coverage(0.6).build(), GAPS);
        assertThat(strict.state(1)).isEqualTo(State.PROVISIONAL);
        assertThat(strict.why(1))
                .isEqualTo("Not ranked: only 0.50 of the weight rests on known values, where 0.60 are asked for;"
                        + " ore is not known; its score lies between 0.25 and 0.75.");
    }

    @Test
    void a_criterion_left_out_leaves_its_weight_to_its_level() {
        // policy 1, assets 3: quota 0.25, ore 0.25, plant 0.5. A knows no plant: its ore has all of the 0.75 of assets.
        Screen screen = Screen.named("Levels")
                .level("policy", 1)
                .level("assets", 3)
                .criterion(Criterion.of("quota").level("policy").by(SHARE))
                .criterion(Criterion.of("ore").level("assets").by(SHARE).ifMissing(Missing.LEFT_OUT))
                .criterion(Criterion.of("plant")
                        .level("assets")
                        .weight(2)
                        .by(SHARE)
                        .ifMissing(Missing.LEFT_OUT))
                .build();
        Universe universe = Universe.of("A", "B", "C")
                .numbers("quota", 1, 0.4, 0.4)
                .numbers("ore", 0.2, 0.2, NA)
                .numbers("plant", NA, 0.8, NA)
                .build();

        ScreenResult result = Screening.of(screen, universe);

        // 0.25 · 1 + 0.75 · 0.2; over the whole screen it would be (0.25 · 1 + 0.25 · 0.2) / 0.5 = 0.6
        assertThat(result.score(0).orElseThrow()).isCloseTo(0.4, within(1e-12));
        // 0.25 · 0.4 + 0.25 · 0.2 + 0.5 · 0.8
        assertThat(result.score(1).orElseThrow()).isCloseTo(0.55, within(1e-12));
        // C knows nothing of assets, so that policy is all there is
        assertThat(result.score(2).orElseThrow()).isCloseTo(0.4, within(1e-12));
        assertThat(result.contributions(0))
                .extracting(Contribution::amount)
                .satisfies(amounts -> assertThat(amounts.get(1)).isCloseTo(0.15, within(1e-12)));
        assertThat(result.why(0)).contains("quota, 1.00 (0.25 of 0.25)");
    }

    @Test
    void a_level_in_a_level_of_which_nothing_is_known_leaves_its_weight_to_those_beside_it() {
        // assets 3 of 4, of which mines 2 of 3 and plants 1 of 3; money 1 of 4
        Screen screen = Screen.named("Nested")
                .level("assets", 3)
                .level("mines", 2, "assets")
                .level("plants", 1, "assets")
                .level("money", 1)
                .criterion(Criterion.of("ore").level("mines").by(SHARE).ifMissing(Missing.LEFT_OUT))
                .criterion(Criterion.of("plant").level("plants").by(SHARE).ifMissing(Missing.LEFT_OUT))
                .criterion(Criterion.of("cash").level("money").by(SHARE).ifMissing(Missing.LEFT_OUT))
                .build();
        Universe universe = Universe.of("A", "B", "C")
                .numbers("ore", 0.3, NA, NA)
                .numbers("plant", 0.6, 0.6, NA)
                .numbers("cash", 1, 1, 0.7)
                .build();

        ScreenResult result = Screening.of(screen, universe);

        assertThat(screen.shares()).containsExactly(entry("ore", 0.5), entry("plant", 0.25), entry("cash", 0.25));
        // 0.5 · 0.3 + 0.25 · 0.6 + 0.25 · 1
        assertThat(result.score(0).orElseThrow()).isCloseTo(0.55, within(1e-12));
        // plants have all of assets: 0.75 · 0.6 + 0.25 · 1; over the whole screen it would be 0.8
        assertThat(result.score(1).orElseThrow()).isCloseTo(0.7, within(1e-12));
        assertThat(result.score(2).orElseThrow()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void levels_that_are_part_of_each_other_or_of_none_there_is_are_refused() {
        Screen.Builder loop = Screen.named("Loop")
                .level("assets", 1, "mines")
                .level("mines", 1, "assets")
                .criterion(Criterion.of("ore").level("mines"));
        assertThatIllegalArgumentException()
                .isThrownBy(loop::build)
                .withMessage(
                        "The levels assets, mines are part of each other. Say of one of them that it is part of none.");
        Screen.Builder lost = Screen.named("Lost")
                .level("mines", 1, "asets")
                .level("assets", 1)
                .criterion(Criterion.of("ore").level("mines"));
        assertThatIllegalArgumentException()
                .isThrownBy(lost::build)
                .withMessage(
                        "Level 'mines' is part of 'asets', which is not a level of the screen. Did you mean 'assets'?");
    }

    @Test
    void weights_of_2_1_1_and_of_levels_become_shares() {
        Universe universe = Universe.of("A", "B")
                .numbers("quota", 0, 1)
                .numbers("ore", 1, 0)
                .numbers("plant", 1, 0)
                .build();
        Screen flat = Screen.named("Flat")
                .criterion(Criterion.of("quota").weight(2))
                .criterion(Criterion.of("ore"))
                .criterion(Criterion.of("plant"))
                .build();
        assertThat(scores(Screening.of(flat, universe))).containsExactly(0.5, 0.5);

        // levels 1 : 3; ore 3 / 4 × 1 / 3, plant 3 / 4 × 2 / 3
        Screen levels = Screen.named("Levels")
                .level("policy", 1)
                .level("assets", 3)
                .criterion(Criterion.of("quota").level("policy").weight(7))
                .criterion(Criterion.of("ore").level("assets"))
                .criterion(Criterion.of("plant").level("assets").weight(2))
                .build();
        ScreenResult result = Screening.of(levels, universe);
        assertThat(result.criteria().stream().map(CriterionScores::share)).containsExactly(0.25, 0.25, 0.5);
        assertThat(scores(result)).containsExactly(0.75, 0.25);
    }

    @Test
    void a_company_that_a_filter_stops_is_not_compared_with_others() {
        Universe universe = Universe.of("A", "B", "C", "D")
                .numbers("market value", 50, 200, NA, 300)
                .words("stages", "mine", "mine; separation", "separation", "refining")
                .numbers("quota", 1_000, 10, 20, 30)
                .build();
        Filter large = Filter.atLeast("market value", 100);
        Filter separates = Filter.noneOf("stages", "refining");
        ScreenResult result = Screening.of(
                Screen.named("Large")
                        .filter(large)
                        .filter(separates)
                        .criterion(Criterion.of("quota"))
                        .build(),
                universe);

        assertThat(result.passed().asList()).containsExactly(1);
        assertThat(result.stoppedBy(0)).hasValue(large);
        assertThat(result.stoppedBy(2)).hasValue(large);
        assertThat(result.stoppedBy(3)).hasValue(separates);
        assertThat(result.state(0)).isEqualTo(State.FILTERED_OUT);
        assertThat(result.criterion("quota").score(0)).isEmpty();
        assertThat(result.score(1)).hasValue(0.5);
        assertThat(result.why(0))
                .isEqualTo("Not looked at: the filter asks for market value at least 100, and it is 50.");
        assertThat(result.why(2))
                .isEqualTo("Not looked at: the filter asks for market value at least 100, and it is not known.");
    }

    @Test
    void a_list_of_words_passes_where_one_of_them_does() {
        Universe universe = Universe.of("A", "B", "C")
                .words("stages", "mine; separation", "mine", "")
                .numbers("quota", 1, 2, 3)
                .build();
        Screen.Builder screen = Screen.named("Words").criterion(Criterion.of("quota"));

        assertThat(Screening.of(
                                screen.filter(Filter.anyOf("stages", "separation", "metal"))
                                        .build(),
                                universe)
                        .passed()
                        .asList())
                .containsExactly(0);
    }

    @Test
    void columns_that_the_universe_does_not_have_are_refused_with_what_was_meant() {
        Screen typo = Screen.named("Typo").criterion(Criterion.of("qouta")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Screening.of(typo, GAPS))
                .withMessage("Criterion 'qouta' finds nothing to look at. 'qouta' is not a column of the universe. Did"
                        + " you mean 'quota'?");
        Screen words = Screen.named("Words")
                .filter(Filter.anyOf("quota", "large"))
                .criterion(Criterion.of("quota"))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Screening.of(words, GAPS))
                .withMessage(
                        "A filter finds nothing to look at. 'quota' is a column of numbers of the universe. It has no column of words.");
    }

    @Test
    void weights_below_zero_or_of_no_sum_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criterion.of("quota").weight(-1))
                .withMessage("The weight of criterion 'quota' is -1.0. A weight is a number from zero; weights are"
                        + " divided by their sum.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Screen.named("Nothing")
                        .criterion(Criterion.of("quota").weight(0))
                        .build())
                .withMessage("The weights of the screen 'Nothing' sum to zero. Give at least one criterion, and its"
                        + " level, a weight above it.");
    }
}
