package licences;

import static licences.Licence.LICENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.excel.Recalculation;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.Difference;
import org.lodestone.reports.comparison.WhatIf;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/** A table of one's own is read, written, checked, compared, typed into and packed as those of every dataset are. */
class LicencesTest {

    private static final Path RARE_EARTHS = Path.of("../examples/data/rare-earths");

    /** The notices of China for 2023 and 2024, as quotas.csv and policies.csv have them. */
    private static final String CSV = """
            country,stage,date,number,unit,sources,reliability
            China,mining,2023-03,120000,t REO,miit-2023-23-quota,read
            China,separation,2023-03,115000,t REO,miit-2023-23-quota,read
            China,mining,2023-09,120000,t REO,nbd-2023-09-quota,read
            China,separation,2023-09,115000,t REO,nbd-2023-09-quota,read
            China,mining,2023-12,15000,t REO,miit-2023-third-quota,read
            China,separation,2023-12,13850,t REO,miit-2023-third-quota,read
            China,mining,2024-02,135000,t REO,miit-2024-25-quota,read
            China,separation,2024-02,127000,t REO,miit-2024-25-quota,read
            China,mining,2024-08,135000,t REO,reuters-2024-08-quota,read
            China,separation,2024-08,127000,t REO,reuters-2024-08-quota,read
            """;

    @TempDir
    private static Path folder;

    private static Path own;
    private static Dataset dataset;

    /** A folder of figures of the rare earths, with a file for the table, which is listed in datapackage.json. */
    @BeforeAll
    static void read() throws IOException {
        Dataset all = Datasets.read(RARE_EARTHS).orElseThrow();
        Dataset figures = Dataset.builder("licensed")
                .title(all.title())
                .resource(all.resource())
                .defaultEdition(all.defaultEdition())
                .gathered(all.gathered())
                .sources(all.sources())
                .bases(all.bases())
                .editions(all.editions())
                .chain(all.chain())
                .measures(all.measures())
                .figures(all.figures())
                .build();
        own = folder.resolve("own");
        Datasets.write(figures, own);
        Datasets.change(own, List.of(LICENCES.row(notice("mining", "2023-03", "120000", "miit-2023-23-quota"))))
                .write();
        Files.writeString(own.resolve("licences.csv"), CSV);
        dataset = Datasets.read(own, List.of(LICENCES)).orElseThrow();
    }

    private static Licence notice(String stage, String date, String number, String source) {
        return new Licence(
                Place.parse("China"),
                stage,
                Period.parse(date),
                Observation.parse(number),
                Unit.parse("t REO"),
                Citation.of(source));
    }

    private static Dataset with(List<Licence> licences) {
        return dataset.toBuilder().rows(LICENCES, licences).build();
    }

    @Test
    void it_is_written_byte_for_byte_as_it_was_read_and_with_its_schema() throws IOException {
        Path copy = folder.resolve("copy");

        Datasets.write(dataset, copy);

        assertThat(copy.resolve("licences.csv")).hasContent(CSV);
        assertThat(Files.readAllBytes(copy.resolve("licences.csv")))
                .isEqualTo(Files.readAllBytes(own.resolve("licences.csv")));
        assertThat(Files.readString(copy.resolve("datapackage.json")))
                .contains("\"Licences granted\"", "\"Day or month of the notice\"");
        assertThat(Datasets.read(copy, List.of(LICENCES)).orElseThrow()).isEqualTo(dataset);
    }

    @Test
    void what_is_wrong_in_it_is_told_of_a_file_and_of_rows_put_together_in_code() throws IOException {
        Path file = own.resolve("licences.csv");
        Files.writeString(file, CSV.replaceFirst("mining", "minning"));
        assertThat(Datasets.read(own, List.of(LICENCES)).problems())
                .extracting(Object::toString)
                .containsExactly("licences.csv:2: stage: 'minning' is not in stages.csv. Did you mean 'mining'?");
        assertThat(Datasets.read(own).problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("is not a table that is known"));
        Files.writeString(file, CSV);

        assertThatThrownBy(() -> with(List.of(notice("minning", "2023-03", "120000", "miit-2023-23-quota"))))
                .isInstanceOf(DataException.class)
                .hasMessage("licences, row 1: stage: 'minning' is not in stages.csv. Did you mean 'mining'?");
    }

