package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.Ranked;

/** A screen as formulas says what the screening on arrays says. */
class LiveScreenTest {

    private static final int COMPANIES = 14;
    private static final int SHORTLIST = 5;

    static Stream<Screen> screens() {
        List<Normalisation> unit = List.of(
                Relative.MIN_MAX,
                Relative.PERCENTILE,
                Relative.RANK,
                Normalisation.between(-1, 2),
                Normalisation.logBetween(0.1, 3));
        List<Normalisation> any =
                Stream.concat(unit.stream(), Stream.of(Relative.Z_SCORE)).toList();
        List<Screen> screens = new ArrayList<>();
        for (Missing missing : Missing.values()) {
            screens.add(screen("arithmetic, " + missing, any, missing, Outliers.Rule.NONE, Aggregation.ARITHMETIC));
            for (Aggregation aggregation : Aggregation.values()) {
                screens.add(screen(aggregation + ", " + missing, unit, missing, Outliers.Rule.NONE, aggregation));
            }
        }
        List<Normalisation> own =
                List.of(TriedRules.RANGE, TriedRules.FIXED_RANGE, TriedRules.FROM_MEAN, TriedRules.FIXED_FROM_MEAN);
        for (Missing missing : Missing.values()) {
            screens.add(screen("own rules, " + missing, own, missing, Outliers.Rule.NONE, Aggregation.ARITHMETIC));
            screens.add(screen(
                    "own rules, geometric, " + missing,
                    own.subList(0, 2),
                    missing,
                    TriedRules.AT_MOST_THE_MEAN,
                    Aggregation.GEOMETRIC));
        }
        for (Outliers outliers : List.of(
                new Outliers.Winsorise(0.1, 0.9),
                Outliers.Rule.LOG,
                Outliers.Rule.AUTO,
                TriedRules.AT_MOST_THE_MEAN,
                TriedRules.FIXED_AT_MOST_THE_MEAN)) {
            screens.add(screen("outliers " + outliers, any, Missing.NEUTRAL, outliers, Aggregation.ARITHMETIC));
        }
        Screen levels = Screen.named("levels, one without weight")
                .level("size", 2)
                .level("growth", 1)
                .level("none", 1)
                .criterion(Criterion.of("a").level("size").weight(3))
                .criterion(Criterion.of("b").level("growth").lower())
                .criterion(Criterion.of("c").level("size").by(Relative.Z_SCORE).ifMissing(Missing.NEUTRAL))
                .criterion(Criterion.of("d").level("none").weight(0))
                .coverage(0.5)
                .build();
        screens.add(levels);
        for (Aggregation aggregation : Aggregation.values()) {
            screens.add(nested(aggregation));
        }
        return screens.stream();
    }

    /** Levels within levels, of which some companies know nothing: a level of one, and one that a whole level is part of. */
    private static Screen nested(Aggregation aggregation) {
        Criterion leftOut = Criterion.of("a").ifMissing(Missing.LEFT_OUT);
        return Screen.named("nested, " + aggregation)
                .aggregation(aggregation)
                .level("mines", 2, "assets")
                .level("assets", 3)
                .level("plants", 1, "assets")
                .level("money", 2)
                .level("debt", 4, "money")
                .criterion(leftOut.level("mines").weight(3))
                .criterion(named("b", leftOut).level("mines").lower().by(Relative.RANK))
                .criterion(named("c", leftOut).level("plants").by(Relative.PERCENTILE))
                .criterion(named("d", leftOut).level("money").by(Normalisation.between(-1, 2)))
                .criterion(named("e", leftOut).level("debt").lower())
                .criterion(Criterion.of("f").level("assets").ifMissing(Missing.NEUTRAL))
                .build();
    }

    private static Criterion named(String name, Criterion like) {
        return Criterion.of(name).ifMissing(like.missing());
    }

