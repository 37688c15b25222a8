package org.lodestone.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;

/** A compiled model yields the bits of plain evaluation, draw by draw, for every function and kind of argument. */
class CompilerTest {

    private static final int DRIVERS = 8;

    /** The values given to drivers: zeros of both signs, places in a list, numbers that round or overflow, and missing ones. */
    private static final double[] GIVEN = {
        0,
        -0.0,
        1,
        2,
        3,
        -1,
        0.1,
        -2.3,
        1 / 3.0,
        7,
        1e-200,
        1e200,
        -1e200,
        1.7e308,
        -1.7e308,
        4.9e-324,
        710,
        Double.NaN,
        Double.NEGATIVE_INFINITY
    };

    private static final List<Value> CONSTANTS = List.of(
            Value.of(0.0),
            Value.of(1.0),
            Value.of(2.0),
            Value.of(-3.7),
            Value.of(0.3),
            Value.of(1e308),
            Value.of(true),
            Value.of(false),
            Value.of("China"),
            Value.missing("never known"),
            new Value.Missing("W", "withheld"));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void every_draw_has_the_bits_of_plain_evaluation(int seed) {
        requirePlainBits(seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 10, 11, 12})
    @Tag("nightly")
    void every_draw_of_more_models_has_them_too(int seed) {
        requirePlainBits(seed);
    }

    /** Draws are given first, and then whole numbers of which there are few, so that their results are looked up. */
    private static void requirePlainBits(int seed) {
        RandomModel random = new RandomModel(seed);
        Model model = random.model.build();
        List<Key> outputs = random.calculations.stream()
                .filter(key -> isNumber(model, random, key))
                .toList();
        assertThat(outputs).hasSizeGreaterThan(random.calculations.size() / 2);

        Map<Key, double[]> given = random.given(300);
        requirePlainBits(model, random.simulation(model, outputs).evaluate(given), given, outputs);

        Map<Key, Distribution> whole = new HashMap<>();
        random.drivers.forEach(driver -> whole.put(driver, new Distribution.WholeNumbers(-1, 3)));
        List<Key> all = Stream.concat(random.drivers.stream(), outputs.stream()).toList();
        Draws draws = Simulation.ofAny(model, whole, all).run(seed, 300, 1);
        Map<Key, double[]> drawn = new HashMap<>();
        random.drivers.forEach(driver -> drawn.put(driver, draws.values(driver)));
        requirePlainBits(model, draws, drawn, outputs);
    }

    private static void requirePlainBits(Model model, Draws draws, Map<Key, double[]> given, List<Key> outputs) {
        for (int draw = 0; draw < draws.size(); draw++) {
            Values plain = plain(model, given, draw);
            for (Key key : outputs) {
                assertThat(bits(draws.value(key, draw)))
                        .as("draw %s of %s = %s", draw, key, model.content(key))
                        .isEqualTo(bits(plain.number(key).orElse(Double.NaN)));
            }
        }
    }

    @Test
    void what_is_the_same_for_all_whole_numbers_of_a_driver_takes_no_step() {
        Model.Builder model = Model.builder();
        Key delay = input(model, "delay", Value.of(1.0));
        Key output = input(model, "output", Value.of(5.0));
        Key early = model.calculation(
                key("early"), delay.isAtLeast(Definitions.ZERO).then(Definitions.ZERO, output));
        Key late =
                model.calculation(key("late"), delay.isAtLeast(Definitions.ONE).then(Definitions.ZERO, output));
        ImmutableMap<Key, Distribution> drivers = ImmutableMap.of(delay, new Distribution.WholeNumbers(0, 3));

        assertThat(Compiler.compile(model.build(), drivers, ImmutableSet.of(early))
                        .steps())
                .isEmpty();
        assertThat(Compiler.compile(model.build(), drivers, ImmutableSet.of(late))
                        .steps())
                .hasSize(2); // the draw, and what it makes of the output
    }

    @Test
    void the_random_models_use_every_function_on_what_is_drawn() {
        EnumMap<Fn, Integer> uses = new EnumMap<>(Fn.class);
        for (int seed = 1; seed <= 12; seed++) {
            RandomModel random = new RandomModel(seed);
            random.calls.forEach(fn -> uses.merge(fn, 1, Integer::sum));
        }
        assertThat(uses).containsOnlyKeys(Fn.values());
        assertThat(uses.values()).allMatch(count -> count >= 10);
    }

    @Test
    void what_no_driver_reaches_takes_no_step() {
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key constant = input(model, "constant", Value.of(3.0));
        Key folded = model.calculation(key("folded"), Formula.max(constant.times(constant), Definitions.ONE));
        Key sum = model.calculation(key("sum"), drawn.plus(folded));
        CompiledModel compiled = Compiler.compile(model.build(), ImmutableSet.of(drawn), ImmutableSet.of(sum));
        assertThat(compiled.steps()).hasSize(2);
        assertThat(compiled.constants().values()).containsExactly(9.0);
    }

