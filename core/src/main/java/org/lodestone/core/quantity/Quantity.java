package org.lodestone.core.quantity;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Numbers;

/**
 * An amount in a unit. Amounts on different bases do not add: 1 t of ore is not 1 t REO.
 *
 * <p>The amount is exact and keeps its digits: {@code 48.40 %} is not written {@code 48.4 %}, and the two are equal only
 * by {@link BigDecimal#compareTo}.
 */
public record Quantity(BigDecimal amount, Unit unit) {

    private static final Pattern AMOUNT_AND_UNIT = Pattern.compile("([^ %x]+)(?: (.+)|(%|x))");

    /** Throws if the amount or the unit is null. */
    public Quantity {
        requireNonNull(amount, "amount");
        requireNonNull(unit, "unit");
    }

    /** An amount in a unit, with the digits it is given with. */
    public static Quantity of(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }

    /** The quantity that {@code text} states, such as {@code 270,000 t REO} or {@code 48.41%}. */
    public static Quantity parse(String text) {
        Matcher matcher = AMOUNT_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a quantity. Write a number, a blank and a unit, such as 270,000 t REO.");
        }
        String unit = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return new Quantity(Numbers.parse(matcher.group(1)), Unit.parse(unit));
    }

    /** Adds {@code other}, expressed in this quantity's unit. Throws if the bases differ. */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.in(unit).amount()), unit);
    }

    /** Subtracts {@code other}, expressed in this quantity's unit. Throws if the bases differ. */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.in(unit).amount()), unit);
    }

    /** The same quantity in another unit on the same basis; exact, since scales are powers of ten. */
    public Quantity in(Unit other) {
        if (!unit.comparableWith(other)) {
            throw new UnitException("'" + this + "' cannot be expressed in '" + other
                    + "': they differ in dimension or basis. Use a named Conversion.");
        }
        if (unit.equals(other)) {
            return this;
        }
        BigDecimal converted =
                amount.multiply(unit.scale()).divide(other.scale()).stripTrailingZeros();
        return new Quantity(converted.setScale(Math.max(0, converted.scale())), other);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }
}
