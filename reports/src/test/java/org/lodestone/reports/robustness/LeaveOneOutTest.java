package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.robustness.Tables.row;
import static org.lodestone.reports.robustness.Tables.table;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.robustness.Robustness.LeaveOneOut;

class LeaveOneOutTest {

    @Test
    void the_other_criteria_keep_their_proportions() {
        Screen screen = Screen.named("Three weights")
                .criterion(Criterion.of("quota").weight(0.5))
                .criterion(Criterion.of("ore").weight(0.3))
                .criterion(Criterion.of("separation").weight(0.2))
                .build();

        List<LeaveOneOut> all = LeaveOneOut.of(
                table(Aggregation.ARITHMETIC, row(0.5, 0.3, 0.2), row(1, 0, 0.5), row(0, 1, 0.5)), screen);

        assertThat(all).extracting(LeaveOneOut::criterion).containsExactly("quota", "ore", "separation");
        Ranking withoutQuota = all.get(0).ranking().orElseThrow();
        assertThat(withoutQuota.inOrder()).containsExactly("B", "A");
        // weights 0.6 and 0.4: A has 0.4 × 0.5, B 0.6 + 0.4 × 0.5
        assertThat(withoutQuota.scores().get(0)).isCloseTo(0.2, within(1e-15));
        assertThat(withoutQuota.scores().get(1)).isCloseTo(0.8, within(1e-15));
        assertThat(all.get(1).ranking().orElseThrow().inOrder()).containsExactly("A", "B");
        assertThat(all.get(2).ranking().orElseThrow().ranks().asList()).containsExactly(1, 2);
    }

    @Test
    void a_level_keeps_its_weight_without_one_of_its_criteria() {
        // quota 0.5; ore and separation share the other half. Without ore, A has 0.5 · 1 + 0.5 · 0.5
        Screen screen = Screen.named("Levels")
                .level("policy", 1)
                .level("assets", 1)
                .criterion(Criterion.of("quota").level("policy"))
                .criterion(Criterion.of("ore").level("assets"))
                .criterion(Criterion.of("separation").level("assets"))
                .build();

        List<LeaveOneOut> all = LeaveOneOut.of(
                table(Aggregation.ARITHMETIC, row(0.5, 0.25, 0.25), row(1, 0, 0.5), row(0, 1, 0.5)), screen);

        assertThat(all.get(1).ranking().orElseThrow().scores().get(0)).isCloseTo(0.75, within(1e-15));
        assertThat(all.get(0).ranking().orElseThrow().scores().get(0)).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void there_is_no_ranking_without_the_only_criterion_of_weight() {
        Screen screen = Screen.named("One weight")
                .criterion(Criterion.of("quota").weight(1))
                .criterion(Criterion.of("ore").weight(0))
                .build();

        assertThat(LeaveOneOut.of(table(Aggregation.ARITHMETIC, row(1, 0), row(0.2, 0.9)), screen))
                .extracting(left -> left.ranking().isPresent())
                .containsExactly(false, true);
    }
}
