package org.lodestone.core.internal.time;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.lodestone.core.time.Period;

/** Days as a reader sees them: as short as there is room for, the month in letters so that no two orders are mixed up. */
public final class Days {

    /** The day before the first one of spreadsheets, which have a day in February 1900 that there never was. */
    private static final LocalDate BEFORE_THE_FIRST = LocalDate.of(1899, 12, 30);

    private Days() {}

    /** A day as spreadsheets count them: 46,336 is 10 November 2026. */
    public static double number(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(BEFORE_THE_FIRST, day);
    }

    /** The day of a number. */
    public static LocalDate ofNumber(double number) {
        return BEFORE_THE_FIRST.plusDays((long) number);
    }

    /** For a column: {@code 5 Dec 25}. */
    public static String inColumn(LocalDate day) {
        return shortDay(day) + " " + shortYear(day);
    }

    /** For a column; what is longer than a month as it is written in a dataset: {@code Jun 26}, {@code H1 2025}. */
    public static String inColumn(Period period) {
        return switch (period.kind()) {
            case DAY -> inColumn(period.last());
            case MONTH -> month(period.last(), TextStyle.SHORT) + " " + shortYear(period.last());
            default -> period.toString();
        };
    }

    /** For a sentence: {@code 5 December 2025}. */
    public static String inSentence(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day, TextStyle.FULL) + " " + day.getYear();
    }

    /** For a sentence; what is longer than a month as it is written in a dataset: {@code November 2026}, {@code H2 2026}. */
    public static String inSentence(Period period) {
        return switch (period.kind()) {
            case DAY -> inSentence(period.last());
            case MONTH -> month(period.last(), TextStyle.FULL) + " " + period.year();
            case MONTHS -> months(period);
            default -> period.toString();
        };
    }

    /** For a list of what is next: a day of the year that is named before without its year, {@code 27 Nov}, else {@code 1 Jan 27}; {@code Oct–Dec}. */
    public static String inList(Period period, int year) {
        return switch (period.kind()) {
            case DAY -> period.year() == year ? shortDay(period.last()) : inColumn(period.last());
            case MONTH -> month(period.last(), TextStyle.SHORT) + (period.year() == year ? "" : " " + period.year());
            case MONTHS ->
                month(period.first(), TextStyle.SHORT) + "–" + month(period.last(), TextStyle.SHORT)
                        + (period.year() == year ? "" : " " + shortYear(period.last()));
            default -> period.toString();
        };
    }

    /** {@code October 2026 to March 2027}. */
    private static String months(Period period) {
        LocalDate first = period.first();
        String year = first.getYear() == period.year() ? "" : " " + first.getYear();
        return month(first, TextStyle.FULL) + year + " to " + month(period.last(), TextStyle.FULL) + " "
                + period.year();
    }

    private static String shortYear(LocalDate day) {
        return String.format(Locale.ROOT, "%02d", day.getYear() % 100);
    }

    private static String shortDay(LocalDate day) {
        return day.getDayOfMonth() + " " + month(day, TextStyle.SHORT);
    }

    private static String month(LocalDate day, TextStyle style) {
        return day.getMonth().getDisplayName(style, Locale.ENGLISH);
    }
}
