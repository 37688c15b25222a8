package org.lodestone.reports.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions whose zeros are known from paper. */
class BreakEvenTest {

    private static OptionalDouble find(DoubleUnaryOperator function, double from, double to, double near) {
        UnaryOperator<double[]> many = xs -> Arrays.stream(xs).map(function).toArray();
        double[] grid = BreakEven.grid(from, to);
        return BreakEven.find(grid, many.apply(grid), many, near);
    }

    @Test
    void the_first_grid_has_256_parts_alike_between_its_ends() {
        double[] grid = BreakEven.grid(-10, 10);
        assertThat(grid).hasSize(257);
        assertThat(grid[0]).isEqualTo(-10);
        assertThat(grid[128]).isZero();
        assertThat(grid[256]).isEqualTo(10);
        assertThat(grid[1] - grid[0]).isEqualTo(20 / 256.0);
    }

    @Test
    void a_line_crosses_zero_where_paper_says() {
        // 3 x - 2 = 0 at x = 2/3
        assertThat(find(x -> 3 * x - 2, -10, 10, 0)).hasValueCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void a_falling_line_is_no_different() {
        // the shortage of 7.1 kt shrinks by 1 kt with every kt refined elsewhere
        assertThat(find(x -> 7.1 - x, -40, 40, 0)).hasValueCloseTo(7.1, within(1e-14));
    }

    @Test
    void a_curve_crosses_zero_at_its_root() {
        // compound growth of 4.75% a year over five years: (1 + x)^5 = 1.0475^5
        assertThat(find(x -> Math.pow(1 + x, 5) - Math.pow(1.0475, 5), -0.1, 0.1, 0))
                .hasValueCloseTo(0.0475, within(1e-15));
    }

    @Test
    void of_random_lines_every_zero_is_found_to_the_last_bits() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            double zero = 20 * random.nextDouble() - 10;
            double slope = 5 * random.nextGaussian();
            assertThat(find(x -> slope * (x - zero), -10, 10, 0)).hasValueCloseTo(zero, within(2e-15));
        }
    }

    @Test
    void a_jump_over_zero_turns_at_the_jump() {
        // a project that comes from a probability of 30 on: nothing before, all of it after
        assertThat(find(x -> x < 30 ? -5 : 2, 0, 100, 80)).hasValueCloseTo(30.0, within(1e-14));
    }

    @ParameterizedTest(name = "near {0} it is {1}")
    @CsvSource({"-9, -3", "-1.1, -3", "-0.9, 1", "0, 1", "2.4, 1", "2.6, 4", "9, 4"})
    void of_several_crossings_the_nearest_to_the_present_value_counts(double near, double zero) {
        // (x + 3)(x - 1)(x - 4): half way between the zeros are -1 and 2.5
        assertThat(find(x -> (x + 3) * (x - 1) * (x - 4), -10, 10, near)).hasValueCloseTo(zero, within(1e-14));
    }

    @Test
    void without_a_change_of_sign_there_is_none() {
        assertThat(find(x -> x * x + 1, -10, 10, 0)).isEmpty();
        assertThat(find(x -> -1, -10, 10, 0)).isEmpty();
    }

    @Test
    void a_crossing_beyond_the_range_is_not_found() {
        assertThat(find(x -> x - 10.01, -10, 10, 0)).isEmpty();
        assertThat(find(x -> x + 10.01, -10, 10, 0)).isEmpty();
    }

    @Test
    void a_zero_on_the_grid_is_exact() {
        // 2.5 is the end of the 160th of 256 parts of the range from -10 to 10
        assertThat(BreakEven.grid(-10, 10)[160]).isEqualTo(2.5);
        assertThat(find(x -> x - 2.5, -10, 10, 0)).hasValue(2.5);
        assertThat(find(x -> 2.5 - x, -10, 10, 9)).hasValue(2.5);
    }

    @Test
    void a_conclusion_on_its_threshold_turns_at_the_present_value() {
        assertThat(find(x -> 0.3 * x, -10, 10, 0)).hasValue(0);
    }

    @Test
    void where_the_result_is_missing_nothing_is_found() {
        assertThat(find(x -> Double.NaN, -10, 10, 0)).isEmpty();
        // negative on one side, positive on the other, nothing known between
        assertThat(find(x -> Math.abs(x) < 1 ? Double.NaN : x, -10, 10, 0)).isEmpty();
    }

    @Test
    void a_crossing_beside_missing_results_is_found() {
        // a growth over nothing is missing: only from 0 on is there a result, and it crosses zero at 3
        assertThat(find(x -> x < 0 ? Double.NaN : x - 3, -10, 10, -8)).hasValueCloseTo(3.0, within(1e-14));
        assertThat(find(x -> x > 3.2 ? Double.NaN : x - 3, -10, 10, 8)).hasValueCloseTo(3.0, within(1e-14));
    }

    @Test
    void a_zero_at_either_end_of_the_range_counts_if_the_function_is_below_zero_within() {
        assertThat(find(x -> x - 10, -10, 10, 0)).hasValue(10);
        assertThat(find(x -> -x - 10, -10, 10, 0)).hasValue(-10);
        // at zero from the start and above it ever after: it is never below
        assertThat(find(x -> x + 10, -10, 10, 0)).isEmpty();
    }

    @Test
    void a_stretch_at_zero_turns_where_it_goes_below() {
        // as when a stock covers every shortage up to 2
        assertThat(find(x -> Math.min(0, 2 - x), -10, 10, 0)).hasValueCloseTo(2.0, within(1e-14));
        assertThat(find(x -> Math.max(0, x - 2), -10, 10, 0)).isEmpty();
    }

    @Test
    void a_turn_within_a_gap_is_in_the_middle_of_what_is_not_known() {
        assertThat(find(x -> x < 0.2985 ? -1 : x < 0.2995 ? Double.NaN : 1, 0, 1, 0))
                .hasValueCloseTo(0.299, within(0.002));
    }
}
