package org.lodestone.reports.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two-sided p-values, held against published ones, SciPy 1.17 and counts by hand. */
class ReturnTestsTest {

    /** Heights of crossed less self-fertilised maize in eighths of an inch: Darwin 1876, in Fisher, The Design of Experiments, 1935. */
    private static final double[] MAIZE = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void the_maize_of_darwin() {
        // Fisher: t = 2.148, "just at the five per cent"; scipy: ttest_1samp, binomtest(13, 15),
        // wilcoxon(method='exact')
        assertThat(ReturnTests.ofMean(MAIZE)).hasValueCloseTo(0.0497029440, within(1e-9));
        assertThat(ReturnTests.ofSigns(MAIZE)).hasValueCloseTo(0.0073852539, within(1e-9));
        assertThat(ReturnTests.ofRanks(MAIZE)).hasValueCloseTo(0.0412597656, within(1e-9));
    }

    @Test
    void six_on_one_side_are_two_of_sixty_four_ways_and_five_two_of_thirty_two() {
        double[] six = {0.01, 0.02, 0.03, 0.04, 0.05, 0.06};
        assertThat(ReturnTests.ofSigns(six)).hasValueCloseTo(2 / 64.0, within(1e-12));
        assertThat(ReturnTests.ofRanks(six)).hasValueCloseTo(2 / 64.0, within(1e-12));
        // of five neither can fall below 5%, so that these are not tested
        double[] five = {0.01, 0.02, 0.03, 0.04, 0.05};
        assertThat(2 / 32.0).isGreaterThan(Announcements.LEVEL);
        assertThat(ReturnTests.ofMean(five)).isEmpty();
        assertThat(ReturnTests.ofSigns(five)).isEmpty();
        assertThat(ReturnTests.ofRanks(five)).isEmpty();
    }

    @Test
    void returns_that_do_not_differ_or_are_zero_tell_nothing() {
        double[] alike = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
        assertThat(ReturnTests.ofMean(alike)).isEmpty();
        double[] mostlyZero = {0, 0, 0.01, -0.02, 0.03, 0.04, 0.05};
        assertThat(ReturnTests.ofSigns(mostlyZero)).isEmpty();
        assertThat(ReturnTests.ofRanks(mostlyZero)).isEmpty();
        assertThat(ReturnTests.ofMean(mostlyZero)).isPresent();
    }

    @Test
    void a_return_of_zero_is_on_neither_side() {
        double[] sided = {0.01, -0.02, 0.03, 0.04, -0.05, 0.06};
        double[] withZero = {0.01, -0.02, 0.03, 0, 0.04, -0.05, 0.06};
        assertThat(ReturnTests.ofSigns(withZero)).isEqualTo(ReturnTests.ofSigns(sided));
        assertThat(ReturnTests.ofRanks(withZero)).isEqualTo(ReturnTests.ofRanks(sided));
        // t counts it: mean 0.01 over s / √7, by scipy
        assertThat(ReturnTests.ofMean(withZero)).hasValueCloseTo(0.5060214229, within(1e-9));
    }

    @Test
    void two_of_one_size_share_their_rank() {
        // scipy: wilcoxon(method='approx', correction=True), which is what R does with ties
        double[] tied = {1.5, -0.5, 2, 2, -1, 3, 4};
        assertThat(ReturnTests.ofRanks(tied)).hasValueCloseTo(0.0754035629, within(1e-9));
    }

    @Test
    void the_sign_of_all_makes_no_difference() {
        double[] mirrored = Arrays.stream(MAIZE).map(one -> -one).toArray();
        assertThat(ReturnTests.ofMean(mirrored))
                .hasValueCloseTo(ReturnTests.ofMean(MAIZE).orElseThrow(), within(1e-12));
        assertThat(ReturnTests.ofSigns(mirrored))
                .hasValueCloseTo(ReturnTests.ofSigns(MAIZE).orElseThrow(), within(1e-12));
        assertThat(ReturnTests.ofRanks(mirrored))
                .hasValueCloseTo(ReturnTests.ofRanks(MAIZE).orElseThrow(), within(1e-12));
    }
}
