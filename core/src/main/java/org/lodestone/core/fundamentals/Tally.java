package org.lodestone.core.fundamentals;

import org.lodestone.core.fundamentals.Fundamentals.ReadColumn;
import org.lodestone.core.fundamentals.Mapping.Meaning;

/** A column while it is read: what it was taken for, and how many of its cells were taken. */
final class Tally {

    private final String header;
    private String fact = "";
    private String scope = "";
    private String unit = "";
    private String period = "";
    private String leftOut = "";
    private int taken;
    private int missing;

    Tally(String header) {
        this.header = header;
    }

    /** Says what it was taken for. */
    Tally as(Meaning meaning, String inFileAndDataset, String when) {
        fact = meaning.fact();
        scope = meaning.scope();
        unit = inFileAndDataset;
        period = when;
        return this;
    }

    Tally leftOut(String reason) {
        leftOut = reason;
        return this;
    }

    void countTaken() {
        taken++;
    }

    void countMissing() {
        missing++;
    }

    String header() {
        return header;
    }

    ReadColumn column() {
        return new ReadColumn(header, fact, scope, unit, period, taken, missing, leftOut);
    }
}
