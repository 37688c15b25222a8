package org.lodestone.reports.formula;

import java.util.function.Predicate;

/** The kind of one argument of a function. */
public enum Parameter {
    /** A single value. */
    VALUE(arg -> !isSpan(arg)),
    /** A single value as a reader sees it: in its place a sheet shows {@code n/a} where it fails. */
    SHOWN(arg -> !isSpan(arg)),
    /** One of the pieces of a text: a sheet has an error where it fails; a text within a text is no piece of its own. */
    PIECE(arg -> !isSpan(arg)),
    /** A text for which other words may stand: a sheet has an error where it fails. */
    TRIED(arg -> !isSpan(arg)),
    /** A number of digits, as a literal. */
    DIGITS(arg -> arg.asLiteral().filter(Value::isNumber).isPresent()),
    /** A literal text of letters: a sheet reads stars and comparison signs in a text as patterns. */
    WORD(arg -> arg.asLiteral().filter(Parameter::isPlainText).isPresent()),
    /** A span, or a single number. */
    NUMBERS(arg -> true),
    /** A span in any order, which a sheet may have in several ranges. */
    SPAN(Parameter::isSpan),
    /** A span in any order, which a sheet needs as one range. */
    RANGE(Parameter::isSpan),
    /** A span in its order, which a sheet needs as one range. Lists of one call are of one length. */
    LIST(Parameter::isSpan);

    @SuppressWarnings("ImmutableEnumChecker") // the predicates capture nothing
    private final Predicate<Formula> accepted;

    Parameter(Predicate<Formula> accepted) {
        this.accepted = accepted;
    }

    boolean accepts(Formula argument) {
        return accepted.test(argument);
    }

    private static boolean isSpan(Formula formula) {
        return formula.asSpan().isPresent();
    }

    private static boolean isPlainText(Value literal) {
        return literal.asText()
                .filter(text -> text.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == ' '))
                .isPresent();
    }
}