    @Test
    void what_two_formulas_have_in_common_is_one_step() {
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key yielded = input(model, "yield", Value.of(0.9));
        Key one = model.calculation(key("one"), drawn.times(yielded).plus(Definitions.ONE));
        Key other = model.calculation(key("other"), drawn.times(yielded).minus(Definitions.ONE));
        CompiledModel compiled = Compiler.compile(model.build(), ImmutableSet.of(drawn), ImmutableSet.of(one, other));
        assertThat(compiled.steps()).hasSize(4); // the draw, the product, one more, one less
    }

    @Test
    void the_branch_that_a_constant_condition_rules_out_takes_no_step() {
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key costly = model.calculation(key("costly"), Formula.call(Fn.EXPONENTIAL, drawn));
        Key chosen = model.calculation(
                key("chosen"), Definitions.ONE.isAbove(Definitions.ZERO).then(drawn, costly));
        CompiledModel compiled = Compiler.compile(model.build(), ImmutableSet.of(drawn), ImmutableSet.of(chosen));
        assertThat(compiled.steps()).hasSize(1);
    }

    @Test
    void a_sum_is_taken_from_the_first_to_the_last() {
        // (1e16 − 1e16) + 1 is 1, but 1 + 1e16 − 1e16 is 0, since 1e16 + 1 is no double
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key constant = input(model, "constant", Value.of(1.0));
        Key negative = model.calculation(key("negative"), Definitions.ZERO.minus(drawn));
        Key sum = model.calculation(key("sum"), Formula.sum(Formula.span(List.of(drawn, negative, constant))));
        Draws draws = Simulation.of(model.build(), Map.of(drawn, new Distribution.Fixed(1)), List.of(sum))
                .evaluate(Map.of(drawn, new double[] {1e16}));
        assertThat(draws.values(sum)).containsExactly(1);
    }

    @Test
    void the_code_of_a_missing_figure_is_kept_on_its_way_into_a_text() {
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key withheld = input(model, "withheld", new Value.Missing("W", "published as 'W'"));
        Key chosen =
                model.calculation(key("chosen"), drawn.isAbove(Definitions.ZERO).then(withheld, drawn));
        Key isWithheld = model.calculation(key("is withheld"), Formula.call(Fn.SAME_TEXT, chosen, Formula.text("W")));
        Draws draws = Simulation.of(
                        model.build(), Map.of(drawn, new Distribution.Chance(0.5)), List.of(chosen, isWithheld))
                .evaluate(Map.of(drawn, new double[] {1, 0}));
        assertThat(draws.values(isWithheld)).containsExactly(1, 0);
        assertThat(draws.values(chosen)).containsExactly(Double.NaN, 0);
    }

    @Test
    void registers_are_used_again() {
        Model.Builder model = Model.builder();
        Key drawn = input(model, "drawn", Value.of(1.0));
        Key last = drawn;
        for (int i = 0; i < 200; i++) {
            last = model.calculation(key("step " + i), last.times(drawn));
        }
        CompiledModel compiled = Compiler.compile(model.build(), ImmutableSet.of(drawn), ImmutableSet.of(last));
        assertThat(compiled.steps().stream()
                        .mapToInt(step -> compiled.registers().get(step.out()))
                        .max())
                .hasValue(1);
    }

    private static boolean isNumber(Model model, RandomModel random, Key key) {
        try {
            random.simulation(model, List.of(key));
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("is a text, or may be one");
            return false;
        }
    }

    private static Values plain(Model model, Map<Key, double[]> given, int draw) {
        Map<Key, Value> replaced = new HashMap<>();
        given.forEach((key, values) -> replaced.put(key, Value.of(values[draw])));
        return model.valuesWith(replaced);
    }

    private static long bits(double x) {
        return Double.doubleToLongBits(x);
    }

    private static Key key(String name) {
        return Term.of(name).key();
    }

    private static Key input(Model.Builder model, String name, Value value) {
        return model.assumption(key(name), value, ValueUnit.NUMBER, "made up");
    }

    /** A model of some drivers, some constants and, for each function, several calculations from anything before. */
    private static final class RandomModel {

        private final SplittableRandom random;
        private final Model.Builder model = Model.builder();
        private final List<Key> drivers = new ArrayList<>();
        private final List<Key> all = new ArrayList<>();
        private final List<Key> wholeOrText = new ArrayList<>();
        private final List<Key> calculations = new ArrayList<>();
        private final List<Fn> calls = new ArrayList<>();

