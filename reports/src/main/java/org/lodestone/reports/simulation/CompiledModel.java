package org.lodestone.reports.simulation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.function.Loop;

/**
 * A model as a flat list of operations on columns, each with a value for every draw of a block.
 *
 * <p>A column lives from the step that fills it to the last that reads it; then its <em>register</em>, the array that
 * held it, is used again, so that a block needs little memory. Constants and outputs keep theirs.
 *
 * @param outputs the columns that are wanted
 * @param registers the register of each column
 */
record CompiledModel(
        ImmutableList<Step> steps,
        ImmutableMap<Integer, Double> constants,
        ImmutableList<Integer> outputs,
        ImmutableIntArray registers) {

    /** Where the values of the drivers come from. */
    @FunctionalInterface
    interface Source {

        /** Fills {@code out} with the first {@code n} values of a driver in a block. */
        void fill(int driver, long block, double[] out, int n);
    }

    /** Writes a compiled model, a step at a time. */
    static final class Builder {

        private final List<Step> steps = new ArrayList<>();
        private final Map<Double, Integer> constants = new LinkedHashMap<>();
        private int columns;

        /** The column that holds a number in every draw. */
        int constant(double number) {
            return constants.computeIfAbsent(number, any -> columns++);
        }

        /** Takes the values of a driver. */
        int drive(int driver) {
            return step(Stream.of(), true, (worker, out) -> worker.drive(driver, out));
        }

        /** Applies a function to all draws of the block at once. */
        int array(Loop loop, List<Integer> in) {
            return step(in.stream(), true, (worker, out) -> worker.array(loop, in, out));
        }

        /** Applies a function draw by draw, as plain evaluation does. */
        int eachDraw(Fn fn, ImmutableList<ImmutableList<Operand>> args, ValueKind kind) {
            Stream<Integer> in = args.stream()
                    .flatMap(List::stream)
                    .flatMap(operand -> operand.fold(constant -> Stream.empty(), column -> Stream.of(column.id())));
            return step(in, kind.isDouble(), (worker, out) -> worker.eachDraw(fn, args, kind, out));
        }

        /** The numbers of a column of values; what is none counts as missing. */
        int numbers(int values) {
            return step(Stream.of(values), true, (worker, out) -> worker.numbers(values, out));
        }

        private int step(Stream<Integer> in, boolean fillsDoubles, BiFunction<Worker, Integer, Worker.Operation> on) {
            int out = columns++;
            steps.add(new Step(out, in.collect(toImmutableList()), fillsDoubles, worker -> on.apply(worker, out)));
            return out;
        }

        /** The compiled model for the given columns, without the steps that none of them needs. */
        CompiledModel build(List<Integer> outputs) {
            BitSet needed = new BitSet(columns);
            outputs.forEach(needed::set);
            Deque<Step> kept = new ArrayDeque<>();
            for (int i = steps.size() - 1; i >= 0; i--) {
                if (needed.get(steps.get(i).out())) {
                    kept.addFirst(steps.get(i));
                    steps.get(i).in().forEach(needed::set);
                }
            }
            Map<Integer, Double> numbers = new LinkedHashMap<>();
            constants.forEach((number, column) -> numbers.put(column, number));
            numbers.keySet().removeIf(column -> !needed.get(column));
            return new CompiledModel(
                    ImmutableList.copyOf(kept),
                    ImmutableMap.copyOf(numbers),
                    ImmutableList.copyOf(outputs),
                    new Registers(columns, numbers.keySet()).assign(kept, outputs));
        }
    }
}
