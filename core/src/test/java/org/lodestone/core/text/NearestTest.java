package org.lodestone.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> STAGES = List.of("mining", "separation", "metals", "magnets");

    @Test
    void a_slip_finds_the_name_that_was_meant() {
        assertThat(Nearest.to("seperation", STAGES)).contains("separation");
        assertThat(Nearest.to("MAGNET", STAGES)).contains("magnets");
    }

    @Test
    void two_swapped_letters_are_one_slip() {
        assertThat(Nearest.to("pakc", List.of("pack", "check", "chain", "list")))
                .contains("pack");
        assertThat(Nearest.to("ROE", List.of("REO", "gross"))).contains("REO");
    }

    @Test
    void a_word_unlike_all_names_finds_none() {
        assertThat(Nearest.to("recycling", STAGES)).isEmpty();
    }

    @Test
    void the_remedy_is_the_nearest_name() {
        assertThat(Nearest.remedy("minning", STAGES, "")).isEqualTo("Did you mean 'mining'?");
    }

    @Test
    void without_a_near_name_the_remedy_lists_a_few_names() {
        assertThat(Nearest.remedy("recycling", STAGES, ""))
                .isEqualTo("Use one of: mining, separation, metals, magnets.");
    }

    @Test
    void many_names_are_not_listed() {
        List<String> many = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M");

        assertThat(Nearest.remedy("xyz", many, "Add it.")).isEqualTo("Add it.");
    }
}
