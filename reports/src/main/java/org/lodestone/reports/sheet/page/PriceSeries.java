package org.lodestone.reports.sheet.page;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Shown;

/**
 * The prices of one grade on one market in one unit, as one edition prints them or as they were quoted: never joined to those of
 * another.
 *
 * @param grade with the market, where the source says so
 * @param edition the name of the edition; empty of quotes
 * @param points by time
 * @param leads whether the dataset names it as the price that leads
 */
record PriceSeries(
        String product, String grade, Unit unit, String edition, ImmutableList<Point> points, boolean leads) {

    /** Below so much a price is told with decimals. */
    private static final double HUNDRED = 100;

    /**
     * A price of a period.
     *
     * @param printed as its source has it
     * @param number the same, or the middle of a range that is printed
     * @param isEstimate whether its source marks it as one
     */
    record Point(Period period, Key printed, Key number, OptionalDouble amount, boolean isEstimate) {

        YearMonth month() {
            return YearMonth.from(period.last());
        }

        /** Decimals in a sentence. */
        int digits() {
            double known = amount.orElse(0);
            return known == Math.rint(known) || known >= HUNDRED ? 0 : 2;
        }

        /** {@code 13 Mar 26}, {@code 2025e}. */
        String inColumn() {
            return Estimates.marked(Days.inColumn(period), isEstimate);
        }

        /** {@code on 13 March 2026}, {@code in 2025}. */
        String when() {
            return (period.kind() == Period.Kind.DAY ? "on " : "in ") + Days.inSentence(period);
        }
    }

    String name() {
        return grade.isEmpty() ? product : product + ", " + grade;
    }

    Point first() {
        return points.get(0);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    LocalDate newest() {
        return last().period().first();
    }

    /** The unit in words, without the brackets of one that is kept as it is printed. */
    String unitInWords() {
        return unit.dimension() == Dimension.AS_PRINTED ? unit.basis() : unit.toString();
    }

    /** The same from a month on; empty where nothing is left. */
    Optional<PriceSeries> since(YearMonth month) {
        List<Point> later =
                points.stream().filter(point -> !point.month().isBefore(month)).toList();
        return later.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriceSeries(product, grade, unit, edition, ImmutableList.copyOf(later), leads));
    }

    /** The last price but one; empty where there is only one. */
    Optional<Point> before() {
        return points.size() < 2 ? Optional.empty() : Optional.of(points.get(points.size() - 2));
    }

    /** How its prices are shown in a table. */
    Shown shown() {
        return points.stream().allMatch(point -> point.digits() == 0) ? Shown.WHOLE : Shown.AS_IS;
    }

    /** Whether every year from its first to its last has a price, and there is more than one. */
    boolean isUnbroken() {
        return points.size() > 1 && last().period().year() - first().period().year() == points.size() - 1;
    }

    List<Period> periods() {
        return points.stream().map(Point::period).toList();
    }
}
