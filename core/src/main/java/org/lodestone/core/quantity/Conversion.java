package org.lodestone.core.quantity;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.lodestone.core.internal.text.OneLine;

/**
 * The only way from one basis to another: an assumption with a name and a reason.
 *
 * <pre>amount in {@code to} = factor · amount in {@code from}</pre>
 *
 * @param name what the factor is called, such as {@code REO per NdPr oxide}
 * @param factor how many of {@code to} there are to one of {@code from}; above zero
 * @param reason why this factor, for a reader who doubts it
 * @param sources ids of the sources it leans on; empty for a pure judgement
 */
public record Conversion(
        String name, Unit from, Unit to, BigDecimal factor, String reason, ImmutableList<String> sources) {

    /** Throws if the two units are on the same basis, if the factor is not above zero, or if there is no reason. */
    public Conversion {
        if (from.comparableWith(to)) {
            throw new UnitException(
                    "'" + from + "' and '" + to + "' are on one basis. Use Quantity.in, which needs no assumption.");
        }
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("'" + factor + "' as the factor of " + name + " is not above zero.");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("The conversion " + name + " needs a reason.");
        }
    }

    /** {@code quantity}, which must be on the basis of {@code from}, in the unit {@code to}. */
    public Quantity apply(Quantity quantity) {
        return new Quantity(quantity.in(from).amount().multiply(factor), to);
    }

    @Override
    public String toString() {
        return OneLine.of(name, "1 " + from + " is " + factor.toPlainString() + " " + to);
    }
}
