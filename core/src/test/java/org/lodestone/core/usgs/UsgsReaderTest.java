package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    void a_damaged_header_is_read_where_a_rule_settles_it_and_told_where_none_does() {
        UsgsReading reading = Samples.read(Samples.GALLIUM_SALIENT_2024);

        assertThat(reading.figures().stream().map(figure -> figure.name() + " " + figure.value() + " " + figure.unit()))
                .containsExactly(
                        "Production: Primary 0 kg gallium",
                        "Imports: Metal 11400 kg gallium",
                        "Price 432 USD/kg",
                        "Net import reliance 100 %",
                        "Net import reliance: Scrap E %");
        assertThat(reading.figures().get(0).notes())
                .containsExactly("The header 'USprod_Primarykg' has the unit without a sign before it.");
        // Two amounts in kilograms are too few to tell what the g was
        assertThat(reading.problems()).singleElement().satisfies(grams -> {
            assertThat(grams.problem().toString())
                    .contains("Exports_g: the header does not end in the code of a unit that exports can be in");
            assertThat(grams.unread().measure()).isEqualTo("Exports_g");
            assertThat(grams.unread().place()).isEqualTo("United States");
            assertThat(grams.unread().period()).isEqualTo("2022");
            assertThat(grams.unread().text()).isEqualTo("NA");
        });
    }

    @Test
    void a_place_with_a_remark_is_a_row_of_its_table() throws IOException {
        // MCS 2023, antimony, 2022: 20,000 t of Russia are in the printed total of 110,000
        UsgsReading reading = read(
                "mcs2023-antim_world.csv",
                "Source,Country,Type,Prod_t_2021,Prod_t_est_2022",
                "MCS2023,China,\"Mine production, contained antimony\",61000,60000",
                "MCS2023,Russia (recoverable),\"Mine production, contained antimony\",20000,20000",
                "MCS2023,World total (rounded),\"Mine production, contained antimony\",81000,80000");

        assertThat(reading.problems()).isEmpty();
        UsgsFigure russia = figure(reading, "Mine production", "Russia", 2022);
        assertThat(russia.value().known()).hasValue(20_000);
        assertThat(russia.unit()).hasToString("t Sb");
        assertThat(russia.notes()).containsExactly("Estimated.", "Recoverable.");
    }

    @Test
    void a_remark_stays_with_its_row_where_several_types_have_a_total_each() throws IOException {
        // MCS 2023, clays: beneficiated in Brazil, in the table of bentonite and in that of kaolin
        UsgsReading reading = read(
                "mcs2023-clays_world.csv",
                "Source,Country,Type,Prod_kt_2021",
                "MCS2023,Brazil (beneficiated),\"Mine poduction, Bentonite\",220",
                "MCS2023,World total (rounded),\"Mine poduction, Bentonite\",19000",
                "MCS2023,Brazil (beneficiated),\"Mine poduction, Kaolin\",1200",
                "MCS2023,World total (rounded),\"Mine poduction, Kaolin\",49300");

        assertThat(figure(reading, "Mine production: Bentonite", "Brazil", 2021).notes())
                .containsExactly("Beneficiated.");
        assertThat(figure(reading, "Mine production: Kaolin", "Brazil", 2021).unit())
                .hasToString("kt kaolin");
    }

    @Test
    void a_remark_is_a_thing_of_its_own_where_the_total_is_not_applicable() throws IOException {
        // MCS 2024, boron: the world total is XX, since crude ore and refined borates do not add
        UsgsReading reading = read(
                "mcs2024-boron_world.csv",
                "Source,Country,Type,Prod_kt_2022",
                "MCS2024,\"Chile, ulexite\",Mine production,400",
                "MCS2024,\"Turkey, refined borates\",Mine production,1700",
                "MCS2024,World total (rounded),Mine production,XX");

        assertThat(figure(reading, "Mine production: ulexite", "Chile", 2022).unit())
                .hasToString("kt ulexite");
        assertThat(figure(reading, "Mine production: refined borates", "Turkey", 2022)
                        .unit())
                .hasToString("kt refined borates");
    }

    @Test
    void the_parts_of_a_country_above_one_total_are_kept_and_summed() throws IOException {
        // MCS 2025, helium, 2024: 68 and 13 million cubic metres of the United States, 180 of the world
        UsgsReading reading = read(
                "mcs2025-heliu_world.csv",
                "Source,Country,Type,Prod_mcm_2024",
                "MCS2025,United States (extracted from natural gas),\"Mine production, helium\",68",
                "MCS2025,United States (from Cliffside Field),\"Mine production, helium\",13",
                "MCS2025,Qatar,\"Mine production, helium\",64",
                "MCS2025,Other countries,\"Mine production, helium\",33",
                "MCS2025,World total (rounded),\"Mine production, helium\",180");

        assertThat(figure(reading, "Mine production: from Cliffside Field", "United States", 2024)
                        .value())
                .hasToString("13");
        assertThat(reading.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.name()).isEqualTo("Mine production");
            assertThat(sum.place()).hasToString("United States");
            assertThat(sum.value().known()).hasValue(81);
            assertThat(sum.notes())
                    .containsExactly("Sum of 68 extracted from natural gas and 13 from Cliffside Field.");
        });
        assertThat(PrintedTotal.of(reading))
                .filteredOn(total -> total.name().equals("Mine production"))
                .singleElement()
                .satisfies(total -> assertThat(total.beside().isMissed()).isFalse());
    }

    @Test
    void rows_of_one_country_that_the_total_has_no_room_for_are_not_summed() throws IOException {
        UsgsReading reading = read(
                "mcs2025-heliu_world.csv",
                "Source,Country,Type,Prod_mcm_2024",
                "MCS2025,United States (extracted from natural gas),Mine production,100",
                "MCS2025,United States (from Cliffside Field),Mine production,90",
                "MCS2025,World total (rounded),Mine production,110");

        assertThat(reading.sums()).isEmpty();
        assertThat(reading.figures()).hasSize(3);
    }

    @Test
    void a_world_table_under_the_name_of_salient_statistics_is_refused() throws IOException {
        UsgsReading reading = read(
                "mcs2024-cobal_salient.csv",
                "Source,Country,Type,Prod_t_est_2021",
                "MCS2024,Canada,\"Mine production, metric tons of contained cobalt\",3060");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.commodity()).isEqualTo("Cobalt");
            assertThat(problem.unread().line()).isEmpty();
            assertThat(problem.unread().reason()).startsWith("is called salient and holds a world table");
        });
    }

    @Test
    void salient_statistics_under_the_name_of_a_world_table_are_refused() throws IOException {
        assertThat(read("mcs2024-tin_world.csv", "DataSource,Commodity,Year,Imports_t", "MCS2024,Tin,2022,33200")
                        .toBeFixed())
                .singleElement()
                .asString()
                .contains("is called world and holds salient statistics");
    }

    @Test
    void salient_statistics_under_the_name_of_another_commodity_are_refused() throws IOException {
        UsgsReading reading =
                read("mcs2024-gypsu_salient.csv", "DataSource,Commodity,Year,Imports_kt", "MCS2024,Kyanite,2022,12");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.toBeFixed())
                .singleElement()
                .asString()
                .isEqualTo(
                        "mcs2024-gypsu_salient.csv: is called Gypsum and holds rows of Kyanite. It is left out, so that they"
                                + " do not stand as those of Gypsum. Fetch the file again, or rename it if it is Kyanite that is"
                                + " wanted.");
    }

    /** The code of a chapter, and what it may call itself: a part of its name, a commodity of the group, a name nobody knows. */
    @ParameterizedTest
    @CsvSource({"timin, Titanium", "plati, Palladium", "graph, Graphite", "kyani, Andalusite"})
    void but_a_chapter_may_call_its_commodity_as_it_likes(String code, String commodity) throws IOException {
        assertThat(read(
                                "mcs2024-" + code + "_salient.csv",
                                "DataSource,Commodity,Year,Imports_t",
                                "MCS2024," + commodity + ",2022,12")
                        .figures())
                .hasSize(1);
    }

    /** MCS 2024, gypsum and kyanite: the file of salient statistics has the bytes of the world table. */
    @ParameterizedTest
    @ValueSource(strings = {"gypsu", "kyani"})
    void a_world_table_that_a_release_has_under_both_names_is_read_once_and_the_other_table_is_missed(String code)
            throws IOException {
        String table = "Source,Country,Type,Prod_kt_2022\nMCS2024,United States,Mine production,19600\n";
        Path salient = Files.writeString(folder.resolve("mcs2024-" + code + "_salient.csv"), table);
        Path world = Files.writeString(folder.resolve("mcs2024-" + code + "_world.csv"), table);

        UsgsReading reading = UsgsReader.read(List.of(salient, world));

        assertThat(reading.files()).extracting(UsgsFile::figures).containsExactly(0, 1);
        assertThat(reading.toBeFixed())
                .singleElement()
                .asString()
                .contains("_salient.csv: is called salient and holds a world table, the same as mcs2024-" + code
                        + "_world.csv, which is read.")
                .contains("What is missing is salient statistics");
        assertThat(UsgsReader.read(List.of(world, salient))).isEqualTo(reading);
    }

    @Test
    void salient_statistics_under_both_names_are_read_once_too() throws IOException {
        String table = "DataSource,Commodity,Year,Imports_t\nMCS2024,Tin,2022,33200\n";
        Path salient = Files.writeString(folder.resolve("mcs2024-tin_salient.csv"), table);
        Path world = Files.writeString(folder.resolve("mcs2024-tin_world.csv"), table);

        UsgsReading reading = UsgsReader.read(List.of(world, salient));

        assertThat(reading.figures()).hasSize(1);
        assertThat(reading.toBeFixed())
                .singleElement()
                .asString()
                .contains(
                        "mcs2024-tin_world.csv: is called world and holds salient statistics of the United States, the"
                                + " same as mcs2024-tin_salient.csv");
    }

    @Test
    void the_two_tables_are_told_apart_by_what_they_hold_whatever_their_column_of_editions_is_called()
            throws IOException {
        assertThat(read("mcs2022-tin_salient.csv", "Source,Commodity,Year,Imports_t", "MCS2022,Tin,2020,31600")
                        .figures())
                .singleElement()
                .satisfies(figure -> assertThat(figure.table()).isEqualTo(UsgsFigure.Table.UNITED_STATES));
        assertThat(read("mcs2022-tin_world.csv", "DataSource,Country,Prod_t_2020", "MCS2022,China,84000")
                        .figures())
                .singleElement()
                .satisfies(figure -> assertThat(figure.table()).isEqualTo(UsgsFigure.Table.WORLD));
    }

    @Test
    void what_was_written_before_or_behind_the_name_of_a_file_is_no_commodity() throws IOException {
        for (String name : List.of(
                "copy_of_mcs2024-rheni_world.csv",
                "USGS mcs2024-rheni_world (1).csv",
                "mcs2024-rheni_world_final.csv")) {
            assertThat(read(name, "Source,Country,Type,Prod_kg_2022", "MCS2024,Chile,Mine production,29000")
                            .figures())
                    .as(name)
                    .extracting(UsgsFigure::commodity)
                    .containsExactly("Rhenium");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup.csv", "mcs2024-xyzzy_world.csv", "old_lithi_world.csv", "rhenium and tin.csv"})
    void a_file_of_which_nothing_says_the_commodity_is_refused(String name) throws IOException {
        UsgsReading reading = read(name, "Source,Country,Type,Prod_kg_2022", "MCS2024,Chile,Mine production,29000");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.toBeFixed())
                .singleElement()
                .asString()
                .startsWith(name + ": does not say which commodity it is of: it has no column of commodities, and '")
                .endsWith("' in its name is none that is known. Call it as the release does, such as"
                        + " mcs2024-lithi_world.csv.");
    }

    @Test
    void an_amount_below_zero_is_told_with_what_it_may_be() throws IOException {
        // MCS 2023, tin: shipments from Government stocks of 2020; MCS 2024, asbestos: the chapter has footnote 4
        UsgsReading reading =
                read("mcs2023-tin_salient.csv", "DataSource,Commodity,Year,Shipments_Gov_t", "MCS2023,Tin,2020,-7");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.toBeFixed())
                .singleElement()
                .asString()
                .contains("mcs2023-tin_salient.csv:2: Shipments_Gov_t: '-7' is below zero.")
                .contains("the footnote (7)");
    }

    @Test
    void less_than_half_a_unit_in_words_is_what_it_is() throws IOException {
        // MCS 2023, lead, imports of concentrates of 2022
        UsgsReading reading = read(
                "mcs2023-lead_salient.csv",
                "DataSource,Commodity,Year,Imports_Concentrates_kt",
                "MCS2023,Lead,2022,Less than ½ unit.");

        assertThat(reading.figures().get(0).value())
                .isEqualTo(new Observation.Missing("Less than ½ unit.", Observation.Reason.LESS_THAN_HALF_UNIT));
    }

    @Test
    void columns_that_are_missing_and_types_that_say_nothing_are_no_reason_to_stop() throws IOException {
        UsgsReading noUnit =
                read("world.csv", "SOURCE,COMMODITY,COUNTRY,TYPE,PROD_2023", "MCS2025,Tin,China,Mine production,70000");
        assertThat(noUnit.toBeFixed())
                .singleElement()
                .asString()
                .contains("world.csv:2: PROD_2023: the header 'PROD_2023' does not say the unit, and no column does.");

        UsgsReading colon = read(
                "mcs2024-talc_world.csv",
                "Source,Country,Type,Prod_kt_2022",
                "MCS2024,Brazil,:,530",
                "MCS2024,World total (rounded),Mine production,730");
        assertThat(figure(colon, "Mine production", "Brazil", 2022).value()).hasToString("530");
    }

    @Test
    void a_row_that_does_not_say_of_what_or_when_it_is_is_a_problem() throws IOException {
        assertThat(read(
                                "world.csv",
                                "SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023",
                                "MCS2025,,China,Mine production,metric tons,70000")
                        .toBeFixed())
                .singleElement()
                .asString()
                .contains("'' is no commodity");
        assertThat(read("mcs2024-tin_salient.csv", "DataSource,Commodity,Year,Imports_t", "MCS2024,Tin,,33200")
                        .toBeFixed())
                .singleElement()
                .asString()
                .contains("the year is missing");
        assertThat(read("mcs2024-lead_world.csv", "Source,Country,Prod_t_2022", "MCS9999,China,1950")
                        .toBeFixed())
                .singleElement()
                .asString()
                .contains("'MCS9999' is no edition");
    }

    @Test
    void one_amount_in_two_units_is_said_twice_and_two_amounts_differ() throws IOException {
        UsgsReading same = read(
                "mcs2024-lead_world.csv",
                "Source,Country,Type,Prod_t_2022,Prod_kt_2022",
                "MCS2024,China,Mine production,1950000,1950");
        assertThat(same.problems()).isEmpty();
        assertThat(same.figures()).hasSize(1);

        UsgsReading other = read(
                "mcs2024-lead_world.csv",
                "Source,Country,Type,Prod_t_2022,Prod_kt_2022",
                "MCS2024,China,Mine production,1950,1950");
        assertThat(other.gaps()).hasSize(1);
        assertThat(other.problems()).hasSize(2);
    }

    @Test
    void where_no_column_says_the_edition_or_the_type_the_name_of_the_file_and_the_column_do() throws IOException {
        // MCS 2024: iron oxide pigments have no column of types, abrasives none of the edition
        UsgsReading reading = read("mcs2024-fepig_world.csv", "Country,Prod_t_2022,Reserves_t", "Germany,1000,NA");

        UsgsFigure germany = figure(reading, "Production", "Germany", 2022);
        assertThat(germany.edition()).isEqualTo("MCS2024");
        assertThat(germany.commodity()).isEqualTo("Iron Oxide Pigments");
        assertThat(figure(reading, "Reserves", "Germany", 2023).value()).hasToString("NA");
    }

    @Test
    void codes_and_numbers_where_types_should_stand_name_no_measure() throws IOException {
        UsgsReading shifted = read(
                "mcs2024-gypsu_world.csv",
                "Source,Country,Type,Prod_kt_2022,Reserves_kt",
                "MCS2024,United States,Mine production,19600,700000",
                "MCS2024,Iran,XX,16000,NA",
                "MCS2024,Spain,\"Mine production, NA\",12000,NA",
                "MCS2024,Oman,\"Mine production, 4\",10000,NA");

        assertThat(shifted.figures())
                .extracting(UsgsFigure::name)
                .containsExactly("Mine production", "Reserves", "Mine production", "Reserves");
        assertThat(shifted.toBeFixed()).hasSize(4);
        assertThat(shifted.toBeFixed().get(0))
                .asString()
                .startsWith(
                        "mcs2024-gypsu_world.csv:3: Prod_kt_2022: 'XX' stands where the words for what is counted should");
        assertThat(shifted.problems().get(0).unread().measure()).isEqualTo("Prod_kt_2022");
    }

    @Test
    void a_column_of_numbers_behind_the_countries_is_none_of_types() throws IOException {
        UsgsReading reading = read(
                "mcs2024-gypsu_world.csv",
                "Source,Country,Output,Prod_kt_2022",
                "MCS2024,United States,\"20,700\",19600",
                "MCS2024,Iran,NA,16000");

        assertThat(reading.figures()).extracting(UsgsFigure::name).containsExactly("Production", "Production");
        assertThat(reading.toBeFixed())
                .hasSize(2)
                .first()
                .asString()
                .contains(
                        "'20,700' stands in column 3, whose header is none of an amount, so that nothing says what it counts.");
    }

    @Test
    void numbers_under_no_header_or_among_notes_are_told() throws IOException {
        // MCS 2024: the reserves of vermiculite stand among the notes, those of barite twice
        UsgsReading reading = read(
                "mcs2024-vermi_world.csv",
                "Source,Country,Type,Prod_kt_2022,Reserves_kt,Reserves_notes,",
                "MCS2024,Brazil,Mine production,50,,\"6,300\",12");

        assertThat(reading.toBeFixed().stream().map(Object::toString))
                .satisfiesExactly(
                        among -> assertThat(among).contains("'6,300' stands in column 6, where notes stand"),
                        under -> assertThat(under).contains("'12' stands in column 7, which has no header"));
    }

    @Test
    void reserves_that_are_not_applicable_to_a_refinery_give_way_to_those_of_the_mine() throws IOException {
        // MCS 2023, copper
        UsgsReading reading = read(
                "mcs2023-coppe_world.csv",
                "Source,Country,Type,Prod_kt_2021,Reserves_kt",
                "MCS2023,Chile,\"Mine production, recoverable copper content\",5620,190000",
                "MCS2023,Chile,\"Refinery production, copper\",2270,XX");

        assertThat(reading.problems()).isEmpty();
        assertThat(figure(reading, "Reserves", "Chile", 2022).value()).hasToString("190000");
        assertThat(reading.files().get(0).repeated()).isEqualTo(1);
    }

    @Test
    void the_title_of_a_section_says_what_its_tonnes_are_of() throws IOException {
        // MCS 2026: data of the chapter are gross weight, and those of the world table manganese content
        String row = ",Manganese,Gabon,Production,Mine production,thousand metric tons,2025,\"5,000\",,Yes,"
                + "\"(Data in thousand metric tons, gross weight, unless otherwise specified)\"";
        UsgsReading reading = read(
                "MCS2026.csv",
                "MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,"
                        + "Is critical mineral 2025,Other notes",
                "MANGANESE,World Mine Production (manganese content) and Reserves" + row,
                "MANGANESE,Salient Statistics—United States" + row.replace("Gabon", "United States"));

        assertThat(reading.figures())
                .extracting(UsgsFigure::unit)
                .extracting(Object::toString)
                .containsExactly("kt Mn", "kt gross weight");
    }

    @Test
    void a_price_by_the_metric_ton_unit_is_no_price_of_a_ton() throws IOException {
        // MCS 2026: manganese in ore costs 5.27 dollars for a hundredth of a ton, and the column of units says a ton
        UsgsReading reading = read(
                "MCS2026.csv",
                "MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,"
                        + "Is critical mineral 2025,Other notes",
                "MANGANESE,Salient Statistics—United States,Manganese,United States,Price,\"Price, average, manganese"
                        + " content, China, dollars per metric ton unit\",dollars per metric ton,2021,5.27,,Yes,");

        assertThat(reading.figures())
                .extracting(UsgsFigure::unit)
                .extracting(Object::toString)
                .containsExactly("[dollars per metric ton unit]");
    }

    private UsgsReading read(String name, String... lines) throws IOException {
        return UsgsReader.read(List.of(Files.write(folder.resolve(name), List.of(lines))));
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
        assertThat(PrintedTotal.of(reading).get(0).beside().sumOfKnown()).isEqualByComparingTo("730");
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
        Path first = Files.writeString(folder.resolve("mcs2024-tin_a.csv"), wide("22"));
        Path second = Files.writeString(folder.resolve("mcs2024-tin_b.csv"), wide("33"));

        UsgsReading reading = UsgsReader.read(List.of(second, first));

        assertThat(reading.toBeFixed()).hasSize(2);
        assertThat(reading.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.place()).hasToString("Australia");
            assertThat(gap.value()).hasToString("NA");
            assertThat(gap.notes())
                    .containsExactly("Not settled: 22 in mcs2024-tin_a.csv:2, 33 in mcs2024-tin_b.csv:2.");
        });
        assertThat(PrintedTotal.of(reading).get(0).beside().withoutNumber()).isEqualTo(1);
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
        Path copy = Files.copy(Samples.file(Samples.GALLIUM_2024), folder.resolve("copy of mcs2024-galli_world.csv"));
        UsgsReading twice = UsgsReader.read(List.of(copy, Samples.file(Samples.GALLIUM_2024)));
        assertThat(twice.figures()).hasSize(21);
        assertThat(twice.toBeFixed())
                .singleElement()
                .asString()
                .contains("mcs2024-galli_world.csv: holds the same as copy of mcs2024-galli_world.csv, which is read.");

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
