package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.function.Loop;

/** Runs a compiled model block by block, on registers of its own. Each thread has one. */
final class Worker {

    private static final double[] NONE = {};

    private final CompiledModel compiled;
    private final CompiledModel.Source source;
    /** The arrays of the registers that are in use, of doubles or of values. */
    private final double[] @Nullable [] doubles;

    private final Value[] @Nullable [] values;
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
        int most = compiled.registers().length(); // one for each column, if none were used again
        this.doubles = new double[most][];
        this.values = new Value[most][];
        compiled.constants().forEach((column, number) -> Arrays.fill(doubles(column), number));
        this.operations =
                compiled.steps().stream().map(step -> step.on().apply(this)).toArray(Operation[]::new);
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

    Operation drive(int driver, int to) {
        return array((out, in, n) -> source.fill(driver, block, out, n), ImmutableList.of(), to);
    }

    /** Fills a column with the doubles of a loop. */
    Operation array(Loop loop, List<Integer> in, int to) {
        return new Operation(loop, doubles(to), arrays(in));
    }

    Operation numbers(int column, int to) {
        Value[] from = values(column);
        return array(numbers(i -> from[i]), ImmutableList.of(), to);
    }

    Operation eachDraw(Fn fn, ImmutableList<ImmutableList<Operand>> args, ValueKind kind, int to) {
        return kind.isDouble()
                ? array(numbers(values(fn, args)), ImmutableList.of(), to)
                : new Operation(values(values(fn, args), values(to)), NONE, new double[0][]);
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

    private IntFunction<Value> values(Fn fn, ImmutableList<ImmutableList<Operand>> args) {
        List<List<IntFunction<Value>>> readers = args.stream()
                .map(arg -> arg.stream().map(this::reader).toList())
                .toList();
        return i -> fn.apply(readers.stream()
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
        double[][] arrays = new double[columns.size()][];
        Arrays.setAll(arrays, i -> doubles(columns.get(i)));
        return arrays;
    }

    private double[] doubles(int column) {
        int register = compiled.registers().get(column);
        if (doubles[register] == null) {
            doubles[register] = new double[length];
        }
        return doubles[register];
    }

    private Value[] values(int column) {
        int register = compiled.registers().get(column);
        if (values[register] == null) {
            values[register] = new Value[length];
        }
        return values[register];
    }
}
