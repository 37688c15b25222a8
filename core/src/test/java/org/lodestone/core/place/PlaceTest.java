package org.lodestone.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.place.Place.Kind;

@Isolated("it sets the locale of all of Java")
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // World Bank
                "Korea, Rep.|KR",
                "Korea, Dem. People's Rep.|KP",
                "Congo, Rep.|CG",
                "Congo, Dem. Rep.|CD",
                "Egypt, Arab Rep.|EG",
                "Iran, Islamic Rep.|IR",
                "Venezuela, RB|VE",
                "Yemen, Rep.|YE",
                "Gambia, The|GM",
                "Bahamas, The|BS",
                "Hong Kong SAR, China|HK",
                "Macao SAR, China|MO",
                "Micronesia, Fed. Sts.|FM",
                "Macedonia, FYR|MK",
                "St. Martin (French part)|MF",
                "Sint Maarten (Dutch part)|SX",
                "Virgin Islands (U.S.)|VI",
                "West Bank and Gaza|PS",
                "Turkiye|TR",
                "Lao PDR|LA",
                "Kyrgyz Republic|KG",
                "Slovak Republic|SK",
                "St. Kitts and Nevis|KN",
                "Puerto Rico (US)|PR",
                "Somalia, Fed. Rep.|SO",
                // UN and UN Comtrade
                "Rep. of Korea|KR",
                "Dem. People's Rep. of Korea|KP",
                "Dem. Rep. of the Congo|CD",
                "China, Hong Kong SAR|HK",
                "China, Macao SAR|MO",
                "Lao People's Dem. Rep.|LA",
                "Dominican Rep.|DO",
                "Bolivia (Plurinational State of)|BO",
                "Bosnia Herzegovina|BA",
                "Br. Virgin Isds|VG",
                "Falkland Isds (Malvinas)|FK",
                "Falkland Islands (the) [Malvinas]|FK",
                "Christmas Isds|CX",
                "FS Micronesia|FM",
                "Marshall Isds|MH",
                "N. Mariana Isds|MP",
                "Rep. of Moldova|MD",
                "Solomon Isds|SB",
                "State of Palestine|PS",
                "TFYR of Macedonia|MK",
                "United Rep. of Tanzania|TZ",
                "Wallis and Futuna Isds|WF",
                "Central African Rep.|CF",
                "Faeroe Isds|FO",
                // ISO 3166-1
                "Taiwan, Province of China|TW",
                "Congo, The Democratic Republic of the|CD",
                "Niger (the)|NE",
                "Sudan (the)|SD",
                "Korea (the Republic of)|KR",
                "Korea (the Democratic People's Republic of)|KP",
                "Netherlands (Kingdom of the)|NL",
                "United Kingdom of Great Britain and Northern Ireland|GB",
                "Saint Helena, Ascension and Tristan da Cunha|SH",
                "Palestine, State of|PS",
                "Virgin Islands, British|VG",
                "Holy See|VA",
                "Viet Nam|VN",
                "Cabo Verde|CV",
                "Micronesia (Federated States of)|FM",
                "Bonaire, Sint Eustatius and Saba|BQ",
                "Moldova, Republic of|MD",
                // as people write them
                "PRC|CN",
                "DRC|CD",
                "ROK|KR",
                "DPRK|KP",
                "UAE|AE",
                "UK|GB",
                "U.K.|GB",
                "USA|US",
                "U.S.A.|US",
                "US|US",
                "Korea, South|KR",
                "Korea, North|KP",
                "S. Korea|KR",
                "Burma|MM",
                "Ivory Coast|CI",
                "Swaziland|SZ",
                "COTE D'IVOIRE|CI",
                "Sao Tome & Principe|ST",
                "Republic of the Union of Myanmar|MM",
                "Holland|NL",
                "New Caledonia|NC",
                "Russian Fed.|RU",
                "Republic of China|TW",
                "Zaire|CD",
                "Timor Leste|TL"
            })
    void names_of_iso_the_un_the_world_bank_and_comtrade_are_known(String printed, String code) {
        assertThat(Place.parse(printed).code()).contains(code);
    }

    @Test
    void the_english_name_that_the_jdk_has_for_every_code_is_known() {
        for (String code : Locale.getISOCountries()) {
            String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
            assertThat(Place.find(name).flatMap(Place::code)).as(name).contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Niger|NE",
                "Nigeria|NG",
                "Guinea|GN",
                "Guinea-Bissau|GW",
                "Equatorial Guinea|GQ",
                "Papua New Guinea|PG",
                "Dominica|DM",
                "Dominican Republic|DO",
                "Samoa|WS",
                "American Samoa|AS",
                "Sudan|SD",
                "South Sudan|SS",
                "Republic of the Congo|CG",
                "Democratic Republic of the Congo|CD",
                "Mali|ML",
                "Malawi|MW",
                "Austria|AT",
                "Australia|AU",
                "Slovakia|SK",
                "Slovenia|SI",
                "Iran|IR",
                "Iraq|IQ",
                "Mauritius|MU",
                "Mauritania|MR"
            })
    void names_that_are_nearly_the_same_are_not_mixed(String printed, String code) {
        assertThat(Place.parse(printed).code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Serbia and Montenegro|Serbia + Montenegro",
                "Belgium-Luxembourg|Belgium + Luxembourg",
                "USSR|Former Soviet Union",
                "Fmr Yugoslavia|Former Yugoslavia",
                "Former Yugoslavia|Former Yugoslavia",
                "Czechoslovakia|Former Czechoslovakia"
            })
    void states_that_are_no_more_are_groups(String printed, String name) {
        assertThat(Place.parse(printed)).isEqualTo(Place.group(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Korea",
                "Congo",
                "Cogno",
                "PRQ",
                "DRK",
                "North Vietnam",
                "East Germany",
                "South Yemen",
                "Western Guinea",
                "Democratic Republic of Korea",
                "East Samoa",
                "Northern Sudan",
                "New Guinea",
                "Yugoslavia",
                "Fmr Sudan",
                "Southern Macedonia",
                "Central Congo",
                "Other Asia, nes",
                "West Australia"
            })
    void a_name_that_says_which_it_is_gets_no_other_suggested(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text))
                .withMessage("'" + text + "' is not a known place. Use its common English name, not a code.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Souht Korea|South Korea",
                "Dominican Republc|Dominican Republic",
                "Philipines|Philippines",
                "Chna|China",
                "Kingdom of France|France",
                "Republic of Chna|Republic of China",
                "Papua New Ginea|Papua New Guinea",
                "Kazahkstan|Kazakhstan",
                "Democratic Republic of Cogno|Democratic Republic of Congo",
                "Zimbabwee|Zimbabwe"
            })
    void a_slip_in_a_name_gets_that_name_suggested(String text, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Place.parse(text))
                .withMessage("'" + text + "' is not a known place. Did you mean '" + meant + "'?");
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
