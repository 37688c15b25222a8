package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.examples.cli.Cli.Result;

class UsgsCommandTest {

    private static final String SAMPLES = "core/src/test/resources/org/lodestone/core/usgs/";
    private static final String MCS_2026 = SAMPLES + "MCS2026_Commodities_Data.csv";
    private static final String MCS_2024 = SAMPLES + "mcs2024-galli_world.csv";

    @TempDir
    private Path folder;

    @Test
    void the_commodities_in_the_files_are_listed_with_what_could_not_be_read() {
        Result result = Cli.run("usgs", MCS_2026, MCS_2024, "--list");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "MCS2026_Commodities_Data.csv is of MCS2026: 54 entries, of which 48 are figures and 6 problems.")
                .containsPattern("(?m)^Gallium +MCS2024, MCS2026 +52 +0$")
                .containsPattern("(?m)^Gemstones +MCS2026 +3 +1$");
        assertThat(result.err().lines()).hasSize(6).anyMatch(line -> line.contains("'?1' is not a number"));
    }

    @Test
    void a_commodity_becomes_a_dataset_with_vintages_and_its_totals_are_shown() {
        Path gallium = folder.resolve("gallium");

        Result result = Cli.run("usgs", MCS_2024, MCS_2026, "--commodity", "GALLIUM", "-o", gallium.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                // 839,000 + 3,000 + 6,000 and two dashes; 848,000 is printed
                .containsPattern("(?m)^Gallium +Primary production +MCS2026, 2024 +kg Ga +5 +0 +848,000 +848,000 +0$")
                .contains("Wrote " + gallium + ": 52 figures of 11 measures in MCS2024, MCS2026.");
        Dataset dataset = Datasets.read(gallium).orElseThrow();
        assertThat(dataset.resource()).isEqualTo("Gallium");
        assertThat(dataset.defaultEdition()).isEqualTo("MCS2026");
        assertThat(Cli.run("check", gallium + "@MCS2024").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gallium",
                "Gemstones",
                "Iron and steel slag",
                "Rubidium",
                "Titanium mineral concentrates",
                "Rare earths",
                "chrom"
            })
    void of_whatever_there_is_a_pack_is_made(String commodity) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("usgs", "--commodity", commodity));
        try (Stream<Path> samples = Files.list(Path.of(SAMPLES))) {
            samples.map(Path::toString).forEach(arguments::add);
        }
        Path dataset = folder.resolve("dataset");
        arguments.addAll(List.of("-o", dataset.toString()));
        assertThat(Cli.run(arguments.toArray(String[]::new)).out()).contains("Wrote " + dataset);

        Result pack = Cli.run(
                "pack", dataset.toString(), "-o", folder.resolve("pack.xlsx").toString());

        assertThat(pack.err()).isEmpty();
        assertThat(pack.code()).isZero();
        // samples have a few rows of each table, which need not sum to its total
        assertThat(pack.out()).containsPattern(": [0-9]+ sheets, [0-9]+ of [0-9]+ checks hold");
    }

    @Test
    void what_could_not_be_read_is_in_the_dataset_and_other_commodities_are_no_matter() throws IOException {
        Path tin = Files.writeString(
                folder.resolve("mcs2023-tin_salient.csv"),
                "DataSource,Commodity,Year,Shipments_Gov_t,Imports_Refined_t\nMCS2023,Tin,2020,-7,31600\n");
        Path cobalt = Files.writeString(
                folder.resolve("mcs2024-cobal_salient.csv"),
                "Source,Country,Type,Prod_t_2022\nMCS2024,Canada,Mine production,3060\n");
        String dataset = folder.resolve("tin").toString();

        Result result = Cli.run("usgs", tin.toString(), cobalt.toString(), "--commodity", "tin", "-o", dataset);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("mcs2024-cobal_salient.csv is not read.");
        assertThat(result.err()).contains("'-7' is below zero").doesNotContain("is called salient");
        assertThat(Datasets.read(Path.of(dataset)).orElseThrow().unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.at()).isEqualTo("mcs2023-tin_salient.csv:2"));
    }

    @Test
    void a_unit_in_doubt_is_told_by_every_command_and_no_change_is_made_of_it() throws IOException {
        // MCS 2024, rhenium: reserves under a header of thousand tons, which were kilograms the year before
        String dataset = folder.resolve("rhenium").toString();
        Result made =
                Cli.run("usgs", rhenium(2023, "kg"), rhenium(2024, "kt"), "--commodity", "rhenium", "-o", dataset);

        assertThat(made.err()).contains("Doubtful: Rhenium: MCS 2024, reserves: the rows sum to 1,700,000 kt rhenium");
        assertThat(Cli.run("check", dataset).out()).contains("Doubtful: MCS 2024, reserves: ");
        assertThat(Cli.run("check", dataset, "--strict").code()).isEqualTo(1);
        assertThat(Cli.run("compare", dataset + "@MCS2023", dataset + "@MCS2024")
                        .out())
                .contains("so that a unit is in doubt.")
                .contains("no total, claim, conclusion, rank or profit that can be compared moves")
                .contains("; not comparable: ")
                .doesNotContain("Reserves 2022 to 2023: totals");
    }

    private String rhenium(int year, String unitOfReserves) throws IOException {
        return Files.writeString(
                        folder.resolve("mcs" + year + "-rheni_world.csv"),
                        "Source,Country,Type,Prod_kg_" + (year - 1) + ",Reserves_" + unitOfReserves + "\nMCS" + year
                                + ",Chile,Mine production,30000,1300000\nMCS" + year
                                + ",United States,Mine production,9500,400000\n")
                .toString();
    }

    @Test
    void what_is_in_a_folder_is_kept() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");

        Result result = Cli.run("usgs", MCS_2026, "--commodity", "gallium", "-o", folder.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("has something in it already, which is kept. Name another folder with -o.");
        assertThat(folder).isDirectoryContaining(file -> file.equals(notes));
        assertThat(notes).hasContent("mine");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_commodity_that_is_not_there_and_none_at_all_are_told() {
        assertThat(Cli.run("usgs", MCS_2026, "--commodity", "galium").err())
                .contains("'galium' is not in these files. Did you mean 'Gallium'?");
        assertThat(Cli.run("usgs", MCS_2026).err()).contains("Name a commodity with --commodity");
        assertThat(Cli.run("usgs", "examples/data/rare-earths/figures.csv", "--list")
                        .err())
                .contains("figures.csv: is no release that is known: its header is measure, place, period");
    }
}
