package org.lodestone.reports.formula;

import java.util.Optional;
import java.util.function.Function;

/** Content that is a value, stated in a unit: all but constants and formulas. */
sealed interface StatedContent extends Content
        permits Content.Figure, Content.Assumption, Content.Label, Content.Computed {

    /** The value, which may be missing. */
    Value value();

    /** The unit that it is in. */
    ValueUnit unit();

    @Override
    default <T> T either(Function<Value, T> given, Function<Formula, T> calculated) {
        return given.apply(value());
    }

    @Override
    default Optional<ValueUnit> statedUnit() {
        return Optional.of(unit());
    }

    @Override
    default ValueUnit unitIn(Units units) {
        return units.stated(value(), unit());
    }
}
