package org.lodestone.core.quantity;

import java.math.BigDecimal;

/**
 * The only way from one basis to another: an assumption with a name, a factor and a reason.
 *
 * @param factor how many of {@code to} one of {@code from} is
 */
public record Conversion(String name, Unit from, Unit to, BigDecimal factor, String reason) {

    public Conversion {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The conversion '" + name + "' needs a reason.");
        }
    }

    /** Converts a quantity on the basis of {@code from}. Throws if it is on another. */
    public Quantity apply(Quantity quantity) {
        return new Quantity(quantity.in(from).amount().multiply(factor), to);
    }
}
