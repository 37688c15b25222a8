package org.lodestone.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.simulation.Distribution.Chance;
import org.lodestone.reports.simulation.Distribution.Exponential;
import org.lodestone.reports.simulation.Distribution.Fixed;
import org.lodestone.reports.simulation.Distribution.Gamma;
import org.lodestone.reports.simulation.Distribution.Rare;
import org.lodestone.reports.simulation.Distribution.Triangular;
import org.lodestone.reports.simulation.Distribution.Uniform;
import org.lodestone.reports.simulation.Distribution.WholeNumbers;

class DistributionTest {

    private static final int DRAWS = 400_000;

    private static double[] draws(Distribution distribution) {
        double[] draws = new double[DRAWS];
        for (int from = 0; from < DRAWS; from += DriverDraws.BLOCK) {
            distribution.fill(Streams.of(1, 2, from), draws, from, Math.min(from + DriverDraws.BLOCK, DRAWS));
        }
        return draws;
    }

    private static double mean(double[] draws) {
        return Arrays.stream(draws).average().orElseThrow();
    }

    /** How far the mean of the draws is from the true one, as a rule. */
    private static double standardError(double[] draws) {
        double mean = mean(draws);
        double variance =
                Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        return Math.sqrt(variance / draws.length);
    }

    /** Mean and variance from text books; that of a rare event is (1 − p)·o² + p·(variance + mean²) − its mean². */
    static Stream<Arguments> distributions() {
        return Stream.of(
                Arguments.of(new Fixed(3), 3.0, 0.0),
                Arguments.of(new Uniform(-1, 3), 1.0, 16 / 12.0),
                Arguments.of(new Uniform(2, 2), 2.0, 0.0),
                Arguments.of(new WholeNumbers(2019, 2024), 2021.5, 35 / 12.0),
                Arguments.of(new Triangular(0, 1, 5), 2.0, (1 + 25 - 5) / 18.0),
                Arguments.of(new Triangular(4, 4, 4), 4.0, 0.0),
                Arguments.of(new Triangular(0, 5, 5), 10 / 3.0, 25 / 18.0),
                Arguments.of(new Exponential(1.5), 1.5, 2.25),
                Arguments.of(new Exponential(0), 0.0, 0.0),
                Arguments.of(new Gamma(10, 0.3), 10.0, 9.0),
                Arguments.of(new Gamma(10, 1), 10.0, 100.0),
                Arguments.of(new Gamma(100, 0.1), 100.0, 100.0),
                Arguments.of(new Gamma(2, 1.8), 2.0, 12.96),
                Arguments.of(new Gamma(1, 5), 1.0, 25.0),
                Arguments.of(new Chance(0.7), 0.7, 0.21),
                Arguments.of(new Chance(0), 0.0, 0.0),
                Arguments.of(new Chance(1), 1.0, 0.0),
                Arguments.of(new Rare(0.05, 1, new Uniform(0, 0.8)), 0.97, 0.95 + 0.05 * (0.64 / 3) - 0.97 * 0.97),
                Arguments.of(new Rare(0.9, 0, new Chance(0.5)), 0.45, 0.45 * 0.55),
                Arguments.of(new Rare(0, 2, new Fixed(9)), 2.0, 0.0),
                Arguments.of(new Rare(1, 2, new Fixed(9)), 9.0, 0.0),
                Arguments.of(new Rare(0.001, 0, new Fixed(1)), 0.001, 0.001 * 0.999));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void mean_and_variance_are_those_of_the_text_book(Distribution distribution, double mean, double variance) {
        double[] draws = draws(distribution);
        double[] squares =
                Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).toArray();
        assertThat(mean(draws)).isCloseTo(mean, within(4 * standardError(draws) + 1e-12));
        assertThat(mean(squares)).isCloseTo(variance, within(4 * standardError(squares) + 1e-12));
    }

