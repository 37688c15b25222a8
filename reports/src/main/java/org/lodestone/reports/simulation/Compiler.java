package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final Model model;
    private final Values inputs;
    private final ImmutableList<Key> drivers;
    private final Map<Key, Operand> known = new HashMap<>();
    private final Map<Key, Boolean> drawn = new HashMap<>();
    private final Map<Applied, Operand> applied = new HashMap<>();
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
        Compiler compiler = new Compiler(model, drivers);
        List<Integer> columns = outputs.stream().map(compiler::output).toList();
        return compiler.compiled.build(columns);
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
        Operand operand = known.get(key);
        if (operand == null) {
            operand = workOut(key);
            known.put(key, operand);
        }
        return operand;
    }

    private Operand workOut(Key key) {
        return isDrawn(key)
                ? calculated(key, model.calculation(key).orElseThrow())
                : new Operand.Constant(inputs.of(key));
    }

    /** Whether a driver reaches a key. */
    private boolean isDrawn(Key key) {
        Boolean isDrawn = drawn.get(key);
        if (isDrawn == null) {
            drawn.put(key, true); // of a loop, each is worked out here and refused
            isDrawn = model.usedBy(key).stream().anyMatch(this::isDrawn);
            drawn.put(key, isDrawn);
        }
        return isDrawn;
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
            return call.all().stream().allMatch(call::isConstant)
                    ? new Operand.Constant(
                            fn.apply(args.stream().map(call::values).toList()))
                    : fn.apply(call);
        });
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

        private List<Value> values(List<Operand> constants) {
            return constants.stream()
                    .map(operand -> constant(operand).orElseThrow())
                    .toList();
        }
    }
}
