package org.lodestone.reports.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "China keeps four fifths, China keeps four fifths",
        "China’s output in 2030, China’s output in 2030",
        "South Korea: restart, South Korea: restart",
        "Other countries, other countries",
        "Mines do not meet demand, mines do not meet demand",
        "Four fifths stay with China, four fifths stay with China",
        "'', ''"
    })
    void a_name_that_begins_with_a_country_keeps_its_first_letter(String name, String expected) {
        assertThat(PlaceNames.inSentence(name)).isEqualTo(expected);
    }
}