    @Test
    void whole_numbers_come_all_alike_and_none_beyond() {
        double[] draws = draws(new WholeNumbers(-1, 2));
        for (int whole = -1; whole <= 2; whole++) {
            double number = whole;
            assertThat(Arrays.stream(draws).filter(x -> x == number).count() / (double) DRAWS)
                    .isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / DRAWS)));
        }
        assertThat(Arrays.stream(draws(new WholeNumbers(Integer.MIN_VALUE, Integer.MAX_VALUE))))
                .allMatch(x -> x == Math.rint(x) && x >= Integer.MIN_VALUE && x <= Integer.MAX_VALUE);
    }

    @Test
    void a_rare_event_is_as_likely_at_every_place_of_a_block() {
        Distribution rare = new Rare(0.05, 0, new Fixed(1));
        double[] block = new double[DriverDraws.BLOCK];
        int[] hits = new int[DriverDraws.BLOCK];
        int blocks = 20_000;
        for (int b = 0; b < blocks; b++) {
            rare.fill(Streams.of(1, 2, b), block, 0, DriverDraws.BLOCK);
            IntStream.range(0, DriverDraws.BLOCK).filter(i -> block[i] == 1).forEach(i -> hits[i]++);
        }
        double error = Math.sqrt(0.05 * 0.95 / blocks);
        assertThat(Arrays.stream(hits)).allMatch(count -> Math.abs(count / (double) blocks - 0.05) < 4.5 * error);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void the_first_draws_of_a_long_stretch_are_those_of_a_short_one(Distribution distribution, double mean, double v) {
        double[] all = new double[200];
        double[] some = new double[200];
        distribution.fill(new SplittableRandom(5), all, 0, 200);
        distribution.fill(new SplittableRandom(5), some, 0, 77);
        assertThat(Arrays.copyOf(some, 77)).containsExactly(Arrays.copyOf(all, 77));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_parameter_that_cannot_be_is_named(ThrowingCallable mistake, String message) {
        assertThatIllegalArgumentException().isThrownBy(mistake).withMessage(message);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        () -> new Fixed(Double.NaN),
                        "The value of a fixed distribution must be a number between -1.0E100 and 1.0E100, not NaN."),
                mistake(
                        () -> new Uniform(3, 1),
                        "The low of a uniform distribution must not be above its high, but 3.0 is above 1.0."
                                + " Maybe they were swapped."),
                mistake(
                        () -> new Uniform(0, Double.POSITIVE_INFINITY),
                        "The high end of a uniform distribution must be a number between -1.0E100 and 1.0E100,"
                                + " not Infinity."),
                mistake(
                        () -> new WholeNumbers(2024, 2019),
                        "The low of a distribution of whole numbers must not be above its high, but 2024.0 is above"
                                + " 2019.0. Maybe they were swapped."),
                mistake(
                        () -> new Triangular(0, 6, 5),
                        "The mode of a triangular distribution must not be above its high, but 6.0 is above 5.0."
                                + " Maybe they were swapped."),
                mistake(
                        () -> new Triangular(1, 0, 5),
                        "The low of a triangular distribution must not be above its mode, but 1.0 is above 0.0."
                                + " Maybe they were swapped."),
                mistake(
                        () -> new Exponential(-1),
                        "The mean of an exponential distribution must be zero or more, not -1.0."),
                mistake(() -> new Gamma(-1, 0.5), "The mean of a gamma distribution must be zero or more, not -1.0."),
                mistake(
                        () -> new Gamma(1, 0),
                        "The variation of a gamma distribution must be above 0; for no variation use Fixed, not 0.0."),
                mistake(
                        () -> new Chance(5),
                        "The probability of a chance must be between 0 and 1, such as 0.05 for 5%, not 5.0."),
                mistake(
                        () -> new Rare(-0.1, 1, new Fixed(0)),
                        "The probability of a rare event must be between 0 and 1, such as 0.05 for 5%, not -0.1."));
    }

    private static Arguments mistake(ThrowingCallable mistake, String message) {
        return Arguments.of(mistake, message);
    }

    @Test
    void one_of_a_users_own_draws_the_same_on_any_number_of_threads() {
        Key growth = Term.of("growth").key();
        Model.Builder model = Model.builder();
        model.label(growth, 0);
        Distribution lognormal = Distribution.own("lognormal", random -> Math.exp(0.2 * random.nextGaussian()));
        Simulation simulation = Simulation.of(model.build(), Map.of(growth, lognormal), List.of(growth));

        Draws one = simulation.run(42, 20_000, 1);
        Draws two = simulation.run(42, 20_000, 2);

        assertThat(two.percentile(growth, 0.9)).isEqualTo(one.percentile(growth, 0.9));
        // exp(0.2 · 1.2816) is its ninth decile, and exp(0.2² / 2) its mean
        assertThat(one.percentile(growth, 0.9)).isCloseTo(Math.exp(0.2 * 1.2816), within(0.02));
        assertThat(one.mean(growth)).isCloseTo(Math.exp(0.02), within(0.005));
    }

    @Test
    void a_draw_that_is_no_number_is_refused_by_the_name_of_the_distribution() {
        Key growth = Term.of("growth").key();
        Model.Builder model = Model.builder();
        model.label(growth, 0);
        Distribution broken = Distribution.own("root", random -> Math.sqrt(random.nextGaussian()));
        Simulation simulation = Simulation.of(model.build(), Map.of(growth, broken), List.of(growth));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.run(42, 1_000, 1))
                .withMessage(
                        "The distribution 'root' drew NaN. Let every draw be a number; a value that may be missing is no"
                                + " distribution.");
    }
}
