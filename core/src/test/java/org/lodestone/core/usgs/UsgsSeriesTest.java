package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;

/** Releases that count the same thing give one measure, however each of them puts it. */
class UsgsSeriesTest {

    private static final String HEADER_2026 =
            "MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,"
                    + "Value,Notes,Is critical mineral 2025,Other notes";

    @TempDir
    private Path folder;

    private final List<Path> files = new ArrayList<>();

    @Test
    void lithium_is_one_series_whatever_its_total_excludes() throws IOException {
        older("mcs2022-lithi_world.csv", 2022, "t", "Mine production, contained lithium", "Chile", "21500");
        older("mcs2023-lithi_world.csv", 2023, "t", "Mine production, lithium content", "Chile", "28300");
        total(
                "mcs2023-lithi_world.csv",
                "MCS2023,\"World total (rounded), excluding U.S. production\","
                        + "\"Mine production, lithium content\",107000,130000,26000000");
        newest("LITHIUM", "Lithium", "metric tons", "lithium content");

        assertThat(produced("lithium")).containsExactly("Mine production, t Li: MCS2022, MCS2023, MCS2026");
    }

    @Test
    void nickel_is_one_series_also_where_a_release_does_not_say_that_it_is_content() throws IOException {
        older("mcs2022-nicke_world.csv", 2022, "t", "Mine production", "Canada", "167000");
        older(
                "mcs2023-nicke_world.csv",
                2023,
                "t",
                "Mine production - nickel, metric tons contained",
                "Canada",
                "134000");
        newest("NICKEL", "Nickel", "metric tons", "nickel content");

        assertThat(produced("nickel")).containsExactly("Mine production, t Ni: MCS2022, MCS2023, MCS2026");
        assertThat(measures("nickel", Kind.RESERVES)).containsExactly("Reserves, t Ni: MCS2022, MCS2023");
    }

    @Test
    void copper_is_one_series_at_the_mine_and_one_at_the_refinery() throws IOException {
        older("mcs2022-coppe_world.csv", 2022, "kt", "Mine production, contained copper", "Chile", "5730");
        older("mcs2023-coppe_world.csv", 2023, "kt", "Mine production, recoverable copper content", "Chile", "5620");
        total("mcs2023-coppe_world.csv", "MCS2023,Chile,\"Refinery production, copper\",2270,2100,XX");
        newest("COPPER", "Copper", "thousand metric tons", "copper content");

        assertThat(produced("copper"))
                .containsExactly(
                        "Mine production, kt Cu: MCS2022, MCS2023, MCS2026", "Refinery production, kt copper: MCS2023");
    }

    @Test
    void manganese_content_is_one_series_and_gross_weight_is_none_of_it() throws IOException {
        older("mcs2023-manga_world.csv", 2023, "kt", "Mine production, manganese content", "Gabon", "4340");
        Files.write(
                file("MCS2026.csv"),
                List.of(
                        HEADER_2026,
                        "MANGANESE,World Mine Production (manganese content) and Reserves,Manganese,Gabon,Production,"
                                + "Mine production,thousand metric tons,2025,\"5,000\",,Yes,\"(Data in thousand metric tons,"
                                + " gross weight, unless otherwise specified)\"",
                        "MANGANESE,Salient Statistics—United States,Manganese,United States,Imports,Imports for consumption,"
                                + "thousand metric tons,2025,400,,Yes,\"(Data in thousand metric tons, gross weight, unless"
                                + " otherwise specified)\""));

        assertThat(produced("manganese")).containsExactly("Mine production, kt Mn: MCS2023, MCS2026");
        assertThat(measures("manganese", Kind.STATISTIC))
                .containsExactly("United States: imports for consumption, kt gross weight: MCS2026");
    }

    @Test
    void palladium_and_platinum_are_a_series_each_and_their_reserves_one_together() throws IOException {
        older("mcs2022-plati_world.csv", 2022, "kg", "World mine production: Palladium", "Canada", "17000");
        older("mcs2023-plati_world.csv", 2023, "kg", "Mine production: Palladium", "Canada", "15000");
        total("mcs2023-plati_world.csv", "MCS2023,Canada,Mine production: Platinum,5800,6000,310000");
        newest("PLATINUM-GROUP METALS", "Palladium", "kilograms", "platinum-group-metal (PGM) content");

        assertThat(produced("Platinum-group metals"))
                .containsExactly(
                        "Mine production: Palladium, kg palladium: MCS2022, MCS2023, MCS2026",
                        "Platinum: mine production, kg platinum: MCS2023");
        assertThat(measures("Platinum-group metals", Kind.RESERVES))
                .containsExactly("Platinum-group metals: reserves, kg platinum-group metals: MCS2022, MCS2023");
    }

