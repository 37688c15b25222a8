package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "Mine production, mine production",
        "A share, a share",
        "HHI, HHI",
        "U.S. production, U.S. production",
        "X-ray, X-ray",
        "H2 2025, H2 2025",
        "'', ''"
    })
    void a_name_within_a_sentence_keeps_its_acronym(String name, String expected) {
        assertThat(Words.inSentence(name)).isEqualTo(expected);
    }
}
