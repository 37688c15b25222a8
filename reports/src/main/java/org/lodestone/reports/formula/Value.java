package org.lodestone.reports.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;

/** The result of working out a key: a number, a text, a truth, or nothing and why. */
public sealed interface Value {

    /** A finite number. */
    record Num(double amount) implements Value {
        /** Throws if the amount is infinite or no number. Minus zero becomes zero, as in a sheet. */
        public Num {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("A number must be finite, not " + amount + ".");
            }
            amount += 0.0; // minus zero becomes zero, as in a sheet
        }

        @Override
        public <T> T fold(
                DoubleFunction<T> number,
                Function<String, T> text,
                Function<Boolean, T> truth,
                Function<Missing, T> missing) {
            return number.apply(amount);
        }

        @Override
        public String toString() {
            return Math.abs(amount) < 1 && amount != 0
                    ? OneLine.number(amount) + " (" + OneLine.percent(amount) + ")"
                    : OneLine.number(amount);
        }
    }

    /** A text. */
    record Text(String text) implements Value {
        @Override
        public <T> T fold(
                DoubleFunction<T> number,
                Function<String, T> text,
                Function<Boolean, T> truth,
                Function<Missing, T> missing) {
            return text.apply(this.text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Whether something holds. */
    record Truth(boolean holds) implements Value {
        @Override
        public <T> T fold(
                DoubleFunction<T> number,
                Function<String, T> text,
                Function<Boolean, T> truth,
                Function<Missing, T> missing) {
            return truth.apply(holds);
        }

        @Override
        public String toString() {
            return Boolean.toString(holds);
        }
    }

    /** Not known. The code is what a reader sees: {@code W}, {@code NA}, {@code >90000000}, or {@code n/a} if derived. */
    record Missing(String code, String reason) implements Value {
        @Override
        public <T> T fold(
                DoubleFunction<T> number,
                Function<String, T> text,
                Function<Boolean, T> truth,
                Function<Missing, T> missing) {
            return missing.apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of(code, reason);
        }
    }

    /** The code of a calculated value that cannot be worked out. */
    String NOT_AVAILABLE = "n/a";

    /** A number; missing if the arithmetic has no result (division by zero, logarithm of a negative number). */
    static Value of(double amount) {
        return Double.isFinite(amount) ? new Num(amount) : missing("the arithmetic has no result");
    }

    /** A text. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A truth. */
    static Value of(boolean holds) {
        return new Truth(holds);
    }

    /** A calculated value that cannot be worked out, for the given reason. */
    static Missing missing(String reason) {
        return new Missing(NOT_AVAILABLE, reason);
    }

    /** Nothing, as a cell that was left empty. */
    static Missing empty() {
        return new Missing("", "the cell is empty");
    }

    /** The value of a published figure. Bounds and ranges are no numbers: they keep their printed text. */
    static Value of(Observation observation) {
        OptionalDouble known = observation.known();
        return known.isPresent()
                ? new Num(known.getAsDouble())
                : new Missing(observation.printed(), "published as '" + observation.printed() + "'");
    }

    /** The result of the one of four functions that is for its kind of value. */
    <T> T fold(
            DoubleFunction<T> number,
            Function<String, T> text,
            Function<Boolean, T> truth,
            Function<Missing, T> missing);

    /** The number this value is; a truth counts as 1 or 0, as in a sheet; empty for text and for what is missing. */
    default OptionalDouble number() {
        return fold(
                OptionalDouble::of,
                text -> OptionalDouble.empty(),
                truth -> OptionalDouble.of(truth ? 1 : 0),
                missing -> OptionalDouble.empty());
    }

    /** The text it is; empty for all else. */
    default Optional<String> asText() {
        return fold(number -> Optional.empty(), Optional::of, truth -> Optional.empty(), missing -> Optional.empty());
    }

    /** Whether it is a number; a truth is none, as in a range of a sheet. */
    default boolean isNumber() {
        return fold(number -> true, text -> false, truth -> false, missing -> false);
    }

    /** Whether there is no value: withheld, not available, or not to be worked out. */
    default boolean isMissing() {
        return fold(number -> false, text -> false, truth -> false, missing -> true);
    }

    /** Whether it is what cannot be worked out, or reads as if it were: {@code n/a}. */
    default boolean isNotAvailable() {
        return fold(
                number -> false,
                NOT_AVAILABLE::equals,
                truth -> false,
                missing -> missing.code().equals(NOT_AVAILABLE));
    }

    /** Whether it is nothing at all, and not even a code says why. */
    default boolean isEmpty() {
        return fold(
                number -> false,
                String::isEmpty,
                truth -> false,
                missing -> missing.code().isEmpty());
    }

    /** The value as another cell repeats it: what is empty is not available there, and neither empty nor zero. */
    default Value repeated() {
        return isMissing() && isEmpty() ? missing("the cell is empty") : this;
    }

    /** The value as a table of a dataset has it: numbers with all their digits and no exponent, {@code 0.0588}; else the text or code. */
    default String plain() {
        return fold(
                number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString(),
                text -> text,
                truth -> Boolean.toString(truth),
                Missing::code);
    }

    /** The text a reader sees where this value stands inside a sentence. Numbers must be whole: others need a format. */
    default String inSentence() {
        return fold(Value::whole, text -> text, truth -> truth ? "1" : "0", Missing::code);
    }

    private static String whole(double amount) {
        if (amount != Math.rint(amount)) {
            throw new IllegalArgumentException(
                    "The number " + amount + " stands in a sentence without a format. Use percent() or fixed().");
        }
        return BigDecimal.valueOf(amount).setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
