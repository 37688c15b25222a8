package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.function.Loop;

/** One operation of a {@link CompiledModel}: fills a column, block by block, from others. */
sealed interface Step {

    /** The number of the column it fills. */
    int out();

    /** The numbers of the columns it reads. */
    ImmutableList<Integer> in();

    /** The step on the arrays of a worker. */
    Worker.Operation on(Worker worker);

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

        @Override
        public Worker.Operation on(Worker worker) {
            return worker.drive(this);
        }
    }

    /** Applies a function to all draws of the block at once. */
    record Array(Loop loop, int out, ImmutableList<Integer> in) implements Step {
        @Override
        public Worker.Operation on(Worker worker) {
            return worker.array(this);
        }
    }

    /** Applies a function draw by draw, as plain evaluation does. */
    record EachDraw(Fn fn, ImmutableList<ImmutableList<Operand>> args, int out, ValueKind kind) implements Step {
        @Override
        public ImmutableList<Integer> in() {
            return args.stream()
                    .flatMap(ImmutableList::stream)
                    .flatMap(operand -> operand.fold(constant -> Stream.empty(), column -> Stream.of(column.id())))
                    .collect(ImmutableList.toImmutableList());
        }

        @Override
        public boolean fillsDoubles() {
            return kind.isDouble();
        }

        @Override
        public Worker.Operation on(Worker worker) {
            return worker.eachDraw(this);
        }
    }

    /** The numbers of a column of values; what is none counts as missing. */
    record Numbers(int values, int out) implements Step {
        @Override
        public ImmutableList<Integer> in() {
            return ImmutableList.of(values);
        }

        @Override
        public Worker.Operation on(Worker worker) {
            return worker.numbers(this);
        }
    }
}
