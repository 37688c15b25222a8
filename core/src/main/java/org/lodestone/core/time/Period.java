package org.lodestone.core.time;

import com.google.common.collect.ImmutableList;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time, from its first to its last day.
 *
 * <table>
 *   <caption>How each kind is written</caption>
 *   <tr><td>{@code 2024}</td><td>calendar year</td></tr>
 *   <tr><td>{@code FY2024}</td><td>fiscal year that ends in 2024</td></tr>
 *   <tr><td>{@code H1 2025}, {@code Q1 2025}, {@code 9M 2025}</td><td>half, quarter, first nine months</td></tr>
 *   <tr><td>{@code TTM 2025-09}</td><td>twelve months to the end of a month</td></tr>
 *   <tr><td>{@code 2025-07}, {@code 2025-07-18}</td><td>month, day</td></tr>
 *   <tr><td>{@code 2026-2027}, {@code 2025-01..2025-05}</td><td>span of years, of months</td></tr>
 *   <tr><td>empty</td><td>{@link #NONE}: at no particular time, always</td></tr>
 * </table>
 *
 * <p>Which month ends a fiscal year is known only to its company, so a fiscal year is given the days of the calendar
 * year it ends in.
 */
public record Period(Kind kind, LocalDate first, LocalDate last) implements Comparable<Period> {

    /** The kind of a period. */
    public enum Kind {
        /** A calendar year: {@code 2024}. */
        YEAR(12, 12),
        /** The fiscal year of a company, by the year it ends in: {@code FY2024}. */
        FISCAL_YEAR(12, 12),
        /** The first or second half of a year: {@code H1 2025}. */
        HALF(6, 6),
        /** A quarter of a year: {@code Q1 2025}. */
        QUARTER(3, 3),
        /** January to September: {@code 9M 2025}. */
        NINE_MONTHS(9, 12),
        /** Twelve months to the end of a month: {@code TTM 2025-09}. */
        TRAILING(12, 1),
        /** A month: {@code 2025-07}. */
        MONTH(1, 1),
        /** A day: {@code 2025-07-18}. */
        DAY(ANY, 1),
        /** Two or more calendar years: {@code 2026-2027}. */
        YEARS(ANY, 12),
        /** Two or more months: {@code 2025-01..2025-05}. */
        MONTHS(ANY, 1),
        /** No particular time: what always holds. */
        NONE(ANY, 1);

        private final int months;
        private final int step;

        /** {@code months} long, and starting every {@code step} months from January. */
        Kind(int months, int step) {
            this.months = months;
            this.step = step;
        }

        private boolean fits(LocalDate first, LocalDate last) {
            if (this == DAY) {
                return first.equals(last);
            }
            LocalDate next = last.plusDays(1);
            long length = ChronoUnit.MONTHS.between(first, next);
            boolean wholeMonths = first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1;
            boolean aligned = (first.getMonthValue() - 1) % step == 0 && (months != ANY || length % step == 0);
            return wholeMonths && aligned && (months == ANY ? length > step : length == months);
        }
    }

    private static final int ANY = 0;
    private static final int EARLIEST = 1800;
    private static final int LATEST = 2100;

    /** At no particular time: what always holds. */
    public static final Period NONE = new Period(Kind.NONE, LocalDate.MIN, LocalDate.MAX);

    private static final Pattern YEAR = Pattern.compile("(FY)?([0-9]{4})");
    private static final Pattern PART = Pattern.compile("(H[12]|Q[1-4]|9M) ([0-9]{4})");
    private static final Pattern MONTH = Pattern.compile("(TTM )?([0-9]{4})-([0-9]{2})");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})-([0-9]{4})");
    private static final Pattern MONTHS = Pattern.compile("([0-9]{4})-([0-9]{2})[.][.]([0-9]{4})-([0-9]{2})");

    private static final Comparator<Period> BY_END =
            Comparator.comparing(Period::last).thenComparing(Period::first).thenComparing(Period::kind);

    /**
     * Throws if the days are not those of a period of that kind. A period of kind {@link Kind#NONE} covers all time, whatever
     * days are given.
     */
    public Period {
        if (kind == Kind.NONE) {
            first = LocalDate.MIN;
            last = LocalDate.MAX;
        } else {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("it ends before it begins");
            }
            if (!kind.fits(first, last)) {
                throw new IllegalArgumentException(first + " to " + last + " is no period of kind " + kind);
            }
        }
    }

    /** The calendar year {@code year}. */
    public static Period year(int year) {
        return months(Kind.YEAR, YearMonth.of(year, 1), 12);
    }

    /** The calendar years from one to another, both among them; none where the last is before the first. */
    public static ImmutableList<Period> years(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Period::year).collect(ImmutableList.toImmutableList());
    }

    /** The period that {@code text} names, in a year from 1800 to 2100: others are slips. Empty text is {@link #NONE}. */
    public static Period parse(String text) {
        try {
            Period period = read(text);
            if (period != null) {
                return period;
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a period: " + e.getMessage() + ". Maybe a digit was mistyped.", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not a period. Write a year (2024, FY2024), a half or"
                + " quarter (H1 2025, Q1 2025), a month or day (2025-07, 2025-07-18) or a span (2026-2027).");
    }

    /** The period that {@code text} names, or empty where it is only words, such as {@code early 2026}. */
    public static Optional<Period> find(String text) {
        try {
            return Optional.ofNullable(read(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The year in which it ends. */
    public int year() {
        return last.getYear();
    }

    /** The year or fiscal year before. */
    public Period previous() {
        if (kind != Kind.YEAR && kind != Kind.FISCAL_YEAR) {
            throw new IllegalArgumentException("'" + this + "' is not a year, so no period is the one before it.");
        }
        return new Period(kind, first.minusYears(1), last.minusYears(1));
    }

    /** By the last day, then the first: a year comes after its quarters. */
    @Override
    public int compareTo(Period other) {
        return BY_END.compare(this, other);
    }

    // as every record has it, but spelled out: a pack compares periods a million times
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Period period
                        && kind == period.kind
                        && first.equals(period.first)
                        && last.equals(period.last));
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + last.hashCode();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case YEAR -> Integer.toString(year());
            case FISCAL_YEAR -> "FY" + year();
            case HALF -> "H" + last.getMonthValue() / 6 + " " + year();
            case QUARTER -> "Q" + last.getMonthValue() / 3 + " " + year();
            case NINE_MONTHS -> "9M " + year();
            case TRAILING -> "TTM " + YearMonth.from(last);
            case MONTH -> YearMonth.from(last).toString();
            case DAY -> last.toString();
            case YEARS -> first.getYear() + "-" + last.getYear();
            case MONTHS -> YearMonth.from(first) + ".." + YearMonth.from(last);
            default -> "";
        };
    }

    private static @Nullable Period read(String text) {
        Matcher m;
        if (text.isEmpty()) {
            return NONE;
        }
        if ((m = YEAR.matcher(text)).matches()) {
            return months(m.group(1) == null ? Kind.YEAR : Kind.FISCAL_YEAR, month(m.group(2), "1"), 12);
        }
        if ((m = PART.matcher(text)).matches()) {
            return part(m.group(1), month(m.group(2), "1"));
        }
        if ((m = MONTH.matcher(text)).matches()) {
            YearMonth month = month(m.group(2), m.group(3));
            return m.group(1) == null ? months(Kind.MONTH, month, 1) : months(Kind.TRAILING, month.minusMonths(11), 12);
        }
        if ((m = DAY.matcher(text)).matches()) {
            LocalDate day = month(m.group(1), m.group(2)).atDay(1);
            day = LocalDate.of(day.getYear(), day.getMonth(), Integer.parseInt(m.group(3)));
            return new Period(Kind.DAY, day, day);
        }
        if ((m = YEARS.matcher(text)).matches()) {
            return span(Kind.YEARS, month(m.group(1), "1"), month(m.group(2), "12"));
        }
        if ((m = MONTHS.matcher(text)).matches()) {
            return span(Kind.MONTHS, month(m.group(1), m.group(2)), month(m.group(3), m.group(4)));
        }
        return null;
    }

    private static Period part(String part, YearMonth january) {
        if (part.equals("9M")) {
            return months(Kind.NINE_MONTHS, january, 9);
        }
        int before = part.charAt(1) - '1';
        return part.startsWith("Q")
                ? months(Kind.QUARTER, january.plusMonths(3L * before), 3)
                : months(Kind.HALF, january.plusMonths(6L * before), 6);
    }

    private static Period months(Kind kind, YearMonth first, int count) {
        return span(kind, first, first.plusMonths(count - 1L));
    }

    private static Period span(Kind kind, YearMonth first, YearMonth last) {
        return new Period(kind, first.atDay(1), last.atEndOfMonth());
    }

    private static YearMonth month(String year, String month) {
        return YearMonth.of(requireYear(Integer.parseInt(year)), Integer.parseInt(month));
    }

    private static int requireYear(int year) {
        if (year < EARLIEST || year > LATEST) {
            throw new IllegalArgumentException("the year " + year + " is not between " + EARLIEST + " and " + LATEST);
        }
        return year;
    }
}
