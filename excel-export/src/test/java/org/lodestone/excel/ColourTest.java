package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.excel.Theme.Colour;

class ColourTest {

    @Test
    void is_read_as_the_web_writes_it_and_written_so() {
        assertThat(Colour.parse("#10304f")).isEqualTo(new Colour(16, 48, 79)).hasToString("#10304F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10304F", "#10304", "#10304F0", "#10304G", "navy", " #10304F"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Colour.parse(text))
                .withMessage(
                        "'" + text + "' is not a colour. Write # and six digits from 0 to F, two each for red, green"
                                + " and blue: #10304F.");
    }

    @Test
    void a_part_is_one_byte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Colour(0, 256, 0))
                .withMessage("'256' is no part of a colour. Each part is from 0 to 255.");
    }

    /** The examples of the Web Content Accessibility Guidelines: 21 for black on white, and #777777 just misses 4.5. */
    @Test
    void contrast_is_that_of_the_guidelines() {
        Colour grey = Colour.parse("#777777");

        assertThat(Colour.parse("#000000").contrast(Colour.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(grey.contrast(Colour.WHITE)).isCloseTo(4.48, within(0.005));
        assertThat(Colour.WHITE.contrast(grey)).isEqualTo(grey.contrast(Colour.WHITE));
        assertThat(grey.contrast(grey)).isEqualTo(1);
    }
}
