package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;

/**
 * The official files, where they are at hand: {@code lodestone.usgs} names their folder, otherwise they are looked for beside
 * the project.
 */
class UsgsFilesTest {

    private static final Path FOLDER = Path.of(System.getProperty("lodestone.usgs", "../../shared/data/usgs"));

    private static UsgsReading reading;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER), "The official files are not at hand: -Dlodestone.usgs names their folder.");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            reading = UsgsReader.read(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList());
        }
    }

    @Test
    void of_each_file_that_is_read_98_percent_of_the_entries_are_figures_or_codes() {
        List<UsgsFile> read = reading.files().stream()
                .filter(file -> !file.edition().isEmpty())
                .toList();

        // Left out as a whole: the world table of cobalt under the name of its salient statistics, MCS 2024
        assertThat(reading.files().stream().filter(file -> file.edition().isEmpty()))
                .extracting(UsgsFile::name)
                .isSubsetOf("mcs2024-cobal_salient.csv");
        assertThat(read).allSatisfy(file -> {
            assertThat(file.figures() + file.repeated() + file.problems()).isEqualTo(file.entries());
            assertThat((double) file.problems() / file.entries())
                    .as(file.name())
                    .isLessThan(0.05);
        });
        int entries = read.stream().mapToInt(UsgsFile::entries).sum();
        int problems = read.stream().mapToInt(UsgsFile::problems).sum();
        assertThat((double) problems / entries).isLessThan(0.02);
    }

    @Test
    void concentration_is_that_of_all_rows() {
        // MCS 2023, antimony, 2022: 60,000 of 110,552 t, worked out in another program
        List<Double> antimony = mined("antimony", "MCS2023", 2022, true);
        assertThat(hhi(antimony)).isCloseTo(3543, within(0.5));
        assertThat(antimony.stream().mapToDouble(share -> share).max().orElseThrow())
                .isCloseTo(0.5427, within(0.0001));
        // MCS 2022, nickel, 2021: without the other countries, which are no country
        assertThat(hhi(mined("nickel", "MCS2022", 2021, false))).isCloseTo(1725, within(0.5));
    }

    private static List<Double> mined(String commodity, String edition, int year, boolean withOthers) {
        Dataset dataset = reading.of(commodity).dataset("sample", commodity);
        List<Figure> rows = dataset.figures("mine-production", edition).stream()
                .filter(figure -> figure.period().equals(Period.year(year)))
                .filter(figure -> !figure.place().name().equals("World"))
                .toList();
        double total = rows.stream()
                .mapToDouble(figure -> figure.value().known().orElse(0))
                .sum();
        return rows.stream()
                .filter(figure -> withOthers || figure.place().isCountry())
                .map(figure -> figure.value().known().orElse(0) / total)
                .toList();
    }

    private static double hhi(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share * share).sum() * 10_000;
    }
}
