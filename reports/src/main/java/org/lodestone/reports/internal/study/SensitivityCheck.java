package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.lodestone.reports.internal.study.SensitivityCurve.Point;
import org.lodestone.reports.internal.study.SensitivityFault.Beyond;
import org.lodestone.reports.internal.study.SensitivityFault.Exchanged;
import org.lodestone.reports.internal.study.SensitivityTable.Outcome;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/**
 * The sensitivity tables of one study, checked.
 *
 * <p>The rows of price or recovery, of operating cost and of capital cost imply the present value of revenue and of each cost:
 * what NPV gains or loses for 100% of change, after the tax that a study takes off. No present value is above the total that it
 * is the present value of.
 */
public final class SensitivityCheck {

    /** The number of places, the base among them, from which there is something to hold against each other. */
    private static final int PLACES = 2;

    private final ImmutableList<Alone> tables;
    private final Totals totals;

    private SensitivityCheck(Collection<SensitivityTable> tables, Totals totals) {
        this.totals = totals;
        this.tables = tables.stream().map(this::alone).collect(toImmutableList());
    }

    /** A table checked without the others: whether it has the shape of its driver, and what is wrong with it. */
    private record Alone(SensitivityTable table, boolean fits, ImmutableList<SensitivityFault> faults) {
        boolean isFaulty() {
            return !faults.isEmpty();
        }

        /** Whether an exchange between two tables, not both clean, explains both: no shape is wrong, or both tables are. */
        boolean shares(Alone other) {
            return isFaulty() == other.isFaulty() || (fits && other.fits);
        }
    }

    /**
     * The totals that a study prints over its life, undiscounted and before tax, in the unit of its NPV; a cost is above zero, capital cost
     * is with sustaining capital.
     */
    public record Totals(Optional<Printed> revenue, Optional<Printed> opex, Optional<Printed> capex) {
        /** Where a study prints none. */
        public static final Totals NONE = new Totals(Optional.empty(), Optional.empty(), Optional.empty());

        public Totals {
            requireNonNull(revenue, "revenue");
            requireNonNull(opex, "opex");
            requireNonNull(capex, "capex");
        }

        private Optional<Printed> of(SensitivityDriver driver) {
            return driver.isRevenue()
                    ? revenue
                    : driver == SensitivityDriver.OPEX
                            ? opex
                            : driver == SensitivityDriver.CAPEX ? capex : Optional.empty();
        }
    }

    /**
     * The finding on one table.
     *
     * @param tooShort whether there is nothing to hold against each other
     * @param presentValue of revenue, operating or capital cost, after tax, as the rows next to the base imply it: where the
     *     table is clean, shows NPV, and NPV is linear in its driver
     * @param faults what may be wrong, one of these: the most likely first; empty where the table is clean
     */
    public record Finding(
            SensitivityTable table,
            boolean tooShort,
            Optional<SensitivityRange> presentValue,
            ImmutableList<SensitivityFault> faults) {
        /** Whether the table was checked and nothing is wrong. */
        public boolean isClean() {
            return !tooShort && faults.isEmpty();
        }

        /** A sentence on what is wrong, with what would make it right. */
        public String inWords() {
            if (tooShort) {
                return "Too short to be held against anything.";
            }
            List<String> words = faults.stream()
                    .map(fault -> fault.inWords(table.driver()))
                    .distinct()
                    .limit(SensitivityFault.MOST)
                    .toList();
            return switch (words.size()) {
                case 0 -> "No fault found.";
                case 1 -> words.get(0) + ".";
                default -> "One of these: " + String.join("; or ", words) + ".";
            };
        }
    }

    /** The findings on the tables of one study, in their order; all those of one outcome have one unit. */
    public static ImmutableList<Finding> of(Collection<SensitivityTable> tables, Totals totals) {
        SensitivityCheck check = new SensitivityCheck(tables, totals);
        return check.tables.stream().map(check::finding).collect(toImmutableList());
    }

    private Alone alone(SensitivityTable table) {
        boolean fits = isShort(table) || SensitivityRepairs.fits(table);
        return new Alone(
                table, fits, fits ? beyond(table).stream().collect(toImmutableList()) : SensitivityRepairs.of(table));
    }

    private Finding finding(Alone one) {
        SensitivityTable table = one.table();
        ImmutableList<SensitivityFault> faults = Streams.concat(
                        exchanges(one, true),
                        one.faults().stream(),
                        one.isFaulty() ? exchanges(one, false) : Stream.<SensitivityFault>empty())
                .collect(toImmutableList());
        boolean implies = faults.isEmpty() && !isShort(table) && impliesPresentValue(table);
        return new Finding(table, isShort(table), implies ? Optional.of(aroundBase(table)) : Optional.empty(), faults);
    }

