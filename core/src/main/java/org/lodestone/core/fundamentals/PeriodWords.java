package org.lodestone.core.fundamentals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.table.TypedNumbers;
import org.lodestone.core.time.Period;

/**
 * Periods as analysts' tables write them: {@code 2024年报}, {@code 2025三季报}, {@code 20241231}, {@code 2024/12/31}.
 *
 * <p>Chinese companies report from the first of January on, so 三季报 is the first nine months and not the third quarter.
 */
final class PeriodWords {

    private static final Pattern REPORT = Pattern.compile("([0-9]{4})年?(年报|年度报告|年度|一季报|一季度报告|中报|半年报|半年度报告|三季报|三季度报告)");
    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:([-/.年])([0-9]{1,2})(?:[-/.月])([0-9]{1,2})日?"
            + "|([0-9]{2})([0-9]{2})(?:[.]0)?)(?:[ T]0?0:00(?::00(?:[.]0+)?)?)?");
    private static final Pattern SERIAL = Pattern.compile("[34][0-9]{4}(?:[.]0)?");
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    private PeriodWords() {}

    /** The period that {@code text} names, for a fact of this timing; empty text is no period. */
    static Period parse(String text, Timing timing) {
        String plain = TypedNumbers.plain(text);
        Matcher report = REPORT.matcher(plain);
        if (report.matches()) {
            return ofReport(end(Integer.parseInt(report.group(1)), report.group(2)), timing);
        }
        Optional<LocalDate> date = date(plain);
        if (date.isPresent()) {
            return day(date.get());
        }
        if (SERIAL.matcher(plain).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a period. Maybe a spreadsheet's number of a day ("
                    + FIRST_SERIAL.plusDays(Long.parseLong(plain.substring(0, 5)))
                    + "): format the column as a date, and save the table anew.");
        }
        return Period.parse(plain);
    }

    private static LocalDate end(int year, String report) {
        MonthDay day = report.startsWith("一季")
                ? MonthDay.of(3, 31)
                : report.startsWith("三季")
                        ? MonthDay.of(9, 30)
                        : report.startsWith("中") || report.startsWith("半") ? MonthDay.of(6, 30) : MonthDay.of(12, 31);
        return day.atYear(year);
    }

    /** The date that {@code text} writes in one of the usual ways; empty where it is none. Refuses one like 20241301. */
    static Optional<LocalDate> date(String text) {
        Matcher m = DATE.matcher(TypedNumbers.plain(text));
        if (!m.matches()) {
            return Optional.empty();
        }
        boolean digitsOnly = m.group(2) == null;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(digitsOnly ? 5 : 3)),
                    Integer.parseInt(m.group(digitsOnly ? 6 : 4))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a date: " + e.getMessage() + ".", e);
        }
    }

    static Period day(LocalDate day) {
        return Period.parse(day.toString());
    }

    /**
     * The period of a Chinese report to {@code end}: all of the year so far. Of a fact as of a day, that day. Refuses a day on
     * which no report ends.
     */
    static Period ofReport(LocalDate end, Timing timing) {
        if (timing == Timing.DAY) {
            return day(end);
        }
        String year = String.valueOf(end.getYear());
        return switch (MonthDay.from(end).toString()) {
            case "--03-31" -> Period.parse("Q1 " + year);
            case "--06-30" -> Period.parse("H1 " + year);
            case "--09-30" -> Period.parse("9M " + year);
            case "--12-31" -> Period.parse("FY" + year);
            default ->
                throw new IllegalArgumentException(
                        "'" + end + "' is not the end of a quarter, on which a report ends. Check the date.");
        };
    }
}
