package org.lodestone.core.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightingTest {

    /** assets 3 and money 1; in assets mines 2 and plants 1; in money the criterion cash and the level debt, which weighs nothing. */
    private static final Screen NESTED = Screen.named("Nested")
            .level("mines", 2, "assets")
            .level("assets", 3)
            .level("plants", 1, "assets")
            .level("money", 1)
            .level("debt", 0, "money")
            .criterion(Criterion.of("ore").level("mines"))
            .criterion(Criterion.of("quota").level("mines").weight(3))
            .criterion(Criterion.of("plant").level("plants"))
            .criterion(Criterion.of("cash").level("money"))
            .criterion(Criterion.of("loans").level("debt"))
            .build();

    private static double[] without(Integer... left) {
        return NESTED.weighting().shares(criterion -> !Arrays.asList(left).contains(criterion));
    }

    @Test
    void a_level_shares_out_what_it_has_of_the_level_it_is_part_of() {
        // ore 3/4 · 2/3 · 1/4, quota 3/4 · 2/3 · 3/4, plant 3/4 · 1/3, cash 1/4
        assertThat(NESTED.weighting().shares()).containsExactly(0.125, 0.375, 0.25, 0.25, 0);
    }

    @Test
    void a_level_keeps_its_weight_as_long_as_something_in_it_counts() {
        assertThat(without(0)).containsExactly(0, 0.5, 0.25, 0.25, 0);
        assertThat(without(0, 1)).as("plants have all of assets").containsExactly(0, 0, 0.75, 0.25, 0);
        assertThat(without(0, 1, 2)).as("money has all").containsExactly(0, 0, 0, 1, 0);
        assertThat(without(3))
                .as("debt weighs nothing")
                .containsExactly(new double[] {1 / 6.0, 0.5, 1 / 3.0, 0, 0}, within(1e-15));
        assertThat(without(0, 1, 2, 3)).as("nothing that weighs counts").containsOnly(0);
    }

    @Test
    void shares_of_what_counts_sum_to_one() {
        Random random = new Random(5);
        for (int run = 0; run < 200; run++) {
            boolean[] counts = new boolean[5];
            for (int criterion = 0; criterion < 4; criterion++) {
                counts[criterion] = random.nextBoolean();
            }
            double sum = Arrays.stream(NESTED.weighting().shares(criterion -> counts[criterion]))
                    .sum();
            assertThat(sum).isCloseTo(counts[0] || counts[1] || counts[2] || counts[3] ? 1 : 0, within(1e-12));
        }
    }

    @Test
    void the_rest_of_its_level_stands_in_for_a_criterion_and_else_the_next_wider_one() {
        Weighting weighting = NESTED.weighting();
        assertThat(weighting.standIns(0, criterion -> criterion != 0)).containsExactly(0, 0.5, 0, 0, 0);
        assertThat(weighting.standIns(0, criterion -> criterion > 1)).containsExactly(0, 0, 0.75, 0, 0);
        assertThat(weighting.standIns(0, criterion -> criterion > 2)).containsExactly(0, 0, 0, 1, 0);
    }
}
