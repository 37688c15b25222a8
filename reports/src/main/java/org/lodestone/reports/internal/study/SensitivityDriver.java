package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.stream.Stream;
import org.lodestone.reports.internal.study.SensitivityCurve.Course;
import org.lodestone.reports.internal.study.SensitivityTable.Outcome;

/**
 * The quantity that a sensitivity table changes.
 *
 * <p>Before tax, NPV is a straight line in price, recovery, operating and capital cost. Tax bends it, and in one direction
 * only: tax falls on profits and not on losses, carried forward or not, so that each further dollar of revenue is worth less
 * than the one before, and each further dollar of cost takes more.
 */
public enum SensitivityDriver {
    PRICE(+1),
    RECOVERY(+1),
    OPEX(-1),
    CAPEX(-1),
    /** The discount rate. Its changes may be in parts of the rate or in points: only their order and distances count. */
    RATE(-1),
    /** The exchange rate. Whether a rise helps depends on how it is quoted. */
    EXCHANGE_RATE(0);

    /**
     * Neighbouring slopes of a taxed NPV: one step of a driver can lead from where nothing is taxed to where all is, and with
     * royalties on profit countries leave at least half of it.
     */
    private static final double TAX = 2;

    /** The same against the direction in which tax bends: tax holidays and depletion allowances, which bend a little. */
    private static final double RELIEF = 1.1;

    /** Neighbouring slopes of an IRR: one step of 20% from a project that hardly earns its capital can double them. */
    private static final double RETURN = 2;

    /** Neighbouring slopes of NPV over the rate: e to the power of 25 years times a step of 5 points is 3.5. */
    private static final double DISCOUNT = 3.5;

    /** Neighbouring slopes over the exchange rate: costs divided by a half, three quarters and the whole, 2, with tax, 2. */
    private static final double QUOTE = 4;

    /** Neighbouring slopes where costs divided by something bend one way and tax the other. */
    private static final double BOTH_WAYS = 1.4;

    private final int direction;

    SensitivityDriver(int direction) {
        this.direction = direction;
    }

    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether its rows imply a present value: the NPV is then linear in it but for tax. */
    boolean isLinear() {
        return this != RATE && this != EXCHANGE_RATE;
    }

    /** Whether it moves revenue. */
    boolean isRevenue() {
        return this == PRICE || this == RECOVERY;
    }

    /** The courses that an outcome can take when this rises. */
    ImmutableList<Course> courses(Outcome outcome) {
        if (this == EXCHANGE_RATE) {
            return Stream.of(+1, -1)
                    .flatMap(either -> Stream.of(falling(either, QUOTE), rising(either, QUOTE), both(either)))
                    .collect(toImmutableList());
        }
        if (outcome == Outcome.IRR) {
            return this == OPEX
                    ? ImmutableList.of(rising(direction, RETURN), falling(direction, RELIEF))
                    : this == CAPEX
                            ? ImmutableList.of(falling(direction, RETURN), both(direction))
                            : ImmutableList.of(falling(direction, RETURN), rising(direction, RELIEF));
        }
        return this == OPEX || this == CAPEX
                ? ImmutableList.of(rising(direction, TAX), falling(direction, RELIEF))
                : ImmutableList.of(falling(direction, this == RATE ? DISCOUNT : TAX), rising(direction, RELIEF));
    }

    private static Course falling(int direction, double most) {
        return new Course(direction, 1 / most, 1);
    }

    private static Course rising(int direction, double most) {
        return new Course(direction, 1, most);
    }

    private static Course both(int direction) {
        return new Course(direction, 1 / BOTH_WAYS, BOTH_WAYS);
    }
}
