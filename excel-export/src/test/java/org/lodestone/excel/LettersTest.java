package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LettersTest {

    private static final Look NOTE = Look.of(Face.NOTE);

    @Test
    void a_digit_of_calibri_at_nine_points_is_about_six_pixels_wide() {
        // 507 thousandths of 9 points, which are 12 pixels
        assertThat(Letters.CALIBRI.width("0", Look.of(Face.PROSE))).isCloseTo(6.08, within(0.01));
    }

    @Test
    void a_text_is_wrapped_at_its_blanks_and_a_long_word_where_there_is_no_room() {
        double line = Letters.CALIBRI.width("one two", NOTE);
        assertThat(Letters.CALIBRI.lines("one two", line, NOTE)).isEqualTo(1);
        assertThat(Letters.CALIBRI.lines("one two", line - 1, NOTE)).isEqualTo(2);
        assertThat(Letters.CALIBRI.lines("one\ntwo", line, NOTE)).isEqualTo(2);
        assertThat(Letters.CALIBRI.lines("onetwothree", line, NOTE)).isEqualTo(2);
    }

    @Test
    void a_column_without_width_has_room_for_a_letter_a_line() {
        assertThat(Letters.CALIBRI.lines("WWW", -6, NOTE)).isEqualTo(3);
    }

    @Test
    void another_font_takes_more_room_than_calibri_and_one_that_is_not_known_no_less_than_usual_ones() {
        String text = "Mine production";
        double calibri = Letters.CALIBRI.width(text, NOTE);

        assertThat(Letters.of("Carlito")).isEqualTo(Letters.CALIBRI);
        assertThat(Letters.of("ARIAL").width(text, NOTE)).isCloseTo(1.18 * calibri, within(1e-9));
        assertThat(Letters.of("Our Own Sans").width(text, NOTE))
                .isGreaterThan(Letters.of("Arial").width(text, NOTE));
        assertThat(Letters.of("Verdana").lines(text, calibri, NOTE)).isEqualTo(2);
    }

    @Test
    void lines_of_a_taller_font_are_further_apart_and_one_line_is_as_high_as_ever() {
        Letters taller = Letters.of("Our Own Sans");

        assertThat(taller.high(3, NOTE)).isGreaterThan(Letters.CALIBRI.high(3, NOTE));
        assertThat(taller.high(1, NOTE)).isEqualTo(Letters.CALIBRI.high(1, NOTE));
    }
}
