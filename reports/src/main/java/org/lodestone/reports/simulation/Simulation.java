package org.lodestone.reports.simulation;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.model.Reach;

/**
 * A model whose drivers are drawn at random, ready to be worked out for many draws.
 *
 * <pre>{@code
 * Simulation simulation = Simulation.of(model, Map.of(delay, new Distribution.Exponential(1.5)), List.of(supply));
 * Draws draws = simulation.run(42, 100_000, 2);
 * double p90 = draws.percentile(supply, 0.9);
 * }</pre>
 *
 * <p>Draw by draw the results are, to the bit, those of {@link Model#valuesWith} with the drivers' values, so an output
 * that is missing there is missing here. The same seed gives the same draws, on any number of threads; a driver draws
 * the same whichever others there are. Logarithms and powers may differ in the last bit between kinds of processors.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class Simulation {

    private final Model model;
    private final ImmutableMap<Key, Distribution> drivers;
    private final ImmutableSet<Key> outputs;
    private final CompiledModel compiled;
    private final Supplier<CompiledModel> ofAnyValues;

    private Simulation(Model model, ImmutableMap<Key, Distribution> drivers, ImmutableSet<Key> outputs) {
        this.model = model;
        this.drivers = drivers;
        this.outputs = outputs;
        this.compiled = Compiler.compile(model, drivers, outputs);
        boolean isOfDrawnAlone = drivers.values().stream()
                .anyMatch(one -> Compiler.fewValues(one).isPresent());
        this.ofAnyValues = isOfDrawnAlone
                ? Suppliers.memoize(() -> Compiler.compile(model, drivers.keySet(), outputs))
                : () -> compiled;
    }

    /**
     * Prepares a simulation. A driver may be any key of the model, even a calculation: its draws stand in its place. An
     * output may be a condition, with 1 where it holds and 0 where it does not.
     *
     * <p>Throws if the model lacks a key, if an output is a text, if a calculation needs its own result, or if a driver reaches
     * none of the outputs, which would be the same in every draw for all it does.
     */
    public static Simulation of(Model model, Map<Key, Distribution> drivers, List<Key> outputs) {
        Simulation simulation = ofAny(model, drivers, outputs);
        Reach.of(model, drivers.keySet()).requireEach(outputs);
        return simulation;
    }

    /** The same where a driver may reach none of the outputs, as is ordinary where many are tried on a few. */
    public static Simulation ofAny(Model model, Map<Key, Distribution> drivers, List<Key> outputs) {
        drivers.keySet().forEach(key -> require(model, "driver", key));
        outputs.forEach(key -> require(model, "output", key));
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("A simulation needs at least one output: the keys whose draws to keep.");
        }
        return new Simulation(model, ImmutableMap.copyOf(drivers), ImmutableSet.copyOf(outputs));
    }

    /** The drivers that reach an output. Where there are none, it is the same in every draw. */
    public ImmutableSet<Key> driversOf(Key output) {
        return Reach.of(model, drivers.keySet()).behind(output);
    }

    private static void require(Model model, String role, Key key) {
        if (!model.has(key)) {
            throw new IllegalArgumentException("The model has no value for the " + role + " '" + key
                    + "'. Add it to the model, or name a key that is there.");
        }
    }

    /** Works out some draws. More threads make it faster, never different. */
    public Draws run(long seed, int draws, int threads) {
        return run(seed, draws, threads, done -> {});
    }

    /**
     * Works out some draws, and says every now and then how many are done. It is told so by one thread at a time, with
     * ever larger numbers.
     */
    public Draws run(long seed, int draws, int threads, LongConsumer progress) {
        if (draws < 1) {
            throw new IllegalArgumentException("There must be at least one draw, not " + draws + ".");
        }
        return new BlockRun(compiled, drawn(seed), draws, progress).draws(outputs, threads);
    }

    /**
     * Works out the outputs for given values of drivers: draw i takes place i of each array. {@code NaN} stands for a
     * missing value. Drivers that are not given keep their value of the model. For a tornado, say, place i holds the high
     * value of driver i and the usual value of all others.
     */
    public Draws evaluate(Map<Key, double[]> given) {
        int draws = commonLength(given);
        ImmutableSet<Key> rest =
                Sets.difference(drivers.keySet(), given.keySet()).immutableCopy();
        boolean restStands = Reach.of(model, given.keySet()).behind(rest).isEmpty();
        // a value is repeated in every draw, unless it follows those given: to prepare the model anew takes longer
        ImmutableSet<Key> replaced = restStands
                ? drivers.keySet()
                : Sets.difference(drivers.keySet(), rest).immutableCopy();
        CompiledModel partial = restStands ? ofAnyValues.get() : Compiler.compile(model, replaced, outputs);
        double[][] columns = replaced.stream()
                .map(key -> given.containsKey(key) ? given.get(key) : asItStands(key, draws))
                .toArray(double[][]::new);
        return new BlockRun(partial, given(columns), draws, done -> {}).draws(outputs, 1);
    }

    private double[] asItStands(Key driver, int draws) {
        double[] column = new double[draws];
        Arrays.fill(column, model.value(driver).number().orElse(Double.NaN));
        return column;
    }

    private int commonLength(Map<Key, double[]> given) {
        given.forEach((key, values) -> {
            if (!drivers.containsKey(key)) {
                throw new IllegalArgumentException("'" + key + "' is no driver of this simulation. Name it with a"
                        + " distribution when preparing the simulation; Fixed will do.");
            }
        });
        List<Integer> lengths =
                given.values().stream().map(values -> values.length).distinct().toList();
        if (lengths.size() != 1 || lengths.get(0) == 0) {
            throw new IllegalArgumentException("Every driver needs one value per draw, so as many as the others and at"
                    + " least one; the lengths are " + lengths + ".");
        }
        return lengths.get(0);
    }

    private CompiledModel.Source drawn(long seed) {
        DriverDraws[] draws = drivers.entrySet().stream()
                .map(driver -> DriverDraws.of(seed, driver.getKey(), driver.getValue()))
                .toArray(DriverDraws[]::new);
        return (driver, block, out, n) -> draws[driver].fill(block, out, n);
    }

    private static CompiledModel.Source given(double[][] columns) {
        return (driver, block, out, n) -> {
            int from = Math.toIntExact(block * DriverDraws.BLOCK);
            for (int i = 0; i < n; i++) {
                double x = columns[driver][from + i];
                out[i] = Double.isFinite(x) ? x : Double.NaN;
            }
        };
    }

    /**
     * The draws of one driver.
     *
     * @param driver tells one driver from another: with the same key and seed, two draw from the same random numbers
     */
    public static DriverDraws draws(long seed, Key driver, Distribution distribution) {
        return DriverDraws.of(seed, driver, distribution);
    }

    @Override
    public String toString() {
        return OneLine.of("simulation", OneLine.count(drivers, "driver"), OneLine.count(outputs, "output"));
    }
}
