package org.lodestone.core.figure;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was printed where a number was expected.
 *
 * <p>{@link #parse} reads a number ({@code 270000}, {@code 270,000}, {@code —} for zero), a bound ({@code >90000000}), a
 * range ({@code 7–9}) or a code for a missing figure; {@link #printed} gives the text back.
 */
public sealed interface Observation {

    /** Exactly this number. */
    record Exact(String printed, BigDecimal value) implements Observation {}

    /** More, or less, than a limit. */
    record Bounded(String printed, Direction direction, BigDecimal limit) implements Observation {}

    /** From low to high. */
    record Ranged(String printed, BigDecimal low, BigDecimal high) implements Observation {
        public Ranged {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("The range '" + printed + "' runs backwards.");
            }
        }
    }

    /** No number, for a reason. */
    record Missing(String printed, Reason reason) implements Observation {}

    /** The side of a bound on which the number lies. */
    enum Direction {
        ABOVE,
        BELOW
    }

    /** Why there is no number. */
    enum Reason {
        NOT_AVAILABLE("NA"),
        WITHHELD("W"),
        NOT_APPLICABLE("XX"),
        LESS_THAN_HALF_A_UNIT("s"),
        NOT_PUBLISHED("not published");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code that is printed for it. */
        public String code() {
            return code;
        }
    }

    String printed();

    /** The number, where exactly one is known. A bound or a range is none. */
    default OptionalDouble known() {
        return this instanceof Exact exact ? OptionalDouble.of(exact.value().doubleValue()) : OptionalDouble.empty();
    }

    /** The lowest number this can be, for checks of range. */
    default Optional<BigDecimal> lowest() {
        if (this instanceof Exact exact) {
            return Optional.of(exact.value());
        }
        if (this instanceof Bounded bounded) {
            return Optional.of(bounded.limit());
        }
        return this instanceof Ranged ranged ? Optional.of(ranged.low()) : Optional.empty();
    }

    /** Reads what was printed. Throws {@link IllegalArgumentException} with a remedy where it is none of these. */
    static Observation parse(String printed) {
        for (Reason reason : Reason.values()) {
            if (printed.equals(reason.code())) {
                return new Missing(printed, reason);
            }
        }
        if (printed.equals("—")) {
            return new Exact(printed, BigDecimal.ZERO);
        }
        if (printed.startsWith(">") || printed.startsWith("<")) {
            Direction direction = printed.charAt(0) == '>' ? Direction.ABOVE : Direction.BELOW;
            return new Bounded(printed, direction, Decimals.parse(printed.substring(1)));
        }
        Matcher range = Decimals.RANGE.matcher(printed);
        if (range.matches()) {
            return new Ranged(printed, Decimals.parse(range.group(1)), Decimals.parse(range.group(2)));
        }
        return new Exact(printed, Decimals.parse(printed));
    }

    /** The strict grammar of a number. */
    final class Decimals {
        private static final Pattern NUMBER = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
        private static final Pattern RANGE = Pattern.compile("([\\d.,]+)–([\\d.,]+)");

        private Decimals() {}

        /** Reads plain or properly grouped digits with an optional sign and decimal point. */
        public static BigDecimal parse(String text) {
            if (!NUMBER.matcher(text).matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a number. " + remedy(text));
            }
            return new BigDecimal(text.replace(",", ""));
        }

        private static String remedy(String text) {
            String repaired = text.replace('O', '0').replace('o', '0');
            if (!repaired.equals(text) && NUMBER.matcher(repaired).matches()) {
                return "Maybe the letter O was typed for a zero.";
            }
            repaired = text.replace('l', '1').replace('I', '1');
            if (!repaired.equals(text) && NUMBER.matcher(repaired).matches()) {
                return "Maybe the letter l was typed for a one.";
            }
            if (NUMBER.matcher(text.strip()).matches()) {
                return "Take out the blanks around it.";
            }
            return "Write digits such as 31000 or 0.35, or NA, W, XX, s, — (zero) or 'not published' where there is none.";
        }
    }
}
