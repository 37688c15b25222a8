package org.lodestone.core.figure;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.figure.Observation.Bounded;
import org.lodestone.core.figure.Observation.Cases;
import org.lodestone.core.figure.Observation.Direction;
import org.lodestone.core.figure.Observation.Exact;
import org.lodestone.core.figure.Observation.Missing;
import org.lodestone.core.figure.Observation.Ranged;
import org.lodestone.core.figure.Observation.Reason;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/** How observations are read from text, and held to limits. */
final class Observations {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final String ZERO = "—";
    private static final Pattern RANGE = Pattern.compile("([^–]+)–([^–]+)");
    private static final Pattern HYPHENED = Pattern.compile("([0-9.,]+) ?- ?([0-9.,]+)");

    private Observations() {}

    static Observation parse(String text) {
        for (Reason reason : Reason.values()) {
            if (reason.isPrintedAs(text)) {
                return new Missing(text, reason);
            }
        }
        if (text.equals(ZERO)) {
            return new Exact(text, BigDecimal.ZERO);
        }
        if (text.startsWith(">") || text.startsWith("<")) {
            return new Bounded(
                    text, text.startsWith(">") ? Direction.ABOVE : Direction.BELOW, Numbers.parse(text.substring(1)));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return new Ranged(text, Numbers.parse(range.group(1)), Numbers.parse(range.group(2)));
        }
        Matcher hyphened = HYPHENED.matcher(text);
        if (hyphened.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number. A range is written with an en dash: "
                    + hyphened.group(1) + "–" + hyphened.group(2) + ".");
        }
        return new Exact(text, Numbers.parse(text));
    }

    static Observation requireAmount(Observation observation, Unit unit) {
        if (lowest(observation).signum() < 0) {
            throw new IllegalArgumentException("'" + observation
                    + "' is below zero, which an amount cannot be. Maybe a dash was typed before it.");
        }
        if (unit.dimension() == Dimension.SHARE && highest(observation).compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("'" + observation
                    + "' is over 100%, which a share cannot be. Maybe the decimal point is misplaced.");
        }
        return observation;
    }

    private static BigDecimal lowest(Observation observation) {
        return observation.fold(new Cases<>(Exact::value, Bounded::limit, Ranged::low, missing -> BigDecimal.ZERO));
    }

    private static BigDecimal highest(Observation observation) {
        return observation.fold(new Cases<>(Exact::value, Bounded::limit, Ranged::high, missing -> BigDecimal.ZERO));
    }
}
