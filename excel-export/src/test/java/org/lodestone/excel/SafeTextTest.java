package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    /** As many characters as a cell of Excel holds. */
    private static final int LONGEST = 32_767;

    @Test
    void a_text_that_a_cell_holds_stays_as_it_is() {
        String text = "稀土, two lines\n" + "x".repeat(30_000);

        assertThat(SafeText.of(text)).isSameAs(text);
        assertThat(SafeText.of("x".repeat(LONGEST))).hasSize(LONGEST).endsWith("xx");
    }

    @Test
    void a_longer_text_is_cut_with_a_mark_and_never_within_a_character() {
        assertThat(SafeText.of("x".repeat(LONGEST + 1))).hasSize(LONGEST).endsWith("x…");
        assertThat(SafeText.of("x".repeat(LONGEST - 2) + "😀😀")).endsWith("x…").hasSize(LONGEST - 1);
    }

    @Test
    void a_character_that_cannot_be_seen_is_made_visible() {
        assertThat(SafeText.of("a\tb\r\u0000\u009B\u202E\uFFFF")).isEqualTo("a␉b␍␀<U+009B><U+202E><U+FFFF>");
    }
}
