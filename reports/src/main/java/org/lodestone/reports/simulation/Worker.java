package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.function.Loop;

/** Runs a compiled model block by block, on registers of its own. Each thread has one. */
final class Worker {

    private static final double[] NONE = {};

    private final CompiledModel compiled;
    private final CompiledModel.Source source;
    private final Map<Integer, double[]> doubles = new HashMap<>();
    private final Map<Integer, Value[]> values = new HashMap<>();
    private final Operation[] operations;
    private final double[][] outputs;
    private final int length;
    private long block;

    /** A step with the arrays it works on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and made to be written into
    record Operation(Loop loop, double[] out, double[][] in) {}

    /** @param draws how many are worked out in all: registers need not be longer */
    Worker(CompiledModel compiled, CompiledModel.Source source, int draws) {
        this.compiled = compiled;
        this.source = source;
        this.length = Math.min(DriverDraws.BLOCK, draws);
        compiled.constants().forEach((column, number) -> Arrays.fill(doubles(column), number));
        this.operations = compiled.steps().stream().map(step -> step.on(this)).toArray(Operation[]::new);
        this.outputs = arrays(compiled.outputs());
    }

    /** Works out {@code n} draws of a block and puts output k into the places of {@code results[k]} from {@code at}. */
    void run(long block, int n, double[][] results, int at) {
        this.block = block;
        for (Operation operation : operations) {
            operation.loop.run(operation.out, operation.in, n);
        }
        for (int k = 0; k < outputs.length; k++) {
            for (int i = 0; i < n; i++) {
                results[k][at + i] = outputs[k][i] + 0.0; // minus zero becomes zero
            }
        }
    }

    Operation drive(Step.Drive step) {
        return filling(step, (out, in, n) -> source.fill(step.driver(), block, out, n), ImmutableList.of());
    }

    Operation array(Step.Array step) {
        return filling(step, step.loop(), step.in());
    }

    Operation numbers(Step.Numbers step) {
        Value[] from = values(step.values());
        return filling(step, numbers(i -> from[i]), ImmutableList.of());
    }

    Operation eachDraw(Step.EachDraw step) {
        return step.fillsDoubles()
                ? filling(step, numbers(values(step)), ImmutableList.of())
                : new Operation(values(values(step), values(step.out())), NONE, new double[0][]);
    }

    /** The loop of a step that fills its column with doubles. */
    private Operation filling(Step step, Loop loop, List<Integer> in) {
        return new Operation(loop, doubles(step.out()), arrays(in));
    }

    private static Loop numbers(IntFunction<Value> from) {
        return (out, in, n) -> {
            for (int i = 0; i < n; i++) {
                out[i] = from.apply(i).number().orElse(Double.NaN);
            }
        };
    }

    private static Loop values(IntFunction<Value> from, Value[] to) {
        return (out, in, n) -> {
            for (int i = 0; i < n; i++) {
                to[i] = from.apply(i);
            }
        };
    }

    private IntFunction<Value> values(Step.EachDraw step) {
        List<List<IntFunction<Value>>> args = new ArrayList<>();
        for (ImmutableList<Operand> arg : step.args()) {
            args.add(arg.stream().map(this::reader).toList());
        }
        return i -> step.fn()
                .apply(args.stream()
                        .map(arg -> arg.stream().map(reader -> reader.apply(i)).toList())
                        .toList());
    }

    private IntFunction<Value> reader(Operand operand) {
        return operand.fold(constant -> i -> constant, this::reader);
    }

    private IntFunction<Value> reader(Operand.Column column) {
        ValueKind kind = column.kind();
        if (kind.isDouble()) {
            double[] from = doubles(column.id());
            return i -> kind.value(from[i]);
        }
        Value[] from = values(column.id());
        return i -> from[i];
    }

    private double[][] arrays(List<Integer> columns) {
        return columns.stream().map(this::doubles).toArray(double[][]::new);
    }

    private double[] doubles(int column) {
        return doubles.computeIfAbsent(compiled.registers().get(column), any -> new double[length]);
    }

    private Value[] values(int column) {
        return values.computeIfAbsent(compiled.registers().get(column), any -> new Value[length]);
    }
}
