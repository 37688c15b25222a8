package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ScreenPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** A sheet that a text of a pack sends a reader to is there. */
class NamedSheetsTest {

    /** {@code stands on Supply}, {@code all of them are on Screen detail}, {@code the sheet Screen}, {@code see Control}. */
    private static final Pattern SENT_TO =
            Pattern.compile("(?:(?:side|listed|stands?|set|are|is|counted|value|reason|choose|another|typed)"
                    + " on (?:the sheets? )?|\\bsheets? |\\bsee |(?:inputs|listed) under )([A-Z].*)");

    private static final Pattern CATEGORIES = Pattern.compile("<c:cat>.*?</c:cat>", Pattern.DOTALL);
    private static final Pattern CATEGORY = Pattern.compile("<c:v>(.*?)</c:v>");

    /** The sheets that any of the packs has. */
    private static final SheetMentions ALL = SheetMentions.of(Bundled.NAMES.stream()
            .flatMap(name -> sheets(Bundled.pack(name).report()).stream())
            .collect(Collectors.toSet()));

    @TempDir
    private Path folder;

    private static Set<String> sheets(Report report) {
        return report.sections().stream().map(Section::name).collect(Collectors.toSet());
    }

    private static List<String> sentNowhere(Report report, Cells cells) {
        Set<String> sheets = sheets(report);
        List<String> nowhere = new ArrayList<>();
        for (Cells.Cell cell : cells.cells().values()) {
            if (cell.value() instanceof String text) {
                nowhere.addAll(sentNowhere(text, sheets));
                if (!sheets.containsAll(ALL.in(Stream.of(text)))) {
                    nowhere.add(text);
                }
            }
        }
        return nowhere;
    }

    private static List<String> sentNowhere(String text, Set<String> sheets) {
        List<String> nowhere = new ArrayList<>();
        Matcher sent = SENT_TO.matcher(text);
        for (int from = 0; sent.find(from); from = sent.start(1)) {
            String to = sent.group(1);
            if (sheets.stream().noneMatch(to::startsWith)) {
                nowhere.add(text);
            }
        }
        return nowhere;
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void a_bundled_pack_names_sheets_that_it_has(String name) {
        WrittenPack pack = Bundled.pack(name);

        assertThat(sentNowhere(pack.report(), pack.cells())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void so_does_one_without_backup(String name) throws IOException {
        Report core = ResearchPack.of(Bundled.dataset(name)).report();
        Path file = folder.resolve("core.xlsx");
        Workbooks.write(core, file);

        assertThat(sentNowhere(core, Cells.of(file))).isEmpty();
        assertThat(categories(file)).isNotEmpty().doesNotContainAnyElementsOf(workings(file));
    }

    /** What the categories of all charts are called. */
    private static List<String> categories(Path file) throws IOException {
        List<String> categories = new ArrayList<>();
        try (XSSFWorkbook workbook = Recalculation.open(file)) {
            for (PackagePart part : workbook.getPackage().getPartsByContentType(XSSFRelation.CHART.getContentType())) {
                String xml = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                CATEGORIES
                        .matcher(xml)
                        .results()
                        .forEach(one ->
                                CATEGORY.matcher(one.group()).results().forEach(name -> categories.add(name.group(1))));
            }
        }
        return categories;
    }

    /** The values of a sheet that nobody reads are called by all that tells them apart, which no chart has room for. */
    private static List<String> workings(Path file) throws IOException {
        return Cells.of(file).cells().entrySet().stream()
                .filter(cell -> cell.getKey().startsWith("Workings!B"))
                .map(cell -> cell.getValue().value())
                .filter(value -> value instanceof String words && !words.isEmpty())
                .map(String.class::cast)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void a_page_leads_to_the_backup_that_its_texts_name(String name) {
        Report report = Bundled.pack(name).report();
        SheetMentions backup = SheetMentions.of(report.sections().stream()
                .filter(section -> section.group().isBackup())
                .map(Section::name)
                .toList());
        Values values = report.model().values();
        List<SheetPlan> pages = Bundled.pack(name).placement().sheets().stream()
                .filter(plan -> plan.group().isCore() && plan.group() != Section.Group.CONTROL)
                .toList();
        List<String> named = new ArrayList<>();
        for (SheetPlan page : pages) {
            Set<String> here = backup.in(page.items().stream()
                    .map(item ->
                            item.body().value(values).fold(number -> "", text -> text, truth -> "", missing -> "")));
            assertThat(page.ways().values()).as(page.name()).containsAll(here);
            named.addAll(here);
        }
        assertThat(named).contains("Sources");
    }

    @Test
    void a_pack_of_a_universe_names_sheets_that_it_has() throws IOException {
        Files.writeString(folder.resolve("companies.csv"), "Ticker,Name,Margin,Growth\nA,A,1,5\nB,B,2,\nC,C,3,4\n");
        Path file = Files.writeString(folder.resolve("mine.json"), """
                {"universe": "companies.csv", "id": "Ticker", "name": "Name",
                 "numbers": {"margin": "Margin", "growth": "Growth"},
                 "screen": {"name": "Good", "criteria": [{"name": "margin"}, {"name": "growth"}]}}
                """);

        Report report = ScreenPack.of(UniverseReader.read(file));
        Path pack = folder.resolve("pack.xlsx");
        Workbooks.write(report, pack);

        assertThat(sentNowhere(report, Cells.of(pack))).isEmpty();
    }

    @Test
    void a_name_of_no_sheet_is_found() {
        Set<String> sheets = Set.of("Supply", "Screen detail");

        assertThat(sentNowhere("Demand as published stands on Supply.", sheets)).isEmpty();
        assertThat(sentNowhere("All of them are on Screen detail. See below.", sheets))
                .isEmpty();
        assertThat(sentNowhere("Demand as published stands on Demand.", sheets)).hasSize(1);
        assertThat(sentNowhere("As on the sheets Supply and Balance; more is listed on Sources.", sheets))
                .hasSize(1);
    }
}
