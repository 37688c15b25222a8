package org.lodestone.reports.simulation;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Fn.ColumnArguments;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.function.Loop;

/** Turns the formulas behind some keys of a model into a {@link CompiledModel}. What no driver reaches becomes a constant. */
final class Compiler {

    /** The most values of a driver for which what follows from it is worked out ahead. */
    private static final int MOST_VALUES = 16;

    private final Model model;
    private final Values inputs;
    private final ImmutableList<Key> drivers;
    private final Map<Key, Operand> known = new HashMap<>();
    private final Map<Key, Boolean> drawn = new HashMap<>();
    private final Map<Applied, Operand> applied = new HashMap<>();
    private final Map<Integer, Tabulated> tables = new HashMap<>();
    private final Set<Key> open = new LinkedHashSet<>();
    private final CompiledModel.Builder compiled = new CompiledModel.Builder();

    private Compiler(Model model, ImmutableSet<Key> drivers) {
        this.model = model;
        this.inputs = model.values();
        this.drivers = drivers.asList();
        for (int i = 0; i < this.drivers.size(); i++) {
            drawn.put(this.drivers.get(i), true);
            known.put(this.drivers.get(i), new Operand.Column(compiled.drive(i), ValueKind.NUMBER));
        }
    }

    /** The compiled model whose outputs are the numbers of some keys. Throws if one is a text, or needs its own result. */
    static CompiledModel compile(Model model, ImmutableSet<Key> drivers, ImmutableSet<Key> outputs) {
        return new Compiler(model, drivers).compiled(outputs);
    }

    /** The same for drivers that have no other values than those of their distributions. */
    static CompiledModel compile(Model model, ImmutableMap<Key, Distribution> drivers, ImmutableSet<Key> outputs) {
        Compiler compiler = new Compiler(model, drivers.keySet());
        drivers.forEach(
                (key, distribution) -> fewValues(distribution).ifPresent(whole -> compiler.tabulate(key, whole)));
        return compiler.compiled(outputs);
    }

    /** The few whole numbers that a distribution draws, for which what follows from it is looked up; empty for any other. */
    static Optional<Distribution.WholeNumbers> fewValues(Distribution distribution) {
        return distribution.asWholeNumbers().filter(few -> few.high() < few.low() + MOST_VALUES);
    }

    private CompiledModel compiled(ImmutableSet<Key> outputs) {
        return compiled.build(outputs.stream().map(this::output).toList());
    }

    private void tabulate(Key driver, Distribution.WholeNumbers whole) {
        int column = numbers(of(driver));
        tables.put(
                column,
                new Tabulated(
                        column,
                        whole.low(),
                        IntStream.rangeClosed(whole.low(), whole.high())
                                .mapToObj(Value::of)
                                .collect(toImmutableList())));
    }

    private int output(Key key) {
        Operand operand = of(key);
        if (operand.kind() == ValueKind.TEXT) {
            throw new IllegalArgumentException("The output '" + key + "' is a text, or may be one, and a simulation"
                    + " collects numbers. Ask for the numbers that its text is made of.");
        }
        return numbers(operand);
    }

    private Operand of(Key key) {
        return Remembered.of(
                key,
                known,
                one -> isDrawn(one)
                        ? calculated(one, model.calculation(one).orElseThrow())
                        : new Operand.Constant(inputs.of(one)));
    }

    /** Whether a driver reaches a key. */
    private boolean isDrawn(Key key) {
        Boolean known = drawn.putIfAbsent(key, true); // of a loop, each is worked out here and refused
        if (known != null) {
            return known;
        }
        for (Key used : model.usedBy(key)) {
            if (isDrawn(used)) {
                return true;
            }
        }
        drawn.put(key, false);
        return false;
    }

    private Operand calculated(Key key, Formula formula) {
        if (!open.add(key)) {
            throw new IllegalArgumentException("A calculation needs its own result: "
                    + open.stream().map(Key::toString).collect(Collectors.joining(" -> "))
                    + " -> " + key + ".");
        }
        Operand operand = formula.workedOut(Operand.Constant::new, this::of, this::applied);
        open.remove(key);
        return operand;
    }

