package org.lodestone.core.figure;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lodestone.core.quantity.Unit;

/**
 * The entry that a source prints for a figure: a value, a bound, a range, or why there is none.
 *
 * <p>The printed text is kept, so {@code 48.40} stays {@code 48.40} and a withheld figure stays withheld.
 */
public sealed interface Observation {

    /** The text as printed, which {@link #parse} accepts. */
    String printed();

    /** The observation that {@code text} states; refuses what is neither a number nor a published code. */
    static Observation parse(String text) {
        return Observations.parse(text);
    }

    /** A value that is exactly {@code value}, printed in plain digits. */
    static Observation of(BigDecimal value) {
        return new Exact(value.toPlainString(), value);
    }

    /** The result of the function for its case. */
    <R> R fold(Cases<R> cases);

    /** A function for each case. A new case would be a new component, and so cannot be forgotten. */
    record Cases<R>(
            Function<Exact, R> exact,
            Function<Bounded, R> bounded,
            Function<Ranged, R> ranged,
            Function<Missing, R> missing) {}

    /** The value where it is exact; a bound or a range is not a number to calculate with. */
    default OptionalDouble known() {
        return number().map(value -> OptionalDouble.of(value.doubleValue())).orElse(OptionalDouble.empty());
    }

    /** The number where it is exact, with the digits that were printed. */
    default Optional<BigDecimal> number() {
        return fold(new Cases<>(
                exact -> Optional.of(exact.value()),
                bounded -> Optional.empty(),
                ranged -> Optional.empty(),
                missing -> Optional.empty()));
    }

    /** The same of an amount in {@code unit}, in the base unit of its dimension: 5,000 of 5 kt. */
    default Optional<BigDecimal> inBaseUnit(Unit unit) {
        return number().map(value -> value.multiply(unit.scale()));
    }

    /** Whether no number is told, not even a bound. */
    default boolean isMissing() {
        return fold(new Cases<>(exact -> false, bounded -> false, ranged -> false, missing -> true));
    }

    /** This observation as an amount in {@code unit}; refuses one below zero, and a share over the whole. */
    default Observation requireAmount(Unit unit) {
        return Observations.requireAmount(this, unit);
    }

    /** A number. An em dash is a printed zero. */
    record Exact(String printed, BigDecimal value) implements Observation {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.exact().apply(this);
        }

        @Override
        public String toString() {
            return printed;
        }
    }

    /** A number that the figure is above or below: {@code >85,000,000}. */
    record Bounded(String printed, Direction direction, BigDecimal limit) implements Observation {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.bounded().apply(this);
        }

        @Override
        public String toString() {
            return printed;
        }
    }

    /** Two numbers that the figure lies between: {@code 50–300}. */
    record Ranged(String printed, BigDecimal low, BigDecimal high) implements Observation {
        /** Throws if the lower end is not below the higher. */
        public Ranged {
            if (low.compareTo(high) >= 0) {
                throw new IllegalArgumentException(
                        "'" + printed + "' is not a range: it does not rise. Write the lower end first.");
            }
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.ranged().apply(this);
        }

        @Override
        public String toString() {
            return printed;
        }
    }

    /** No number, and why: {@code W} is withheld. */
    record Missing(String printed, Reason reason) implements Observation {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.missing().apply(this);
        }

        @Override
        public String toString() {
            return printed;
        }
    }

    /** On which side of its limit a bounded figure lies. */
    enum Direction {
        /** The figure is larger than the limit: {@code >85,000,000}. */
        ABOVE,
        /** The figure is smaller than the limit: {@code <5}. */
        BELOW
    }

    /** Why a figure is missing, with the code that is printed for it. */
    enum Reason {
        /** Its publisher does not have it: {@code NA}. */
        NOT_AVAILABLE("NA"),
        /** Kept back so that the data of single companies are not disclosed: {@code W}. */
        WITHHELD("W"),
        /** There can be no such figure: {@code XX}. */
        NOT_APPLICABLE("XX"),
        /** No source prints it. */
        NOT_PUBLISHED("not published"),
        /** Too small for the unit of its table: {@code s}, or {@code Less than ½ unit}. */
        LESS_THAN_HALF_UNIT("s", "[Ll]ess than (?:½|1/2) unit[.]?"),
        /** Net exports where a reliance on imports belongs. */
        NET_EXPORTER("E"),
        /** A size that is told in words instead of a number. */
        IN_WORDS(
                "Large",
                "(?:Small|Moderate|Large|Very small|Very large)(?: to (?:small|moderate|large|very large))?"
                        + "|Categorized as \"(?:small|moderate|large)\"[.]?"
                        + "|[Ii]ncluded (?:in|with) [^0-9]+");

        private final String code;
        private final Pattern inWords;

        Reason(String code) {
            this(code, "(?!)");
        }

        Reason(String code, String inWords) {
            this.code = code;
            this.inWords = Pattern.compile(inWords);
        }

        /** The code as printed, such as {@code W}; of what is told in words, the commonest word. */
        public String code() {
            return code;
        }

        boolean isPrintedAs(String text) {
            return text.equals(code) || inWords.matcher(text).matches();
        }

        /** In words: {@code withheld}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