    /** MCS 2023 and 2024, boron: forms that do not add, under a type that changed its wording. */
    @Test
    void forms_under_a_total_that_is_not_applicable_are_printed_and_none_stands_for_the_whole() throws IOException {
        for (int year : List.of(2023, 2024)) {
            String name = "mcs" + year + "-boron_world.csv";
            String type = year == 2023 ? "\"Production, all forms\"" : "Mine production";
            older(name, year, "kt", type.replace("\"", ""), "Chile, ulexite", "400");
            total(name, "MCS" + year + ",\"Bolivia, ulexite\"," + type + ",185,190,NA");
            total(name, "MCS" + year + ",\"Turkey, refined borates\"," + type + ",1700,1700,950000");
            total(name, "MCS" + year + ",World total (rounded)," + type + ",XX,XX,XX");
        }

        assertThat(produced("boron")).isEmpty();
        assertThat(measures("boron", Kind.RESERVES)).isEmpty();
        assertThat(measures("boron", Kind.STATISTIC))
                .contains(
                        "Mine production: ulexite, kt ulexite: MCS2023, MCS2024",
                        "Mine production: refined borates, kt refined borates: MCS2023, MCS2024",
                        "Reserves: refined borates, kt refined borates: MCS2023, MCS2024");
        assertThat(dataset("boron").chain().stages()).isEmpty();
    }

    /** MCS 2024, kyanite: of three minerals none has a total. */
    @Test
    void minerals_under_a_total_that_is_not_applicable_are_printed_too() throws IOException {
        older("mcs2024-kyani_world.csv", 2024, "t", "Mine production, andalusite", "South Africa", "180000");
        total("mcs2024-kyani_world.csv", "MCS2024,Peru,\"Mine production, andalusite\",39300,40000,NA");
        total("mcs2024-kyani_world.csv", "MCS2024,United States,\"Mine production, kyanite\",104000,110000,NA");
        total("mcs2024-kyani_world.csv", "MCS2024,World total (rounded),Mine production,XX,XX,XX");

        assertThat(produced("kyanite and related minerals")).isEmpty();
        assertThat(measures("kyanite and related minerals", Kind.STATISTIC))
                .contains("Mine production: andalusite, t andalusite: MCS2024");
    }

    @Test
    void kinds_with_a_total_each_stay_measures_of_their_stage() throws IOException {
        older("mcs2024-clays_world.csv", 2024, "kt", "Mine production, Bentonite", "United States", "4580");
        total("mcs2024-clays_world.csv", "MCS2024,World total (rounded),\"Mine production, Bentonite\",20800,21000,NA");

        assertThat(produced("clays")).containsExactly("Mine production: Bentonite, kt bentonite: MCS2024");
    }

    /** MCS 2023 says mine production of iron oxide pigments; the file of 2024 has no column of types. */
    @Test
    void production_that_another_edition_calls_that_of_mines_is_one_measure_of_one_stage() throws IOException {
        older("mcs2023-fepig_world.csv", 2023, "t", "Mine production", "India", "2830000");
        older("mcs2024-fepig_world.csv", 2024, "t", "", "India", "2800000");

        assertThat(produced("iron oxide pigments"))
                .containsExactly("Production, t iron oxide pigments: MCS2023, MCS2024");
        assertThat(measures("iron oxide pigments", Kind.RESERVES))
                .containsExactly("Reserves, t iron oxide pigments: MCS2023, MCS2024");
        assertThat(stages("iron oxide pigments")).containsExactly("mining");
    }

    /** MCS 2026, arsenic: the capacity is that of refineries. */
    @Test
    void production_beside_the_capacity_of_refineries_is_of_their_stage() throws IOException {
        older("mcs2024-arsen_world.csv", 2024, "t", "Production", "Peru", "27300");
        total("mcs2024-arsen_world.csv", "MCS2024,Peru,Refinery capacity,30000,30000,NA");

        assertThat(stages("arsenic")).containsExactly("refining");
    }

    @Test
    void a_mine_in_one_edition_and_a_refinery_in_the_next_stay_two() throws IOException {
        older("mcs2023-cadmi_world.csv", 2023, "t", "Mine production", "Peru", "700");
        older("mcs2024-cadmi_world.csv", 2024, "t", "Refinery production", "Peru", "650");

        assertThat(produced("cadmium"))
                .containsExactlyInAnyOrder(
                        "Mine production, t cadmium: MCS2023", "Refinery production, t cadmium: MCS2024");
        assertThat(stages("cadmium")).containsExactly("mining", "refining");
    }

