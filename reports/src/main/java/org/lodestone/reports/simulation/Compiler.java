package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** Turns the formulas behind some keys of a model into a {@link Program}. What no driver reaches becomes a constant. */
final class Compiler {

    private final Model model;
    private final Values inputs;
    private final ImmutableList<Key> drivers;
    private final Map<Key, Operand> known = new HashMap<>();
    private final Set<Key> open = new LinkedHashSet<>();
    private final Program.Builder program = new Program.Builder();

    private Compiler(Model model, ImmutableSet<Key> drivers) {
        this.model = model;
        this.inputs = model.values();
        this.drivers = drivers.asList();
        for (int i = 0; i < this.drivers.size(); i++) {
            known.put(this.drivers.get(i), new Operand.Column(program.drive(i), Kind.NUMBER));
        }
    }

    /** The program whose outputs are the numbers of some keys. Throws if one is a text, or needs its own result. */
    static Program compile(Model model, ImmutableSet<Key> drivers, ImmutableSet<Key> outputs) {
        Compiler compiler = new Compiler(model, drivers);
        List<Integer> columns = outputs.stream().map(compiler::output).toList();
        return compiler.program.build(columns);
    }

    private int output(Key key) {
        Operand operand = of(key);
        if (operand.kind() == Kind.TEXT) {
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
        if (!(model.content(key) instanceof Content.Calculation calculation)) {
            return new Operand.Constant(inputs.of(key));
        }
        if (!open.add(key)) {
            throw new IllegalArgumentException("A calculation needs its own result: "
                    + open.stream().map(Key::toString).collect(Collectors.joining(" -> "))
                    + " -> " + key + ".");
        }
        Operand operand = of(calculation.formula());
        open.remove(key);
        return operand;
    }

    private Operand of(Formula formula) {
        if (formula instanceof Formula.Literal literal) {
            return new Operand.Constant(literal.value());
        }
        if (formula instanceof Formula.Ref ref) {
            return of(ref.key());
        }
        if (formula instanceof Formula.Call call) {
            List<ImmutableList<Operand>> args = new ArrayList<>(call.args().size());
            for (Formula arg : call.args()) {
                args.add(
                        arg instanceof Formula.Span span
                                ? span.keys().stream().map(this::of).collect(ImmutableList.toImmutableList())
                                : ImmutableList.of(of(arg)));
            }
            return new Application(call.fn(), ImmutableList.copyOf(args)).operand();
        }
        throw new IllegalArgumentException("A span has no value of its own: " + formula + ".");
    }

    private static boolean isConstant(Operand operand) {
        return operand instanceof Operand.Constant;
    }

    /** Whether it is a number in some draw; a truth is none. */
    private static boolean mayBeNumber(Operand operand) {
        return operand instanceof Operand.Constant constant
                ? constant.value() instanceof Value.Num
                : operand.kind() != Kind.TRUTH;
    }

    /** The column of the numbers of an operand; what is no number counts as missing. */
    private int numbers(Operand operand) {
        if (operand instanceof Operand.Constant constant) {
            return program.constant(amount(constant));
        }
        Operand.Column column = (Operand.Column) operand;
        return column.kind().isDouble() ? column.id() : program.numbers(column.id());
    }

    private static double amount(Operand.Constant constant) {
        return constant.value().number().orElse(Double.NaN);
    }

    /** A function and what it is applied to: one operand for a formula, several for a span. */
    private final class Application {

        private final Fn fn;
        private final ImmutableList<ImmutableList<Operand>> args;
        private final ImmutableList<Operand> all;

        Application(Fn fn, ImmutableList<ImmutableList<Operand>> args) {
            this.fn = fn;
            this.args = args;
            this.all = ImmutableList.copyOf(Iterables.concat(args));
        }

        Operand operand() {
            if (all.stream().allMatch(Compiler::isConstant)) {
                return new Operand.Constant(fn.apply(args.stream()
                        .map(arg -> arg.stream()
                                .map(operand -> ((Operand.Constant) operand).value())
                                .toList())
                        .toList()));
            }
            return switch (fn) {
                case ADD -> array(Loop::add, Kind.NUMBER);
                case SUBTRACT -> array(Loop::subtract, Kind.NUMBER);
                case MULTIPLY -> array(Loop::multiply, Kind.NUMBER);
                case DIVIDE -> array(Loop::divide, Kind.NUMBER);
                case POWER -> array(Loop::power, Kind.NUMBER);
                case ABOVE -> array(Loop::above, Kind.TRUTH);
                case AT_LEAST -> array(Loop::atLeast, Kind.TRUTH);
                case EQUAL -> array(Loop::equal, Kind.TRUTH);
                case AND -> array(Loop::and, Kind.TRUTH);
                case OR -> array(Loop::or, Kind.TRUTH);
                case ABSOLUTE -> array(Loop::absolute, Kind.NUMBER);
                case WHOLE_PART -> array(Loop::wholePart, Kind.NUMBER);
                case SQUARE_ROOT -> array(Loop::squareRoot, Kind.NUMBER);
                case LOGARITHM -> array(Loop::logarithm, Kind.NUMBER);
                case EXPONENTIAL -> array(Loop::exponential, Kind.NUMBER);
                case SUM -> result(Loop::finite, total());
                case AVERAGE -> result(Loop::divide, total(), program.constant(all.size()));
                case SUM_OF_PRODUCTS -> result(Loop::finite, totalOfProducts());
                case SUM_OF_KNOWN -> sumOfKnown();
                case MIN -> extreme(Loop::min);
                case MAX -> extreme(Loop::max);
                case IF -> choice();
                case OR_ELSE -> orElse();
                case IS_KNOWN -> isKnown();
                case PICK -> pick();
                case SAME_TEXT -> eachDraw(Kind.TRUTH);
                case JOIN, FIXED -> eachDraw(Kind.TEXT);
                case SUM_OF_SQUARES,
                        MAX_OF_KNOWN,
                        MIN_OF_KNOWN,
                        AVERAGE_OF_KNOWN,
                        SUM_OF_SQUARES_OF_KNOWN,
                        COUNT_OF_KNOWN,
                        COUNT_EQUAL,
                        COUNT_TEXT,
                        LARGEST,
                        RANK,
                        FIND,
                        ROUND -> eachDraw(Kind.NUMBER);
            };
        }

        private Operand result(Loop loop, Integer... in) {
            return new Operand.Column(column(loop, in), Kind.NUMBER);
        }

        private int column(Loop loop, Integer... in) {
            return program.array(loop, ImmutableList.copyOf(in));
        }

        private Operand array(Loop loop, Kind kind) {
            return array(loop, all, kind);
        }

        private Operand array(Loop loop, List<Operand> in, Kind kind) {
            return new Operand.Column(
                    program.array(loop, in.stream().map(Compiler.this::numbers).toList()), kind);
        }

        private Operand eachDraw(Kind kind) {
            return new Operand.Column(program.eachDraw(fn, args, kind), kind);
        }

        /** From the first to the last, as plain evaluation does it; the constants in front are added up here. */
        private int total() {
            double leading = 0;
            int i = 0;
            while (all.get(i) instanceof Operand.Constant constant) {
                leading += amount(constant);
                i++;
            }
            int total = program.constant(leading);
            for (; i < all.size(); i++) {
                total = column(Loop::addUp, total, numbers(all.get(i)));
            }
            return total;
        }

        private int totalOfProducts() {
            int total = program.constant(0);
            for (int i = 0; i < args.get(0).size(); i++) {
                int a = numbers(args.get(0).get(i));
                int b = numbers(args.get(1).get(i));
                total = column(Loop::addProduct, total, a, b);
            }
            return total;
        }

        private Operand sumOfKnown() {
            List<Operand> numbers = all.stream().filter(Compiler::mayBeNumber).toList();
            return numbers.stream().allMatch(operand -> operand.kind() == Kind.NUMBER)
                    ? array(Loop::sumOfKnown, numbers, Kind.NUMBER)
                    : eachDraw(Kind.NUMBER);
        }

        private Operand extreme(Loop loop) {
            int extreme = numbers(all.get(0));
            for (Operand other : all.subList(1, all.size())) {
                extreme = column(loop, extreme, numbers(other));
            }
            return new Operand.Column(extreme, Kind.NUMBER);
        }

        private Operand choice() {
            Operand condition = all.get(0);
            if (condition instanceof Operand.Constant constant) {
                double holds = amount(constant);
                return Double.isNaN(holds)
                        ? new Operand.Constant(Value.missing("the condition is missing"))
                        : all.get(holds != 0 ? 1 : 2);
            }
            Kind kind = all.get(1).kind().or(all.get(2).kind());
            return kind.isDouble() ? array(Loop::choose, kind) : eachDraw(kind);
        }

        /** A truth is no number, so the other takes its place. */
        private Operand orElse() {
            Operand first = all.get(0);
            Operand second = all.get(1);
            if (first instanceof Operand.Constant constant) {
                return constant.value() instanceof Value.Num ? first : second;
            }
            if (first.kind() == Kind.TRUTH) {
                return second;
            }
            boolean numbers = first.kind() == Kind.NUMBER && second.kind() == Kind.NUMBER;
            return numbers
                    ? array(Loop::orElse, Kind.NUMBER)
                    : eachDraw(second.kind().or(Kind.NUMBER));
        }

        private Operand isKnown() {
            return switch (all.get(0).kind()) {
                case NUMBER -> array(Loop::isKnown, Kind.TRUTH);
                case TRUTH -> new Operand.Constant(Value.of(false));
                case MIXED, TEXT -> eachDraw(Kind.TRUTH);
            };
        }

        private Operand pick() {
            ImmutableList<Operand> list = args.get(0);
            Operand place = args.get(1).get(0);
            if (place instanceof Operand.Constant constant) {
                double k = amount(constant);
                return k >= 1 && k < list.size() + 1
                        ? list.get((int) k - 1)
                        : new Operand.Constant(Value.missing("there is no such place in the list"));
            }
            Kind kind = list.stream().map(Operand::kind).reduce(Kind::or).orElseThrow();
            if (!kind.isDouble()) {
                return eachDraw(kind);
            }
            if (list.stream().allMatch(Compiler::isConstant)) {
                double[] table = list.stream()
                        .mapToDouble(operand -> amount((Operand.Constant) operand))
                        .toArray();
                return array(Loop.pickFrom(table), List.of(place), kind);
            }
            return array(Loop::pick, ImmutableList.copyOf(Iterables.concat(List.of(place), list)), kind);
        }
    }
}
