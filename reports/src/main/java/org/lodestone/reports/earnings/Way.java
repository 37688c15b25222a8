package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;

import org.lodestone.reports.formula.Formula;

/** Which way prices go. */
public enum Way {
    /** Down by the change of prices. */
    DOWN,
    /** Up by it. */
    UP;

    /** A price over the one it starts from. */
    Formula multiple() {
        return this == UP ? ONE.plus(Earnings.step()) : ONE.minus(Earnings.step());
    }

    @Override
    public String toString() {
        return this == UP ? "prices up" : "prices down";
    }
}
