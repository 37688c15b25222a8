package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

/** Whatever stands in a JSON file, a command answers in words, and never with a trace; cells are walked in {@link OddWordsTest}. */
class NastyInputTest {

    private static final int MUTANTS_OF_A_FILE = 40;

    @TempDir
    Path folder;

    private final Random random = new Random(20260113);
    private Path dataset;

    @BeforeEach
    void start() {
        assertThat(Cli.run("new", "tin", "--in", folder.toString()).code()).isZero();
        dataset = folder.resolve("tin");
    }

    /** A cell of a table of the dataset. */
    record Place(String file, int row, int column) {}

    private static List<List<String>> rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream().map(row -> row.getFields()).toList();
        }
    }

    static void put(Path dataset, Place place, String value) throws IOException {
        Path file = dataset.resolve(place.file());
        List<List<String>> rows = new ArrayList<>(rows(file));
        List<String> cells = new ArrayList<>(rows.get(place.row()));
        cells.set(place.column(), value);
        rows.set(place.row(), cells);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        }
        Files.writeString(file, text.toString());
    }

    static void assertInWords(Result result, Object what) {
        assertThat(result.code()).as("%s: %s", what, result.err()).isIn(0, 1, 2);
        assertThat(result.out() + result.err())
                .as("%s", what)
                .doesNotContain("Exception", "\tat ", "Error:")
                .doesNotContainPattern(
                        "[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]");
    }

    @Test
    void text_that_looks_like_a_formula_is_text_in_a_pack() throws IOException {
        String formula = "=HYPERLINK(\"http://example.org\",1)";
        put(dataset, new Place("sources.csv", 1, 1), "'" + formula);
        Path pack = folder.resolve("tin.xlsx");

        assertThat(Cli.run("pack", dataset.toString(), "-o", pack.toString()).code())
                .isZero();

        List<String> texts = new ArrayList<>();
        try (Workbook book = WorkbookFactory.create(pack.toFile(), null, true)) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                } else if (cell.getCellType() == CellType.FORMULA) {
                    assertThat(cell.getCellFormula()).doesNotContain("example.org");
                }
            })));
        }
        assertThat(texts).contains(formula);
    }

    // ---------------------------------------------------------------- JSON

    /** Texts that may stand where a value of a JSON file stands. */
    static final ImmutableList<String> JSON_VALUES = ImmutableList.of(
            "null",
            "true",
            "-1",
            "0",
            "1e99999999999",
            "1e2147483647",
            "-1e-99999999999",
            "9".repeat(900),
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\u202E\"",
            "\"\\uD800\"",
            "\"" + "x".repeat(50_000) + "\"",
            "{}",
            "[]",
            "[null]",
            "[{}]",
            "{\"a\": {\"b\": []}}",
            "[".repeat(900) + "]".repeat(900),
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000));

    /** The text with the value of one node replaced, or the node taken out. */
    static List<String> mutants(String text, Random random, int count) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        List<String> mutants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode root = mapper.readTree(text);
            List<JsonNode> parents = new ArrayList<>();
            collect(root, parents);
            JsonNode parent = parents.get(random.nextInt(parents.size()));
            int member = random.nextInt(parent.size());
            String value = JSON_VALUES.get(random.nextInt(JSON_VALUES.size()));
            String mark = "\"@@here@@\"";
            if (parent instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                if (random.nextInt(6) == 0) {
                    object.remove(names.get(member));
                } else {
                    object.put(names.get(member), "@@here@@");
                }
            } else {
                ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(member, "@@here@@");
            }
            mutants.add(mapper.writeValueAsString(root).replace(mark, value));
        }
        Collections.shuffle(mutants, random);
        return mutants;
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    private void everyMutant(Path file, String... command) throws IOException {
        String text = Files.readString(file);
        for (String mutant : mutants(text, random, MUTANTS_OF_A_FILE)) {
            Files.writeString(file, mutant);
            assertInWords(Cli.run(command), Strings.padEnd(mutant, 2000, ' ').substring(0, 2000));
        }
        Files.writeString(file, text);
    }

    @Test
    void a_data_package_may_say_anything() throws IOException {
        everyMutant(dataset.resolve("datapackage.json"), "check", dataset.toString());
    }

    @Test
    void a_screen_may_say_anything() throws IOException {
        everyMutant(dataset.resolve("screen.json"), "check", dataset.toString());
    }

    @Test
    void a_report_and_a_theme_may_say_anything() throws IOException {
        everyMutant(dataset.resolve("report.json"), "check", dataset.toString());
        Path theme = Files.writeString(dataset.resolve("theme.json"), """
                {"house": "Harbour Research", "font": "Arial", "logo": "logo.png",
                 "colours": {"primary": "#5B1A2E", "strip": "#F2F5F8", "series_1": "#10304F"}}
                """);
        everyMutant(theme, "check", dataset.toString());
    }

    @Test
    void a_universe_may_say_anything() throws IOException {
        Files.writeString(
                folder.resolve("companies.csv"),
                "Ticker,Company,Size,Ccy,EBITDA %\nA,Alpha,10,USD,5\nB,Beta,20,CNY,7\n");
        Path universe = Files.writeString(folder.resolve("mine.json"), """
                {"table": "companies.csv", "id": "Ticker", "name": "Company",
                 "columns": {
                   "size": {"column": "Size", "currency": "Ccy", "in": "USD",
                            "rates": [{"from": "CNY", "rate": 0.14, "date": "2025-12-31", "source": "ECB"}]},
                   "margin": "EBITDA %"},
                 "screen": {"name": "Good", "criteria": [{"name": "margin", "weight": 3}, {"name": "size"}]}}
                """);
        everyMutant(universe, "screen", universe.toString());
    }

    @Test
    void a_mapping_may_say_anything() throws IOException {
        Path mapping = folder.resolve("mapping.json");
        Files.copy(Path.of("examples", "imports", "peers-mapping.json"), mapping);
        everyMutant(
                mapping,
                "import",
                Path.of("examples", "imports", "peers.csv").toString(),
                "--as",
                "table",
                "--mapping",
                mapping.toString(),
                "--into",
                dataset.toString(),
                "--dry-run");
    }
}
