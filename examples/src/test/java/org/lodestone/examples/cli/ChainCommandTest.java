package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

class ChainCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_chain_is_shown_as_tables() {
        Result result = Cli.printed("chain", "rare-earths");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Mining and beneficiation", "Smelting and separation", "China");
    }

    @Test
    void of_a_chain_of_one_stage_the_stage_is_the_answer() throws IOException {
        // MCS 2024, rhenium, without the other rows of its table
        Path file = Files.writeString(
                folder.resolve("mcs2024-rheni_world.csv"),
                "Source,Country,Type,Prod_kg_2022\nMCS2024,Chile,Mine production,29000\n"
                        + "MCS2024,Poland,Mine production,9500\nMCS2024,United States,Mine production,9000\n");
        Path rhenium = folder.resolve("rhenium");
        Cli.run("usgs", file.toString(), "--commodity", "rhenium", "-o", rhenium.toString());

        Result result = Cli.run("chain", rhenium.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("Chile has 61% of mine production in 2022.")
                .contains("1 of 1 stage has amounts by country")
                .doesNotContain("narrowest", "no other stage", "Whole chain");
    }

    @Test
    void programs_get_every_value_in_either_format() throws IOException {
        Result csv = Cli.printed("chain", "rare-earths", "--format", "csv");
        Result json = Cli.printed("chain", "rare-earths", "--format", "json");
        JsonNode whole = JsonMapper.builder().build().readTree(json.out());

        assertThat(csv.code()).isZero();
        assertThat(json.code()).isZero();
        assertThat(whole.path("sentences").findValuesAsText("section")).contains("Chain", "Countries");
        assertThat(whole.path("values")).hasSize((int) csv.out().lines().count() - 1);
        assertThat(csv.out()).contains(",country-shares,\"row mining, mine-production: share\",China,,MCS2025,68.53");
    }

    @Test
    void one_table_may_be_asked_for_by_its_id() {
        assertThat(Cli.printed("chain", "rare-earths", "--table", "country-shares", "--format", "csv")
                        .out())
                .startsWith("Country,")
                .contains("\nChina,");
        assertThat(Cli.printed("chain", "rare-earths", "--table", "country-shares")
                        .out())
                .contains("Shares by country and stage\n")
                .doesNotContain("Threshold");
        for (String format : new String[] {"table", "csv", "json"}) {
            Result result = Cli.printed("chain", "rare-earths", "--table", "country-share", "--format", format);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err())
                    .startsWith("There is no table 'country-share'")
                    .contains("Did you mean 'country-shares'?");
        }
    }

    @Test
    void a_folder_takes_a_file_for_each_table() throws IOException {
        Path data = folder.resolve("data");

        assertThat(Cli.run("chain", "gallium", "-o", data.toString()).out())
                .matches("Wrote .*data: [0-9]+ tables and all [0-9]+ values\\.\n");
        assertThat(data.resolve("country-shares.csv")).isNotEmptyFile();
        assertThat(data.resolve("values.csv")).isNotEmptyFile();
        assertThat(data.resolve("datapackage.json")).isNotEmptyFile();
        assertThat(Cli.run("chain", "gallium", "-o", folder.toString()).err())
                .isEqualTo("'" + folder + "' has files in it that are no results, and is kept. Name another folder.\n");
    }

    @Test
    void a_dataset_with_a_problem_is_not_analysed() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");

        Result result = Cli.run("chain", copy.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("figures.csv:3: ");
    }
}
