package org.lodestone.reports.internal.study;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/** Something wrong with a sensitivity table, with what would make it right. */
public sealed interface SensitivityFault {

    /** The number of values that are told where several would do: more than that explain nothing. */
    int MOST = 3;

    /** The fault in the table of a driver, as a clause. */
    String inWords(SensitivityDriver driver);

    /** Values stand in the table of another driver: all, or those of one change. */
    record Exchanged(SensitivityDriver other, Optional<BigDecimal> change) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return "the rows of " + driver.inWords() + " and " + other.inWords() + " have changed places"
                    + change.map(one -> " at " + Row.percent(one)).orElse("");
        }
    }

    /** The sign of the changes of some rows is wrong: of all rows, or of one. */
    record UpsideDown(ImmutableList<Row> rows) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return rows.size() == 1
                    ? "the change of " + Row.percent(rows.get(0).change()) + " has the wrong sign"
                    : "all changes have the wrong sign";
        }
    }

    /** Two rows have each other's value. */
    record Swapped(Row one, Row other) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return "the values of " + Row.percent(one.change()) + " and " + Row.percent(other.change())
                    + " have changed places";
        }
    }

    /** A value has the wrong sign. */
    record Sign(Row row, BigDecimal right) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return row.inWords() + " should be " + right.toPlainString();
        }
    }

    /** A value is 10, 100 or 1,000 times too large or too small. */
    record Scale(Row row, BigDecimal right) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return row.inWords() + " is of another size: "
                    + right.stripTrailingZeros().toPlainString() + " fits";
        }
    }

    /**
     * One digit of a value is wrong, or two neighbouring ones have changed places.
     *
     * @param right what it may have been, the most likely first
     */
    record Digit(Row row, ImmutableList<BigDecimal> right) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return row.inWords() + " has a wrong digit, or two that changed places: " + any(right) + " fits";
        }
    }

    /**
     * The rows do not pass through the base.
     *
     * @param where which of what stands for no change is wrong
     * @param base what stands there
     * @param implied what the rows lead to
     * @param right what has the same digits but for one error of writing and is within that, the most likely first
     */
    record Base(Where where, Printed base, SensitivityRange implied, ImmutableList<BigDecimal> right)
            implements SensitivityFault {
        /** Where something stands for no change. */
        public enum Where {
            /** The number that the study prints elsewhere. */
            STUDY,
            /** A row of 0%. */
            ROW,
            /** Both, which agree with each other and not with the other rows. */
            BOTH
        }

        @Override
        public String inWords(SensitivityDriver driver) {
            String place =
                    switch (where) {
                        case STUDY -> "the study";
                        case ROW -> "the row of no change";
                        case BOTH -> "the study and the row of no change";
                    };
            return place + " has " + base.value().toPlainString() + ", and the rows lead to " + implied.inWords()
                    + (right.isEmpty() ? "" : "; " + any(right) + " would fit");
        }
    }

    /** A row does not go with the others, and no single error of writing explains it. */
    record Odd(Row row, SensitivityRange implied) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return row.inWords() + " does not go with the other rows, which lead to " + implied.inWords();
        }
    }

    /** More than one value is wrong. The row is the one furthest from the others, where the smoothest curve has a value. */
    record Shapeless(Row row, double smooth) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return "more than one value is wrong; furthest off is " + row.inWords() + ", where a smooth curve has "
                    + SensitivityRange.shown(smooth);
        }
    }

    /**
     * The present value that the rows imply is above all that the study prints over its life.
     *
     * @param limit what the study prints, undiscounted
     */
    record Beyond(SensitivityRange implied, Printed limit) implements SensitivityFault {
        @Override
        public String inWords(SensitivityDriver driver) {
            return "the rows imply a present value of at least " + SensitivityRange.shown(implied.low())
                    + ", and the study prints "
                    + SensitivityRange.shown(limit.value().doubleValue()) + " in all";
        }
    }

    private static String any(List<BigDecimal> numbers) {
        return numbers.stream().limit(MOST).map(BigDecimal::toPlainString).collect(joining(" or "));
    }
}
