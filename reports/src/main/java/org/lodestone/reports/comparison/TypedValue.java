package org.lodestone.reports.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.quantity.Unit;

/**
 * A value as an analyst types it: {@code 4,200}, {@code 4,200 t REO}, {@code 5.88%}, {@code NA}, {@code 350 t REO x12}.
 *
 * @param unit empty where none was typed
 * @param times what scales a part of a year to the year; empty where nothing is scaled
 */
record TypedValue(Observation value, Optional<Unit> unit, Optional<BigDecimal> times) {

    private static final Pattern SCALED = Pattern.compile("(.+?) ?[x×] ?([0-9]+(?:[.][0-9]+)?)");
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?[0-9<>][0-9.,–<>]*) ?([^0-9 –.,].*)");

    static TypedValue parse(String text) {
        Matcher scaled = SCALED.matcher(text);
        if (scaled.matches()) {
            TypedValue one = parse(scaled.group(1));
            return new TypedValue(one.value, one.unit, Optional.of(Numbers.parse(scaled.group(2))));
        }
        Matcher withUnit = WITH_UNIT.matcher(text);
        return withUnit.matches()
                ? new TypedValue(
                        Observation.parse(withUnit.group(1)),
                        Optional.of(Unit.parse(withUnit.group(2))),
                        Optional.empty())
                : new TypedValue(Observation.parse(text), Optional.empty(), Optional.empty());
    }

    /** The value of the whole year, where it is scaled to one. Throws if what is to be scaled is no number. */
    Observation scaled() {
        if (times.isEmpty()) {
            return value;
        }
        BigDecimal number = value.number()
                .orElseThrow(() -> new IllegalArgumentException("'" + value
                        + "' is no number, so it cannot be scaled. Leave out x"
                        + times.get().toPlainString() + "."));
        BigDecimal product = number.multiply(times.get()).stripTrailingZeros();
        return Observation.of(product.scale() < 0 ? product.setScale(0) : product);
    }
}
