package org.lodestone.core.fundamentals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lodestone.core.time.Period;

/**
 * The periods of a company whose fiscal year ends on a certain day.
 *
 * <p>A fiscal year is named after the year it ends in. Years of 52 or 53 weeks end some days off the end of a month. Parts of
 * a fiscal year that is the calendar year are {@code Q3 2025}, {@code H1 2025}, {@code 9M 2025}; of another they are spans of
 * months, {@code 2025-07..2025-12}, which leave no doubt.
 */
record FiscalPeriods(MonthDay yearEnd) {

    /** The most days by which a period may start or end off the turn of a month. */
    private static final int NEAR = 7;

    /** The period from one day to another; empty where that is neither a year nor whole months of one. */
    Optional<Period> between(LocalDate start, LocalDate end) {
        YearMonth first = YearMonth.from(start.plusDays(NEAR));
        YearMonth last = YearMonth.from(end.minusDays(NEAR));
        boolean whole = near(first.atDay(1), start) && near(last.atEndOfMonth(), end);
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        if (!whole || months < 1 || months > 12) {
            return Optional.empty();
        }
        if (months == 12) {
            return last.getMonth() == yearEnd.getMonth()
                    ? Optional.of(Period.parse("FY" + last.getYear()))
                    : Optional.empty();
        }
        return Optional.of(months == 1 ? Period.parse(last.toString()) : part(first, last, (int) months));
    }

    private Period part(YearMonth first, YearMonth last, int months) {
        int month = first.getMonthValue();
        if (yearEnd.getMonth() == Month.DECEMBER) {
            if (months == 3 && month % 3 == 1) {
                return Period.parse("Q" + (month + 2) / 3 + " " + last.getYear());
            }
            if (months == 6 && month % 6 == 1) {
                return Period.parse("H" + (month + 5) / 6 + " " + last.getYear());
            }
            if (months == 9 && month == 1) {
                return Period.parse("9M " + last.getYear());
            }
        }
        return Period.parse(first + ".." + last);
    }

    private static boolean near(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= NEAR;
    }

    /** The day that text in the form of ISO 8601 names; refuses one in a year that no figure can be of. */
    static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            PeriodWords.day(day);
            return day;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date. Expected one such as 2024-12-31.", e);
        }
    }
}
