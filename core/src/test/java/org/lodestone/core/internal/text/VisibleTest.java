package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {

    @Test
    void control_characters_have_pictures_or_are_named() {
        assertThat(Visible.text("a\tb\u001B[2J\u007F\n")).isEqualTo("a␉b␛[2J␡␊");
        assertThat(Visible.text("\u009B2J")).isEqualTo("<U+009B>2J");
    }

    /** "Trojan Source", Boucher and Anderson 2021: text that reads otherwise than it is. */
    @ParameterizedTest
    @CsvSource({"202A", "202E", "2066", "2069", "200E", "200F", "061C", "2028", "2029", "200B", "2060", "FEFF", "0085"})
    void marks_of_direction_and_of_no_width_are_named(String code) {
        String hidden = Character.toString(Integer.parseInt(code, 16));

        assertThat(Visible.text("Lynas" + hidden + "MP")).isEqualTo("Lynas<U+" + code + ">MP");
        assertThat(Visible.firstHidden("Lynas" + hidden)).hasValue(hidden.charAt(0));
    }

    @Test
    void words_in_any_script_stay_as_they_are() {
        String words = "稀土 редкоземельные عناصر نادرة می\u200Cخواهم दुर्लभ é ⅝ 😀 Côte d’Ivoire";

        assertThat(Visible.text(words)).isSameAs(words);
        assertThat(Visible.firstHidden(words)).isEmpty();
    }

    @Test
    void half_a_character_is_found() {
        assertThat(Visible.firstHidden("\uD83D")).hasValue(0xD83D);
    }

    @Test
    void a_writer_keeps_lines_and_tabs_and_makes_the_rest_visible() throws IOException {
        StringWriter out = new StringWriter();
        try (PrintWriter writer = new PrintWriter(Visible.writer(out))) {
            writer.print("a\tb\r\n\u009Bc");
            writer.write('\u001B');
        }

        assertThat(out).hasToString("a\tb\r\n<U+009B>c␛");
    }

    @Test
    void a_character_that_is_written_in_two_halves_is_one() throws IOException {
        StringWriter shown = new StringWriter();
        StringWriter json = new StringWriter();
        for (Writer writer : List.of(Visible.writer(shown), Visible.escapingWriter(json))) {
            writer.write("a\uDB40");
            writer.write("\uDC41\uD83D");
            writer.write("\uDE00\uD83D");
            writer.close();
        }

        assertThat(shown).hasToString("a<U+E0041>😀\uD83D");
        assertThat(json).hasToString("a\\udb40\\udc41😀\uD83D");
    }
}
