package org.lodestone.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Stage MINING = stage("mining", 1, "separation");
    private static final Stage SEPARATION = stage("separation", 2, "metals", "catalysts");
    private static final Stage METALS = stage("metals", 3);
    private static final Stage CATALYSTS = stage("catalysts", 4);

    @Test
    void stages_stand_in_their_order_from_the_ground() {
        assertThat(Chain.of(List.of(METALS, MINING, CATALYSTS, SEPARATION)).stages())
                .containsExactly(MINING, SEPARATION, METALS, CATALYSTS);
    }

    @Test
    void an_unknown_stage_is_refused_with_the_nearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.of(List.of(stage("mining", 1, "seperation"), stage("separation", 2))))
                .withMessage("'seperation', which mining feeds, is no stage. Did you mean 'separation'?");
    }

    @Test
    void a_circle_is_refused_with_its_stages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.of(List.of(
                        stage("recycling", 5, "mining"),
                        MINING,
                        stage("separation", 2, "metals"),
                        stage("metals", 3, "separation"))))
                .withMessage("The chain runs in a circle: separation → metals → separation."
                        + " Remove one of these from the column feeds.");
    }

    @Test
    void a_stage_that_feeds_itself_is_a_circle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.of(List.of(stage("mining", 1, "mining"))))
                .withMessageStartingWith("The chain runs in a circle: mining → mining.");
    }

    @Test
    void two_stages_with_one_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Chain.of(List.of(METALS, stage("metals", 4))))
                .withMessage("'metals' is the id of two stages. Rename one.");
    }

    private static Stage stage(String id, int order, String... feeds) {
        return new Stage(id, order, id, ImmutableList.copyOf(feeds), "");
    }
}
