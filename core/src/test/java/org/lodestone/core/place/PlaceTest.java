package org.lodestone.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.place.Place.Kind;

class PlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Burma|Myanmar|MM",
                "Burma (Myanmar)|Myanmar|MM",
                "Congo (Kinshasa)|DR Congo|CD",
                "Democratic Republic of Congo|DR Congo|CD",
                "Korea, Republic of|South Korea|KR",
                "Korea, North|North Korea|KP",
                "Viet Nam|Vietnam|VN",
                "Russian Federation|Russia|RU",
                "Türkiye|Turkey|TR",
                "Lao PDR|Laos|LA",
                "Côte d’Ivoire|Côte d'Ivoire|CI",
                "Tanzania|Tanzania|TZ",
                "Greenland|Greenland|GL",
            })
    void each_country_has_one_name_however_its_source_spells_it(String printed, String name, String code) {
        assertThat(Place.parse(printed)).isEqualTo(Place.country(code, name));
    }

    @Test
    void the_code_of_namibia_is_na_and_survives() {
        assertThat(Place.parse("Namibia").code()).contains("NA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other countries", "Other", "Rest of world"})
    void the_rest_of_a_table_is_one_place(String printed) {
        assertThat(Place.parse(printed)).isEqualTo(Place.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"World", "World total", "World total (rounded)"})
    void the_world_is_one_place(String printed) {
        assertThat(Place.parse(printed)).isEqualTo(Place.WORLD);
    }

    @Test
    void countries_counted_together_are_a_group() {
        assertThat(Place.parse("China + Malaysia + Australia").kind()).isEqualTo(Kind.GROUP);
        assertThat(Place.parse("China + Burma")).hasToString("China + Myanmar");
        assertThat(Place.parse("EU")).hasToString("European Union");
    }

    @Test
    void the_name_of_every_place_is_read_as_itself() {
        assertThat(Gazetteer.spellings())
                .map(Place::parse)
                .allSatisfy(place -> assertThat(Place.parse(place.toString())).isEqualTo(place));
    }

    @Test
    void every_country_has_its_own_code() {
        assertThat(Gazetteer.spellings().stream()
                        .map(Place::parse)
                        .filter(Place::isCountry)
                        .distinct())
                .hasSize(250)
                .extracting(place -> place.code().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_slip_is_refused_with_the_name_that_was_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse("Austrlia"))
                .withMessage("'Austrlia' is not a known place. Did you mean 'Australia'?");
    }

    @Test
    void atlantis_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse("Atlantis, Kingdom of"))
                .withMessage(
                        "'Atlantis, Kingdom of' is not a known place." + " Use its common English name, not a code.");
    }

    @Test
    void bare_congo_could_be_either_and_is_refused() {
        assertThat(Place.find("Congo")).isEmpty();
    }

    @Test
    void a_turkish_locale_does_not_lose_the_i() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(Place.parse("INDIA")).hasToString("India");
        } finally {
            Locale.setDefault(before);
        }
    }
}
