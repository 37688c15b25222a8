package org.lodestone.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * The faults that a formula in a sheet can have: that a value it needs is missing, or that it comes out as an error.
 *
 * <p>An input may be overtyped with the code of a missing figure, and a divisor be zero.
 */
final class Guards {

    private final Model model;
    private final Map<Key, Boolean> mayMiss = new HashMap<>();
    private final Map<Key, Boolean> mayReadNotAvailable = new HashMap<>();

    Guards(Model model) {
        this.model = model;
    }

    /** Whether the printed formula can come out as an error, so that it needs a guard. */
    boolean canFail(Formula formula) {
        return formula.asCall().filter(this::callCanFail).isPresent();
    }

    private boolean callCanFail(Formula.Call call) {
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
                    case CHOICE -> args.stream().anyMatch(this::canFail) || mayMiss(args.get(0));
                    case FILLED -> args.stream().anyMatch(this::canFail);
                    case SPOKEN -> args.stream().anyMatch(this::canBeUnsaid);
                    case CAUGHT -> canFail(args.get(1));
                    case OF_KNOWN, SOUGHT, TOLD -> false;
                };
    }

    private boolean mayBeZero(Formula formula) {
        return formula.asKey()
                .map(key -> model.content(key)
                        .asDefinition()
                        .filter(constant -> constant.amount() != 0)
                        .isEmpty())
                .orElse(!formula.equals(Definitions.ONE));
    }

    /** Whether the value of a formula may be missing. */
    boolean mayMiss(Formula formula) {
        return formula.fold(
                Value::isNotAvailable,
                this::mayMiss,
                span -> span.keys().stream().anyMatch(this::mayMiss),
                call -> switch (call.fn().gap()) {
                    case TOLD, SPOKEN -> canFail(call);
                    case FILLED, CAUGHT -> mayMiss(call.args().get(1));
                    case STRICT, OF_KNOWN, SOUGHT, CHOICE ->
                        canFail(call) || call.args().stream().anyMatch(this::mayMiss);
                });
    }

    /** Whether there may be no words for it in a sentence. */
    boolean canBeUnsaid(Formula piece) {
        return canFail(piece) || mayReadNotAvailable(piece);
    }

    /** Whether a formula that is no error may read {@code n/a}, as the cell of a calculation does where that has failed. */
    boolean mayReadNotAvailable(Formula formula) {
        return formula.fold(
                Value::isNotAvailable,
                this::mayReadNotAvailable,
                span -> span.keys().stream().anyMatch(this::mayReadNotAvailable),
                call -> {
                    List<Formula> args = call.args();
                    return switch (call.fn().gap()) {
                        case CHOICE -> mayReadNotAvailable(args.get(1)) || mayReadNotAvailable(args.get(2));
                        case FILLED, CAUGHT -> mayReadNotAvailable(args.get(1));
                        case STRICT, OF_KNOWN, SOUGHT -> // where it asks first whether what is in a range is known
                            args.stream().anyMatch(arg -> arg.asSpan().isPresent() && mayMiss(arg));
                        case TOLD, SPOKEN -> false;
                    };
                });
    }

    private boolean mayReadNotAvailable(Key key) {
        Boolean known = mayReadNotAvailable.get(key);
        if (known == null) {
            known = model.calculation(key)
                    .map(formula -> canFail(formula) || mayReadNotAvailable(formula))
                    .orElseGet(() -> model.value(key).isNotAvailable());
            mayReadNotAvailable.put(key, known);
        }
        return known;
    }

    private boolean mayMiss(Key key) {
        Boolean known = mayMiss.get(key);
        if (known == null) {
            known = model.content(key)
                    .fold(
                            figure -> true,
                            assumption -> true,
                            definition -> false,
                            label -> !label.value().isNumber(),
                            this::mayMiss,
                            computed -> computed.value().isMissing());
            mayMiss.put(key, known);
        }
        return known;
    }
}
