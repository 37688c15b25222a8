package org.lodestone.reports.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The precision of a printed number. */
final class Printed {

    private Printed() {}

    /** The number of decimals that are printed: 2 for {@code 48.40}. */
    static int digits(String printed) {
        int point = printed.indexOf('.');
        return point < 0 ? 0 : printed.length() - point - 1;
    }

    /** A number with the printed decimals and two more, so that a reader sees how it rounds. */
    static String shortly(double amount, int digits) {
        BigDecimal exact = new BigDecimal(Double.toString(amount));
        BigDecimal rounded = exact.setScale(digits + 2, RoundingMode.HALF_UP);
        return (rounded.compareTo(exact) == 0 ? exact.stripTrailingZeros() : rounded).toPlainString();
    }
}
