package org.lodestone.core.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a figure is of: {@code 2024}, {@code FY2024}, {@code H1 2025}, {@code Q3 2025}, {@code 9M 2025},
 * {@code TTM 2025-09}, {@code 2025-07}, {@code 2025-07-18}, {@code 2026-2027} or {@code 2025-01..2025-05}.
 *
 * <p>A fiscal year is named after the calendar year in which it ends.
 */
public record Period(Kind kind, String text, LocalDate end) implements Comparable<Period> {

    /** What a period is. */
    public enum Kind {
        NONE(""),
        DAY("(\\d{4})-(\\d{2})-(\\d{2})"),
        MONTH("(\\d{4})-(\\d{2})"),
        MONTHS("\\d{4}-\\d{2}\\.\\.(\\d{4})-(\\d{2})"),
        QUARTER("Q([1-4]) (\\d{4})"),
        HALF("H([12]) (\\d{4})"),
        NINE_MONTHS("9M (\\d{4})"),
        TRAILING("TTM (\\d{4})-(\\d{2})"),
        YEAR("(\\d{4})"),
        FISCAL_YEAR("FY(\\d{4})"),
        YEARS("\\d{4}-(\\d{4})");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** At no particular time. */
    public static final Period NONE = new Period(Kind.NONE, "", LocalDate.of(1, 1, 1));

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::end).thenComparing(Period::kind).thenComparing(Period::text);

    public static Period year(int year) {
        return parse(Integer.toString(year));
    }

    /** Reads a period. Throws {@link IllegalArgumentException} for any other text. */
    public static Period parse(String text) {
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(text);
            if (matcher.matches()) {
                return kind == Kind.NONE ? NONE : new Period(kind, text, end(kind, matcher, text));
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a period. Write it like 2024, FY2024, H1 2025, Q3 2025,"
                + " 9M 2025, 2025-07, 2025-07-18, 2026-2027 or 2025-01..2025-05.");
    }

    private static LocalDate end(Kind kind, Matcher matcher, String text) {
        int first = Integer.parseInt(matcher.group(1));
        try {
            LocalDate end =
                    switch (kind) {
                        case DAY -> LocalDate.parse(text);
                        case MONTH, MONTHS, TRAILING -> YearMonth.of(first, Integer.parseInt(matcher.group(2)))
                                .atEndOfMonth();
                        case QUARTER -> YearMonth.of(Integer.parseInt(matcher.group(2)), 3 * first)
                                .atEndOfMonth();
                        case HALF -> YearMonth.of(Integer.parseInt(matcher.group(2)), 6 * first)
                                .atEndOfMonth();
                        case NINE_MONTHS -> LocalDate.of(first, 9, 30);
                        default -> LocalDate.of(first, 12, 31);
                    };
            if (end.getYear() < 1800 || end.getYear() > 2100) {
                throw new IllegalArgumentException(
                        "The year " + end.getYear() + " is out of range: expected one from 1800 to 2100.");
            }
            return end;
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date of the calendar.", e);
        }
    }

    /** The calendar year in which this period ends. */
    public int year() {
        return end.getYear();
    }

    public boolean isYear() {
        return kind == Kind.YEAR;
    }

    /** The year before. Only for calendar and fiscal years. */
    public Period previous() {
        return switch (kind) {
            case YEAR -> year(year() - 1);
            case FISCAL_YEAR -> parse("FY" + (year() - 1));
            default -> throw new IllegalArgumentException("'" + text + "' is not a year, so it has no year before.");
        };
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
