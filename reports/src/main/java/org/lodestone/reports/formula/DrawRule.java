package org.lodestone.reports.formula;

import static org.lodestone.reports.formula.Fn.ValueKind.MIXED;
import static org.lodestone.reports.formula.Fn.ValueKind.NUMBER;
import static org.lodestone.reports.formula.Fn.ValueKind.TEXT;
import static org.lodestone.reports.formula.Fn.ValueKind.TRUTH;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.formula.Fn.ColumnArguments;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.function.Loop;

/** How a function is worked out for many draws at once. It yields, draw by draw, the bits of its rule for values. */
interface DrawRule {

    Value NO_CONDITION = Value.missing("the condition is missing");
    Value NO_SUCH_PLACE = Value.missing("there is no such place in the list");

    /** The column of results. At least one argument is drawn. */
    <C> C of(ColumnArguments<C> columns);

    /** One loop over all draws. */
    record Looped(ValueKind kind, Loop loop) implements DrawRule {
        @Override
        public <C> C of(ColumnArguments<C> columns) {
            return columns.loop(kind, loop, columns.all());
        }
    }

    /** Draw by draw, with the rule for values. Any function may have this; the others are faster. */
    record EachDraw(ValueKind kind) implements DrawRule {
        @Override
        public <C> C of(ColumnArguments<C> columns) {
            return columns.eachDraw(kind);
        }
    }

    static <C> C sum(ColumnArguments<C> columns) {
        return columns.loop(NUMBER, Loops::finite, List.of(total(columns)));
    }

    static <C> C average(ColumnArguments<C> columns) {
        C count = columns.constant(Value.of((double) columns.all().size()));
        return columns.loop(NUMBER, Loops::divide, List.of(total(columns), count));
    }

    /** From the first to the last, as plain evaluation does it; the constants in front are added up here. */
    private static <C> C total(ColumnArguments<C> columns) {
        List<C> all = columns.all();
        double leading = 0;
        int i = 0;
        for (; columns.isConstant(all.get(i)); i++) {
            leading += columns.amount(all.get(i)).orElseThrow();
        }
        C total = columns.constant(Value.of(leading));
        for (; i < all.size(); i++) {
            total = columns.loop(NUMBER, Loops::addUp, List.of(total, all.get(i)));
        }
        return total;
    }

    static <C> C sumOfProducts(ColumnArguments<C> columns) {
        List<C> a = columns.args().get(0);
        List<C> b = columns.args().get(1);
        C total = columns.constant(Value.of(0.0));
        for (int i = 0; i < a.size(); i++) {
            total = columns.loop(NUMBER, Loops::addProduct, List.of(total, a.get(i), b.get(i)));
        }
        return columns.loop(NUMBER, Loops::finite, List.of(total));
    }

    /** A truth is no number, and neither is a constant that is none: these are left out here. */
    static <C> C sumOfKnown(ColumnArguments<C> columns) {
        List<C> numbers = columns.all().stream()
                .filter(column ->
                        columns.constant(column).map(Value::isNumber).orElseGet(() -> columns.kind(column) != TRUTH))
                .toList();
        return numbers.stream().allMatch(column -> columns.kind(column) == NUMBER)
                ? columns.loop(NUMBER, Loops::sumOfKnown, numbers)
                : columns.eachDraw(NUMBER);
    }

    static <C> C min(ColumnArguments<C> columns) {
        return extreme(columns, Loops::min);
    }

    static <C> C max(ColumnArguments<C> columns) {
        return extreme(columns, Loops::max);
    }

    private static <C> C extreme(ColumnArguments<C> columns, Loop loop) {
        List<C> all = columns.all();
        C extreme = columns.numbers(all.get(0));
        for (C other : all.subList(1, all.size())) {
            extreme = columns.loop(NUMBER, loop, List.of(extreme, other));
        }
        return extreme;
    }

    /** Where the condition is the same in every draw, what it rules out is not worked out. */
    static <C> C choice(ColumnArguments<C> columns) {
        List<C> all = columns.all();
        Optional<Double> condition = columns.amount(all.get(0));
        if (condition.isPresent()) {
            double holds = condition.get();
            return Double.isNaN(holds) ? columns.constant(NO_CONDITION) : all.get(holds != 0 ? 1 : 2);
        }
        ValueKind kind = columns.kind(all.get(1)).or(columns.kind(all.get(2)));
        return kind.isDouble() ? columns.loop(kind, Loops::choose, all) : columns.eachDraw(kind);
    }

    /** A truth is no number, so the other takes its place. */
    static <C> C orElse(ColumnArguments<C> columns) {
        C first = columns.all().get(0);
        C second = columns.all().get(1);
        Optional<Value> constant = columns.constant(first);
        if (constant.isPresent()) {
            return constant.get().isNumber() ? first : second;
        }
        if (columns.kind(first) == TRUTH) {
            return second;
        }
        boolean numbers = columns.kind(first) == NUMBER && columns.kind(second) == NUMBER;
        return numbers
                ? columns.loop(NUMBER, Loops::orElse, columns.all())
                : columns.eachDraw(columns.kind(second).or(NUMBER));
    }

    static <C> C isKnown(ColumnArguments<C> columns) {
        return switch (columns.kind(columns.all().get(0))) {
            case NUMBER -> columns.loop(TRUTH, Loops::isKnown, columns.all());
            case TRUTH -> columns.constant(Value.of(false));
            case MIXED, TEXT -> columns.eachDraw(TRUTH);
        };
    }

    static <C> C pick(ColumnArguments<C> columns) {
        List<C> list = columns.args().get(0);
        C place = columns.args().get(1).get(0);
        Optional<Double> constant = columns.amount(place);
        if (constant.isPresent()) {
            double k = constant.get();
            return k >= 1 && k < list.size() + 1 ? list.get((int) k - 1) : columns.constant(NO_SUCH_PLACE);
        }
        ValueKind kind = list.stream().map(columns::kind).reduce(ValueKind::or).orElseThrow();
        if (!kind.isDouble()) {
            return columns.eachDraw(kind);
        }
        if (list.stream().allMatch(columns::isConstant)) {
            double[] table = list.stream()
                    .mapToDouble(column -> columns.amount(column).orElseThrow())
                    .toArray();
            return columns.loop(kind, Loops.pickFrom(table), List.of(place));
        }
        return columns.loop(kind, Loops::pick, ImmutableList.copyOf(Iterables.concat(List.of(place), list)));
    }
}
