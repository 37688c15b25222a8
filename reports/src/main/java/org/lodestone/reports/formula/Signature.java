package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;

/**
 * The arguments that a function takes.
 *
 * @param least how many there must be
 * @param repeated whether there may be more like the last
 */
record Signature(ImmutableList<Parameter> parameters, int least, boolean repeated) {

    private static final int ANY = -1;

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
        int length = ANY;
        for (int i = 0; i < args.size(); i++) {
            if (!parameter(i).accepts(args.get(i))) {
                return false;
            }
            if (parameter(i) == Parameter.LIST) { // all lists are of one length
                int own = args.get(i).asSpan().orElseThrow().keys().size();
                if (length != ANY && own != length) {
                    return false;
                }
                length = own;
            }
        }
        return true;
    }
}
