package org.lodestone.reports.internal.model;

import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;

/** Years as numbers that formulas count with. */
public final class YearNumber {

    private static final Key YEAR = Term.of("year").key();

    private YearNumber() {}

    /** A year as a number. */
    public static Key of(Period year) {
        return YEAR.at(year);
    }

    /** Adds a year as a number. */
    public static Key add(Model.Builder model, Period year) {
        return model.label(of(year), year.year());
    }

    /** The years from one to another, as a number. */
    public static Formula between(Period from, Period to) {
        return of(to).minus(of(from));
    }
}
