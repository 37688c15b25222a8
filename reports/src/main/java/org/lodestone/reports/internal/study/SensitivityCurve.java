package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * The curves that may lie behind rounded points.
 *
 * <p>The exact height y of a point is known but for its rounding. A curve keeps a course where its slopes
 *
 * <pre>s(i) = (y(i+1) − y(i)) / (x(i+1) − x(i))</pre>
 *
 * point one way and each is between two multiples of the one before. All of that is linear in y: whether there is such a
 * curve, and how high it can be at a place where nothing is printed, is a linear programme.
 */
final class SensitivityCurve {

    /** The highest power of the smooth curve that points are held against. */
    private static final int PARABOLA = 2;

    /** A value where the driver has changed by x, exact within half a unit. */
    record Point(double x, double value, double half) {}

    /** The way slopes go: up (+1) or down (−1), each from least to most times the one before. */
    record Course(int direction, double least, double most) {}

    /** All that is known of the height at one place: the lowest, the highest, and a guess to count from. */
    private record Knot(double x, double low, double high, double guess) {}

    private final ImmutableList<Knot> knots;
    private final double unit;
    private final int asked;

    /** The curves through some points, asked for their height at x. */
    private SensitivityCurve(Collection<Point> points, double x) {
        double[] places = DoubleStream.concat(points.stream().mapToDouble(Point::x), DoubleStream.of(x))
                .sorted()
                .distinct()
                .toArray();
        this.knots =
                DoubleStream.of(places).mapToObj(place -> knot(points, place)).collect(toImmutableList());
        this.unit = points.stream().mapToDouble(Point::half).min().orElseThrow();
        this.asked = (int) DoubleStream.of(places).filter(place -> place < x).count();
    }

    private static Knot knot(Collection<Point> points, double x) {
        List<Point> here = points.stream().filter(point -> point.x() == x).toList();
        return new Knot(
                x,
                here.stream()
                        .mapToDouble(point -> point.value() - point.half())
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY),
                here.stream()
                        .mapToDouble(point -> point.value() + point.half())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY),
                here.isEmpty() ? expected(points, x) : here.get(0).value());
    }

    /** Whether a curve on one of some courses passes through all points, within their rounding. */
    static boolean fits(Collection<Point> points, Collection<Course> courses) {
        SensitivityCurve curve =
                new SensitivityCurve(points, points.iterator().next().x());
        return courses.stream()
                .anyMatch(course -> curve.end(course, GoalType.MINIMIZE).isPresent());
    }

    /** The heights at x of the curves that pass through all points: a range for each course on which there are any. */
    static ImmutableList<SensitivityRange> ranges(Collection<Point> points, Collection<Course> courses, double x) {
        SensitivityCurve curve = new SensitivityCurve(points, x);
        return courses.stream()
                .flatMap(course -> curve
                        .end(course, GoalType.MINIMIZE)
                        .flatMap(low ->
                                curve.end(course, GoalType.MAXIMIZE).map(high -> new SensitivityRange(low, high)))
                        .stream())
                .collect(toImmutableList());
    }

    /** The least or greatest height on a course, if there is any; infinite where nothing limits it. */
    private Optional<Double> end(Course course, GoalType goal) {
        List<LinearConstraint> limits = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            Knot knot = knots.get(i);
            if (knot.low() > Double.NEGATIVE_INFINITY) {
                limits.add(notNegative(height(i).subtract(constant(knot.low()))));
                limits.add(notNegative(constant(knot.high()).subtract(height(i))));
            }
        }
        for (int i = 0; i + 1 < knots.size(); i++) {
            RealVector slope = slope(i).mapMultiply(course.direction());
            limits.add(notNegative(slope));
            if (i + 2 < knots.size()) {
                RealVector next = slope(i + 1).mapMultiply(course.direction());
                limits.add(notNegative(next.subtract(slope.mapMultiply(course.least()))));
                limits.add(notNegative(slope.mapMultiply(course.most()).subtract(next)));
            }
        }
        try {
            RealVector height = height(asked);
            double value = new SimplexSolver()
                    .optimize(
                            new LinearObjectiveFunction(
                                    height.getSubVector(0, knots.size()), height.getEntry(knots.size())),
                            new LinearConstraintSet(limits),
                            new NonNegativeConstraint(false),
                            goal)
                    .getValue();
            return Optional.of(value * unit);
        } catch (NoFeasibleSolutionException none) {
            return Optional.empty();
        } catch (UnboundedSolutionException open) {
            return Optional.of(goal == GoalType.MINIMIZE ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
    }

    /** The height of a knot in units of rounding: what it differs from its guess, which is to be found, and the guess. */
    private RealVector height(int knot) {
        RealVector height = constant(knots.get(knot).guess());
        height.setEntry(knot, 1);
        return height;
    }

    private RealVector slope(int knot) {
        return height(knot + 1)
                .subtract(height(knot))
                .mapDivide(knots.get(knot + 1).x() - knots.get(knot).x());
    }

    private RealVector constant(double value) {
        RealVector constant = new ArrayRealVector(knots.size() + 1);
        constant.setEntry(knots.size(), value / unit);
        return constant;
    }

    private LinearConstraint notNegative(RealVector sum) {
        return new LinearConstraint(sum.getSubVector(0, knots.size()), Relationship.GEQ, -sum.getEntry(knots.size()));
    }

    // ---------------------------------------------------------------- the smoothest curve

    /** The scatter of points around the smoothest curve near them; none where three places say nothing about it. */
    static double roughness(Collection<Point> points) {
        int power = power(points);
        int spare = points.size() - power - 1;
        PolynomialFunction curve = smooth(points, power);
        return spare == 0
                ? 0
                : Math.sqrt(points.stream()
                                .mapToDouble(point -> Math.pow(point.value() - curve.value(point.x()), 2))
                                .sum()
                        / spare);
    }

    /** The height at x of the smoothest curve near the points. */
    static double expected(Collection<Point> points, double x) {
        return smooth(points, power(points)).value(x);
    }

    private static int power(Collection<Point> points) {
        return (int) Math.min(
                PARABOLA, points.stream().mapToDouble(Point::x).distinct().count() - 1);
    }

    private static PolynomialFunction smooth(Collection<Point> points, int power) {
        if (power < 1) {
            return new PolynomialFunction(new double[] {points.iterator().next().value()});
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(
                points.stream().mapToDouble(Point::value).toArray(),
                points.stream().map(point -> powers(point.x(), power)).toArray(double[][]::new));
        return new PolynomialFunction(regression.estimateRegressionParameters());
    }

    private static double[] powers(double x, int power) {
        return power == 1 ? new double[] {x} : new double[] {x, x * x};
    }
}
