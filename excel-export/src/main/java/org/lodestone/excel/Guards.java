package org.lodestone.excel;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.function.Defined;
import org.lodestone.reports.function.Gap;
import org.lodestone.reports.function.Parameter;

/**
 * The faults that a formula in a sheet can have: that a value it needs is missing, or that it comes out as an error.
 *
 * <p>An input may be overtyped with the code of a missing figure, or emptied, and a divisor be zero.
 */
final class Guards {

    private final Model model;
    private final Map<Key, Faults> ofKeys = new HashMap<>();
    private final IdentityHashMap<Formula, Faults> ofCalls = new IdentityHashMap<>();

    Guards(Model model) {
        this.model = model;
    }

    /**
     * The faults of a formula.
     *
     * @param fails whether it can be an error
     * @param misses whether its value may be missing
     * @param readsNotAvailable whether it may read {@code n/a} and be no error
     */
    private record Faults(boolean fails, boolean misses, boolean readsNotAvailable) {}

    /** Whether the printed formula can come out as an error, so that it needs a guard. */
    boolean canFail(Formula formula) {
        return of(formula).fails();
    }

    /** Whether the value of a formula may be missing. */
    boolean mayMiss(Formula formula) {
        return of(formula).misses();
    }

    /** Whether there may be no words for it in a sentence. */
    boolean canBeUnsaid(Formula piece) {
        return canFail(piece) || mayReadNotAvailable(piece) || mayBeEmpty(piece);
    }

    /** Whether a formula that is no error may read {@code n/a}, as the cell of a calculation does where that has failed. */
    boolean mayReadNotAvailable(Formula formula) {
        return of(formula).readsNotAvailable();
    }

    // ---------------------------------------------------------------- cells that a reader may empty

    /** Whether a formula is the cell of an input, or picks one. */
    boolean mayBeEmpty(Formula formula) {
        return formula.asKey().filter(this::mayBeEmpty).isPresent()
                || formula.asCall().filter(this::mayPickEmpty).isPresent();
    }

    private boolean mayBeEmpty(Key key) {
        return model.content(key).isInput();
    }

    /** Whether an argument is a cell that a call would count as zero where it is empty. A divisor of zero is an error as it is. */
    boolean mayCountEmpty(Formula.Call call, int i) {
        boolean divides = i == 1 && call.fn().defined() == Defined.UNLESS_BY_ZERO;
        return needs(call, i) && !divides && mayBeEmpty(call.args().get(i));
    }

    /** Whether a call has no result without an argument, and does not ask whether that is a number. */
    private static boolean needs(Formula.Call call, int i) {
        return switch (call.fn().gap()) {
            case STRICT -> call.args().get(i).asSpan().isEmpty();
            case SOUGHT ->
                call.fn().parameter(i) == Parameter.VALUE && call.fn().defined() != Defined.ALWAYS;
            case CHOICE -> i == 0;
            case OF_KNOWN, FILLED, SPOKEN, CAUGHT, TOLD -> false;
        };
    }

    /** Whether an argument is a cell that a call would hand on, or look for, as zero where it is empty. */
    boolean mayHandOnEmpty(Formula.Call call, int i) {
        boolean handsOn =
                switch (call.fn().gap()) {
                    case CHOICE -> i > 0;
                    case FILLED -> i == 1;
                    case SPOKEN, CAUGHT -> true;
                    case TOLD -> call.fn().defined() == Defined.SOMETIMES;
                    case STRICT, OF_KNOWN, SOUGHT -> false;
                };
        return handsOn && mayBeEmpty(call.args().get(i));
    }

    /** The input that a choice asks whether it is a number, before it takes its second argument. */
    static Optional<Key> asked(Formula.Call choice) {
        return choice.args().stream()
                .filter(condition -> choice.fn().gap() == Gap.CHOICE)
                .findFirst()
                .flatMap(Formula::asCall)
                .filter(condition -> condition.fn() == Fn.IS_KNOWN)
                .flatMap(condition -> condition.args().get(0).asKey());
    }

    /** Whether a call picks one of several cells that may be empty. One that is found by its rank is not. */
    private boolean mayPickEmpty(Formula.Call call) {
        if (call.fn().gap() != Gap.SOUGHT || !call.fn().mindsOrder()) {
            return false;
        }
        List<Key> picked = call.args().get(0).asSpan().orElseThrow().keys();
        Optional<Formula.Span> places = call.args()
                .get(1)
                .asCall()
                .filter(place -> place.fn() == Fn.FIND)
                .flatMap(place -> place.args().get(1).asSpan());
        return IntStream.range(0, picked.size())
                .filter(i -> mayBeEmpty(picked.get(i)))
                .anyMatch(i -> places.flatMap(
                                found -> model.calculation(found.keys().get(i)))
                        .filter(rank -> needs(rank, picked.get(i)))
                        .isEmpty());
    }

