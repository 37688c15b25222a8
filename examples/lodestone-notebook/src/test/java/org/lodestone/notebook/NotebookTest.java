package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook runs to its end. */
@Order(1)
class NotebookTest {

    private static final Path NOTEBOOKS = Path.of("examples", "notebooks");
    private static final Path FORECAST = NOTEBOOKS.resolve("02-supply-forecast.jsh");
    private static final Path BENEFICIARIES = NOTEBOOKS.resolve("03-beneficiaries.jsh");
    private static final Path OWN_RESOURCE = NOTEBOOKS.resolve("04-your-own-resource.jsh");
    private static final Path CHANGES = NOTEBOOKS.resolve("05-what-changed.jsh");
    private static final Path SIDE_BY_SIDE = NOTEBOOKS.resolve("06-side-by-side.jsh");
    private static final Path NOTE = NOTEBOOKS.resolve("07-checking-a-note.jsh");
    private static final Path WORTH = NOTEBOOKS.resolve("08-what-it-is-worth.jsh");

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
        shell = new NotebookShell(
                "System.setProperty(\"lodestone.pictures\", \"" + folder + "\");\n"
                        + Files.readString(NOTEBOOKS.resolve("startup.jsh")),
                NOTEBOOKS.toAbsolutePath(),
                OutputStream.nullOutputStream());
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
        assertThat(run(FORECAST).printed())
                .containsPattern("2030 +454,463 +3.32% +66.6% +−11.1%\\R")
                .contains("the balance of 2030 is −4.1% of demand from that of 2024, not −11.1%.")
                .containsPattern("2030 +432,772 +459,376 +491,931 +539,769 +611,291")
                .contains("Supply grows 3.14% a year to 2030, slower than in 2024 in 49.4% of draws;")
                .contains("with quotas as in 2024 it would be 5.60%.");
    }

    @Test
    void a_file_of_the_usgs_becomes_a_dataset_and_a_pack() throws IOException {
        assertThat(run(OWN_RESOURCE).printed())
                // MCS 2026, tonnes of vanadium in 2025: 82,000 of 113,300; 110,000 is printed
                .containsPattern("Mine production +2025 +113,300 +110,000 +t V")
                .contains("the rows sum to 21,464 t V, less than the 113,300 t V produced in 2025")
                .contains("read back, they are the same")
                .contains("In 2025 China mined 72.37% of the world's vanadium")
                .containsPattern("The pack has [0-9]+ sheets: Front, ");
    }

    @Test
    void the_beneficiaries_are_those_of_the_screen_of_the_dataset() throws IOException {
        assertThat(run(BENEFICIARIES).printed())
                // as lodestone screen prints them
                .containsPattern("1 +China Northern Rare Earth +China +0.744")
                .contains("Not ranked: Rising Nonferrous Metals, 0.280 to 0.880; not known: separation, quota.")
                .containsPattern(
                        "Outside China\\R\\RRank +Company +Place +Score\\R-+\\R +2 +Lynas Rare Earths +Australia +0.486")
                .containsPattern("1 +Lynas Rare Earths +0.694")
                .containsPattern("MP Materials +0% +16% +70%")
                .contains("if the weight of quota falls from 30.0% to 4.5%.")
                .contains("first in 100% of draws with weights near those chosen, in 80% with any.");
    }

    @Test
    void what_changed_is_what_the_command_prints() throws IOException {
        assertThat(run(CHANGES).printed())
                .containsPattern("figure/reserves/Brazil/2025 +21,000,000 t REO +11,000,000 t REO")
                .containsPattern("China, share of sum of rows +68.54% +70.31%")
                .containsPattern("Nigeria +−11,500 +\\+2.05")
                .containsPattern("Growth of mine supply slows, Fast overseas +3.97% +4.77% +4.75% +turned")
                .contains("Of its 26 claims 15 held, and 4 of 15 conclusions turned.");
    }

    @Test
    void resources_are_set_side_by_side() throws IOException {
        assertThat(run(SIDE_BY_SIDE).printed())
                // MCS 2026, DR Congo: 230,000 of 314,800 t
                .containsPattern("Cobalt +Mine production +2025 +MCS2026 +DR Congo +73.1%")
                .containsPattern("Rare earths +Mine production +2024 +MCS2025 +China +68.5% +4,924")
                .contains("China is the largest at 8 of these 10 stages.");
    }

    @Test
    void a_note_is_checked_figure_by_figure() throws IOException {
        assertThat(run(NOTE).printed())
                .containsPattern("China mined 270,000 t +270 kt REO +reproduced")
                .containsPattern("China's share was 68.54% +68.54% +overtaken")
                // 45,000 of 393,950
                .containsPattern("The United States' share was 12.4% +11.42% +not reproduced")
                .contains(
                        "Of 4 figures 1 can be reproduced and still hold, newer figures overtake 1, and 2 cannot be reproduced.");
    }

    @Test
    void share_prices_imply_a_price_of_the_product() throws IOException {
        assertThat(run(WORTH).printed())
                .containsPattern("Nolans +C +2030 +13.4% +778 +467")
                .containsPattern("Lynas Rare Earths +2.1 +169 +202")
                .contains("MP Materials needs NdPr at 265 USD/kg in all years for its share price.");
    }

    @Test
    void a_notebook_is_a_page_that_asks_takes_three_steps_and_finds() throws IOException {
        for (Path notebook : notebooks()) {
            List<String> lines = Files.readAllLines(notebook);
            assertThat(lines).as("%s", notebook).hasSizeLessThan(65).allMatch(line -> line.length() <= 140);
            assertThat(lines.get(0)).startsWith("// ").endsWith("?");
            assertThat(lines.stream()
                            .filter(line -> line.matches("// (Step [0-9]|Finding)[.].*"))
                            .map(line -> line.substring(3, line.indexOf('.'))))
                    .containsExactly("Step 1", "Step 2", "Step 3", "Finding");
        }
    }

    @Test
    void pictures_are_drawn_where_it_is_said() throws IOException {
        assertDrawn(run(FORECAST).printed(), "rare-earth-supply-forecast.png");
        assertDrawn(run(BENEFICIARIES).printed(), "rare-earth-beneficiaries.png");
        assertDrawn(run(CHANGES).printed(), "rare-earth-what-changed.png");
        assertDrawn(run(SIDE_BY_SIDE).printed(), "side-by-side.png");
    }

    private static void assertDrawn(String printed, String file) throws IOException {
        Path picture = pictures.resolve(file);
        assertThat(printed).contains("Picture: " + picture.toAbsolutePath());
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(2000);
        assertThat(image.getHeight()).isEqualTo(1200);
        assertThat(Files.size(picture)).isBetween(20_000L, 500_000L);
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }
}
