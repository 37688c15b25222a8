package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LineEndsTest {

    /** A plot of 115 pixels for numbers that are 100 apart, with names ten pixels high: a number is a pixel. */
    private static List<Long> moves(double... ends) {
        List<OptionalDouble> numbers =
                DoubleStream.of(ends).mapToObj(OptionalDouble::of).toList();
        return new LineEnds(numbers, 100, 115, 10)
                .moves().stream().map(Math::round).toList();
    }

    @Test
    void names_of_lines_that_end_apart_stay_where_they_are() {
        assertThat(moves(50, 20, 80)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void names_of_lines_that_end_close_by_make_room_for_each_other() {
        assertThat(moves(50, 54)).containsExactly(3L, -3L);
        assertThat(moves(50, 50, 0)).containsExactly(-5L, 5L, 0L);
    }

    @Test
    void names_that_make_room_do_not_run_into_those_further_on() {
        // the first three would spread to 63, 53 and 43, half a name above the one at 38: all four spread about 49
        assertThat(moves(50, 54, 54, 38)).containsExactly(6L, -10L, 0L, 4L);
    }
}
