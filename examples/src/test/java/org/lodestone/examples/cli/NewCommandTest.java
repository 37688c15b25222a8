package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.examples.cli.Cli.Result;

class NewCommandTest {

    @TempDir
    Path folder;

    private Result make(String name) {
        return Cli.run("new", name, "--in", folder.toString());
    }

    @Test
    void a_new_dataset_can_be_checked_and_made_a_pack_of() throws IOException {
        Result made = make("nickel-ore");
        Path dataset = folder.resolve("nickel-ore");

        assertThat(made.code()).isZero();
        assertThat(made.out()).startsWith("Wrote " + dataset + ": tables with example rows to replace.");
        Result checked = Cli.run("check", dataset.toString(), "--strict");
        assertThat(checked.code()).isZero();
        assertThat(checked.out()).startsWith("No problems in 13 figures");
        Path pack = folder.resolve("pack.xlsx");
        Result packed = Cli.run("pack", dataset.toString(), "-o", pack.toString());
        assertThat(packed.code()).isZero();
        assertThat(packed.out()).matches("Wrote .*: \\d+ sheets, (\\d+) of \\1 checks hold\\.\n");
        assertThat(Cli.run("screen", dataset.toString()).code()).isZero();
    }

    @Test
    void with_figures_alone_it_is_a_smaller_folder_that_makes_a_pack_as_well() throws IOException {
        assertThat(Cli.run("new", "tin", "--figures", "--in", folder.toString()).code())
                .isZero();
        Path dataset = folder.resolve("tin");

        try (Stream<Path> files = Files.list(dataset)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "README.md",
                            "datapackage.json",
                            "report.json",
                            "sources.csv",
                            "bases.csv",
                            "editions.csv",
                            "stages.csv",
                            "measures.csv",
                            "figures.csv");
        }
        assertThat(Cli.run("check", dataset.toString(), "--strict").out()).startsWith("No problems in 13 figures");
        Path pack = folder.resolve("pack.xlsx");
        assertThat(Cli.run("pack", dataset.toString(), "-o", pack.toString()).out())
                .matches("Wrote .*: \\d+ sheets, (\\d+) of \\1 checks hold\\.\n");
    }

    @Test
    void every_row_says_that_it_is_an_example_and_cites_a_source_that_does() throws IOException {
        make("tin");
        Dataset dataset = Datasets.read(folder.resolve("tin")).orElseThrow();

        assertThat(dataset.title()).isEqualTo("Tin");
        assertThat(dataset.sources().values())
                .singleElement()
                .satisfies(source -> assertThat(source.citation()).startsWith("EXAMPLE, to be replaced"));
        try (Stream<Path> tables = Files.list(folder.resolve("tin"))) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
                List<String> rows = Files.readAllLines(table);
                assertThat(rows.subList(1, rows.size()))
                        .as(table.toString())
                        .isNotEmpty()
                        .allMatch(row -> row.toLowerCase(Locale.ROOT).contains("example")
                                || row.startsWith("chile-ore,")
                                || row.startsWith("metal,refined-production,"));
            }
        }
    }

    @Test
    void the_readme_names_every_table_that_is_there_and_the_next_steps() throws IOException {
        make("tin");
        String readme = Files.readString(folder.resolve("tin/README.md"));

        assertThat(readme)
                .startsWith("# Tin\n")
                .contains("`lodestone check tin`")
                .doesNotContain("{");
        try (Stream<Path> files = Files.list(folder.resolve("tin"))) {
            files.map(file -> file.getFileName().toString().replace(".csv", ""))
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../tin", "a/b", "tin.csv", "-tin", "tin-", "zinn-äöü", "tin@2"})
    void a_name_is_letters_digits_and_hyphens(String name) throws IOException {
        Result result = Cli.run("new", "--in", folder.toString(), "--", name);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("'" + name + "' cannot be the name of a dataset. Use letters and digits, with"
                        + " hyphens between words: tin, nickel-ore.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_there_is_kept() throws IOException {
        Files.createDirectory(folder.resolve("tin"));

        assertThat(make("tin"))
                .isEqualTo(new Result(
                        2, "", "'" + folder.resolve("tin") + "' is there already, and is kept. Use another name.\n"));
        assertThat(make("rare-earths").err())
                .isEqualTo("'rare-earths' is a bundled dataset, which would be taken for yours. Use another name.\n");
        assertThat(Cli.run("new", "tin", "--in", folder.resolve("nowhere").toString())
                        .err())
                .isEqualTo("There is no folder '" + folder.resolve("nowhere") + "'. Create it first.\n");
    }
}
