package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.UsgsFigure.Table;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;

class UsgsReaderTest {

    @TempDir
    private Path folder;

    @Test
    void every_row_of_the_long_file_is_a_figure_or_a_problem() {
        UsgsReading reading = Samples.read(Samples.LONG);

        UsgsFile file = reading.files().get(0);
        assertThat(file.edition()).isEqualTo("MCS2026");
        assertThat(file.entries()).isEqualTo(54);
        assertThat(reading.figures()).hasSize(file.figures());
        assertThat(reading.problems()).hasSize(file.problems());
        assertThat(file.figures() + file.problems()).isEqualTo(54);
    }

    @Test
    void what_no_rule_settles_is_a_problem_with_its_line() {
        assertThat(Samples.read(Samples.LONG).toBeFixed().stream().map(Object::toString))
                .satisfiesExactly(
                        cesium -> assertThat(cesium)
                                .isEqualTo(Samples.LONG + ":2: 'tons' does not say which tons. Look up whether they are"
                                        + " metric."),
                        gemstones -> assertThat(gemstones)
                                .contains(":34: 'Variable, depending on size")
                                .contains("words"),
                        mica -> assertThat(mica)
                                .contains(
                                        ":39: Imports of United States in 2021 is '24,400' here and '3,990' in line 40"),
                        mica -> assertThat(mica)
                                .contains(
                                        ":40: Imports of United States in 2021 is '3,990' here and '24,400' in line 39"),
                        // The chapter prints (1): the minus sign was lost on the way
                        niobium ->
                                assertThat(niobium).contains(":41: '?1' is not a number. Maybe a minus sign was lost"),
                        yttrium -> assertThat(yttrium).contains(":55: 'Yttrium' is not Yes or No"));
    }

    @Test
    void a_figure_keeps_what_is_printed_and_where() {
        UsgsFigure china = figure(Samples.read(Samples.LONG), "Primary production", "China", 2025);

        // MCS 2026: 900,000 kg, estimated from Asian Metal
        assertThat(china.value().printed()).isEqualTo("900,000");
        assertThat(china.unit()).hasToString("kg Ga");
        assertThat(china.notes()).containsExactly("Estimated.", "Estimated from Asian Metal Ltd.");
        assertThat(china.line()).isEqualTo(23);
        assertThat(china.rounded()).isFalse();
        assertThat(figure(Samples.read(Samples.LONG), "Primary production", "World", 2025)
                        .rounded())
                .isTrue();
    }

    @Test
    void a_printed_dash_is_zero_and_NA_is_not() {
        UsgsReading reading = Samples.read(Samples.LONG);

        assertThat(figure(reading, "Primary production", "United States", 2025)
                        .value()
                        .known())
                .hasValue(0);
        assertThat(figure(reading, "Reserves", "Namibia", 2025).value())
                .isEqualTo(new Observation.Missing("NA", Observation.Reason.NOT_AVAILABLE));
    }

    @Test
    void Namibia_survives_with_its_carats() {
        UsgsFigure namibia = figure(Samples.read(Samples.LONG), "Mine production", "Namibia", 2024);

        assertThat(namibia.place().code()).hasValue("NA");
        assertThat(namibia.value().known()).hasValue(2320);
        assertThat(namibia.unit()).hasToString("thousand carats");
    }

    @Test
    void ranges_spans_and_countries_counted_together_are_read_as_they_are_meant() {
        UsgsReading reading = Samples.read(Samples.LONG);

        UsgsFigure slag = reading.of("Iron and steel slag").figures().get(0);
        assertThat(slag.value()).isInstanceOf(Observation.Ranged.class).hasToString("330–390");
        UsgsFigure rubidium = reading.of("rubidium").figures().get(0);
        assertThat(rubidium.place()).hasToString("China + Germany + Russia");
        assertThat(rubidium.period()).isEqualTo(Period.parse("2021-2024"));
        assertThat(rubidium.table()).isEqualTo(Table.IMPORT_SOURCES);
    }

    @Test
    void words_on_rounding_do_not_make_another_measure() {
        assertThat(Samples.read(Samples.LONG).of("Titanium mineral concentrates").figures().stream()
                        .map(figure -> figure.name() + ", " + figure.unit()))
                .contains("Mine production: Ilmenite, kt ilmenite", "Mine production: ilmenite, kt ilmenite")
                .contains("Mine production: ilmenite and rutile, kt ilmenite rutile");
    }

