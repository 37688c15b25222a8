package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.core.usgs.UsgsReading;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/**
 * Of every commodity in releases of the USGS there is a dataset, a pack, and no formula on which LibreOffice disagrees.
 *
 * <p>The build does it for the samples, and for the files of a folder where {@code lodestone.usgs} names one.
 */
class CommodityPacksTest {

    private static final Path SAMPLES =
            Path.of("..", "core", "src", "test", "resources", "org", "lodestone", "core", "usgs");

    @TempDir
    private static Path folder;

    private static UsgsReading reading;
    private static final Map<String, Path> packs = new LinkedHashMap<>();

    @BeforeAll
    static void make() throws IOException {
        String own = System.getProperty("lodestone.usgs", "");
        try (Stream<Path> files = Files.walk(own.isEmpty() ? SAMPLES : Path.of(own))) {
            reading = UsgsReader.read(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList());
        }
        for (String name : reading.commodities()) {
            packs.put(name, pack(name));
        }
    }

    private static Path pack(String name) throws IOException {
        String id = "d" + packs.size();
        Dataset made = reading.of(name).dataset(id, name);
        Datasets.write(made, folder.resolve(id));
        Dataset read = Datasets.read(folder.resolve(id)).orElseThrow();
        assertThat(read).as(name).isEqualTo(made);
        Report report = ResearchPack.of(read).report();
        Path pack = folder.resolve(id + ".xlsx");
        Workbooks.write(report, pack);
        return pack;
    }

    @Test
    void every_entry_is_a_figure_or_said_elsewhere_or_a_problem() {
        reading.files().forEach(file -> {
            System.out.printf(
                    "%s: %d entries, %d figures, %d said in another file too, %d problems%n",
                    file.name(), file.entries(), file.figures(), file.repeated(), file.problems());
            assertThat(file.figures() + file.repeated() + file.problems()).isEqualTo(file.entries());
        });
        assertThat(reading.figures())
                .hasSize(reading.files().stream()
                        .mapToInt(file -> file.figures())
                        .sum());
    }

    @Test
    void every_printed_total_above_rows_is_set_beside_their_sum() {
        assertThat(reading.totals())
                .isNotEmpty()
                .allSatisfy(total -> assertThat(total.beside().withoutNumber())
                        .isBetween(0, total.beside().rows()));
    }

    @Test
    void libreoffice_agrees_with_every_formula_of_every_pack() throws IOException {
        for (Map.Entry<String, Path> pack : packs.entrySet()) {
            assertThat(Recalculation.differencesFromOffice(pack.getValue(), "en-US"))
                    .as(pack.getKey())
                    .isEmpty();
        }
    }
}
