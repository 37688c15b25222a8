package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.examples.cli.Cli.Result;

/** The rows that the guide tells to add do what it says of them, in a copy of the rare earths. */
class GuideRowsTest {

    private static final Path PAGE = Path.of("docs", "guide", "5-your-own.md");
    private static final Pattern ROWS = Pattern.compile("(?ms)^<!-- ([a-z-]+\\.csv) -->\\R```csv\\R(.*?)^```");

    @TempDir
    private Path folder;

    @Test
    void rows_of_the_guide_make_a_scenario_and_a_company() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        List<MatchResult> blocks =
                ROWS.matcher(Files.readString(PAGE)).results().toList();
        assertThat(blocks)
                .extracting(block -> block.group(1))
                .containsExactly(
                        "scenarios.csv",
                        "assumptions.csv",
                        "sources.csv",
                        "companies.csv",
                        "company-facts.csv",
                        "ratings.csv");

        // the company is there already: without its rows others that name it are left alone
        for (MatchResult block : blocks) {
            Path table = copy.resolve(block.group(1));
            List<String> given = block.group(2).lines().toList();
            List<String> known = Files.readAllLines(table);
            assertThat(known.get(0)).isEqualTo(given.get(0));
            Files.write(
                    table,
                    known.stream()
                            .filter(line -> line.equals(given.get(0)) || !given.contains(line))
                            .toList());
        }
        assertThat(Cli.run("check", copy.toString()).out()).contains("'NTU.AX'");
        for (MatchResult block : blocks) {
            String rows = block.group(2).substring(block.group(2).indexOf('\n') + 1);
            Files.writeString(copy.resolve(block.group(1)), rows, StandardOpenOption.APPEND);
        }

        assertThat(Cli.run("check", copy.toString()).code()).isEqualTo(Lodestone.FINE);
        // 3.14% a year in Base, where the mining quota grows by 2.3%; the notebook on the forecast has 5.60% by the
        // same change
        Result forecast = Cli.run("forecast", copy.toString(), "--scenario", "Quotas as in 2024");
        assertThat(forecast.code()).isEqualTo(Lodestone.FINE);
        assertThat(forecast.out()).contains("Quotas as in 2024", "511.2 kt REO in 2030, 5.60% a year");
        assertThat(Datasets.open(copy).companies()).containsKey("NTU.AX");
        Path pack = folder.resolve("pack.xlsx");
        assertThat(Cli.run("pack", copy.toString(), "-o", pack.toString()).code())
                .isEqualTo(Lodestone.FINE);
        assertThat(pack).isNotEmptyFile();
    }
}
