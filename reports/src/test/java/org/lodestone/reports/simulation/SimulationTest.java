package org.lodestone.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.simulation.Distribution.Chance;
import org.lodestone.reports.simulation.Distribution.Exponential;
import org.lodestone.reports.simulation.Distribution.Fixed;
import org.lodestone.reports.simulation.Distribution.Gamma;
import org.lodestone.reports.simulation.Distribution.Rare;
import org.lodestone.reports.simulation.Distribution.Triangular;
import org.lodestone.reports.simulation.Distribution.Uniform;
import org.lodestone.reports.simulation.Distribution.WholeNumbers;

/** A quota, drawn, over a capacity: what is produced is the smaller of both. */
class SimulationTest {

    private static final Key CAPACITY = Term.of("capacity").key();
    private static final Key QUOTA = Term.of("quota").key();
    private static final Key UTILISATION = Term.of("utilisation").key();
    private static final Key PRODUCTION = Term.of("production").key();
    private static final Key BOUND = Term.of("quota binds").key();
    private static final Key PER_QUOTA = Term.of("production per quota").key();
    private static final Key NOTE = Term.of("note").key();
    private static final Key WITHHELD = Term.of("withheld").key();
    private static final Key ELSEWHERE = Term.of("elsewhere").key();

    private static final Map<Key, Distribution> DRIVERS = drivers();

    private static Map<Key, Distribution> drivers() {
        Map<Key, Distribution> drivers = new LinkedHashMap<>();
        drivers.put(QUOTA, new Uniform(60, 140));
        drivers.put(UTILISATION, new Rare(0.05, 1, new Uniform(0, 0.8)));
        return drivers;
    }

    private static Model model() {
        Model.Builder model = Model.builder();
        assume(model, CAPACITY, Value.of(100.0));
        assume(model, QUOTA, Value.of(90.0));
        assume(model, UTILISATION, Value.of(0.5));
        assume(model, WITHHELD, new Value.Missing("W", "published as 'W'"));
        model.calculation(PRODUCTION, Formula.min(CAPACITY.times(UTILISATION), QUOTA));
        model.calculation(BOUND, PRODUCTION.isAtLeast(QUOTA));
        model.calculation(PER_QUOTA, PRODUCTION.over(QUOTA));
        model.calculation(NOTE, Formula.sentence(Formula.text("quota of "), QUOTA.fixed(0)));
        return model.build();
    }

    private static Key assume(Model.Builder model, Key key, Value value) {
        return model.assumption(key, value, ValueUnit.NUMBER, "made up");
    }

    private static Simulation simulation(Key... outputs) {
        return Simulation.ofAny(model(), DRIVERS, List.of(outputs));
    }

    private static Draws quotas(double... quotas) {
        return simulation(PRODUCTION, BOUND, PER_QUOTA).evaluate(Map.of(QUOTA, quotas));
    }

    @Test
    void a_quota_binds_only_below_what_can_be_produced() {
        // the capacity of 100 is used by half, as the model says, so 50 can be produced
        Draws draws = quotas(40, 50, 80);
        assertThat(draws.values(PRODUCTION)).containsExactly(40, 50, 50);
        assertThat(draws.values(BOUND)).containsExactly(1, 1, 0);
        assertThat(draws.shareTrue(BOUND)).isEqualTo(2 / 3.0);
        assertThat(draws.mean(PRODUCTION)).isEqualTo(140 / 3.0);
    }

