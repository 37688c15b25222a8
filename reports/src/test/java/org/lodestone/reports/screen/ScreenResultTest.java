package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.Interval;
import org.lodestone.reports.screen.ScreenResult.Ranked;

class ScreenResultTest {

    private static final double NA = Double.NaN;

    /** Quota 3, separation 1 and resource 1 of 5. */
    private static final Universe FIVE = Universe.of("A", "B", "C", "D", "E")
            .words("country", "China", "China", "Australia", "United States", "Canada")
            .numbers("quota", 100, 75, 0, 0, NA)
            .numbers("separation", 40, 50, 10, 0, 0)
            .numbers("resource", 0, 5, 10, 8, 2)
            .build();

    private static final League OVERSEAS =
            new League("overseas", ImmutableList.of(Filter.noneOf("country", "China")), ImmutableMap.of());
    private static final League WITHOUT_QUOTA = new League(
            "without quota",
            ImmutableList.of(Filter.noneOf("country", "China")),
            ImmutableMap.of("separation", 1.0, "resource", 3.0));

    private static final Screen SCREEN = Screen.named("Rare earths")
            .criterion(Criterion.of("quota").weight(3))
            .criterion(Criterion.of("separation"))
            .criterion(Criterion.of("resource"))
            .league(OVERSEAS)
            .league(WITHOUT_QUOTA)
            .build();

    private final ScreenResult result = Screening.of(SCREEN, FIVE);

    @Test
    void the_first_companies_come_by_rank() {
        // A: 0.6 + 0.2 × 0.8 = 0.76; B: 0.6 × 0.75 + 0.2 + 0.2 × 0.5 = 0.75; C: 0.2 × 0.2 + 0.2 = 0.24; D: 0.16
        assertThat(result.top(3))
                .extracting(Ranked::rank, Ranked::id)
                .containsExactly(tuple(1, "A"), tuple(2, "B"), tuple(3, "C"));
        assertThat(result.top(3).get(0).score()).isEqualTo(0.76, within(1e-12));
        assertThat(result.top(99)).hasSize(4);
    }

    @Test
    void a_company_can_see_why_it_stands_where_it_does() {
        assertThat(result.why(0))
                .isEqualTo("Ranks 1 of 4: first for quota, 100 (0.60 of 0.60); held back by resource, 0.");
        assertThat(result.why(1))
                .isEqualTo("Ranks 2 of 4: first for separation, 50 (0.20 of 0.20); held back by quota, 75.");
        assertThat(result.why(3))
                .isEqualTo("Ranks 4 of 4: most from resource, 8 (0.16 of 0.20); held back by quota, 0.");
        assertThat(result.why(4)).isEqualTo("Not ranked: quota is not known; its score lies between 0.04 and 0.64.");
    }

    @Test
    void a_shared_rank_and_what_is_not_known_are_said_as_well() {
        ScreenResult neutral = Screening.of(
                Screen.named("Neutral")
                        .criterion(Criterion.of("quota").ifMissing(Missing.NEUTRAL))
                        .build(),
                Universe.of("A", "B", "C").numbers("quota", 1, 0, NA).build());
        assertThat(neutral.why(2)).isEqualTo("Ranks 2 of 3: nothing that weighs is known of it.");
        ScreenResult level = Screening.of(
                Screen.named("Level").criterion(Criterion.of("quota")).build(),
                Universe.of("A", "B", "C").numbers("quota", 1, 1, 0).build());
        assertThat(level.why(1)).isEqualTo("Ranks 1 of 3, level with 1 other: first for quota, 1 (1.00 of 1.00).");
    }

    @Test
    void what_is_not_known_and_counts_all_the_same_can_carry_a_company() {
        // 5 : 2 = 0.71 : 0.29; B has no sales, which count as the middle, 0.14
        Universe two = Universe.of("A", "B")
                .numbers("mine", 3, 2)
                .numbers("sales", 4000, NA)
                .build();
        assertThat(Screening.of(mineAndSales(Missing.NEUTRAL), two).why(1))
                .isEqualTo("Ranks 2 of 2: most from sales (0.14 of 0.29); held back by mine, 2;"
                        + " sales is not known and counts as the middle.");
        assertThat(Screening.of(mineAndSales(Missing.WORST), two).why(1))
                .endsWith("; sales is not known and counts as the worst.");
        assertThat(Screening.of(mineAndSales(Missing.LEFT_OUT), two).why(1))
                .endsWith("; sales is not known and is left out.");
    }

    private static Screen mineAndSales(Missing rule) {
        return Screen.named("Who gains")
                .criterion(Criterion.of("mine").weight(5))
                .criterion(Criterion.of("sales").weight(2).ifMissing(rule))
                .build();
    }

