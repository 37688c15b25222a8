package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.internal.study.SensitivityCurve.Course;
import org.lodestone.reports.internal.study.SensitivityCurve.Point;
import org.lodestone.reports.internal.study.SensitivityFault.Base;
import org.lodestone.reports.internal.study.SensitivityFault.Base.Where;
import org.lodestone.reports.internal.study.SensitivityFault.Digit;
import org.lodestone.reports.internal.study.SensitivityFault.Odd;
import org.lodestone.reports.internal.study.SensitivityFault.Scale;
import org.lodestone.reports.internal.study.SensitivityFault.Shapeless;
import org.lodestone.reports.internal.study.SensitivityFault.Sign;
import org.lodestone.reports.internal.study.SensitivityFault.Swapped;
import org.lodestone.reports.internal.study.SensitivityFault.UpsideDown;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/**
 * Every single repair after which a table fits.
 *
 * <p>A wrong value is looked for by leaving it out: the others say in which range it must be, and an error of writing is one
 * whose repair is in that range.
 */
final class SensitivityRepairs {

    /** The largest power of ten that a value may be off: thousands for millions. */
    private static final int POWERS = 3;

    /** Two repairs are about as smooth where one scatters less than so many times the other: few points say no more. */
    private static final double ABOUT = 2;

    /** The kinds of fault, the simplest first. */
    private enum Kind {
        TABLE,
        ROWS,
        SIGN,
        SCALE,
        DIGIT,
        BASE,
        ODD
    }

    /** A fault, and how far the table scatters around a smooth curve after its repair. */
    private record Repair(Kind kind, SensitivityFault fault, double roughness) {}

    /** A value left out: where it stands, the points that stay, and the ranges in which they say that it must be. */
    private record Gap(double x, double half, ImmutableList<Point> others, ImmutableList<SensitivityRange> ranges) {

        /** Those of some values that may be meant, a value with fewer digits being less exact; the most expected first. */
        ImmutableList<BigDecimal> possible(Stream<BigDecimal> values) {
            double expected = SensitivityCurve.expected(others, x);
            return values.filter(value -> ranges.stream()
                            .anyMatch(range ->
                                    range.meets(value.doubleValue(), Math.max(half, SensitivityTable.halfUnit(value)))))
                    .sorted(comparingDouble(value -> Math.abs(value.doubleValue() - expected)))
                    .collect(toImmutableList());
        }

        /** The scatter of the table with the value that is possible and nearest to one. */
        double roughnessNear(double value) {
            return SensitivityCurve.roughness(ImmutableList.<Point>builder()
                    .addAll(others)
                    .add(new Point(x, range().nearest(value), half))
                    .build());
        }

        /** All values that are possible, the ranges of several courses taken together. */
        SensitivityRange range() {
            return new SensitivityRange(
                    ranges.stream().mapToDouble(SensitivityRange::low).min().orElseThrow(),
                    ranges.stream().mapToDouble(SensitivityRange::high).max().orElseThrow());
        }

        /** The scatter with the most expected of the values that are possible. */
        double leastRoughness() {
            return roughnessNear(SensitivityCurve.expected(others, x));
        }
    }

    private final SensitivityTable table;
    private final ImmutableList<Course> courses;
    private final List<Repair> repairs = new ArrayList<>();

    private SensitivityRepairs(SensitivityTable table) {
        this.table = table;
        this.courses = table.driver().courses(table.outcome());
    }

    /** Whether a table has the shape that its driver demands. */
    static boolean fits(SensitivityTable table) {
        return SensitivityCurve.fits(table.points(), table.driver().courses(table.outcome()));
    }

    /** The possible faults of a table that does not fit: never empty, the most likely first. */
    static ImmutableList<SensitivityFault> of(SensitivityTable table) {
        SensitivityRepairs search = new SensitivityRepairs(table);
        search.changes();
        search.swaps();
        table.rows().stream().filter(row -> !isBase(row)).forEach(search::value);
        search.bases();
        return search.repairs.isEmpty() ? ImmutableList.of(search.furthest()) : search.sorted();
    }