    @Test
    void a_row_that_is_taken_out_added_or_changed_is_named() {
        List<Licence> before = new ArrayList<>(dataset.rows(LICENCES));
        List<Licence> after = new ArrayList<>(before);
        before.remove(0);
        after.remove(1);
        after.set(8, notice("separation", "2024-08", "127100", "reuters-2024-08-quota"));

        Comparison comparison = Comparison.of(with(before), with(after));

        assertThat(comparison.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(row -> row.kind() + " " + row.name())
                        .containsExactlyInAnyOrder(
                                Difference.Kind.DROPPED + " licences/China/separation/2023-03",
                                Difference.Kind.NEW + " licences/China/mining/2023-03",
                                Difference.Kind.REVISED + " licences/China/separation/2024-08"));
        assertThat(comparison.differences())
                .extracting(one -> one.key().toString())
                .containsExactlyInAnyOrder(
                        "licence/China/separation/2023-03",
                        "licence/China/mining/2023-03",
                        "licence/China/separation/2024-08");
    }

    @Test
    void a_fact_of_it_can_be_typed() {
        WhatIf whatIf = WhatIf.of(dataset, List.of("licence/China/mining/2024-08=140,000"));

        Licensing licensing = Licensing.of(whatIf.after());
        // 135,000 + 140,000
        assertThat(value(licensing, licensing.licensed(), "mining")).isEqualTo(275_000);
    }

    private static double value(Licensing licensing, Function<Licensing.Year, Key> key, String stage) {
        Key of = key.apply(new Licensing.Year(Place.parse("China"), stage, Period.year(2024)));
        return licensing.part().model().value(of).number().orElseThrow();
    }

    @Test
    void growth_is_that_of_the_sums_of_the_notices() {
        Licensing licensing = Licensing.of(dataset);

        // mining: 135,000 + 135,000 on 120,000 + 120,000 + 15,000 t; separation: 254,000 on 243,850 t
        assertThat(value(licensing, licensing.growth(), "mining")).isEqualTo(0.0588235, within(1e-6));
        assertThat(value(licensing, licensing.growth(), "separation")).isEqualTo(0.0416240, within(1e-6));
    }

    @Test
    void it_is_packed_with_a_sheet_a_chart_and_a_finding() throws IOException {
        Report report =
                ResearchPack.of(dataset).with(Licensing.of(dataset).part()).report();
        Path pack = folder.resolve("pack.xlsx");
        Workbooks.write(report, pack);

        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(pack))) {
            XSSFSheet sheet = book.getSheet("Licences");
            assertThat(texts(sheet)).contains("Licensed by year", "China, mining", "Growth on the year before");
            assertThat(sheet.getDrawingPatriarch().getCharts()).hasSize(1);
            assertThat(texts(book.getSheet("Front")))
                    .anyMatch(text -> text.endsWith(
                            "China licensed 270,000 t REO in mining in 2024, +5.88% on the year before."));
        }
        assertThat(Recalculation.differencesFromOffice(pack, "en-US")).isEmpty();
    }

    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING || isTextOfFormula(cell)) {
                texts.add(cell.getStringCellValue());
            }
        }));
        return texts;
    }

    private static boolean isTextOfFormula(Cell cell) {
        return cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING;
    }

    @Test
    void what_contributing_quotes_stands_in_these_files() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("src/test/java/licences"))) {
            for (Path file : files.sorted().toList()) {
                sources.append(stripped(Files.readString(file)));
            }
        }
        List<String> quoted = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../CONTRIBUTING.md")))
                .results()
                .map(fence -> stripped(fence.group(1)))
                .toList();

        assertThat(quoted)
                .isNotEmpty()
                .allSatisfy(snippet -> assertThat(sources).contains(snippet));
    }

    /** Without what stands before and after each line. */
    private static String stripped(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }
}
