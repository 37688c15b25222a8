package org.lodestone.reports.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.lodestone.core.figure.Observation;

/** What a key stands for once it is worked out: a number, a text, a truth, or nothing and why. */
public sealed interface Value {

    /** A finite number. */
    record Num(double amount) implements Value {
        public Num {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("A number must be finite, not " + amount + ".");
            }
            amount += 0.0; // minus zero becomes zero, as in a sheet
        }
    }

    /** A text. */
    record Text(String text) implements Value {}

    /** Whether something holds. */
    record Truth(boolean holds) implements Value {}

    /** Not known. The code is what a reader sees: {@code W}, {@code NA}, {@code >90000000}, or {@code n/a} if derived. */
    record Missing(String code, String reason) implements Value {}

    /** The code of a calculated value that cannot be worked out. */
    String NOT_AVAILABLE = "n/a";

    /** A number; missing if the arithmetic has no result (division by zero, logarithm of a negative number). */
    static Value of(double amount) {
        return Double.isFinite(amount) ? new Num(amount) : missing("the arithmetic has no result");
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(boolean holds) {
        return new Truth(holds);
    }

    /** A calculated value that cannot be worked out, for the given reason. */
    static Missing missing(String reason) {
        return new Missing(NOT_AVAILABLE, reason);
    }

    /** The value of a published figure. Bounds and ranges are no numbers: they keep their printed text. */
    static Value of(Observation observation) {
        OptionalDouble known = observation.known();
        return known.isPresent()
                ? new Num(known.getAsDouble())
                : new Missing(observation.printed(), "published as '" + observation.printed() + "'");
    }

    /** The number this value is; a truth counts as 1 or 0, as in a sheet; empty for text and for what is missing. */
    default OptionalDouble number() {
        if (this instanceof Num num) {
            return OptionalDouble.of(num.amount());
        }
        if (this instanceof Truth truth) {
            return OptionalDouble.of(truth.holds() ? 1 : 0);
        }
        return OptionalDouble.empty();
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** As a table of a dataset has it: numbers with all their digits and no exponent, {@code 0.0588}; else the text or code. */
    default String plain() {
        if (this instanceof Num num) {
            BigDecimal exact = BigDecimal.valueOf(num.amount()).stripTrailingZeros();
            return exact.toPlainString();
        }
        return this instanceof Truth truth ? Boolean.toString(truth.holds()) : inSentence();
    }

    /** The text a reader sees where this value stands inside a sentence. Numbers must be whole: others need a format. */
    default String inSentence() {
        if (this instanceof Text text) {
            return text.text();
        }
        if (this instanceof Missing missing) {
            return missing.code();
        }
        double amount = number().orElseThrow();
        if (amount != Math.rint(amount)) {
            throw new IllegalArgumentException(
                    "The number " + amount + " stands in a sentence without a format. Use percent() or fixed().");
        }
        return BigDecimal.valueOf(amount).setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }
}