    private static boolean needs(Formula formula, Key input) {
        return formula.asKey().filter(input::equals).isPresent()
                || formula.asCall()
                        .filter(call -> any(
                                call, i -> needs(call, i) && needs(call.args().get(i), input)))
                        .isPresent();
    }

    private static boolean any(Formula.Call call, IntPredicate argument) {
        return IntStream.range(0, call.args().size()).anyMatch(argument);
    }

    // ---------------------------------------------------------------- from the inside out, each call once

    private Faults of(Formula formula) {
        return formula.fold(
                literal -> given(literal, literal.isNotAvailable()),
                this::of,
                span -> new Faults(
                        false,
                        span.keys().stream().anyMatch(key -> of(key).misses()),
                        span.keys().stream().anyMatch(key -> of(key).readsNotAvailable())),
                this::of);
    }

    private static Faults given(Value value, boolean misses) {
        return new Faults(false, misses, value.isNotAvailable());
    }

    private Faults of(Key key) {
        return Remembered.of(
                key,
                ofKeys,
                one -> model.content(one)
                        .fold(
                                figure -> given(figure.value(), true),
                                assumption -> given(assumption.value(), true),
                                definition -> new Faults(false, false, false),
                                label -> given(label.value(), !label.value().isNumber()),
                                formula -> new Faults(false, mayMiss(formula), canBeUnsaid(formula)),
                                computed ->
                                        given(computed.value(), computed.value().isMissing())));
    }

    private Faults of(Formula.Call call) {
        return Remembered.of(call, ofCalls, one -> {
            boolean fails = fails(call);
            return new Faults(fails, misses(call, fails), readsNotAvailable(call));
        });
    }

    private boolean fails(Formula.Call call) {
        List<Formula> args = call.args();
        boolean defined =
                switch (call.fn().defined()) {
                    case ALWAYS -> true;
                    case UNLESS_BY_ZERO -> !mayBeZero(args.get(1));
                    case SOMETIMES -> false;
                };
        return !defined
                || switch (call.fn().gap()) {
                    // a range is tested before it is used
                    case STRICT ->
                        args.stream()
                                .anyMatch(arg -> canFail(arg) || (arg.asSpan().isEmpty() && mayMiss(arg)));
                    case CHOICE -> any(call, i -> canFail(call, i)) || mayMiss(args.get(0));
                    case FILLED -> any(call, i -> canFail(call, i));
                    case SPOKEN -> args.stream().anyMatch(this::canBeUnsaid);
                    case CAUGHT -> canFail(call, 1);
                    case OF_KNOWN, SOUGHT, TOLD -> false;
                };
    }

    private boolean canFail(Formula.Call call, int i) {
        return canFail(call.args().get(i)) || mayHandOnEmpty(call, i);
    }

    private boolean mayBeZero(Formula formula) {
        return formula.asKey()
                .map(key -> model.content(key)
                        .asDefinition()
                        .filter(constant -> constant.amount() != 0)
                        .isEmpty())
                .orElse(!formula.equals(Definitions.ONE));
    }

    private boolean misses(Formula.Call call, boolean fails) {
        return switch (call.fn().gap()) {
            case TOLD, SPOKEN -> fails;
            case FILLED, CAUGHT -> mayMiss(call.args().get(1));
            case STRICT, OF_KNOWN, SOUGHT, CHOICE ->
                fails || call.args().stream().anyMatch(this::mayMiss);
        };
    }

    private boolean readsNotAvailable(Formula.Call call) {
        List<Formula> args = call.args();
        return switch (call.fn().gap()) {
            case CHOICE -> mayReadNotAvailable(args.get(1)) || mayReadNotAvailable(args.get(2));
            case FILLED, CAUGHT -> mayReadNotAvailable(args.get(1));
            case STRICT, OF_KNOWN, SOUGHT -> // where it asks first whether what is in a range is known
                args.stream().anyMatch(arg -> arg.asSpan().isPresent() && mayMiss(arg));
            case TOLD, SPOKEN -> false;
        };
    }
}
