package org.lodestone.reports.internal.study;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/** Something wrong with a sensitivity table, with what would make it right. */
public sealed interface SensitivityFault {

    /** One result for each kind of fault. */
    interface Cases<T> {
        T exchanged(Exchanged fault);

        T upsideDown(UpsideDown fault);

        T swapped(Swapped fault);

        T sign(Sign fault);

        T scale(Scale fault);

        T digit(Digit fault);

        T base(Base fault);

        T odd(Odd fault);

        T shapeless(Shapeless fault);

        T beyond(Beyond fault);
    }

    /** The result for its kind. */
    <T> T fold(Cases<T> cases);

    /** Values stand in the table of another driver: all, or those of one change. */
    record Exchanged(SensitivityDriver other, Optional<BigDecimal> change) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.exchanged(this);
        }
    }

    /** The sign of the changes of some rows is wrong: of all rows, or of one. */
    record UpsideDown(ImmutableList<Row> rows) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.upsideDown(this);
        }
    }

    /** Two rows have each other's value. */
    record Swapped(Row one, Row other) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.swapped(this);
        }
    }

    /** A value has the wrong sign. */
    record Sign(Row row, BigDecimal right) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.sign(this);
        }
    }

    /** A value is 10, 100 or 1,000 times too large or too small. */
    record Scale(Row row, BigDecimal right) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.scale(this);
        }
    }

    /**
     * One digit of a value is wrong, or two neighbouring ones have changed places.
     *
     * @param right what it may have been, the most likely first
     */
    record Digit(Row row, ImmutableList<BigDecimal> right) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.digit(this);
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
        public <T> T fold(Cases<T> cases) {
            return cases.base(this);
        }
    }

    /** A row does not go with the others, and no single error of writing explains it. */
    record Odd(Row row, SensitivityRange implied) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.odd(this);
        }
    }

    /** More than one value is wrong. The row is the one furthest from the others, where the smoothest curve has a value. */
    record Shapeless(Row row, double smooth) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.shapeless(this);
        }
    }

    /**
     * The present value that the rows imply is above all that the study prints over its life.
     *
     * @param limit what the study prints, undiscounted
     * @param times by how much larger the changes would be, at least, if the values were right
     */
    record Beyond(SensitivityRange implied, Printed limit, double times) implements SensitivityFault {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.beyond(this);
        }
    }
}
