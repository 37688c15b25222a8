package org.lodestone.reports.internal.study;

import static java.lang.Double.NEGATIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.internal.study.SensitivityCurve.Course;
import org.lodestone.reports.internal.study.SensitivityCurve.Point;

class SensitivityCurveTest {

    /** Up, each slope the one before or down to half of it. */
    private static final Course FLATTENS = new Course(+1, 0.5, 1);

    private static final Course STEEPENS = new Course(+1, 1, 2);

    private static Point exact(double x, double y) {
        return new Point(x, y, 1e-9);
    }

    @Test
    void a_curve_between_exact_points_is_held_by_the_slopes_beside_it() {
        // slopes of 10, then 18 in two steps that flatten: the first 9 to 10
        List<Point> points = List.of(exact(0, 0), exact(1, 10), exact(3, 28));
        isRange(SensitivityCurve.ranges(points, List.of(FLATTENS), 2), 19, 20);
        // before the first slope of 10 there was one of 10 to 20
        isRange(SensitivityCurve.ranges(points, List.of(FLATTENS), -1), -20, -10);
    }

    @Test
    void slopes_in_a_gap_are_held_by_those_on_both_sides() {
        // slopes of 10, then 9 and 9: none in the gap of 18 can be below the 9 that follows
        List<Point> points = List.of(exact(0, 0), exact(2, 20), exact(4, 38), exact(6, 56));
        assertThat(SensitivityCurve.fits(points, List.of(FLATTENS))).isTrue();
        assertThat(SensitivityCurve.fits(points, List.of(STEEPENS))).isFalse();
        isRange(SensitivityCurve.ranges(points, List.of(FLATTENS), 3), 29, 29);
    }

    @Test
    void rounding_hides_a_bend_the_wrong_way_and_no_more() {
        // slopes of 10 and 11 may both be 10.5 where each value is exact within a quarter, not where within a fifth
        assertThat(SensitivityCurve.fits(bend(0.25), List.of(FLATTENS))).isTrue();
        assertThat(SensitivityCurve.fits(bend(0.2), List.of(FLATTENS))).isFalse();
        assertThat(SensitivityCurve.fits(bend(0.2), List.of(FLATTENS, STEEPENS)))
                .isTrue();
    }

    private static List<Point> bend(double half) {
        return List.of(new Point(0, 0, half), new Point(1, 10, half), new Point(2, 21, half));
    }

    @Test
    void a_place_printed_twice_has_what_both_allow() {
        assertThat(SensitivityCurve.fits(
                        List.of(exact(0, 0), new Point(1, 10, 1), new Point(1, 12, 1), exact(2, 22)),
                        List.of(FLATTENS)))
                .isTrue();
        assertThat(SensitivityCurve.fits(
                        List.of(exact(0, 0), new Point(1, 10, 0.9), new Point(1, 12, 0.9), exact(2, 22)),
                        List.of(FLATTENS)))
                .isFalse();
    }

    @Test
    void one_point_leaves_one_side_open() {
        assertThat(SensitivityCurve.ranges(List.of(exact(1, 10)), List.of(FLATTENS), 0))
                .singleElement()
                .satisfies(range -> {
                    assertThat(range.low()).isEqualTo(NEGATIVE_INFINITY);
                    assertThat(range.high()).isCloseTo(10, within(1e-6));
                });
    }

    @Test
    void points_on_a_parabola_are_smooth() {
        List<Point> parabola = List.of(exact(0, 0), exact(1, 1), exact(2, 4), exact(3, 9));
        assertThat(SensitivityCurve.roughness(parabola)).isCloseTo(0, within(1e-9));
        assertThat(SensitivityCurve.expected(parabola, 4)).isCloseTo(16, within(1e-9));
        assertThat(SensitivityCurve.expected(parabola.subList(1, 3), 3)).isCloseTo(7, within(1e-9));
        assertThat(SensitivityCurve.roughness(parabola.subList(0, 3))).isZero();
        // a 4 in place of 9 is 5 lower: third differences of −5 leave residuals of 5 / 20 × (1, 3, 3, 1), squares 1.25
        assertThat(SensitivityCurve.roughness(List.of(parabola.get(0), parabola.get(1), parabola.get(2), exact(3, 4))))
                .isCloseTo(Math.sqrt(1.25), within(1e-9));
    }

    private static void isRange(List<SensitivityRange> ranges, double low, double high) {
        assertThat(ranges).singleElement().satisfies(range -> {
            assertThat(range.low()).isCloseTo(low, within(1e-6));
            assertThat(range.high()).isCloseTo(high, within(1e-6));
        });
    }
}
