package org.lodestone.reports.result;

import java.util.Locale;
import org.lodestone.reports.formula.Value;

/**
 * A value of a report as a row of data. No other row has its table, key, subject, period and case together.
 *
 * <pre>
 * table      key              of     period  case     value   unit   kind    source
 * countries  mine-production  China  2024    MCS2025  270000  t REO  figure  usgs-mcs-2025
 * </pre>
 *
 * @param table the id of the table that shows it
 * @param key what it is: the id of its term
 * @param of the country, company or project it is of; empty where of nobody in particular
 * @param period the time it is of; empty where of none in particular
 * @param in the edition or scenario it holds in; empty where it holds in all
 * @param value a number in the unit, a text, a truth, or what is missing; a ratio that is shown in percent is in percent here too
 * @param unit {@code %} for per cent, {@code 1} for any other pure number; empty where nobody says what is counted
 * @param source the ids of the sources of a figure or assumption, {@code ;} between them
 */
public record Result(
        String table,
        String key,
        String of,
        String period,
        String in,
        Value value,
        String unit,
        Kind kind,
        String source) {

    /** The same of another key. */
    Result as(String other) {
        return new Result(table, other, of, period, in, value, unit, kind, source);
    }

    /** How a value came about. */
    public enum Kind {
        /** Observed and cited. */
        FIGURE,
        /** Chosen by an analyst. */
        ASSUMPTION,
        /** A constant of the field or of arithmetic. */
        DEFINITION,
        /** A name or a year that stands for itself. */
        LABEL,
        /** Calculated from other values. */
        FORMULA,
        /** Found by random draws. */
        SIMULATED,
        /** Found as the root of a calculation. */
        SOLVED_FOR,
        /** Worked out before, and stored as it was then. */
        STORED;

        /** The word in a table: {@code solved for}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
