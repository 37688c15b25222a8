package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.function.Parameter;

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
            if (!isOf(parameter(i), args.get(i))) {
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

    private static boolean isOf(Parameter parameter, Formula argument) {
        boolean isSpan = argument.asSpan().isPresent();
        return switch (parameter) {
            case VALUE, SHOWN, PIECE, TRIED -> !isSpan;
            case DIGITS -> argument.asLiteral().filter(Value::isNumber).isPresent();
            case WORD -> argument.asLiteral().filter(Signature::isPlainText).isPresent();
            case NUMBERS -> true;
            case SPAN, RANGE, LIST -> isSpan;
        };
    }

    private static boolean isPlainText(Value literal) {
        return literal.asText()
                .filter(text -> text.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == ' '))
                .isPresent();
    }
}
