package org.lodestone.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import org.lodestone.core.figure.Observation;

/** An amount in a unit. Amounts on different bases do not add: 1 t of ore is not 1 t REO. */
public record Quantity(BigDecimal amount, Unit unit) {

    public static Quantity of(String amount, Unit unit) {
        return new Quantity(Observation.Decimals.parse(amount), unit);
    }

    /** Reads {@code 270,000 t REO}. */
    public static Quantity parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("'" + text + "' has no unit. Write it like 270,000 t REO.");
        }
        return of(text.substring(0, blank), Unit.parse(text.substring(blank + 1)));
    }

    /** Adds {@code other}, expressed in this quantity's unit. Throws if the bases differ. */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.in(unit).amount()), unit);
    }

    /** Takes {@code other} away, expressed in this quantity's unit. Throws if the bases differ. */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(other.in(unit).amount()), unit);
    }

    /** The same quantity in another unit of the same basis. Throws if the bases differ. */
    public Quantity in(Unit other) {
        if (!unit.comparableWith(other)) {
            throw new IllegalArgumentException("'" + this + "' cannot be expressed in " + other
                    + ": the bases differ. Use a conversion that names the factor and its reason.");
        }
        return new Quantity(amount.multiply(unit.scale()).divide(other.scale(), MathContext.DECIMAL128), other);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }
}
