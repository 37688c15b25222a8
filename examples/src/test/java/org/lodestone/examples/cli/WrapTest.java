package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void a_sentence_is_broken_between_words() {
        assertThat(Wrap.lines("China has 69% of mine production.", 20))
                .containsExactly("China has 69% of", "mine production.");
    }

    @Test
    void what_fits_to_the_last_column_stays_in_one_line() {
        assertThat(Wrap.lines("China has 69%", 13)).containsExactly("China has 69%");
    }

    @Test
    void lines_begin_as_far_in_as_the_first() {
        assertThat(Wrap.lines("    over the sum of known rows", 20))
                .containsExactly("    over the sum of", "    known rows");
    }

    @Test
    void a_hyphen_breaks_only_what_is_wider_than_a_line() {
        assertThat(Wrap.lines("in rare-earths", 12)).containsExactly("in", "rare-earths");
        assertThat(Wrap.lines("rare-earths", 8)).containsExactly("rare-", "earths");
        assertThat(Wrap.lines("0123456789", 4)).containsExactly("0123", "4567", "89");
    }

    @Test
    void a_character_of_chinese_takes_two_columns_and_may_end_a_line() {
        assertThat(Wrap.width("中国稀土 t")).isEqualTo(10);
        assertThat(Wrap.lines("中国稀土集团", 8)).containsExactly("中国稀土", "集团");
        assertThat(Wrap.widestWord("中国稀土 quota")).isEqualTo(5);
    }

    @Test
    void a_line_is_written_whole_and_what_was_begun_when_it_is_flushed() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(Wrap.writer(out, 10));
        writer.print("one two ");
        writer.print("three\nfo");
        assertThat(out.toString()).isEqualTo("one two\nthree\n");
        writer.flush();
        assertThat(out.toString()).isEqualTo("one two\nthree\nfo");
    }

    @Test
    void a_word_of_a_million_digits_and_a_line_of_a_million_pieces_are_broken_within_two_seconds() {
        assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(Wrap.lines("7".repeat(1_000_000), 100)).hasSize(10_000).containsOnly("7".repeat(100));
            assertThat(Wrap.lines("rare-".repeat(200_000), 100)).hasSize(10_000);
        });
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(Wrap.writer(out, 100));
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 500_000; i++) {
                writer.print("7");
            }
            writer.print("short\n".repeat(500_000));
        });
        assertThat(out.toString()).startsWith("7".repeat(100) + "\n").endsWith("short\nshort\n");
    }
}
