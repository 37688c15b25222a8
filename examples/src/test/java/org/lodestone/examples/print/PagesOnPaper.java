package org.lodestone.examples.print;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ScreenPack;
import org.lodestone.reports.report.Report;

/**
 * The papers that a client is sent: the pages of some packs, printed by LibreOffice and measured.
 *
 * <p>They stand as PDFs in a folder of {@code examples/target}, and as pictures where they are to be looked at.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PagesOnPaper {

    private static final Path EXAMPLES = Path.of("examples");

    private static final String UNIVERSE = """
            {
              "universe": "companies.csv", "id": "Ticker", "name": "Company",
              "numbers": {"market value": "Mkt cap (USD mn)", "margin": "EBITDA %", "debt": "Net debt / EBITDA"},
              "screen": {"name": "Large and good", "criteria": [
                {"name": "market value"}, {"name": "margin", "weight": 2}, {"name": "debt", "direction": "lower"}]}
            }
            """;

    /** The backup that is printed with the pages: it is as long as what it lists. */
    private static final Set<String> REFERENCE = Set.of("Scenarios", "Editions", "Checks", "Sources", "All companies");

    private final String target;
    private final List<String> names;
    private final Map<String, List<PrintedPage>> printed = new TreeMap<>();

    /**
     * @param target the folder that they are printed into
     * @param names bundled datasets, {@code vanadium} for a file of the USGS, {@code universe} for a table of companies
     */
    PagesOnPaper(String target, List<String> names) {
        this.target = target;
        this.names = names;
    }

    @BeforeAll
    void print_the_packs() throws IOException {
        PrintedPages.assumeOffice();
        Path folder = emptied(EXAMPLES.resolve("target").resolve(target));
        Map<String, Path> packs = new TreeMap<>();
        for (String name : names) {
            Path pack = folder.resolve(name + ".xlsx");
            Workbooks.write(report(name, folder), pack);
            packs.put(name, pack);
        }
        PrintedPages.print(packs.values(), EXAMPLES.resolve("target").resolve("office-" + target));
        for (String name : packs.keySet()) {
            printed.put(name, PrintedPages.read(folder.resolve(name + ".pdf")));
        }
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static Report report(String name, Path folder) throws IOException {
        return switch (name) {
            case "vanadium" -> ResearchPack.of(vanadium()).report();
            case "universe" -> ScreenPack.of(UniverseReader.read(universe(folder)));
            default ->
                ResearchPack.of(Datasets.read(EXAMPLES.resolve("data").resolve(name))
                                .orElseThrow())
                        .report();
        };
    }

    private static Dataset vanadium() throws IOException {
        Path file = EXAMPLES.resolve("notebooks").resolve("usgs-2026-vanadium.csv");
        return UsgsReader.read(List.of(file)).of("Vanadium").dataset("vanadium", "Vanadium");
    }

    /** Sixty made-up companies, of some of which not all is known. */
    private static Path universe(Path folder) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(List.of("Ticker,Company,Mkt cap (USD mn),EBITDA %,Net debt / EBITDA"));
        for (int i = 1; i <= 60; i++) {
            String margin = i % 9 == 0 ? "" : String.valueOf(random.nextInt(5, 45));
            lines.add("T%03d,Made-up Mining %d,%d,%s,%d"
                    .formatted(i, i, random.nextInt(100, 20_000), margin, random.nextInt(0, 6)));
        }
        Files.write(folder.resolve("companies.csv"), lines);
        return Files.writeString(folder.resolve("universe.json"), UNIVERSE);
    }

    List<String> names() {
        return names;
    }

    final List<PrintedPage> pages(String name) {
        return printed.getOrDefault(name, List.of());
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_pack_is_read_in_a_sitting(String name) {
        assertThat(pages(name)).hasSizeBetween(2, 24);
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothing_that_is_looked_up_is_printed(String name) {
        assertThat(pages(name)).extracting(PrintedPage::sheet).doesNotContainAnyElementsOf(REFERENCE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_front_is_one_page(String name) {
        assertThat(pages(name)).filteredOn(page -> page.sheet().equals("Front")).hasSize(1);
    }

    /**
     * A letter of 9 points comes out as 8.99, and as 8.89 in a chart, whose frame is rounded to whole rows of pixels; one that a program
     * shrinks to fit comes out far smaller; a date in brackets with a mark, 8.39.
     */
    @ParameterizedTest
    @MethodSource("names")
    void all_can_be_read_without_a_glass(String name) {
        assertThat(pages(name)).allSatisfy(page -> {
            double least = page.sheet().equals("Front") ? 8.35 : 7.9;
            assertThat(page.texts())
                    .as("%s", page)
                    .filteredOn(text -> text.size() < least)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothing_is_cut(String name) {
        assertThat(pages(name))
                .allSatisfy(page -> assertThat(page.texts())
                        .as("%s", page)
                        .filteredOn(text -> text.cut() > 0.5)
                        .isEmpty());
    }

    /** A program rounds the height of each row, and may lose the last of a page that is full. */
    @ParameterizedTest
    @MethodSource("names")
    void a_page_that_sends_a_reader_on_says_so_at_its_foot(String name) {
        Map<String, List<String>> lines = pages(name).stream()
                .collect(groupingBy(PrintedPage::sheet, flatMapping(page -> page.lines().stream(), toList())));
        lines.keySet().removeAll(Set.of("Front", "Control"));
        lines.forEach((sheet, all) -> {
            if (all.stream().anyMatch(line -> line.contains("listed on Sources") || line.contains(": see "))) {
                assertThat(all).as(sheet).anyMatch(line -> line.startsWith("Details "));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_words_stand_on_others(String name) {
        assertThat(pages(name))
                .allSatisfy(page ->
                        assertThat(overlaps(page.texts())).as("%s", page).isEmpty());
    }

    private static List<String> overlaps(List<PrintedText> texts) {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (PrintedText other : texts.subList(i + 1, texts.size())) {
                if (texts.get(i).overlaps(other)) {
                    overlaps.add(texts.get(i) + " and " + other);
                }
            }
        }
        return overlaps;
    }

    /** The rest of a sheet may fill less of its last page. */
    @ParameterizedTest
    @MethodSource("names")
    void each_page_is_well_used(String name) {
        List<PrintedPage> pages = pages(name);
        for (int i = 0; i < pages.size(); i++) {
            boolean isRest =
                    i > 0 && pages.get(i - 1).sheet().equals(pages.get(i).sheet());
            if (!isRest) {
                assertThat(pages.get(i).used())
                        .as("%s", pages.get(i))
                        .isGreaterThanOrEqualTo(least(pages.get(i).sheet()));
            }
        }
    }

    /** A page on what companies sell or cost, or on dates, is as long as there are of them. */
    private static double least(String sheet) {
        return Set.of("Earnings", "Comps", "Dates").contains(sheet) ? 0.35 : 0.6;
    }

    /**
     * A page that goes on with a sheet begins as the page before it, or with the head of the table that goes on.
     */
    @ParameterizedTest
    @MethodSource("names")
    void a_table_that_goes_on_has_its_head_again(String name) {
        List<PrintedPage> pages = pages(name);
        for (int i = 1; i < pages.size(); i++) {
            PrintedPage before = pages.get(i - 1);
            if (before.sheet().equals(pages.get(i).sheet())) {
                assertThat(before.lines())
                        .as("%s", pages.get(i))
                        .contains(pages.get(i).lines().get(0));
            }
        }
    }
}
