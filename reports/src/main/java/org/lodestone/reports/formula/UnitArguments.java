package org.lodestone.reports.formula;

import java.util.Optional;

/** The arguments of a call with their units. What does not fit is kept as a conflict of the value that the call stands behind. */
record UnitArguments(Units units, Formula.Call call) {

    /** The unit of an argument; of a span, whose values must be alike, theirs. */
    ValueUnit unit(int i) {
        return alike(i, i + 1);
    }

    /** The unit of all arguments from one on, which must be alike. */
    ValueUnit alike(int from) {
        return alike(from, call.args().size());
    }

    /** Looks into all arguments, whose units do not matter. */
    void all() {
        call.args().forEach(arg -> arg.unitOfValues(units));
    }

    /** All arguments must be pure numbers. */
    void allPure() {
        for (int i = 0; i < call.args().size(); i++) {
            pure(i);
        }
    }

    /** An argument must be a pure number: a condition, a place in a list. */
    void pure(int i) {
        Formula arg = call.args().get(i);
        ValueUnit unit = units.of(arg);
        if (!unit.fits(ValueUnit.NUMBER)) {
            units.refuse(call, arg, unit, Formula.text("what must be a pure number"), ValueUnit.NUMBER);
        }
    }

    /** Looks into all pieces of a sentence. A number before a word for its unit must be in it: {@code 7.1} before {@code  kt}. */
    void asSaid() {
        for (int i = 0; i < call.args().size(); i++) {
            Optional<Formula> number = call.args()
                    .get(i)
                    .asCall()
                    .filter(piece -> piece.fn() == Fn.FIXED)
                    .map(piece -> piece.args().get(0));
            ValueUnit unit = units.of(number.orElse(call.args().get(i)));
            if (number.isPresent() && i + 1 < call.args().size()) {
                asSaid(number.get(), unit, call.args().get(i + 1));
            }
        }
    }

    private void asSaid(Formula number, ValueUnit unit, Formula next) {
        next.asLiteral()
                .flatMap(Value::asText)
                .flatMap(words -> units.said(words, unit))
                .filter(said -> !said.fits(unit))
                .ifPresent(said -> units.refuseWords(number, unit, next, said));
    }

    private ValueUnit alike(int from, int to) {
        ValueUnit found = ValueUnit.ANY;
        for (Formula arg : call.args().subList(from, to)) {
            Optional<ValueUnit> unit = arg.unitOfValues(units);
            Optional<ValueUnit> both = unit.isPresent() ? found.together(unit.get()) : unit;
            if (both.isEmpty()) {
                return refused(from, to);
            }
            found = both.get();
        }
        return found;
    }

    /** Keeps each value that does not fit those before it. */
    private ValueUnit refused(int from, int to) {
        Formula first = call;
        ValueUnit found = ValueUnit.ANY;
        for (int i = from; i < to; i++) {
            for (Formula value : call.args().get(i).values()) {
                ValueUnit unit = units.of(value);
                Optional<ValueUnit> both = found.together(unit);
                if (both.isEmpty()) {
                    units.refuse(call, first, found, value, unit);
                } else if (!both.get().equals(found)) {
                    first = value;
                    found = unit;
                }
            }
        }
        return found;
    }
}
