package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.function.Strength;

/**
 * A calculation over keys. Four kinds of node; everything else is a function.
 *
 * <p>A key is the formula of its own value. Build others from it by the methods here, so that they read like their line in a
 * text book: {@code now.over(before).minus(ONE)}.
 */
public sealed interface Formula permits Key, Formula.Literal, Formula.Span, Formula.Call, Formula.InUnit {

    /** A text, or one of the numbers 0 and 1. Every other number is a definition with a name and a meaning. */
    record Literal(Value value) implements Formula {
        @Override
        public <T> T fold(
                Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call) {
            return literal.apply(value);
        }

        @Override
        public void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan) {}

        @Override
        public ValueUnit unitIn(Units units) {
            return value.number().orElse(0) == 0 ? ValueUnit.ANY : ValueUnit.NUMBER;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Several values in order, the argument of a function such as {@link Fn#SUM}. */
    record Span(ImmutableList<Key> keys) implements Formula {
        /** Throws if there are no keys. */
        public Span {
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("A span needs at least one key.");
            }
        }

        /** The first of them, which are no copy: there may be such a span for each of very many. Throws for none. */
        public Span first(int number) {
            return new Span(keys.subList(0, number));
        }

        /** The exception to throw where it stands alone, and not as an argument. */
        public IllegalArgumentException alone() {
            return new IllegalArgumentException("A span has no value of its own: " + this + ".");
        }

        @Override
        public <T> T fold(
                Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call) {
            return span.apply(this);
        }

        @Override
        public void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan) {
            throw alone();
        }

        @Override
        public ValueUnit unitIn(Units units) {
            throw alone();
        }

        @Override
        public Optional<ValueUnit> unitOfValues(Units units) {
            return units.of(keys);
        }

        @Override
        public ImmutableList<Formula> values() {
            return ImmutableList.copyOf(keys);
        }

        @Override
        public String toString() {
            return OneLine.joined(keys.stream().map(Key::inWords).toList());
        }
    }

    /** A function of other formulas. */
    record Call(Fn fn, ImmutableList<Formula> args) implements Formula {
        /** Throws if the function does not take these arguments, by number or by kind. */
        public Call {
            fn.check(args);
        }

        @Override
        public <T> T fold(
                Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call) {
            return call.apply(this);
        }

        @Override
        public void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan) {
            for (Formula arg : args) {
                Optional<Span> span = arg.asSpan();
                if (span.isPresent()) {
                    ofSpan.accept(span.get(), fn);
                } else {
                    arg.walk(ofKey, ofSpan);
                }
            }
        }

        @Override
        public ValueUnit unitIn(Units units) {
            return fn.unit().of(new UnitArguments(units, this));
        }