    private Stream<SensitivityFault> exchanges(Alone one, boolean shared) {
        return tables.stream()
                .filter(other -> (one.isFaulty() || other.isFaulty()) && one.shares(other) == shared)
                .flatMap(other -> exchanges(one.table(), other.table()).stream());
    }

    private static boolean isShort(SensitivityTable table) {
        return table.points().stream().mapToDouble(Point::x).distinct().count() < PLACES;
    }

    private static boolean impliesPresentValue(SensitivityTable table) {
        return table.outcome() == Outcome.NPV && table.driver().isLinear();
    }

    // ---------------------------------------------------------------- present values

    /** The steepest of all slopes between two points, where it is above what a study prints. */
    private Optional<SensitivityFault> beyond(SensitivityTable table) {
        if (!impliesPresentValue(table)) {
            return Optional.empty();
        }
        ImmutableList<Point> points = table.points();
        return totals.of(table.driver())
                .flatMap(total -> points.stream()
                        .flatMap(one -> points.stream()
                                .filter(other -> other.x() > one.x())
                                .map(other -> slope(table, one, other)))
                        .max(comparingDouble(SensitivityRange::low))
                        .filter(steepest -> steepest.low() > total.value().doubleValue() + total.half())
                        .map(steepest -> new Beyond(steepest, total)));
    }

    /** The slope between the points next to the base on both sides, or the two nearest to it where all are on one. */
    private static SensitivityRange aroundBase(SensitivityTable table) {
        TreeMap<Double, Point> finest = new TreeMap<>();
        table.points()
                .forEach(point -> finest.merge(point.x(), point, BinaryOperator.minBy(comparingDouble(Point::half))));
        ImmutableList<Point> points = ImmutableList.copyOf(finest.values());
        int last = points.size() - 1;
        int from = finest.headMap(0.0).size() - 1;
        int to = finest.headMap(0.0, true).size();
        return slope(
                table, points.get(Math.min(Math.max(from, 0), last - 1)), points.get(Math.max(Math.min(to, last), 1)));
    }

    /** The worth of 100% of change, from one point to another: above zero in the direction of the driver. */
    private static SensitivityRange slope(SensitivityTable table, Point from, Point to) {
        double rise = table.driver().isRevenue() ? to.value() - from.value() : from.value() - to.value();
        double half = from.half() + to.half();
        double run = to.x() - from.x();
        return new SensitivityRange((rise - half) / run, (rise + half) / run);
    }

    // ---------------------------------------------------------------- two drivers

    /** The exchanges of rows between two tables after which nothing is wrong with either: all rows, or those of one change. */
    private ImmutableList<Exchanged> exchanges(SensitivityTable one, SensitivityTable other) {
        if (one.outcome() != other.outcome() || one.driver() == other.driver() || rate(one) || rate(other)) {
            return ImmutableList.of();
        }
        if (areSound(one.withDriver(other.driver()), other.withDriver(one.driver()))) {
            return ImmutableList.of(new Exchanged(other.driver(), Optional.empty()));
        }
        ImmutableList.Builder<Exchanged> exchanges = ImmutableList.builder();
        for (Row row : one.rows()) {
            other.rows().stream()
                    .filter(its -> its.change().compareTo(row.change()) == 0)
                    .filter(its -> areSound(replaced(one, row, its), replaced(other, its, row)))
                    .forEach(its -> exchanges.add(new Exchanged(other.driver(), Optional.of(row.change()))));
        }
        return exchanges.build();
    }

    /** The discount rate is changed by other steps, and mostly in points. */
    private static boolean rate(SensitivityTable table) {
        return table.driver() == SensitivityDriver.RATE;
    }

    private static SensitivityTable replaced(SensitivityTable table, Row old, Row now) {
        return table.withRows(
                table.rows().stream().map(row -> row.equals(old) ? now : row).collect(toImmutableList()));
    }

    private boolean areSound(SensitivityTable one, SensitivityTable other) {
        return Stream.of(one, other)
                        .allMatch(table -> !isShort(table)
                                && SensitivityRepairs.fits(table)
                                && beyond(table).isEmpty())
                && revenueIsSteeper(one, other)
                && revenueIsSteeper(other, one);
    }

    /** A project that is worth anything earns more than any of its costs. */
    private static boolean revenueIsSteeper(SensitivityTable one, SensitivityTable other) {
        boolean asks = one.driver().isRevenue()
                && !other.driver().isRevenue()
                && one.points().stream().anyMatch(point -> point.x() == 0 && point.value() > 0);
        return !asks || steepness(one) >= steepness(other);
    }

    private static double steepness(SensitivityTable table) {
        SensitivityRange slope = aroundBase(table);
        return Math.abs(slope.low() + slope.high()) / 2;
    }
}
