package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.function.Gap;
import org.lodestone.reports.function.Loop;

/** The arguments of one call, as values: a list of one for a formula, of several for a span. */
record Arguments(List<? extends List<Value>> spans) {

    Value value(int i) {
        return spans.get(i).get(0);
    }

    ImmutableList<Value> values() {
        ImmutableList.Builder<Value> all = ImmutableList.builder();
        spans.forEach(all::addAll);
        return all.build();
    }

    List<Value> span(int i) {
        return spans.get(i);
    }

    double number(int i) {
        return value(i).number().orElseThrow();
    }

    double[] numbers(int i) {
        return numbers(spans.get(i));
    }

    double[] all() {
        return spans.size() == 1 ? numbers(0) : numbers(values());
    }

    private static double[] numbers(List<Value> values) {
        double[] numbers = new double[values.size()];
        Arrays.setAll(numbers, i -> values.get(i).number().orElseThrow());
        return numbers;
    }

    /** The numbers of a span; a truth is none. */
    double[] known(int i) {
        return spans.get(i).stream()
                .filter(Value::isNumber)
                .mapToDouble(v -> v.number().orElseThrow())
                .toArray();
    }

    /** The result of a loop over these arguments in a single draw. */
    double once(Loop loop) {
        double[] out = new double[1];
        double[][] in = new double[spans.size()][];
        for (int i = 0; i < in.length; i++) {
            in[i] = new double[] {number(i)};
        }
        loop.run(out, in, 1);
        return out[0];
    }

    /** Why there is no result, where one of these is no number. */
    Optional<Value> firstMissing() {
        for (List<Value> span : spans) {
            for (Value value : span) {
                if (!value.isNumber()
                        && value.number().isEmpty()) { // nearly all are numbers, of which none is made anew
                    return Optional.of(Value.missing(value.fold(
                            number -> "",
                            text -> "'" + text + "' is no number",
                            truth -> "",
                            missing -> missing.reason())));
                }
            }
        }
        return Optional.empty();
    }

    /** The result where the gap alone decides it. */
    Optional<Value> resultWithout(Gap gap) {
        return switch (gap) {
            case STRICT -> firstMissing();
            case OF_KNOWN -> known(0).length == 0 ? Optional.of(Value.missing("nothing is known")) : Optional.empty();
            case SPOKEN ->
                values().stream()
                        .map(Value::repeated)
                        .filter(Value::isNotAvailable)
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