    @Test
    void a_legend_says_what_an_unknown_criterion_counts_as() {
        assertThat(MissingWords.of(SCREEN)).isEqualTo("a criterion is not known, so there is no rank");
        assertThat(MissingWords.of(mineAndSales(Missing.NEUTRAL)))
                .isEqualTo("a criterion is not known: mine must be, for a rank, sales counts as the middle");
        assertThat(MissingWords.of(Screen.named("One")
                        .criterion(Criterion.of("sales").ifMissing(Missing.WORST))
                        .build()))
                .isEqualTo("a criterion is not known and counts as the worst");
    }

    @Test
    void contributions_tell_what_each_criterion_adds() {
        assertThat(result.contributions(1))
                .extracting(Contribution::of)
                .containsExactly("quota", "separation", "resource");
        assertThat(result.contributions(1).stream().mapToDouble(Contribution::amount))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
                .containsExactly(0.45, 0.2, 0.1);
        assertThat(result.contributions(4)).isEmpty();
    }

    @Test
    void a_geometric_mean_tells_what_imbalance_takes_off() {
        Screen geometric = Screen.named("Balanced")
                .criterion(Criterion.of("quota").by(Normalisation.between(0, 100)))
                .criterion(Criterion.of("separation").by(Normalisation.between(0, 160)))
                .aggregation(Aggregation.GEOMETRIC)
                .build();
        // A: 1 and 0.25 have a geometric mean of 0.5 and an arithmetic one of 0.625
        assertThat(Screening.of(geometric, FIVE).contributions(0))
                .containsExactly(
                        new Contribution("quota", 0.5),
                        new Contribution("separation", 0.125),
                        new Contribution("imbalance", -0.125));
    }

    @Test
    void a_league_without_weights_ranks_again_by_the_scores_among_all() {
        ScreenResult overseas = result.in("overseas");

        assertThat(overseas.top(9)).extracting(Ranked::id).containsExactly("C", "D");
        assertThat(overseas.rank(2)).hasValue(1);
        assertThat(overseas.score(2)).isEqualTo(result.score(2));
        assertThat(overseas.stoppedBy(0)).hasValue(Filter.noneOf("country", "China"));
        assertThat(overseas.provisional().asList()).containsExactly(4);
        assertThat(overseas.passed().asList()).containsExactly(2, 3, 4);
        assertThat(overseas.scoreTable().companies()).containsExactly("C", "D");
    }

    @Test
    void a_league_with_weights_is_screened_anew() {
        ScreenResult anew = result.in("without quota");

        // separation 10, 0, 0 of 10; resource (10 − 2) / 8, (8 − 2) / 8, 0: 0.25 + 0.75, 0.75 × 0.75, 0
        assertThat(anew.top(9)).extracting(Ranked::id).containsExactly("C", "D", "E");
        assertThat(anew.score(2)).hasValue(1);
        assertThat(anew.score(3)).hasValue(0.5625);
        assertThat(anew.criteria()).extracting(CriterionScores::name).containsExactly("separation", "resource");
    }

