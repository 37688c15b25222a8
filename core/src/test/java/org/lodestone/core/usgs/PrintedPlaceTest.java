package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.place.Place;

class PrintedPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russiae | Russia | ",
                "Japane | Japan | ",
                "Korea, Republic ofe | South Korea | ",
                "Other countries4 | Other countries | ",
                "World total (rounded)10 | World | ",
                "New Caledonia11 | New Caledonia | ",
                "Chile | Chile | ",
                "Chilee | Chile | ",
                "Chinae, 12 | China | ",
                "Argentina, crude ore | Argentina | crude ore",
                "Korea, North | North Korea | ",
                "Burma, concentrate5 | Myanmar | concentrate5",
                "China, Germany, and Russia | China + Germany + Russia | "
            })
    void a_name_is_taken_apart(String printed, String place, String part) {
        PrintedPlace read = PrintedPlace.parse(printed);

        assertThat(read.place()).hasToString(place);
        assertThat(read.part()).isEqualTo(part == null ? "" : part);
    }

    /** The name is that of a place already, so the letter belongs to it. */
    @Test
    void a_letter_is_not_taken_off_where_the_whole_is_a_place() {
        assertThat(PrintedPlace.parse("Niger").place()).isEqualTo(Place.parse("Niger"));
        assertThat(PrintedPlace.parse("Singapore").place()).isEqualTo(Place.parse("Singapore"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Russiaq", "Atlantis", "Russia1234", "e", "", "Atlantis, crude ore"})
    void what_is_no_place_without_its_mark_either_is_refused(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrintedPlace.parse(printed))
                .withMessageContaining("is not a known place");
    }
}
