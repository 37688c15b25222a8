package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodestone.excel.PointNames.Named;
import org.lodestone.excel.PointNames.Side;

/** A plot of 400 by 200 pixels with names of 14 pixels' height. */
class PointNamesTest {

    private static final PointNames NAMES = new PointNames(400, 200, 14);

    private static List<String> places(List<PointNames.Box> lines, Named... points) {
        return NAMES.sides(List.of(points), lines).stream()
                .map(side -> side.map(Side::place).orElse("none"))
                .toList();
    }

    @Test
    void a_name_stands_to_the_right_of_its_point_and_to_the_left_where_the_plot_ends() {
        assertThat(places(List.of(), new Named(200, 100, 80), new Named(350, 50, 80)))
                .containsExactly("r", "l");
    }

    @Test
    void a_name_stands_elsewhere_where_the_one_of_a_point_before_it_would_be() {
        // the name of the first reaches from 206 to 286
        assertThat(places(List.of(), new Named(200, 100, 80), new Named(290, 100, 80)))
                .containsExactly("l", "r");
    }

    @Test
    void a_name_stands_on_a_line_where_no_other_side_is_free() {
        PointNames.Box line = new PointNames.Box(250, 0, 250, 200);
        assertThat(places(List.of(line), new Named(200, 100, 80))).containsExactly("l");
        assertThat(places(List.of(line), new Named(60, 100, 300))).containsExactly("r");
    }

    @Test
    void none_has_a_name_that_is_too_wide_for_the_plot_and_the_ninth_none_at_all() {
        assertThat(places(List.of(), new Named(200, 100, 500))).containsExactly("none");
        Named[] nine = new Named[9];
        for (int i = 0; i < 9; i++) {
            nine[i] = new Named(20, 20 + 20 * i, 30);
        }
        assertThat(places(List.of(), nine)).endsWith("r", "none");
    }

    @Test
    void no_name_stands_on_another_or_beyond_the_plot_wherever_points_are() {
        Random random = new Random(86);
        for (int round = 0; round < 500; round++) {
            List<Named> points = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                points.add(
                        new Named(400 * random.nextDouble(), 200 * random.nextDouble(), 40 + 80 * random.nextDouble()));
            }
            List<Optional<Side>> sides = NAMES.sides(points, List.of());
            List<double[]> boxes = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                if (sides.get(i).isPresent()) {
                    boxes.add(box(points.get(i), sides.get(i).get()));
                }
            }
            assertThat(boxes).isNotEmpty();
            for (int i = 0; i < boxes.size(); i++) {
                double[] one = boxes.get(i);
                assertThat(one[0] >= 0 && one[1] <= 400 && one[2] >= 0 && one[3] <= 200)
                        .isTrue();
                for (double[] other : boxes.subList(i + 1, boxes.size())) {
                    assertThat(one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3])
                            .isFalse();
                }
            }
        }
    }

    /** Left, right, top and bottom of the letters of a name, six pixels from its point. */
    private static double[] box(Named point, Side side) {
        double left = side.across() == 0
                ? point.across() + 6
                : side.across() == -1 ? point.across() - 6 - point.wide() : point.across() - point.wide() / 2;
        double middle = point.down() + 14 * side.down();
        return new double[] {left, left + point.wide(), middle - 5.6, middle + 5.6};
    }
}
