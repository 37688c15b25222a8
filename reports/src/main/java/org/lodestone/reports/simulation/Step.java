package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Fn;

/** One operation of a {@link Program}: fills a column, block by block, from others. */
sealed interface Step {

    /** The number of the column it fills. */
    int out();

    /** The numbers of the columns it reads. */
    ImmutableList<Integer> in();

    /** Whether it fills its column with doubles, rather than with values. */
    default boolean fillsDoubles() {
        return true;
    }

    /** Takes the values of a driver. */
    record Drive(int driver, int out) implements Step {
        @Override
        public ImmutableList<Integer> in() {
            return ImmutableList.of();
        }
    }

    /** Applies a function to all draws of the block at once. */
    record Array(Loop loop, int out, ImmutableList<Integer> in) implements Step {}

    /** Applies a function draw by draw, as plain evaluation does. */
    record EachDraw(Fn fn, ImmutableList<ImmutableList<Operand>> args, int out, Kind kind) implements Step {
        @Override
        public ImmutableList<Integer> in() {
            return args.stream()
                    .flatMap(ImmutableList::stream)
                    .filter(Operand.Column.class::isInstance)
                    .map(operand -> ((Operand.Column) operand).id())
                    .collect(ImmutableList.toImmutableList());
        }

        @Override
        public boolean fillsDoubles() {
            return kind.isDouble();
        }
    }

    /** The numbers of a column of values; what is none counts as missing. */
    record Numbers(int values, int out) implements Step {
        @Override
        public ImmutableList<Integer> in() {
            return ImmutableList.of(values);
        }
    }
}
