package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.ProcessorTime.assertAtMost;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void a_word_of_80000_letters_is_no_slip_of_any_name() {
        String word = "separation".repeat(8_000);

        assertAtMost(
                Duration.ofSeconds(2),
                () -> assertThat(Nearest.remedy(word, List.of(word + "s"), ""))
                        .isEqualTo("Use one of: " + word + "s."));
    }

    @Test
    void four_thousand_words_are_compared_with_six_hundred_names_of_many_lengths_in_a_moment() {
        List<String> names = IntStream.range(0, 600)
                .mapToObj(i -> "Republic " + "of ".repeat(i % 20))
                .toList();

        assertAtMost(
                Duration.ofSeconds(3),
                () -> assertThat(IntStream.range(0, 4_000)
                                .filter(i -> Nearest.to("Unknownia" + i, names).isPresent()))
                        .isEmpty());
    }

    @Test
    void among_thousands_of_codes_one_that_is_near_is_near_by_chance() {
        List<String> codes =
                IntStream.range(600_000, 603_000).mapToObj(Integer::toString).toList();

        assertThat(Nearest.to("600111", codes.subList(0, 2_000))).contains("600111");
        assertThat(Nearest.to("60011", codes)).isEmpty();
    }
}