    @Test
    void the_mean_of_the_smaller_of_both_is_worked_out_by_hand() {
        // capacity 100, quota uniform from 60 to 140: half the draws bind, at 80 on average, the others yield 100
        Map<Key, Distribution> drivers = Map.of(QUOTA, new Uniform(60, 140), UTILISATION, new Fixed(1));
        Draws draws =
                Simulation.of(model(), drivers, List.of(PRODUCTION, BOUND)).run(42, 200_000, 2);
        double deviation = Math.sqrt((80 * 80 + 40 * 40 / 12.0 + 100 * 100) / 2 - 90 * 90);
        assertThat(draws.mean(PRODUCTION)).isCloseTo(90, within(4 * deviation / Math.sqrt(draws.size())));
        assertThat(draws.shareTrue(BOUND)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(draws.size())));
        assertThat(draws.percentile(PRODUCTION, 0.25)).isCloseTo(80, within(0.5));
        assertThat(draws.percentile(PRODUCTION, 0.9)).isEqualTo(100);
        assertThat(draws.shareAtLeast(PRODUCTION, 70)).isCloseTo(0.875, within(0.005));
    }

    @Test
    void a_driver_that_is_not_given_keeps_the_value_of_the_model() {
        assertThat(simulation(PRODUCTION)
                        .evaluate(Map.of(UTILISATION, new double[] {0.1, 2}))
                        .values(PRODUCTION))
                .containsExactly(10, 90);
    }

    @Test
    void a_calculation_without_result_is_missing_in_that_draw() {
        Draws draws = quotas(0, -0.0, Double.NaN, 80);
        assertThat(draws.missing(PER_QUOTA)).isEqualTo(3);
        assertThat(draws.mean(PER_QUOTA)).isEqualTo(50 / 80.0);
    }

    @Test
    void draws_are_those_of_plain_evaluation_to_the_bit() {
        Simulation simulation = simulation(QUOTA, UTILISATION, PRODUCTION, BOUND, PER_QUOTA);
        Draws draws = simulation.run(7, 600, 1);
        for (int i = 0; i < draws.size(); i++) {
            Values plain = model().valuesWith(Map.of(
                    QUOTA, Value.of(draws.value(QUOTA, i)), UTILISATION, Value.of(draws.value(UTILISATION, i))));
            for (Key key : draws.keys()) {
                assertThat(draws.value(key, i)).isEqualTo(plain.number(key).orElseThrow());
            }
        }
    }

    /** One driver of every distribution, so that any state that leaks from one block into the next would show. */
    private static Simulation ofEveryDistribution() {
        Model.Builder model = Model.builder();
        Map<Key, Distribution> drivers = new HashMap<>();
        List<Distribution> distributions = List.of(
                new Fixed(1),
                new Uniform(0, 1),
                new WholeNumbers(1, 6),
                new Triangular(0, 1, 2),
                new Exponential(1),
                new Gamma(1, 0.5),
                new Gamma(1, 2),
                new Chance(0.5),
                new Rare(0.1, 1, new Gamma(1, 0.5)));
        List<Key> keys = new ArrayList<>();
        for (Distribution distribution : distributions) {
            Key key = assume(model, Term.of("driver").of(Subject.of(distribution.toString())), Value.of(1.0));
            drivers.put(key, distribution);
            keys.add(key);
        }
        keys.add(model.calculation(Term.of("sum").key(), Formula.sum(Formula.span(keys))));
        return Simulation.of(model.build(), drivers, keys);
    }

    private static void assertSameBits(Draws draws, Draws others) {
        assertThat(draws.keys()).isEqualTo(others.keys());
        for (Key key : draws.keys()) {
            assertThat(draws.values(key)).as(key.toString()).containsExactly(others.values(key));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void the_number_of_threads_changes_nothing(int threads) {
        Simulation simulation = ofEveryDistribution();
        assertSameBits(simulation.run(42, 10_001, threads), simulation.run(42, 10_001, 1));
    }

    @Test
    void another_seed_gives_other_draws() {
        Simulation simulation = simulation(QUOTA);
        assertThat(simulation.run(1, 100, 1).values(QUOTA))
                .doesNotContain(simulation.run(2, 100, 1).values(QUOTA));
    }

    @Test
    void a_driver_draws_the_same_whichever_others_there_are() {
        Draws alone = Simulation.of(model(), Map.of(QUOTA, new Uniform(60, 140)), List.of(QUOTA))
                .run(42, 1000, 1);
        assertThat(alone.values(QUOTA))
                .containsExactly(simulation(QUOTA).run(42, 1000, 1).values(QUOTA));
    }

    @Test
    void two_drivers_with_the_same_distribution_are_not_correlated() {
        Map<Key, Distribution> drivers = Map.of(QUOTA, new Uniform(-1, 1), CAPACITY, new Uniform(-1, 1));
        int n = 100_000;
        Draws draws = Simulation.of(model(), drivers, List.of(QUOTA, CAPACITY)).run(42, n, 1);
        // the product of two independent ones has mean 0 and variance 1/9, also when one is a draw or two behind
        for (int lag = -2; lag <= 2; lag++) {
            int shift = lag;
            double covariance = IntStream.range(2, n - 2)
                    .mapToDouble(i -> draws.value(QUOTA, i) * draws.value(CAPACITY, i + shift))
                    .average()
                    .orElseThrow();
            assertThat(covariance).isCloseTo(0, within(4 / 3.0 / Math.sqrt(n)));
        }
    }

    @Test
    void a_draw_is_not_correlated_with_the_same_and_the_next_place_of_the_block_before() {
        // blocks that start one step of the generator apart would hold the same numbers, one place on
        int n = 256 * 400;
        Draws draws = Simulation.of(model(), Map.of(QUOTA, new Uniform(-1, 1)), List.of(QUOTA))
                .run(42, n, 1);
        for (int place = 254; place <= 258; place++) {
            int distance = place;
            double covariance = IntStream.range(0, n - 258)
                    .mapToDouble(i -> draws.value(QUOTA, i) * draws.value(QUOTA, i + distance))
                    .average()
                    .orElseThrow();
            assertThat(covariance).isCloseTo(0, within(4 / 3.0 / Math.sqrt(n)));
        }
    }

    @Test
    void progress_is_told_in_rising_numbers_up_to_all() {
        List<Long> told = new ArrayList<>();
        simulation(PRODUCTION).run(42, 1000, 2, told::add);
        assertThat(told).hasSize(4).isSorted().endsWith(1000L);
    }

    @Test
    void a_driver_may_stand_in_place_of_a_calculation() {
        Key twice = Term.of("twice").key();
        Model model = model().plus(Model.builder().build());
        Model.Builder builder = Model.builder().include(model);
        builder.calculation(twice, PRODUCTION.plus(PRODUCTION));
        assertThat(Simulation.of(builder.build(), Map.of(PRODUCTION, new Fixed(3)), List.of(twice))
                        .run(42, 2, 1)
                        .values(twice))
                .containsExactly(6, 6);
    }

    @Test
    void an_output_that_no_driver_reaches_is_the_same_in_every_draw() {
        Draws draws = simulation(CAPACITY, WITHHELD).run(42, 300, 1);
        assertThat(draws.values(CAPACITY)).containsOnly(100);
        assertThat(draws.missing(WITHHELD)).isEqualTo(300);
    }

    @Test
    void a_cycle_is_refused_with_the_keys_that_form_it() {
        Model.Builder model = Model.builder().include(model());
        Key a = Term.of("a").key();
        Key b = Term.of("b").key();
        model.calculation(a, b.plus(QUOTA));
        model.calculation(b, a.plus(Definitions.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(model.build(), DRIVERS, List.of(a)))
                .withMessage("A calculation needs its own result: a -> b -> a.");
    }

    @Test
    void a_text_is_no_output() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation(NOTE))
                .withMessage("The output 'note' is a text, or may be one, and a simulation collects numbers."
                        + " Ask for the numbers that its text is made of.");
    }

    @Test
    void keys_that_the_model_lacks_are_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(model(), Map.of(ELSEWHERE, new Fixed(1)), List.of(PRODUCTION)))
                .withMessage("The model has no value for the driver 'elsewhere'."
                        + " Add it to the model, or name a key that is there.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation(ELSEWHERE))
                .withMessage("The model has no value for the output 'elsewhere'."
                        + " Add it to the model, or name a key that is there.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation(PRODUCTION).evaluate(Map.of(CAPACITY, new double[] {1})))
                .withMessage("'capacity' is no driver of this simulation. Name it with a distribution when preparing"
                        + " the simulation; Fixed will do.");
    }

    @Test
    void there_must_be_something_to_do() {
        Simulation simulation = simulation(PRODUCTION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation())
                .withMessage("A simulation needs at least one output: the keys whose draws to keep.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.run(42, 0, 1))
                .withMessage("There must be at least one draw, not 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.run(42, 10, -1))
                .withMessage("There must be at least one thread, not -1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.evaluate(Map.of()))
                .withMessageStartingWith("Every driver needs one value per draw");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.evaluate(Map.of(QUOTA, new double[2], UTILISATION, new double[3])))
                .withMessageStartingWith("Every driver needs one value per draw");
    }

    @Test
    void a_driver_that_reaches_no_output_is_refused_with_what_it_does_reach() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(model(), Map.of(QUOTA, new Uniform(60, 140)), List.of(CAPACITY)))
                .withMessage(
                        "'quota' reaches none of what is asked for, which stays as it is: 'capacity'. It reaches"
                                + " 'quota binds', 'production per quota', 'note'. Ask for one of these, or change another key.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(model(), Map.of(WITHHELD, new Fixed(1)), List.of(CAPACITY)))
                .withMessage("'withheld' reaches none of what is asked for, which stays as it is: 'capacity'. Nothing"
                        + " follows from it at all. Change another key.");
    }

    @Test
    void a_driver_reaches_nothing_through_another_that_is_drawn_too() {
        // what is produced is drawn itself, so that it does not follow the quota
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(
                        model(), Map.of(QUOTA, new Fixed(1), PRODUCTION, new Fixed(2)), List.of(PRODUCTION)))
                .withMessageStartingWith("'quota' reaches none");
    }

    @Test
    void a_simulation_tells_which_drivers_reach_an_output() {
        Simulation simulation = simulation(PRODUCTION, CAPACITY);
        assertThat(simulation.driversOf(PRODUCTION)).containsExactlyInAnyOrder(QUOTA, UTILISATION);
        assertThat(simulation.driversOf(CAPACITY)).isEmpty();
    }

    @Test
    void replaced_values_tell_which_of_them_moved_nothing_that_was_asked_for() {
        Values values = model().valuesWith(Map.of(QUOTA, Value.of(1.0), UTILISATION, Value.of(1.0)));
        assertThat(values.number(CAPACITY)).hasValue(100);
        assertThat(values.unreached()).containsExactlyInAnyOrder(QUOTA, UTILISATION);
        assertThat(values.number(PRODUCTION)).hasValue(1);
        assertThat(values.unreached()).isEmpty();
    }
}