        RandomModel(int seed) {
            random = new SplittableRandom(seed);
            for (int i = 0; i < DRIVERS; i++) {
                drivers.add(input(model, "driver " + i, Value.of(1.0)));
            }
            all.addAll(drivers);
            for (int i = 0; i < CONSTANTS.size(); i++) {
                Key constant = input(model, "constant " + i, CONSTANTS.get(i));
                all.add(constant);
                boolean number = CONSTANTS.get(i) instanceof Value.Num;
                if (!number) {
                    wholeOrText.add(constant);
                }
            }
            for (int round = 0; round < 6; round++) {
                for (Fn fn : Fn.values()) {
                    add(fn);
                }
            }
        }

        private void add(Fn fn) {
            Key key = model.calculation(key(fn + " " + calculations.size()), call(fn));
            calculations.add(key);
            calls.add(fn);
            if (fn == Fn.FIXED
                    || fn == Fn.JOIN
                    || fn == Fn.OR_WORDS
                    || fn == Fn.ABOVE
                    || fn == Fn.AND
                    || fn == Fn.COUNT_OF_KNOWN) {
                wholeOrText.add(key);
            }
            all.add(key);
        }

        private Formula call(Fn fn) {
            return switch (fn) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, ABOVE, AT_LEAST, EQUAL, AND, OR, OR_ELSE ->
                    Formula.call(fn, any(), any());
                case IS_KNOWN, IS_EMPTY, ABSOLUTE, WHOLE_PART, SQUARE_ROOT, LOGARITHM, EXPONENTIAL ->
                    Formula.call(fn, any());
                case IF -> Formula.call(fn, any(), any(), any());
                case JOIN, OR_WORDS, SAME_TEXT -> Formula.call(fn, sayable(), sayable());
                case ROUND, FIXED -> Formula.call(fn, any(), Definitions.ONE);
                case SUM, AVERAGE, MIN, MAX, SUM_OF_SQUARES ->
                    random.nextBoolean()
                            ? Formula.call(fn, span(1 + random.nextInt(4), this::anyKey))
                            : Formula.call(fn, any(), span(2, this::anyKey), any());
                case PRESENT_VALUE -> Formula.call(fn, any(), span(4, this::anyKey));
                case RATE_OF_RETURN -> Formula.call(fn, span(4, this::anyKey));
                case SUM_OF_PRODUCTS -> Formula.call(fn, span(3, this::anyKey), span(3, this::anyKey));
                case SUM_OF_KNOWN,
                        MAX_OF_KNOWN,
                        MIN_OF_KNOWN,
                        AVERAGE_OF_KNOWN,
                        MEDIAN_OF_KNOWN,
                        SUM_OF_SQUARES_OF_KNOWN,
                        COUNT_OF_KNOWN,
                        COUNT_CODES -> Formula.call(fn, span(3, this::anyKey));
                case COUNT_EQUAL, COUNT_ABOVE, LARGEST -> Formula.call(fn, span(4, this::anyKey), any());
                case PICK -> Formula.call(fn, span(3, random.nextBoolean() ? this::anyKey : this::constant), any());
                case COUNT_TEXT -> Formula.call(fn, span(3, this::sayableKey), Formula.text("China"));
                case RANK -> {
                    Formula.Span span = span(3, this::anyKey);
                    yield Formula.call(fn, span.keys().get(0), span);
                }
                case FIND -> Formula.call(fn, sayable(), span(4, this::sayableKey));
            };
        }

        /** Mostly a driver or a late calculation, so that many results depend on many draws. */
        private Key anyKey() {
            return switch (random.nextInt(4)) {
                case 0, 1 -> drivers.get(random.nextInt(DRIVERS));
                case 2 -> all.get(random.nextInt(all.size()));
                default -> all.get(Math.max(0, all.size() - 1 - random.nextInt(20)));
            };
        }

        private Key constant() {
            return all.get(DRIVERS + random.nextInt(CONSTANTS.size()));
        }

        /** A key that may stand in a sentence: a text, a truth, a count. */
        private Key sayableKey() {
            return wholeOrText.get(random.nextInt(wholeOrText.size()));
        }

        private Formula sayable() {
            return sayableKey();
        }

        private Formula any() {
            return random.nextInt(8) == 0 ? Definitions.ZERO : anyKey();
        }

        private Formula.Span span(int length, Supplier<Key> keys) {
            return Formula.span(
                    IntStream.range(0, length).mapToObj(i -> keys.get()).toList());
        }

        private Map<Key, double[]> given(int draws) {
            Map<Key, double[]> given = new HashMap<>();
            for (Key driver : drivers) {
                given.put(
                        driver,
                        DoubleStream.generate(() -> GIVEN[random.nextInt(GIVEN.length)])
                                .limit(draws)
                                .toArray());
            }
            return given;
        }

        private Simulation simulation(Model model, List<Key> outputs) {
            Map<Key, Distribution> distributions = new HashMap<>();
            drivers.forEach(driver -> distributions.put(driver, new Distribution.Uniform(0, 1)));
            return Simulation.ofAny(model, distributions, outputs);
        }
    }
}
