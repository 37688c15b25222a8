package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Countries as the pages on lithium name them: mining is Australia's first, refining China's. */
class PartColoursTest {

    private final PartColours colours =
            new PartColours(ImmutableMap.of("Australia", 0, "China", 1, "Chile", 2, "Argentina", 3));

    @Test
    void a_country_has_its_colour_wherever_it_stands_in_a_chart() {
        assertThat(colours.of(List.of("China", "Chile", "Argentina", "Australia")))
                .containsExactlyInAnyOrderEntriesOf(
                        ImmutableMap.of("China", 1, "Chile", 2, "Argentina", 3, "Australia", 0));
    }

    @Test
    void a_place_told_with_what_is_counted_there_is_the_same_place() {
        assertThat(colours.of(List.of("China", "Chile, by plant"))).containsEntry("Chile, by plant", 2);
    }

    @Test
    void one_that_no_other_chart_has_takes_the_first_that_is_free() {
        assertThat(colours.of(List.of("Zimbabwe", "China"))).containsEntry("Zimbabwe", 0);
    }

    @Test
    void of_two_with_one_colour_the_second_takes_another() {
        PartColours alike = new PartColours(ImmutableMap.of("Chile", 2, "Brazil", 2));

        assertThat(alike.of(List.of("Chile", "Brazil"))).isEqualTo(ImmutableMap.of("Chile", 2, "Brazil", 0));
    }
}