    private static Screen screen(
            String name, List<Normalisation> by, Missing missing, Outliers outliers, Aggregation aggregation) {
        Screen.Builder screen = Screen.named(name).aggregation(aggregation).coverage(0.4);
        for (int j = 0; j < by.size(); j++) {
            Criterion criterion = Criterion.of("" + (char) ('a' + j))
                    .by(by.get(j))
                    .weight(j)
                    .outliers(outliers)
                    .ifMissing(missing);
            screen.criterion(j % 2 == 0 ? criterion : criterion.lower());
        }
        return screen.build();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void formulas_and_arrays_agree(Screen screen) {
        agree(screen, 12, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Tag("nightly")
    void they_agree_of_more_companies_too(Screen screen) {
        agree(screen, 12, 3, 8);
        agree(screen, 2, 1, 8);
    }

    @ParameterizedTest
    @EnumSource
    void levels_agree_where_half_of_all_values_are_missing(Aggregation aggregation) {
        agree(nested(aggregation), 2, 1, 8);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void levels_of_more_companies_do_so_too(Aggregation aggregation) {
        agree(nested(aggregation), 2, 9, 20);
    }

    private static void agree(Screen screen, int gapIn, long from, long to) {
        for (long seed = from; seed <= to; seed++) {
            agree(screen, universe(seed, gapIn));
        }
    }

    private static Universe universe(long seed) {
        return universe(seed, 12);
    }

    /** Heavy tails, ties, zeros, values below zero, and of so many values one gap. */
    private static Universe universe(long seed, int gapIn) {
        Random random = new Random(seed);
        Universe.Builder universe = Universe.of(
                IntStream.range(0, COMPANIES).mapToObj(i -> "company " + i).toList());
        for (char column = 'a'; column <= 'f'; column++) {
            double[] values = new double[COMPANIES];
            for (int i = 0; i < COMPANIES; i++) {
                double value = Math.exp(2 * random.nextGaussian()) - 0.5;
                values[i] = random.nextInt(gapIn) == 0 ? Double.NaN : random.nextInt(4) == 0 ? 1 : value;
            }
            universe.numbers(String.valueOf(column), values);
            universe.lowerBounds(
                    String.valueOf(column),
                    IntStream.range(0, COMPANIES)
                            .filter(i -> random.nextInt(10) == 0)
                            .mapToObj(i -> "company " + i)
                            .toList());
        }
        return universe.build();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void formulas_of_a_shortlist_say_what_arrays_say_of_all(Screen screen) {
        int ranked = 0;
        for (long seed = 1; seed <= 6; seed++) {
            Universe universe = universe(seed);
            ScreenResult result = Screening.of(screen, universe);
            LiveScreen live = LiveScreen.shortlist(result, Case.NONE, SHORTLIST);
            assertThat(live.companies())
                    .containsExactlyElementsOf(
                            result.top(SHORTLIST).stream().map(Ranked::id).toList());
            agree(result, live);
            ranked += live.companies().size();
        }
        assertThat(ranked).isPositive();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void other_weights_give_a_shortlist_the_scores_they_give_among_all(Screen screen) {
        Universe universe = universe(7);
        ScreenResult result = Screening.of(screen, universe);
        LiveScreen live = LiveScreen.shortlist(result, Case.NONE, SHORTLIST);
        Map<String, Double> weights =
                screen.criteria().stream().collect(Collectors.toMap(Criterion::name, one -> 7 - one.weight()));
        Map<Key, Value> typed =
                screen.criteria().stream().collect(Collectors.toMap(live::weight, one -> Value.of(7 - one.weight())));

        Values values = live.model().plus(model(screen, universe)).valuesWith(typed);

        ScreenResult other = Screening.of(screen.withWeights(weights), universe);
        for (String company : live.companies()) {
            same(values, live.score(company), other.score(universe.position(company)));
        }
    }

    @Test
    void levels_follow_a_weight_of_theirs_where_companies_know_nothing_of_a_whole_level() {
        Screen screen = nested(Aggregation.ARITHMETIC);
        Universe universe = universe(3);
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);
        Map<String, Double> weights = Map.of("assets", 1.0, "debt", 0.0, "plants", 5.0, "a", 0.5);
        Map<Key, Value> typed = Map.of(
                live.weight(screen.levels().get(1)), Value.of(1.0),
                live.weight(screen.levels().get(4)), Value.of(0.0),
                live.weight(screen.levels().get(2)), Value.of(5.0),
                live.weight(screen.criterion("a")), Value.of(0.5));

        Values values = live.model().plus(model(screen, universe)).valuesWith(typed);

        ScreenResult other = Screening.of(screen.withWeights(weights), universe);
        for (String company : live.companies()) {
            same(values, live.score(company), other.score(universe.position(company)));
        }
    }

    static Stream<Normalisation> normalisations() {
        return Stream.concat(Stream.of(Relative.values()), Stream.of(Normalisation.between(-1, 2)));
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void formulas_and_arrays_agree_where_all_companies_are_alike_and_where_one_or_none_is_known(Normalisation by) {
        double gap = Double.NaN;
        for (Missing missing : List.of(Missing.NEUTRAL, Missing.WORST)) {
            Screen screen = Screen.named("alike")
                    .coverage(0.4)
                    .criterion(Criterion.of("a").by(by).ifMissing(missing))
                    .criterion(Criterion.of("b").lower())
                    .build();
            for (double[] a : new double[][] {{2, 2, 2}, {0, 0, 0}, {gap, 3, gap}, {gap, gap, gap}}) {
                Universe universe = Universe.of("X", "Y", "Z")
                        .numbers("a", a)
                        .numbers("b", 1, 2, 3)
                        .build();
                ScreenResult result = Screening.of(screen, universe);
                agree(screen, universe);
                agree(result, LiveScreen.shortlist(result, Case.NONE, 2));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_value_that_is_typed_moves_the_scores_of_all(Relative by) {
        Screen screen =
                Screen.named("typed").criterion(Criterion.of("a").by(by)).build();
        Universe before = Universe.of("X", "Y", "Z").numbers("a", 1, 2, 4).build();
        Universe after = Universe.of("X", "Y", "Z").numbers("a", 1, 2, 1.5).build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, before), Case.NONE);

        Values values = live.model()
                .plus(model(screen, before))
                .valuesWith(Map.of(LiveScreen.value(screen.criterion("a"), "Z"), Value.of(1.5)));

        agree(Screening.of(screen, after), live, values);
    }

    @Test
    void goalposts_that_a_reader_crosses_give_no_score() {
        Screen screen = Screen.named("posts")
                .criterion(Criterion.of("a").by(Normalisation.between(1, 3)))
                .build();
        Criterion a = screen.criterion("a");
        Universe universe = Universe.of("X", "Y").numbers("a", 2, 3).build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);
        Model model = live.model().plus(model(screen, universe));

        assertThat(number(model.values(), live.normalised(a, "X"))).isEqualTo(0.5);
        assertThat(model.valuesWith(Map.of(live.scores().low(a), Value.of(5.0))).number(live.normalised(a, "X")))
                .isEmpty();
    }

    @Test
    void on_a_shortlist_a_value_counts_once_it_is_typed_with_its_standing_among_all() {
        Screen screen = Screen.named("ranks")
                .coverage(0.4)
                .criterion(Criterion.of("a").by(Relative.RANK).ifMissing(Missing.NEUTRAL))
                .criterion(Criterion.of("b").weight(9))
                .build();
        Criterion a = screen.criterion("a");
        Universe universe = Universe.of("X", "Y", "Z")
                .numbers("a", Double.NaN, 1, 2)
                .numbers("b", 3, 2, 1)
                .build();
        LiveScreen live = LiveScreen.shortlist(Screening.of(screen, universe), Case.NONE, 2);
        Model model = live.model().plus(model(screen, universe));
        Map<Key, Value> value = Map.of(LiveScreen.value(a, "X"), Value.of(5.0));
        Map<Key, Value> standing = Map.of(live.scores().standing(a, "X"), Value.of(1.0));
        Map<Key, Value> both =
                Map.of(LiveScreen.value(a, "X"), Value.of(5.0), live.scores().standing(a, "X"), Value.of(1.0));

        for (Map<Key, Value> one : List.of(value, standing)) {
            assertThat(number(model.valuesWith(one), live.normalised(a, "X"))).isEqualTo(0.5);
            assertThat(number(model.valuesWith(one), live.coverage("X"))).isCloseTo(0.9, within(1e-12));
        }
        assertThat(number(model.valuesWith(both), live.normalised(a, "X"))).isEqualTo(1);
        assertThat(number(model.valuesWith(both), live.coverage("X"))).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_shortlist_with_room_for_all_is_the_whole_screen() {
        Screen screen = Screen.named("one").criterion(Criterion.of("a")).build();
        ScreenResult result = Screening.of(screen, universe(1));

        LiveScreen live = LiveScreen.shortlist(result, Case.NONE, COMPANIES);

        assertThat(live.isShortlist()).isFalse();
        assertThat(live.companies()).containsExactlyElementsOf(result.universe().ids());
    }

    private static void agree(Screen screen, Universe universe) {
        ScreenResult result = Screening.of(screen, universe);
        LiveScreen live = LiveScreen.of(result, Case.NONE);
        assertThat(live.companies()).hasSize(universe.size());
        agree(result, live);
    }

    private static void agree(ScreenResult result, LiveScreen live) {
        agree(
                result,
                live,
                live.model().plus(model(result.screen(), result.universe())).values());
    }

    private static void agree(ScreenResult result, LiveScreen live, Values values) {
        Screen screen = result.screen();
        Universe universe = result.universe();
        for (Criterion criterion : screen.criteria()) {
            CriterionScores scores = result.criterion(criterion.name());
            assertThat(number(values, live.most(criterion)))
                    .as("the most that " + criterion.name() + " adds")
                    .isCloseTo(scores.share() * scores.highest(), within(1e-12));
        }
        for (String company : live.companies()) {
            int i = universe.position(company);
            same(values, live.score(company), result.score(i));
            OptionalInt rank = result.rank(i);
            same(
                    values,
                    live.rank(company),
                    rank.isPresent() ? OptionalDouble.of(rank.getAsInt()) : OptionalDouble.empty());
            assertThat(number(values, live.coverage(company))).isCloseTo(result.coverage(i), within(1e-12));
            for (Criterion criterion : screen.criteria()) {
                same(
                        values,
                        live.normalised(criterion, company),
                        result.criterion(criterion.name()).score(i));
            }
            for (Contribution part : result.contributions(i)) {
                Key key = part.of().equals(Contribution.IMBALANCE)
                        ? live.imbalance(company)
                        : live.contribution(criterion(screen, part.of()), company);
                assertThat(number(values, key)).as(key.toString()).isCloseTo(part.amount(), within(1e-12));
            }
            result.interval(i).ifPresent(interval -> {
                assertThat(number(values, live.low(company))).isCloseTo(interval.worst(), within(1e-12));
                assertThat(number(values, live.high(company))).isCloseTo(interval.best(), within(1e-12));
            });
        }
        List<String> order = result.ranked().stream()
                .mapToObj(universe::id)
                .filter(live.companies()::contains)
                .toList();
        for (int place = 0; place < order.size(); place++) {
            assertThat(number(values, live.place(order.get(place)))).isEqualTo(place + 1);
        }
    }

    private static Criterion criterion(Screen screen, String name) {
        return screen.criteria().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Model model(Screen screen, Universe universe) {
        Model.Builder model = Model.builder();
        for (int i = 0; i < universe.size(); i++) {
            for (Criterion criterion : screen.criteria()) {
                double value = universe.number(criterion.name(), i);
                model.figure(
                        LiveScreen.value(criterion, universe.id(i)),
                        Double.isNaN(value) ? Value.missing("a gap") : Value.of(value),
                        ValueUnit.NUMBER,
                        Citation.of("made-up"));
            }
        }
        return model.build();
    }

    private static void same(Values values, Key key, OptionalDouble expected) {
        OptionalDouble found = values.number(key);
        assertThat(found.isPresent()).as(key.toString()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(found.getAsDouble()).as(key.toString()).isCloseTo(expected.getAsDouble(), within(1e-12));
        }
    }

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow();
    }

    @Test
    void a_company_that_is_not_ranked_says_what_is_missing_and_where_its_score_may_lie() {
        Screen screen = Screen.named("two")
                .criterion(Criterion.of("a").weight(3))
                .criterion(Criterion.of("b").weight(1))
                .build();
        Universe universe = Universe.of("X", "Y", "Z")
                .numbers("a", 0, 1, Double.NaN)
                .numbers("b", 1, 0, 1)
                .build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);
        Values values = live.model().plus(model(screen, universe)).values();

        assertThat(values.of(live.score("Z"))).isEqualTo(Value.of("provisional"));
        // b is worth a quarter; a may add nothing, or three quarters
        assertThat(values.of(live.reason("Z")))
                .isEqualTo(Value.of("Not known: a; the score lies between 0.25 and 1.00, so it could come first."));
        assertThat(values.of(live.reason("Y")))
                .isEqualTo(Value.of("Top in a (1); furthest behind in b: 0, third of 3 (best: 1)."));
        assertThat(number(values, live.count())).isEqualTo(2);
    }

    @Test
    void scores_less_than_a_hundredth_apart_are_level_whatever_they_print_as() {
        Screen screen = Screen.named("one")
                .criterion(Criterion.of("a").by(Normalisation.between(0, 1)))
                .build();
        Universe universe =
                Universe.of("X", "Y", "Z").numbers("a", 0.545, 0.555, 0.547).build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);
        Values values = live.model().plus(model(screen, universe)).values();

        // 0.555 less 0.547 is 0.008, and less 0.545 a hundredth
        assertThat(number(values, live.sorted().level())).isEqualTo(2);
        assertThat(number(values, live.sorted().lowestLevel())).isEqualTo(0.547);
        assertThat(values.of(live.sorted().first())).isEqualTo(Value.of("2 companies level"));
    }

    @Test
    void of_a_company_of_which_nothing_is_known_that_is_said() {
        Screen screen = Screen.named("one")
                .criterion(Criterion.of("a").by(Normalisation.between(0, 1)))
                .build();
        Universe universe = Universe.of("X", "Y").numbers("a", 0.5, Double.NaN).build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);

        assertThat(live.model().plus(model(screen, universe)).values().of(live.reason("Y")))
                .isEqualTo(Value.of(
                        "Nothing that weighs is known of it: the score lies between 0.00 and 1.00, so it could come"
                                + " first."));
    }

    @Test
    void a_company_that_is_ranked_all_the_same_says_what_is_not_known_of_it() {
        Screen screen = Screen.named("two")
                .criterion(Criterion.of("mine").weight(5))
                .criterion(Criterion.of("sales").weight(2).ifMissing(Missing.NEUTRAL))
                .build();
        Universe universe = Universe.of("A", "B")
                .numbers("mine", 3, 2)
                .numbers("sales", 4000, Double.NaN)
                .build();
        LiveScreen live = LiveScreen.of(Screening.of(screen, universe), Case.NONE);
        Values values = live.model().plus(model(screen, universe)).values();

        assertThat(values.of(live.reason("B")))
                .isEqualTo(Value.of(
                        "Most from sales; furthest behind in mine: 2, second of 2 (best: 3); sales is not known and counts"
                                + " as the middle."));
        assertThat(values.of(live.reason("A"))).isEqualTo(Value.of("Top in mine (3)."));
    }
}
