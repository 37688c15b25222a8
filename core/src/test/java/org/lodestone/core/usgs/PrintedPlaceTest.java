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
                "China, Germany, and Russia | China + Germany + Russia | ",
                "Ukraine9 | Ukraine | ",
                "Greece5 | Greece | ",
                "Greecee, 5 | Greece | ",
                "Serbia and Kosovo | Serbia + Kosovo | ",
                "Congo (Kinshasa)9 | DR Congo | "
            })
    void a_name_is_taken_apart(String printed, String place, String part) {
        PrintedPlace read = PrintedPlace.parse(printed);

        assertThat(read.place()).hasToString(place);
        assertThat(read.part()).isEqualTo(part == null ? "" : part);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia (recoverable) | Russia | recoverable",
                "Brazil (beneficiated, marketable) | Brazil | beneficiated, marketable",
                "Canada (unspecified minerals) | Canada | unspecified minerals",
                "China (andalusite, crude ore) | China | andalusite, crude ore",
                "India (kyanite and sillimanite) | India | kyanite and sillimanite",
                "Japan (quicklime only) | Japan | quicklime only",
                "Spain (ocher and red iron oxide)4 | Spain | ocher and red iron oxide",
                "United States (from Cliffside Field) | United States | from Cliffside Field",
                "World total (ilmenite and rutile, rounded) | World | ilmenite and rutile",
                "World total, natural | World | natural"
            })
    void what_is_meant_of_a_place_stands_in_brackets_or_behind_a_comma(String printed, String place, String part) {
        PrintedPlace read = PrintedPlace.parse(printed);

        assertThat(read.place()).hasToString(place);
        assertThat(read.part()).isEqualTo(part);
        assertThat(read.remark()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New Caledonia (overseas territory of France) | New Caledonia | Overseas territory of France.",
                "United States (includes Puerto Rico) | United States | Includes Puerto Rico.",
                "Mexico (net exports) | Mexico | Net exports.",
                "Canada (shipments) | Canada | Shipments.",
                "Italy (includes steatite) | Italy | Includes steatite.",
                "Other countries (includes crude) | Other countries | Includes crude.",
                "World total (rounded), excluding U.S. production | World | Excluding U.S. production."
            })
    void what_is_said_of_the_place_or_of_the_count_is_a_remark_and_no_part(
            String printed, String place, String remark) {
        PrintedPlace read = PrintedPlace.parse(printed);

        assertThat(read.place()).hasToString(place);
        assertThat(read.part()).isEmpty();
        assertThat(read.remark()).isEqualTo(remark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "World total (rounded)",
                "World total (rounded)10",
                "World total (rounded), excluding United States.",
                "World total (rutile, rounded)",
                "Other countries (rounded)"
            })
    void that_a_total_is_rounded_is_no_part_of_its_place(String printed) {
        PrintedPlace read = PrintedPlace.parse(printed);

        assertThat(read.part() + read.remark()).doesNotContainIgnoringCase("rounded");
    }

    /** The name is that of a place already, so the letter belongs to it. */
    @Test
    void a_letter_is_not_taken_off_where_the_whole_is_a_place() {
        assertThat(PrintedPlace.parse("Niger").place()).isEqualTo(Place.parse("Niger"));
        assertThat(PrintedPlace.parse("Singapore").place()).isEqualTo(Place.parse("Singapore"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russiaq",
                "Atlantis",
                "Russia1234",
                "e",
                "",
                "Atlantis, crude ore",
                "Atlantis (recoverable)",
                "(recoverable)"
            })
    void what_is_no_place_without_its_mark_either_is_refused(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrintedPlace.parse(printed))
                .withMessageContaining("is not a known place");
    }

    @Test
    void a_code_in_brackets_is_a_remark_and_no_part() {
        PrintedPlace spain = PrintedPlace.parse("Spain (NA)");

        assertThat(spain.part()).isEmpty();
        assertThat(spain.remark()).isEqualTo("Printed with NA.");
    }
}