    @Test
    void what_could_not_be_read_is_in_the_dataset_under_the_name_of_its_measure() throws IOException {
        older("mcs2024-tin_world.csv", 2024, "t", "Mine production, tin content", "Atlantis", "1000");
        older("mcs2023-tin_world.csv", 2023, "t", "Mine production, tin content", "Peru", "26995");

        assertThat(dataset("tin").unread())
                .filteredOn(unread -> unread.period().equals("2022"))
                .singleElement()
                .satisfies(unread -> {
                    assertThat(unread.at()).isEqualTo("mcs2024-tin_world.csv:2");
                    assertThat(unread.place()).isEqualTo("Atlantis");
                    assertThat(unread.measure()).isEqualTo("Mine production");
                    assertThat(unread.text()).isEqualTo("1000");
                    assertThat(unread.reason()).startsWith("'Atlantis' is not a known place");
                });
        assertThat(dataset("tin").unread()).hasSize(3);
    }

    @Test
    void a_sum_of_parts_is_derived_and_says_of_what() throws IOException {
        older(
                "mcs2024-heliu_world.csv",
                2024,
                "mcm",
                "Mine production, helium",
                "United States (from Cliffside Field)",
                "7");
        total(
                "mcs2024-heliu_world.csv",
                "MCS2024,United States (extracted from natural gas),\"Mine production, helium\",68,67,NA");
        total("mcs2024-heliu_world.csv", "MCS2024,World total (rounded),\"Mine production, helium\",75,75,NA");

        List<Figure> production = dataset("helium").figures("mine-production", "MCS2024").stream()
                .filter(figure -> figure.place().isCountry())
                .toList();
        assertThat(production)
                .extracting(Figure::value)
                .extracting(Object::toString)
                .containsExactly("75", "74");
        assertThat(production).allSatisfy(figure -> {
            assertThat(figure.citation().how()).isEqualTo(How.DERIVED);
            assertThat(figure.citation().note()).startsWith("Sum of 7");
        });
    }

    private Path file(String name) {
        Path file = folder.resolve(name);
        files.add(file);
        return file;
    }

    /** A world table of one row, with the production of two years and reserves. */
    private void older(String name, int year, String unit, String type, String place, String value) throws IOException {
        Files.write(
                file(name),
                List.of(
                        String.format(
                                "Source,Country,Type,Prod_%s_%d,Prod_%s_est_%d,Reserves_%s",
                                unit, year - 2, unit, year - 1, unit),
                        String.format("MCS%d,%s,\"%s\",%s,%s,NA", year, place, type, value, value)));
    }

    private void total(String name, String row) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, Files.readString(file) + row + "\n");
    }

    /** The release of 2026 with the mine production of Chile. */
    private void newest(String chapter, String commodity, String unit, String basis) throws IOException {
        String detail = chapter.startsWith("PLATINUM") ? "Mine production: " + commodity : "Mine production";
        Files.write(
                file("MCS2026.csv"),
                List.of(
                        HEADER_2026,
                        String.format(
                                "%s,World Mine Production and Reserves,%s,Canada,Production,%s,%s,2025,\"1,000\",,Yes,"
                                        + "\"(Data in %s, %s, unless otherwise specified)\"",
                                chapter, commodity, detail, unit, unit, basis)));
    }

    private Dataset dataset(String commodity) {
        return UsgsReader.read(files).of(commodity).dataset("sample", commodity);
    }

    private List<String> produced(String commodity) {
        return measures(commodity, Kind.PRODUCTION);
    }

    /** Each measure with its unit and the editions that have figures of it. */
    private List<String> measures(String commodity, Kind kind) {
        Dataset dataset = dataset(commodity);
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == kind)
                .map(measure -> measure.name() + ", " + measure.unit() + ": " + editions(dataset, measure))
                .toList();
    }

    private List<String> stages(String commodity) {
        return dataset(commodity).chain().stages().stream().map(Stage::id).toList();
    }

    private static String editions(Dataset dataset, Measure measure) {
        return String.join(
                ", ",
                dataset.editions().values().stream()
                        .map(Edition::id)
                        .filter(id -> !dataset.figures(measure.id(), id).isEmpty())
                        .toList());
    }
}