    /** Those after which the table is about as smooth as after any, the simplest kind first; the last only if it has to be. */
    private ImmutableList<SensitivityFault> sorted() {
        double least = repairs.stream().mapToDouble(Repair::roughness).min().orElseThrow();
        double smooth = ABOUT * Math.max(least, SensitivityTable.halfUnit(table.rows()));
        List<Repair> good =
                repairs.stream().filter(repair -> repair.roughness() <= smooth).collect(toImmutableList());
        boolean written = good.stream().anyMatch(repair -> repair.kind().compareTo(Kind.BASE) < 0);
        return good.stream()
                .filter(repair -> !written || repair.kind() != Kind.ODD)
                .sorted(comparing(Repair::kind).thenComparingDouble(Repair::roughness))
                .map(Repair::fault)
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- rows

    private void changes() {
        if (!isPair()) {
            moved(
                    Kind.TABLE,
                    new UpsideDown(table.rows()),
                    table.rows().stream().map(SensitivityRepairs::turned));
        }
        for (Row one : table.rows()) {
            moved(
                    Kind.ROWS,
                    new UpsideDown(ImmutableList.of(one)),
                    table.rows().stream().map(row -> row.equals(one) ? turned(row) : row));
        }
    }

    /** Whether there are two rows of opposite changes: upside down they are swapped. */
    private boolean isPair() {
        return table.rows().size() == 2
                && table.rows()
                        .get(0)
                        .equals(new Row(
                                table.rows().get(1).change().negate(),
                                table.rows().get(0).value()));
    }

    private static Row turned(Row row) {
        return new Row(row.change().negate(), row.value());
    }

    private void swaps() {
        for (int i = 0; i < table.rows().size(); i++) {
            Row one = table.rows().get(i);
            for (Row other : table.rows().subList(i + 1, table.rows().size())) {
                moved(
                        Kind.ROWS,
                        new Swapped(one, other),
                        table.rows().stream()
                                .map(row -> row.equals(one)
                                        ? new Row(row.change(), other.value())
                                        : row.equals(other) ? new Row(row.change(), one.value()) : row));
            }
        }
    }

    private void moved(Kind kind, SensitivityFault fault, Stream<Row> rows) {
        ImmutableList<Point> points =
                table.withRows(rows.collect(toImmutableList())).points();
        if (SensitivityCurve.fits(points, courses)) {
            repairs.add(new Repair(kind, fault, SensitivityCurve.roughness(points)));
        }
    }

    // ---------------------------------------------------------------- values

    private void value(Row row) {
        gap(row).ifPresent(gap -> {
            int before = repairs.size();
            first(gap.possible(signs(row.value())), right -> add(Kind.SIGN, gap, right, new Sign(row, right)));
            first(gap.possible(scales(row.value())), right -> add(Kind.SCALE, gap, right, new Scale(row, right)));
            ImmutableList<BigDecimal> digits = gap.possible(digits(row.value()));
            first(digits, right -> add(Kind.DIGIT, gap, right, new Digit(row, digits)));
            if (repairs.size() == before) {
                repairs.add(new Repair(Kind.ODD, new Odd(row, gap.range()), gap.leastRoughness()));
            }
        });
    }

    private static void first(List<BigDecimal> values, Consumer<BigDecimal> taken) {
        values.stream().findFirst().ifPresent(taken);
    }

    private void add(Kind kind, Gap gap, BigDecimal right, SensitivityFault fault) {
        repairs.add(new Repair(kind, fault, gap.roughnessNear(right.doubleValue())));
    }

    private Optional<Gap> gap(Row row) {
        ImmutableList<Row> others = except(row);
        return gap(
                row.change().doubleValue(),
                SensitivityTable.halfUnit(others),
                SensitivityTable.points(others, table.base()));
    }

    private Optional<Gap> gap(double x, double half, ImmutableList<Point> others) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<SensitivityRange> ranges = SensitivityCurve.ranges(others, courses, x);
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new Gap(x, half, others, ranges));
    }

    private ImmutableList<Row> except(Row left) {
        return table.rows().stream().filter(row -> !row.equals(left)).collect(toImmutableList());
    }

    /** The base of no change: in the study, in a row, or in both, where they agree. */
    private void bases() {
        table.base().ifPresent(base -> base(Where.STUDY, base, table.rows(), Optional.empty()));
        table.rows().stream().filter(SensitivityRepairs::isBase).findFirst().ifPresent(row -> {
            Printed inRow = new Printed(row.value(), SensitivityTable.halfUnit(table.rows()));
            base(Where.ROW, inRow, except(row), table.base());
            table.base()
                    .filter(base -> SensitivityCurve.fits(
                            SensitivityTable.points(ImmutableList.of(row), Optional.of(base)), courses))
                    .ifPresent(base -> base(Where.BOTH, base, except(row), Optional.empty()));
        });
    }

    private static boolean isBase(Row row) {
        return row.change().signum() == 0;
    }

    private void base(Where where, Printed wrong, ImmutableList<Row> rows, Optional<Printed> base) {
        gap(0, wrong.half(), SensitivityTable.points(rows, base)).ifPresent(gap -> {
            BigDecimal value = wrong.value();
            Stream<BigDecimal> right = Streams.concat(signs(value), scales(value), digits(value));
            repairs.add(new Repair(
                    Kind.BASE, new Base(where, wrong, gap.range(), gap.possible(right)), gap.leastRoughness()));
        });
    }

    private SensitivityFault furthest() {
        return table.rows().stream()
                .map(row -> new Shapeless(
                        row,
                        SensitivityCurve.expected(
                                SensitivityTable.points(except(row), table.base()),
                                row.change().doubleValue())))
                .max(comparingDouble(odd -> Math.abs(odd.row().value().doubleValue() - odd.smooth())))
                .orElseThrow();
    }

    // ---------------------------------------------------------------- errors of writing

    private static Stream<BigDecimal> signs(BigDecimal value) {
        return Stream.of(value.negate());
    }

    private static Stream<BigDecimal> scales(BigDecimal value) {
        return IntStream.rangeClosed(-POWERS, POWERS)
                .filter(power -> power != 0)
                .mapToObj(value::scaleByPowerOfTen);
    }

    private static Stream<BigDecimal> digits(BigDecimal value) {
        String digits = value.unscaledValue().abs().toString();
        Stream.Builder<String> others = Stream.builder();
        for (int i = 0; i < digits.length(); i++) {
            for (char digit = i == 0 ? '1' : '0'; digit <= '9'; digit++) {
                others.add(digits.substring(0, i) + digit + digits.substring(i + 1));
            }
            if (i > 0) {
                others.add(
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1));
            }
        }
        return others.build()
                .filter(other -> !other.equals(digits))
                .distinct()
                .map(other -> new BigDecimal(
                        value.signum() < 0 ? new BigInteger(other).negate() : new BigInteger(other), value.scale()));
    }
}