        /** The formula as a sheet would spell it, with names for cells: {@code [mine production, China, 2024]/[mine production, 2024]}. */
        @Override
        public String toString() {
            List<String> spelled = new ArrayList<>();
            for (Formula arg : args) {
                Strength wanted = fn.spelling().wanted(spelled.size());
                boolean loose = arg.asCall()
                        .filter(call -> call.fn.spelling().strength().compareTo(wanted) < 0)
                        .isPresent();
                spelled.add(loose ? "(" + arg + ")" : arg.inWords());
            }
            return OneLine.joined(fn.spelling().text().apply(spelled));
        }
    }

    /**
     * A formula with the unit of its result. It has the same value, and a sheet spells it the same.
     *
     * @param unit what the result is in
     * @param why it counts as that, though it is made of something else; empty where it must follow
     */
    record InUnit(Formula formula, ValueUnit unit, String why) implements Formula {
        @Override
        public <T> T fold(
                Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call) {
            return formula.fold(literal, ref, span, call);
        }

        @Override
        public void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan) {
            formula.walk(ofKey, ofSpan);
        }

        @Override
        public ValueUnit unitIn(Units units) {
            if (why.isEmpty()) {
                return units.mustBe(formula, unit);
            }
            formula.values().forEach(units::of);
            return unit;
        }

        @Override
        public String toString() {
            return formula.inWords();
        }
    }

    /** A text that is the same in every case, such as the words between two live numbers. */
    static Formula text(String text) {
        return new Literal(Value.of(text));
    }

    /** The values of these keys, in their order. Throws if there are none. */
    static Span span(List<Key> keys) {
        return new Span(ImmutableList.copyOf(keys));
    }

    /** The values of some items, in their order. */
    static <T> Span span(Collection<T> items, Function<? super T, Key> value) {
        ImmutableList.Builder<Key> keys = ImmutableList.builderWithExpectedSize(items.size());
        for (T item : items) {
            keys.add(value.apply(item));
        }
        return new Span(keys.build());
    }

    /** The item of one list at the place of a value in another; missing where that is not there. */
    static Formula lookUp(Span list, Formula value, Span among) {
        return call(Fn.PICK, list, call(Fn.FIND, value, among));
    }

    /** A function of these arguments. Throws if it does not take them. */
    static Formula call(Fn fn, Formula... args) {
        return new Call(fn, ImmutableList.copyOf(args));
    }

    /** The result of the one of four functions that is for its kind of node. */
    <T> T fold(Function<Value, T> literal, Function<Key, T> ref, Function<Span, T> span, Function<Call, T> call);

    /** The value of a literal; empty for all else. */
    default Optional<Value> asLiteral() {
        return fold(Optional::of, key -> Optional.empty(), span -> Optional.empty(), call -> Optional.empty());
    }

    /** The key whose value it is, without any function; empty for all else. */
    default Optional<Key> asKey() {
        return fold(literal -> Optional.empty(), Optional::of, span -> Optional.empty(), call -> Optional.empty());
    }

    /** The span it is; empty for what has one value. */
    default Optional<Span> asSpan() {
        return fold(literal -> Optional.empty(), key -> Optional.empty(), Optional::of, call -> Optional.empty());
    }

    /** The call it is; empty for all else. */
    default Optional<Call> asCall() {
        return fold(literal -> Optional.empty(), key -> Optional.empty(), span -> Optional.empty(), Optional::of);
    }

    /** Hands on its keys and spans in the order in which they stand, a span with the function it is given to. */
    void walk(Consumer<Key> ofKey, BiConsumer<Span, Fn> ofSpan);

    /** The keys it refers to, as often as it does. */
    default ImmutableList<Key> references() {
        ImmutableList.Builder<Key> keys = ImmutableList.builder();
        walk(keys::add, (span, fn) -> keys.addAll(span.keys()));
        return keys.build();
    }

    /**
     * The result of the formula, worked out from the inside out.
     *
     * @param <T> what stands for a value
     * @param call what a function makes of its arguments: one value for a formula, several for a span
     */
    default <T> T workedOut(
            Function<Value, T> literal, Function<Key, T> ref, BiFunction<Fn, ImmutableList<ImmutableList<T>>, T> call) {
        return new InsideOut<>(literal, ref, call).of(this);
    }

    /** The unit of its result. What does not fit is among the conflicts of the units. */
    ValueUnit unitIn(Units units);

    /** The unit of its values together; empty where these do not fit. */
    default Optional<ValueUnit> unitOfValues(Units units) {
        return Optional.of(unitIn(units));
    }

    /** Its words where it stands in others, a key in brackets. */
    default String inWords() {
        return toString();
    }

    /** The formulas of its values: itself, or those of a span. */
    default ImmutableList<Formula> values() {
        return ImmutableList.of(this);
    }

    /** This, whose result must be in a unit: it is refused where that does not follow from what it is made of. */
    default Formula in(ValueUnit unit) {
        return new InUnit(this, unit, "");
    }

    /** This, counted in another unit than follows from what it is made of. Throws if there is no reason. */
    default Formula countedAs(ValueUnit unit, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("'" + inWords() + "' counts as " + unit + " without a reason. Say why.");
        }
        return new InUnit(this, unit, reason);
    }

    /** This as a pure number, whatever it counts, and why. */
    default Formula asNumber(String reason) {
        return countedAs(ValueUnit.NUMBER, reason);
    }

    /** The sum of both; missing if either is. */
    default Formula plus(Formula other) {
        return call(Fn.ADD, this, other);
    }

    /** This less the other; missing if either is. */
    default Formula minus(Formula other) {
        return call(Fn.SUBTRACT, this, other);
    }

    /** The product of both; missing if either is. */
    default Formula times(Formula other) {
        return call(Fn.MULTIPLY, this, other);
    }

    /** This over the other; missing if either is, and where the other is zero. */
    default Formula over(Formula other) {
        return call(Fn.DIVIDE, this, other);
    }

    /** This to the power of the exponent; missing if either is, and where the result is no real number. */
    default Formula toThe(Formula exponent) {
        return call(Fn.POWER, this, exponent);
    }

    /** Whether this is greater than the other; missing if either is. */
    default Formula isAbove(Formula other) {
        return call(Fn.ABOVE, this, other);
    }

    /** Whether this is the other or greater; missing if either is. */
    default Formula isAtLeast(Formula other) {
        return call(Fn.AT_LEAST, this, other);
    }

    /** Whether two numbers are the same. Texts are compared by {@link Fn#SAME_TEXT}. */
    default Formula isEqualTo(Formula other) {
        return call(Fn.EQUAL, this, other);
    }

    /** Whether both hold. Missing if either is. */
    default Formula and(Formula other) {
        return call(Fn.AND, this, other);
    }

    /** Whether at least one holds. Missing if either is. */
    default Formula or(Formula other) {
        return call(Fn.OR, this, other);
    }

    /** {@code then} where this holds, {@code otherwise} where it does not; missing where this is. */
    default Formula then(Formula then, Formula otherwise) {
        return call(Fn.IF, this, then, otherwise);
    }

    /** This value, or the other where this is missing. Says openly that a gap is filled. */
    default Formula orElse(Formula other) {
        return call(Fn.OR_ELSE, this, other);
    }

    /** Whether this is a known number. */
    default Formula isKnown() {
        return call(Fn.IS_KNOWN, this);
    }

    /** This number without its sign. */
    default Formula magnitude() {
        return call(Fn.ABSOLUTE, this);
    }

    /** Rounded to a number of decimal digits, halves away from zero. */
    default Formula rounded(int digits) {
        return call(Fn.ROUND, this, new Literal(new Value.Num(digits)));
    }

    /** This number as text with a number of decimals, for a sentence: {@code 4923.6}. */
    default Formula fixed(int digits) {
        return call(Fn.FIXED, this, new Literal(new Value.Num(digits)));
    }

    /** This text, or others where it cannot be worked out. */
    default Formula orWords(Formula words) {
        return call(Fn.OR_WORDS, this, words);
    }

    /** Text after text; missing where one of them is. */
    static Formula sentence(Formula... parts) {
        return call(Fn.JOIN, parts);
    }

    /** The sum of amounts; missing if one of them is. */
    static Formula sum(Formula amounts) {
        return call(Fn.SUM, amounts);
    }

    /** The sum of those amounts that are known; missing only if none is. */
    static Formula sumOfKnown(Span amounts) {
        return call(Fn.SUM_OF_KNOWN, amounts);
    }

    /** The number of amounts that are known; never missing. */
    static Formula countOfKnown(Span amounts) {
        return call(Fn.COUNT_OF_KNOWN, amounts);
    }

    /** The lesser of both; missing if either is. */
    static Formula min(Formula a, Formula b) {
        return call(Fn.MIN, a, b);
    }

    /** The greater of both; missing if either is. */
    static Formula max(Formula a, Formula b) {
        return call(Fn.MAX, a, b);
    }
}