    private Operand applied(Fn fn, ImmutableList<ImmutableList<Operand>> args) {
        return applied.computeIfAbsent(new Applied(fn, args), once -> {
            Call call = new Call(fn, args);
            if (call.all().stream().allMatch(call::isConstant)) {
                return new Operand.Constant(call.value(0));
            }
            Optional<Operand> lookedUp = tables.isEmpty() ? Optional.empty() : tabulated(call);
            return lookedUp.isPresent() ? lookedUp.get() : fn.apply(call);
        });
    }

    /**
     * The result of what follows from one driver of few values alone, looked up by its value, or a constant where it is the same for all.
     * Empty for any other.
     */
    private Optional<Operand> tabulated(Call call) {
        List<Tabulated> from = call.tables();
        if (from.stream().map(Tabulated::driver).distinct().count() != 1) {
            return Optional.empty();
        }
        Tabulated first = from.get(0);
        ImmutableList<Value> values =
                IntStream.range(0, first.values().size()).mapToObj(call::value).collect(toImmutableList());
        ValueKind kind =
                values.stream().map(ValueKind::of).reduce(ValueKind::or).orElseThrow();
        if (!kind.isDouble()) {
            return Optional.empty();
        }
        if (values.stream().allMatch(values.get(0)::equals)) {
            return Optional.of(new Operand.Constant(values.get(0)));
        }
        Tabulated result = new Tabulated(first.driver(), first.low(), values);
        int column = compiled.array(result.lookup(), List.of(first.driver()));
        tables.put(column, result);
        return Optional.of(new Operand.Column(column, kind));
    }

    /** The values of a column for each value of a driver, a whole number from the lowest on. */
    private record Tabulated(int driver, int low, ImmutableList<Value> values) {

        Loop lookup() {
            double[] list = values.stream()
                    .mapToDouble(value -> value.number().orElse(Double.NaN))
                    .toArray();
            return (out, in, n) -> {
                double[] drawn = in[0];
                for (int i = 0; i < n; i++) {
                    out[i] = list[(int) drawn[i] - low];
                }
            };
        }
    }

    /** A function of some operands: worked out once, in however many formulas it stands. */
    private record Applied(Fn fn, ImmutableList<ImmutableList<Operand>> args) {}

    /** The column of the numbers of an operand; what is no number counts as missing. */
    private int numbers(Operand operand) {
        return operand.fold(
                constant -> compiled.constant(constant.number().orElse(Double.NaN)),
                column -> column.kind().isDouble() ? column.id() : compiled.numbers(column.id()));
    }

    /** The arguments of a function, and the steps it may put into the compiled model. */
    private final class Call implements ColumnArguments<Operand> {

        private final Fn fn;
        private final ImmutableList<ImmutableList<Operand>> args;

        Call(Fn fn, ImmutableList<ImmutableList<Operand>> args) {
            this.fn = fn;
            this.args = args;
        }

        @Override
        public ImmutableList<ImmutableList<Operand>> args() {
            return args;
        }

        @Override
        public ValueKind kind(Operand operand) {
            return operand.kind();
        }

        @Override
        public Optional<Value> constant(Operand operand) {
            return operand.fold(Optional::of, column -> Optional.empty());
        }

        @Override
        public Operand constant(Value value) {
            return new Operand.Constant(value);
        }

        @Override
        public Operand numbers(Operand operand) {
            return new Operand.Column(Compiler.this.numbers(operand), ValueKind.NUMBER);
        }

        @Override
        public Operand loop(ValueKind kind, Loop loop, List<Operand> in) {
            List<Integer> columns = in.stream().map(Compiler.this::numbers).toList();
            return new Operand.Column(compiled.array(loop, columns), kind);
        }

        @Override
        public Operand eachDraw(ValueKind kind) {
            return new Operand.Column(compiled.eachDraw(fn, args, kind), kind);
        }

        /** The tables of the arguments that are drawn; none where one of these has none. */
        List<Tabulated> tables() {
            List<Integer> columns = all().stream()
                    .flatMap(operand -> operand.fold(constant -> Stream.empty(), column -> Stream.of(column.id())))
                    .toList();
            return tables.keySet().containsAll(columns)
                    ? columns.stream().map(tables::get).toList()
                    : List.of();
        }

        /** The result of constants and, for tables, of their values in a place. */
        Value value(int place) {
            return fn.apply(args.stream()
                    .map(arg -> arg.stream()
                            .map(operand -> operand.fold(
                                    constant -> constant,
                                    column -> requireNonNull(tables.get(column.id()))
                                            .values()
                                            .get(place)))
                            .toList())
                    .toList());
        }
    }
}
