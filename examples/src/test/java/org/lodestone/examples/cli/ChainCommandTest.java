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
        Result result = Cli.run("chain", "rare-earths");

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
    void programs_get_the_same_tables() throws IOException {
        Result csv = Cli.run("chain", "rare-earths", "--format", "csv");
        Result json = Cli.run("chain", "rare-earths", "--format", "json");
        JsonNode sections = JsonMapper.builder().build().readTree(json.out());

        assertThat(csv.code()).isZero();
        assertThat(json.code()).isZero();
        assertThat(sections.findValuesAsText("section")).containsExactly("Chain", "Countries");
        for (JsonNode section : sections) {
            assertThat(section.path("tables")).isNotEmpty();
            for (JsonNode table : section.path("tables")) {
                assertThat(csv.out()).contains(table.path("heading").asText());
            }
        }
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
