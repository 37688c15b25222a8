package org.lodestone.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * What can go wrong with a formula in a sheet: that a value it needs is missing, or that it comes out as an error.
 *
 * <p>An input may be overtyped with the code of a missing figure, and a divisor be zero.
 */
final class Guards {

    private final Model model;
    private final Map<Key, Boolean> mayMiss = new HashMap<>();

    Guards(Model model) {
        this.model = model;
    }

    boolean canMissOrFail(Formula formula) {
        return mayMiss(formula) || canFail(formula);
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
                    case OF_KNOWN, SOUGHT, TOLD, WORDED -> false;
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
                literal -> false,
                this::mayMiss,
                span -> span.keys().stream().anyMatch(this::mayMiss),
                call -> switch (call.fn().gap()) {
                    case TOLD, WORDED -> canFail(call);
                    case FILLED -> mayMiss(call.args().get(1));
                    case STRICT, OF_KNOWN, SOUGHT, CHOICE ->
                        canFail(call) || call.args().stream().anyMatch(this::mayMiss);
                });
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
