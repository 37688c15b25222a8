package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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
