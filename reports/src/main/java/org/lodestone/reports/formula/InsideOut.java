package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Works formulas out from the inside out. Its functions are made once, not for each node: there are a million of these in a pack. */
final class InsideOut<T> {

    private final Function<Value, T> literal;
    private final Function<Key, T> ref;
    private final BiFunction<Fn, ImmutableList<ImmutableList<T>>, T> call;
    private final Function<Formula.Call, T> called = this::called;

    InsideOut(
            Function<Value, T> literal, Function<Key, T> ref, BiFunction<Fn, ImmutableList<ImmutableList<T>>, T> call) {
        this.literal = literal;
        this.ref = ref;
        this.call = call;
    }

    T of(Formula formula) {
        return formula.fold(
                literal,
                ref,
                span -> {
                    throw span.alone();
                },
                called);
    }

    private T called(Formula.Call one) {
        ImmutableList.Builder<ImmutableList<T>> args =
                ImmutableList.builderWithExpectedSize(one.args().size());
        for (Formula arg : one.args()) {
            Optional<Formula.Span> span = arg.asSpan();
            args.add(span.isPresent() ? each(span.get()) : ImmutableList.of(of(arg)));
        }
        return call.apply(one.fn(), args.build());
    }

    private ImmutableList<T> each(Formula.Span span) {
        ImmutableList.Builder<T> values =
                ImmutableList.builderWithExpectedSize(span.keys().size());
        for (Key key : span.keys()) {
            values.add(ref.apply(key));
        }
        return values.build();
    }
}