    @Test
    void a_league_or_criterion_that_is_not_there_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.in("oversea"))
                .withMessage("'oversea' is not a league of the screen. Did you mean 'overseas'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.criterion("qota"))
                .withMessage("'qota' is not a criterion of the screen. Did you mean 'quota'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.state(5))
                .withMessage("There is no company 5. The universe has 5, counted from 0.");
    }

    @Test
    void its_table_of_scores_gives_the_same_totals() {
        for (Aggregation aggregation : Aggregation.values()) {
            ScreenResult random = random(5, aggregation, Missing.LEFT_OUT);
            ScoreTable table = random.scoreTable();
            double[] totals = table.total();

            assertThat(table.companies()).hasSameSizeAs(random.ranked().asList());
            for (int i = 0; i < totals.length; i++) {
                int company = random.universe().position(table.companies().get(i));
                assertThat(totals[i]).isEqualTo(random.score(company).orElseThrow(), within(1e-12));
            }
        }
    }

    @Test
    void its_table_gives_what_is_left_out_the_score_of_the_rest_of_its_level() {
        for (Aggregation aggregation : Aggregation.values()) {
            Criterion leftOut = Criterion.of("ore").ifMissing(Missing.LEFT_OUT).by(Normalisation.between(0, 1));
            Screen screen = Screen.named("Levels")
                    .aggregation(aggregation)
                    .level("assets", 1)
                    .level("money", 3)
                    .criterion(leftOut.level("assets"))
                    .criterion(Criterion.of("plant").level("assets").by(Normalisation.between(0, 1)))
                    .criterion(Criterion.of("cash").level("money").by(Normalisation.between(0, 1)))
                    .build();
            Universe universe = Universe.of("A", "B")
                    .numbers("ore", Double.NaN, 0.5)
                    .numbers("plant", 0.4, 0.5)
                    .numbers("cash", 0.9, 0.5)
                    .build();
            ScreenResult result = Screening.of(screen, universe);

            ScoreTable table = result.scoreTable();

            assertThat(table.score(0, 0)).isEqualTo(0.4, within(1e-12));
            assertThat(table.total()[0]).isEqualTo(result.score(0).orElseThrow(), within(1e-12));
        }
    }

    @Test
    void contributions_add_up_to_the_score() {
        for (int seed = 0; seed < 60; seed++) {
            Aggregation aggregation = Aggregation.values()[seed % 3];
            ScreenResult random = random(seed, aggregation, Missing.values()[seed % 4]);
            for (int company : random.ranked().toArray()) {
                double score = random.score(company).orElseThrow();
                ImmutableList<Contribution> contributions = random.contributions(company);

                assertThat(score).isBetween(0.0, 1.0);
                assertThat(contributions.stream()
                                .mapToDouble(Contribution::amount)
                                .sum())
                        .isEqualTo(score, within(1e-12));
                assertThat(contributions.get(contributions.size() - 1).amount())
                        .satisfies(last -> assertThat(last <= 0 || aggregation == Aggregation.ARITHMETIC)
                                .isTrue());
            }
        }
    }

    @Test
    void an_interval_holds_the_score_once_the_missing_facts_are_known() {
        Random random = new Random(3);
        for (int seed = 0; seed < 60; seed++) {
            ScreenResult gaps = random(seed, Aggregation.values()[seed % 3], Missing.PROVISIONAL);
            Universe.Builder filled = Universe.of(gaps.universe().ids());
            for (String column : gaps.universe().numberColumns()) {
                filled.numbers(
                        column,
                        Arrays.stream(gaps.universe().numbers(column))
                                .map(x -> Double.isNaN(x) ? 10 * random.nextGaussian() : x)
                                .toArray());
            }
            // goalposts, so that one company's facts do not move another's scores
            ScreenResult known = Screening.of(gaps.screen(), filled.build());
            for (int company : gaps.provisional().toArray()) {
                Interval interval = gaps.interval(company).orElseThrow();
                assertThat(known.score(company).orElseThrow())
                        .isBetween(interval.worst() - 1e-12, interval.best() + 1e-12);
            }
        }
    }

    /** Twelve companies under four criteria with gaps. */
    private static ScreenResult random(int seed, Aggregation aggregation, Missing missing) {
        Random random = new Random(seed);
        Universe.Builder universe =
                Universe.of(IntStream.range(0, 12).mapToObj(i -> "C" + i).toList());
        Screen.Builder screen = Screen.named("Random").aggregation(aggregation);
        for (String column : new String[] {"a", "b", "c", "d"}) {
            universe.numbers(
                    column,
                    random.doubles(12)
                            .map(x -> random.nextInt(4) == 0 ? NA : 3 * Math.log(x) + 6)
                            .toArray());
            screen.criterion(Criterion.of(column)
                    .weight(1 + random.nextInt(5))
                    .by(
                            missing == Missing.PROVISIONAL
                                    ? Normalisation.between(-5, 6)
                                    : Normalisation.Relative.PERCENTILE)
                    .outliers(missing == Missing.PROVISIONAL ? Outliers.Rule.NONE : Outliers.Rule.AUTO)
                    .ifMissing(missing));
        }
        return Screening.of(screen.build(), universe.build());
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ranks_at_best_and_reasons_of_many_companies_take_time_by_their_number() {
        int many = 30_000; // a second; minutes where each company looks at all others
        Random random = new Random(5);
        Universe universe = Universe.of(
                        IntStream.range(0, many).mapToObj(Integer::toString).toList())
                .numbers("size", random.doubles(many).toArray())
                .numbers(
                        "margin",
                        random.doubles(many).map(x -> x < 0.1 ? NA : x).toArray())
                .build();
        ScreenResult result = Screening.of(
                Screen.named("Many")
                        .criterion(Criterion.of("size"))
                        .criterion(Criterion.of("margin").ifMissing(Missing.NEUTRAL))
                        .build(),
                universe);

        assertThat(result.ranked().stream()).hasSize(many).allSatisfy(company -> {
            assertThat(result.rankAtBest(company))
                    .isBetween(1, result.rank(company).orElseThrow());
            assertThat(result.why(company))
                    .startsWith(
                            "Ranks %,d of 30,000".formatted(result.rank(company).orElseThrow()));
        });
    }
}
