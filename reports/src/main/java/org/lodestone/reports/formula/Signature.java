package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;

/**
 * The arguments that a function takes.
 *
 * @param least how many there must be
 * @param repeated whether there may be more like the last
 */
record Signature(ImmutableList<Parameter> parameters, int least, boolean repeated) {

    static Signature takes(Parameter... parameters) {
        return new Signature(ImmutableList.copyOf(parameters), parameters.length, false);
    }

    static Signature takesAny(Parameter parameter) {
        return new Signature(ImmutableList.of(parameter), 0, true);
    }

    static Signature takesOneOrMore(Parameter parameter) {
        return new Signature(ImmutableList.of(parameter), 1, true);
    }

    Parameter parameter(int i) {
        return parameters.get(Math.min(i, parameters.size() - 1));
    }

    boolean has(Parameter parameter) {
        return parameters.contains(parameter);
    }

    boolean accepts(ImmutableList<Formula> args) {
        if (args.size() < least || (args.size() > least && !repeated)) {
            return false;
        }
        for (int i = 0; i < args.size(); i++) {
            if (!parameter(i).accepts(args.get(i))) {
                return false;
            }
        }
        return lengths(args).distinct().count() <= 1;
    }

    /** How long each list is. */
    private IntStream lengths(ImmutableList<Formula> args) {
        return IntStream.range(0, args.size())
                .filter(i -> parameter(i) == Parameter.LIST)
                .map(i -> args.get(i).asSpan().orElseThrow().keys().size());
    }
}
