package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LettersTest {

    private static final Look NOTE = Look.of(Face.NOTE);

    @Test
    void a_digit_of_calibri_at_nine_points_is_about_six_pixels_wide() {
        // 507 thousandths of 9 points, which are 12 pixels
        assertThat(Letters.width("0", Look.of(Face.PROSE))).isCloseTo(6.08, within(0.01));
    }

    @Test
    void a_text_is_wrapped_at_its_blanks_and_a_long_word_where_there_is_no_room() {
        double line = Letters.width("one two", NOTE);
        assertThat(Letters.lines("one two", line, NOTE)).isEqualTo(1);
        assertThat(Letters.lines("one two", line - 1, NOTE)).isEqualTo(2);
        assertThat(Letters.lines("one\ntwo", line, NOTE)).isEqualTo(2);
        assertThat(Letters.lines("onetwothree", line, NOTE)).isEqualTo(2);
    }

    @Test
    void a_column_without_width_has_room_for_a_letter_a_line() {
        assertThat(Letters.lines("WWW", -6, NOTE)).isEqualTo(3);
    }
}
