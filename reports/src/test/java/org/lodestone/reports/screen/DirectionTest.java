package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;

/** A value of which less is better scores as its negative does of which more is better. */
class DirectionTest {

    private static final int COMPANIES = 12;
    private static final int SHORTLIST = 4;

    /** A criterion of which less is better, and one that is to score the same by the negatives of its values. */
    record Pair(Criterion less, Criterion more, Aggregation aggregation) {

        Screen screen(Criterion first) {
            return Screen.named(aggregation.toString())
                    .aggregation(aggregation)
                    .criterion(first.weight(2))
                    .criterion(Criterion.of("other").ifMissing(Missing.NEUTRAL))
                    .build();
        }
    }

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Aggregation aggregation : Aggregation.values()) {
            for (Missing missing : Missing.values()) {
                for (Relative by : Relative.values()) {
                    if (by.isUnitRange() || aggregation == Aggregation.ARITHMETIC) {
                        pairs.add(pair(by, by, Outliers.Rule.NONE, Outliers.Rule.NONE, missing, aggregation));
                        pairs.add(pair(
                                by,
                                by,
                                new Outliers.Winsorise(0.1, 0.8),
                                new Outliers.Winsorise(0.2, 0.9),
                                missing,
                                aggregation));
                    }
                }
                pairs.add(pair(
                        Normalisation.between(-1, 2),
                        Normalisation.between(-2, 1),
                        Outliers.Rule.NONE,
                        Outliers.Rule.NONE,
                        missing,
                        aggregation));
            }
        }
        return pairs.stream();
    }

    private static Pair pair(
            Normalisation less,
            Normalisation more,
            Outliers outliersOfLess,
            Outliers outliersOfMore,
            Missing missing,
            Aggregation aggregation) {
        Criterion criterion = Criterion.of("quantity").ifMissing(missing);
        return new Pair(
                criterion.lower().by(less).outliers(outliersOfLess),
                criterion.by(more).outliers(outliersOfMore),
                aggregation);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void the_negative_scores_the_same_the_other_way_round(Pair pair) {
        requireSame(pair, 1, 2);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("nightly")
    void the_negatives_of_more_values_do_so_too(Pair pair) {
        requireSame(pair, 3, 8);
    }

    private static void requireSame(Pair pair, long from, long to) {
        for (long seed = from; seed <= to; seed++) {
            double[] values = values(seed);
            double[] negatives = Arrays.stream(values).map(value -> -value).toArray();
            ScreenResult less = Screening.of(pair.screen(pair.less()), universe(values, seed));
            ScreenResult more = Screening.of(pair.screen(pair.more()), universe(negatives, seed));

            same(scores(less), scores(more));
            same(normalised(less), normalised(more));
            assertThat(less.ranked()).isEqualTo(more.ranked());
            same(live(less, COMPANIES), live(more, COMPANIES));
            same(live(less, SHORTLIST), live(more, SHORTLIST));
        }
    }

    /** With ties and gaps. */
    private static double[] values(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, COMPANIES)
                .mapToDouble(
                        i -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(3) == 0 ? 0.5 : random.nextGaussian())
                .toArray();
    }

    private static Universe universe(double[] values, long seed) {
        Random random = new Random(seed);
        double[] other = IntStream.range(0, COMPANIES)
                .mapToDouble(i -> random.nextDouble())
                .toArray();
        return Universe.of(IntStream.range(0, COMPANIES).mapToObj(i -> "C" + i).toList())
                .numbers("quantity", values)
                .numbers("other", other)
                .build();
    }

    private static List<OptionalDouble> scores(ScreenResult result) {
        return IntStream.range(0, COMPANIES).mapToObj(result::score).toList();
    }

    private static List<OptionalDouble> normalised(ScreenResult result) {
        return IntStream.range(0, COMPANIES)
                .mapToObj(result.criterion("quantity")::score)
                .toList();
    }

    /** The scores that formulas give the first companies. */
    private static List<OptionalDouble> live(ScreenResult result, int top) {
        LiveScreen live = LiveScreen.shortlist(result, Case.NONE, top);
        Model.Builder values = Model.builder();
        for (Criterion criterion : result.screen().criteria()) {
            for (String company : live.companies()) {
                double value = result.universe()
                        .number(criterion.name(), result.universe().position(company));
                values.figure(
                        LiveScreen.value(criterion, company),
                        Double.isNaN(value) ? Value.missing("a gap") : Value.of(value),
                        ValueUnit.NUMBER,
                        Citation.of("made-up"));
            }
        }
        Values all = live.model().plus(values.build()).values();
        return live.companies().stream().map(live::score).map(all::number).toList();
    }

    private static void same(List<OptionalDouble> less, List<OptionalDouble> more) {
        assertThat(less).hasSameSizeAs(more);
        for (int i = 0; i < less.size(); i++) {
            assertThat(less.get(i).isPresent()).isEqualTo(more.get(i).isPresent());
            assertThat(less.get(i).orElse(0)).isCloseTo(more.get(i).orElse(0), within(1e-12));
        }
    }

    @Test
    void the_worst_of_four_is_no_nothing_among_ranks_whichever_way_is_better() {
        // debt 40, 10, 20, 20: ranks from the worst 1, 4, 2.5, 2.5 of 4; with growth 0.5 for all, √(0.25 · 0.5) for the
        // first
        Screen screen = Screen.named("Geometric")
                .aggregation(Aggregation.GEOMETRIC)
                .criterion(Criterion.of("debt").lower().by(Relative.RANK))
                .criterion(Criterion.of("growth").by(Normalisation.between(0, 1)))
                .build();
        Universe universe = Universe.of("A", "B", "C", "D")
                .numbers("debt", 40, 10, 20, 20)
                .numbers("growth", 0.5, 0.5, 0.5, 0.5)
                .build();

        ScreenResult result = Screening.of(screen, universe);

        assertThat(result.criterion("debt").score(0)).hasValue(0.25);
        assertThat(result.criterion("debt").score(1)).hasValue(1);
        assertThat(result.criterion("debt").score(2)).hasValue(0.625);
        assertThat(result.score(0).orElseThrow()).isCloseTo(Math.sqrt(0.125), within(1e-12));
    }
}
