package org.lodestone.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook runs to its end, and so do the snippets of the README. */
@Order(1)
class NotebookTest {

    private static final Path NOTEBOOKS = Path.of("examples", "notebooks");
    private static final Path FORECAST = NOTEBOOKS.resolve("02-supply-forecast.jsh");
    private static final Path BENEFICIARIES = NOTEBOOKS.resolve("03-beneficiaries.jsh");
    private static final Path OWN_RESOURCE = NOTEBOOKS.resolve("04-your-own-resource.jsh");
    private static final Path CHANGES = NOTEBOOKS.resolve("05-what-changed.jsh");
    private static final Path README = Path.of("README.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\R(.*?)^```");

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .filter(file -> !file.endsWith("startup.jsh"))
                    .sorted()
                    .toList();
        }
    }

    /** Where notebooks put their pictures: never into the checkout. */
    @TempDir
    private static Path pictures;

    private static final Map<Path, Notebook> RUNS = new HashMap<>();

    private static NotebookShell shell;

    @BeforeAll
    static void prepare() throws IOException {
        String folder = pictures.toString().replace('\\', '/');
        shell = new NotebookShell("System.setProperty(\"lodestone.pictures\", \"" + folder + "\");\n"
                + Files.readString(NOTEBOOKS.resolve("startup.jsh")));
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    /** Runs a notebook, once for all tests. */
    private static Notebook run(Path notebook) throws IOException {
        Notebook known = RUNS.get(notebook);
        if (known == null) {
            known = shell.run(Files.readString(notebook));
            RUNS.put(notebook, known);
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_runs_to_its_end(Path notebook) throws IOException {
        assertThat(run(notebook).faults()).isEmpty();
    }

    @Test
    void the_forecast_prints_what_the_pack_shows() throws IOException {
        Notebook run = run(FORECAST);

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed())
                .containsPattern("2030 +454,083 +3.23% +66.6% +−7.1\\R")
                .containsPattern("Mine production, average growth from 2025 +% +3.13% +0.66% +4.69%")
                .containsPattern("Growth a year +3.13% -> +5.58%")
                .containsPattern("Balance 2030 +−7.1 -> +5.9")
                .containsPattern("2030 +426,742 +444,143 +457,812 +473,280 +495,471")
                .containsPattern("Growth of mine supply slows +92.5%");
    }

    @Test
    void a_file_of_the_usgs_becomes_a_dataset_and_a_pack() throws IOException {
        Notebook run = run(OWN_RESOURCE);

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed())
                // MCS 2026, tonnes of vanadium in 2025: 82,000 of 113,300; 110,000 is printed
                .containsPattern("Mine production +2025 +113,300 +110,000 t V")
                .contains("the rows sum to 21,464 t V, less than the 113,300 t V produced in 2025")
                .containsPattern("read back, they are the same")
                .containsPattern("China +82,000 +72.37%")
                .containsPattern("The pack has [0-9]+ sheets: Front, ");
    }

    @Test
    void the_beneficiaries_are_those_of_the_screen_of_the_dataset() throws IOException {
        Notebook run = run(BENEFICIARIES);

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed())
                // as lodestone screen prints them
                .containsPattern("1 +\\| +China Northern Rare Earth +\\| +China +\\| +0.744 +\\| +0.200 +\\| +0.194 +")
                .contains("Rising Nonferrous Metals   0.280 to 0.880, since its separation and quota are not known")
                .containsPattern("1 +\\| +Lynas Rare Earths +\\| +0.694 +\\| +2 +\\|")
                .containsPattern("5 +\\| +Shenghe Resources +\\| +0.338 +\\| +not ranked +\\|")
                .containsPattern("4 +\\| +MP Materials +\\| +0% +\\| +16% +\\| +70% +\\| +2.7 +\\|")
                .contains("if the weight of quota falls from 30.0% to 4.5%.")
                .contains("first in 100% of draws with weights near those chosen, in 80% with any.");
    }

    @Test
    void what_changed_is_what_the_command_prints() throws IOException {
        Notebook run = run(CHANGES);

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed())
                .containsPattern("figure/reserves/Brazil/2025 +21,000,000 t REO -> +11,000,000 t REO")
                .containsPattern("China, share of sum of rows +68.54% -> +70.31%")
                .containsPattern("Nigeria +-11500 +2.05%")
                .containsPattern("Growth of mine supply slows, Fast overseas +3.91% -> +4.69% against 4.75%, turned")
                .contains("4,200 × 12 = 50,400 t REO, scaled by the analyst, not counted.")
                .contains("fell from 24,640 to 1,352 t.")
                .contains("Imports at 50,400 t REO a year would turn 2 conclusions there.");
    }

    @Test
    void pictures_are_drawn_where_it_is_said() throws IOException {
        assertDrawn(run(FORECAST).printed(), "Fan chart: ", "rare-earth-supply-forecast.png");
        assertDrawn(run(BENEFICIARIES).printed(), "Picture: ", "rare-earth-beneficiaries.png");
        assertDrawn(run(CHANGES).printed(), "Picture: ", "rare-earth-what-changed.png");
    }

    private static void assertDrawn(String printed, String said, String file) throws IOException {
        Path picture = pictures.resolve(file);
        assertThat(printed).contains(said + picture.toAbsolutePath());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isEqualTo(1200);
        assertThat(Files.size(picture)).isBetween(20_000L, 500_000L);
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void the_snippets_of_the_readme_run_one_after_the_other() throws IOException {
        assumeTrue(Files.exists(README));
        StringBuilder script = new StringBuilder();
        FENCE.matcher(Files.readString(README)).results().forEach(fence -> script.append(fence.group(1)));

        Notebook run = shell.run(script + "println(\"" + Notebook.END + "\");");

        assertThat(run.faults()).isEmpty();
    }
}