    @Test
    void the_wide_file_of_2025_gives_production_and_reserves_of_each_country() {
        UsgsReading reading = Samples.read(Samples.WIDE);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.files().get(0).edition()).isEqualTo("MCS2025");
        UsgsFigure china = figure(reading, "Mine production", "China", 2024);
        assertThat(china.value().known()).hasValue(270_000);
        assertThat(china.unit()).hasToString("t REO");
        assertThat(china.notes())
                .containsExactly("Estimated.", "Production quota; does not include undocumented production.");
        assertThat(figure(reading, "Mine production", "China", 2023).notes()).doesNotContain("Estimated.");
        assertThat(figure(reading, "Reserves", "World", 2024).value()).hasToString(">90000000");
        assertThat(figure(reading, "Mine production", "Myanmar", 2024).value().known())
                .hasValue(31_000);
    }

    @Test
    void footnotes_that_ran_into_names_are_taken_off() {
        UsgsReading reading = Samples.read(Samples.GALLIUM_2024);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.figures().stream().map(UsgsFigure::place).distinct())
                .extracting(Place::name)
                .containsExactly(
                        "United States", "China", "Japan", "South Korea", "Russia", "Other countries", "World");
        assertThat(figure(reading, "Production capacity", "Other countries", 2023)
                        .value())
                .hasToString("88,000");
        assertThat(figure(reading, "Primary production", "Japan", 2022).notes()).containsExactly("Estimated.");
    }

    @Test
    void an_older_file_is_read_by_its_header_and_what_it_hides() {
        UsgsReading reading = Samples.read(Samples.SAMPLE_2022);

        UsgsFigure argentina = figure(reading, "Mine production", "Argentina", 2021);
        assertThat(argentina.value().known()).hasValue(5000);
        assertThat(argentina.notes()).containsExactly("Estimated.", "Crude ore.");
        assertThat(argentina.unit()).hasToString("kt gross weight");
        assertThat(figure(reading, "Mine production", "South Korea", 2021).value())
                .isInstanceOf(Observation.Bounded.class);
        assertThat(figure(reading, "Mine production", "Niger", 2020).unit()).hasToString("kt gross weight");
        assertThat(reading.toBeFixed().stream().map(Object::toString))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem)
                        .contains(Samples.SAMPLE_2022 + ":6: ")
                        .contains("'Atlantis4' is not a known place"));
    }

    @Test
    void a_unit_that_ran_into_the_header_is_not_guessed() {
        UsgsReading reading = Samples.read(Samples.GALLIUM_SALIENT_2024);

        assertThat(reading.figures().stream().map(figure -> figure.name() + " " + figure.value() + " " + figure.unit()))
                .containsExactly("Imports: Metal 11400 kg gallium", "Price 432 USD/kg", "Net import reliance 100 %");
        assertThat(reading.toBeFixed().stream().map(Object::toString))
                .satisfiesExactly(
                        fused -> assertThat(fused).contains("USprod_Primarykg: 'Primarykg' is no code of a unit"),
                        grams -> assertThat(grams).contains("Exports_g: 'g' is no code of a unit"),
                        tonnes -> assertThat(tonnes).contains("'t gallium' is not what net import reliance is in"));
    }

    @Test
    void rows_that_say_more_than_their_total_are_rows_of_it() throws IOException {
        // MCS 2026, talc, 2025: crude in Brazil and India, steatite in Italy; one total of 6,900, which all rows sum to
        UsgsReading reading = UsgsReader.read(List.of(world(
                "Mine production: crude|Brazil|530",
                "Mine production|Canada|200",
                "Mine production: rounded|World total|730")));

        assertThat(reading.figures()).extracting(UsgsFigure::name).containsOnly("Mine production");
        assertThat(reading.figures()).extracting(UsgsFigure::unit).containsOnly(Unit.parse("kt talc"));
        assertThat(reading.figures().get(0).notes()).containsExactly("Crude.");
        assertThat(PrintedTotal.of(reading).get(0).sumOfKnown()).isEqualByComparingTo("730");
    }

    @Test
    void two_totals_or_a_country_twice_or_a_total_that_is_not_applicable_are_measures_of_their_own()
            throws IOException {
        assertThat(names(
                        "Mine production: Ilmenite|Brazil|1",
                        "Mine production: Rutile|Brazil|2",
                        "Mine production|World total|3"))
                .contains("Mine production: Ilmenite", "Mine production: Rutile");
        assertThat(names(
                        "Mine production: kyanite|Brazil|1",
                        "Mine production: andalusite|Peru|2",
                        "Mine production|World total|XX"))
                .contains("Mine production: kyanite", "Mine production: andalusite");
    }

    private List<String> names(String... rows) throws IOException {
        return UsgsReader.read(List.of(world(rows))).figures().stream()
                .map(UsgsFigure::name)
                .toList();
    }

    /** A world table of talc in 2025, in thousand tonnes, of rows {@code detail|country|value}. */
    private Path world(String... rows) throws IOException {
        StringBuilder text =
                new StringBuilder("MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,"
                        + "Notes,Is critical mineral 2025,Other notes\n");
        for (String row : rows) {
            String[] cells = row.split("[|]");
            text.append("TALC,World Mine Production and Reserves,Talc,")
                    .append(cells[1])
                    .append(",Production,")
                    .append(cells[0]);
            text.append(",thousand metric tons,2025,").append(cells[2]).append(",,No,\n");
        }
        return Files.writeString(folder.resolve("talc.csv"), text);
    }

    @Test
    void figures_that_differ_leave_a_gap_and_no_share_without_it() throws IOException {
        Path first = Files.writeString(folder.resolve("mcs2024-sampl_a.csv"), wide("22"));
        Path second = Files.writeString(folder.resolve("mcs2024-sampl_b.csv"), wide("33"));

        UsgsReading reading = UsgsReader.read(List.of(second, first));

        assertThat(reading.toBeFixed()).hasSize(2);
        assertThat(reading.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.place()).hasToString("Australia");
            assertThat(gap.value()).hasToString("NA");
            assertThat(gap.notes())
                    .containsExactly("Not settled: 22 in mcs2024-sampl_a.csv:2, 33 in mcs2024-sampl_b.csv:2.");
        });
        assertThat(PrintedTotal.of(reading).get(0).withoutNumber()).isEqualTo(1);
        assertThat(reading.files())
                .allSatisfy(file -> assertThat(file.figures() + file.repeated() + file.problems())
                        .isEqualTo(file.entries()));
        assertThat(reading.files().get(1).repeated()).isEqualTo(2);
        assertThat(UsgsReader.read(List.of(first, second))).isEqualTo(reading);
    }

    private static String wide(String australia) {
        return "Source,Country,Type,Prod_t_2022\nMCS2024,Australia,Mine production," + australia
                + "\nMCS2024,China,Mine production,40\nMCS2024,World total,Mine production,70\n";
    }

    @Test
    void a_file_given_twice_and_two_of_one_name_are_told_apart() throws IOException {
        Path copy = Files.copy(Samples.file(Samples.GALLIUM_2024), folder.resolve("copy.csv"));
        UsgsReading twice = UsgsReader.read(List.of(copy, Samples.file(Samples.GALLIUM_2024)));
        assertThat(twice.figures()).hasSize(21);
        assertThat(twice.toBeFixed())
                .singleElement()
                .asString()
                .contains("mcs2024-galli_world.csv: holds the same as copy.csv, which is read.");

        Files.createDirectories(folder.resolve("x"));
        Path other = Files.writeString(folder.resolve("x").resolve("mcs2024-galli_world.csv"), wide("22"));
        UsgsReading both = UsgsReader.read(List.of(other, Samples.file(Samples.GALLIUM_2024)));
        assertThat(both.files()).extracting(UsgsFile::figures).containsExactlyInAnyOrder(21, 3);
    }

    @Test
    void what_stands_in_brackets_may_be_left_out_where_only_one_is_called_so() throws IOException {
        UsgsReading titanium = Samples.read(Samples.LONG);

        assertThat(titanium.of("mica").problems()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> titanium.of("nope"))
                .withMessageContaining("'nope' is not in these files. ");
    }

    @Test
    void a_name_in_full_and_the_code_in_a_file_name_are_one_commodity() {
        UsgsReading both = Samples.read(Samples.LONG, Samples.GALLIUM_2024);

        assertThat(both.of("gallium").figures().stream()
                        .map(UsgsFigure::edition)
                        .distinct())
                .containsExactly("MCS2026", "MCS2024");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.of("galium"))
                .withMessage("'galium' is not in these files. Did you mean 'Gallium'?");
    }

    @Test
    void a_file_that_is_no_release_is_a_problem_and_the_others_are_read() throws IOException {
        Path other = Files.writeString(folder.resolve("prices.csv"), "product,price\nLi2CO3,1\n");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        Path header = Files.writeString(folder.resolve("header.csv"), "Source,Country,Type,Prod_t_2022\n");
        Path absent = folder.resolve("absent.csv");

        UsgsReading reading =
                UsgsReader.read(List.of(other, empty, header, absent, folder, Samples.file(Samples.GALLIUM_2024)));

        assertThat(reading.figures()).isNotEmpty();
        assertThat(reading.toBeFixed().stream().map(Object::toString))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("prices.csv: is no release that is known: its header is product, price."))
                .anySatisfy(problem -> assertThat(problem).contains("empty.csv: is empty"))
                .anySatisfy(problem -> assertThat(problem).contains("header.csv: has a header and no rows"))
                .anySatisfy(problem -> assertThat(problem).contains("absent.csv: is not there"))
                .anySatisfy(problem -> assertThat(problem).contains("is not a file"));
    }

    private static UsgsFigure figure(UsgsReading reading, String name, String place, int year) {
        return reading.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .filter(figure -> figure.place().equals(Place.parse(place)))
                .filter(figure -> figure.period().equals(Period.year(year)))
                .findFirst()
                .orElseThrow();
    }
}
