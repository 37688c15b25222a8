package org.lodestone.reports.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.result.Results.Format;

/** The values of a report as data: those of the bundled packs, and a table of which each cell is known. */
class ResultsTest {
    private static final Pattern GROWTH = Pattern.compile(": ((average|compound|mean) )?growth( .*)?$");

    private static final Report.Origin ORIGIN = new Report.Origin("tin", "MCS2026");
    private static final Term MINED = Term.of("mined");

    private final Model.Builder model = Model.builder();

    private static final Map<String, Results> BUNDLED = new HashMap<>();

    private static Results results(String dataset) {
        return BUNDLED.computeIfAbsent(
                dataset, name -> Results.of(BundledPack.of(name).report()));
    }

    private Results results(Table table) {
        return Results.of(ORIGIN, List.of(Part.of(Section.of("Production", "", "", List.of(table)), model.build())));
    }

    private Key mined(String place, double amount) {
        return model.figure(
                MINED.of(Subject.of(place)), Value.of(amount), ValueUnit.NUMBER, Citation.of("usgs-mcs-2026"));
    }

    private Key share(String place, double ratio) {
        return model.label(MINED.sub("share").of(Subject.of(place)), ratio);
    }

    private static List<NamedCsvRecord> read(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    // ---------------------------------------------------------------- bundled packs

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium"})
    void every_value_of_every_table_is_one_row_with_the_same_number_and_unit(String dataset) {
        Report report = BundledPack.of(dataset).report();
        Values values = report.model().values();
        Units units = Units.of(report.model());
        Map<List<String>, Result> rows = new HashMap<>();
        results(dataset)
                .values()
                .forEach(row -> assertThat(rows.put(id(row), row))
                        .as("second row of " + row)
                        .isNull());

        int seen = 0;
        for (Section section : report.sections()) {
            for (Table table : section.tables().toList()) {
                for (Cell.Of cell : table.rows().stream().flatMap(Row::values).toList()) {
                    Result row = rows.get(id(table.id(), cell.key()));
                    assertThat(row).as(table.id() + ": " + cell.key()).isNotNull();
                    Value value = values.of(cell.key());
                    if (value.number().isPresent()) {
                        seen++;
                        double factor = row.unit().equals("%") && cell.shown().isPercent() ? 100 : 1;
                        double expected = value.number().getAsDouble() * factor;
                        assertThat(row.value().number().orElseThrow())
                                .as(cell.toString())
                                .isCloseTo(expected, within(Math.abs(expected) * 1e-12));
                        ValueUnit unit = units.of(cell.key());
                        if (cell.shown().isPercent()) {
                            assertThat(row.unit()).as(cell.toString()).isEqualTo("%");
                        } else if (unit.isKnown() && !unit.countsAs(ValueUnit.NUMBER)) {
                            assertThat(row.unit()).as(cell.toString()).isEqualTo(unit.toString());
                        }
                    } else {
                        assertThat(row.value()).as(cell.toString()).isEqualTo(value);
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    private static List<String> id(Result row) {
        return List.of(row.table(), row.key(), row.of(), row.period(), row.in());
    }

    private static List<String> id(String table, Key key) {
        return List.of(
                table,
                key.what().id(),
                key.of().id(),
                key.when().toString(),
                key.in().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium"})
    void every_percentage_is_in_percent_and_a_pure_number_is_none(String dataset) {
        Report report = BundledPack.of(dataset).report();
        List<String> wrong = new ArrayList<>();
        results(dataset).values().filter(row -> row.key().endsWith(": share")).forEach(row -> {
            boolean isKnown = row.value().number().isPresent();
            double share = row.value().number().orElse(0);
            if (isKnown && (!row.unit().equals("%") || share < -1e-9 || share > 100 + 1e-9)) {
                wrong.add(row.toString());
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(results(dataset)
                        .values()
                        .filter(row -> GROWTH.matcher(row.key()).find())
                        .filter(row -> row.value().number().isPresent())
                        .filter(row ->
                                !row.unit().equals("%") || row.value().number().orElseThrow() < -100))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium"})
    void each_table_has_an_id_that_is_listed_and_a_part_of_its_own(String dataset) {
        Set<List<String>> parts = new HashSet<>();
        List<String> again = new ArrayList<>();
        Report report = BundledPack.of(dataset).report();
        report.sections().stream().flatMap(Section::tables).forEach(table -> {
            if (!parts.add(List.of(table.id(), table.part()))) {
                again.add(table.id() + " " + table.part());
            }
        });

        assertThat(again).as("tables that nothing tells apart").isEmpty();
        assertThat(results(dataset).tables()).isSubsetOf(TableIds.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "gallium"})
    void a_column_holds_numbers_or_texts_and_never_both(String dataset) {
        Results results = results(dataset);
        for (String table : results.tables()) {
            JsonNode whole = json(results.print(table, Format.JSON)).path("table");
            whole.path("fields")
                    .forEach(field -> whole.path("rows").forEach(row -> {
                        JsonNode cell = row.path(field.path("name").asText());
                        boolean isNumber = field.path("type").asText().equals("number");
                        assertThat(cell.isNull() || (isNumber ? cell.isNumber() : cell.isTextual()))
                                .as(table + ", " + field + ": " + cell)
                                .isTrue();
                    }));
        }
    }

    /** Free share of 87 with the unit 1 would be 8,700%, and a profit of 0.0014 under % of share price 0.0014%. */
    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium"})
    void a_column_that_is_named_with_a_unit_holds_no_pure_numbers(String dataset) {
        Pattern unit = Pattern.compile("%|, (t|kt|kg|USD|CNY|AUD)\\b");
        Results results = results(dataset);
        List<String> wrong = new ArrayList<>();
        int named = 0;
        for (String table : results.tables()) {
            for (JsonNode field :
                    json(results.print(table, Format.JSON)).path("table").path("fields")) {
                if (field.path("type").asText().equals("number")
                        && unit.matcher(field.path("name").asText()).find()) {
                    named++;
                    if (field.path("unit").asText().equals("1")) {
                        wrong.add(table + ": " + field);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(named).isPositive();
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder().build().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void every_id_that_the_sources_say_is_listed() throws IOException {
        Pattern said = Pattern.compile("\\.id\\(\\s*\"([^\"]+)\"");
        Set<String> ids = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                said.matcher(Files.readString(file)).results().forEach(found -> ids.add(found.group(1)));
            }
        }

        assertThat(ids).hasSizeGreaterThan(100);
        assertThat(TableIds.all()).containsAll(ids);
    }

    // ---------------------------------------------------------------- a table of which each cell is known

    @Test
    void a_ratio_shown_in_percent_is_in_percent_and_what_is_missing_says_its_code() {
        List<String> places = List.of("China", "Burma");
        Map<String, Key> mined = ImmutableMap.of(
                "China",
                mined("China", 270_000),
                "Burma",
                model.figure(
                        MINED.of(Subject.of("Burma")),
                        new Value.Missing("W", "withheld"),
                        ValueUnit.NUMBER,
                        Citation.of("usgs-mcs-2026")));
        Results results = results(Table.of("Mine production", places)
                .label("Country", place -> place)
                .value("Mined", Shown.WHOLE, mined::get)
                .optional(
                        "Share",
                        Shown.PERCENT_2,
                        place -> place.equals("China") ? Optional.of(share(place, 0.68537)) : Optional.empty())
                .build());

        assertThat(results.print(Format.CSV)).isEqualTo("""
                dataset,edition,scenario,table,key,of,period,case,value,unit,text,kind,source
                tin,MCS2026,,own.production.mine-production,mined,China,,,270000,1,,figure,usgs-mcs-2026
                tin,MCS2026,,own.production.mine-production,mined: share,China,,,68.537,%,,label,
                tin,MCS2026,,own.production.mine-production,mined,Burma,,,,,W,figure,usgs-mcs-2026
                """);
        assertThat(results.print("own.production.mine-production", Format.CSV)).isEqualTo("""
                Country,Mined,Share,Source
                China,270000,68.537,usgs-mcs-2026
                Burma,,,usgs-mcs-2026
                """);
    }

    @Test
    void what_a_formula_cannot_work_out_is_empty_among_numbers_and_among_words() {
        Results results = results(Table.of("Mine production", List.of("China", "Burma", "Peru"))
                .label("Country", place -> place)
                .value(
                        "Share",
                        Shown.PERCENT_2,
                        place -> place.equals("China")
                                ? share(place, 0.68537)
                                : model.calculation(
                                        MINED.sub("share").of(Subject.of(place)), Formula.text(Value.NOT_AVAILABLE)))
                .words("Remark", place -> place.equals("China") ? "as printed" : Value.NOT_AVAILABLE)
                .build());

        // one number and two texts would be a column of texts, of which R reads no sum
        assertThat(results.print("own.production.mine-production", Format.CSV)).isEqualTo("""
                Country,Share,Remark
                China,68.537,as printed
                Burma,,
                Peru,,
                """);
        assertThat(results.values()).extracting(Result::value).contains(Value.of(Value.NOT_AVAILABLE));
    }

    @Test
    void a_range_has_its_ends_in_two_columns_and_in_two_rows() {
        Key printed = model.figure(
                MINED.of(Subject.of("Brazil")),
                new Value.Missing("4000–5000", "a range"),
                ValueUnit.NUMBER,
                Citation.of("usgs-mcs-2026"));
        Results results = results(Table.of("Mine production", List.of("Brazil"))
                .label("Country", place -> place)
                .value("Mined", Shown.WHOLE, place -> printed)
                .build());

        NamedCsvRecord row = read(results.print("own.production.mine-production", Format.CSV))
                .get(0);
        assertThat(row.getField("Mined low")).isEqualTo("4000");
        assertThat(row.getField("Mined high")).isEqualTo("5000");
        assertThat(read(results.print(Format.CSV)))
                .extracting(one -> one.getField("key"), one -> one.getField("value"))
                .containsExactly(tuple("mined", ""), tuple("mined: low", "4000"), tuple("mined: high", "5000"));
        assertThat(results.values()).extracting(Result::unit).containsExactly("", "1", "1");
    }

    @Test
    void the_ends_of_a_range_that_is_worked_out_are_as_exact_as_what_is_behind_it() {
        assertThat(Ends.of(Value.of("2.9–7.4%"), List.of(0.02871, 0.07402)))
                .hasValue(new Ends(OptionalDouble.of(2.871), OptionalDouble.of(7.402), true));
        assertThat(Ends.of(Value.of("0.0 to 4.2"), List.of(4.1634, 0.0)))
                .hasValue(new Ends(OptionalDouble.of(0), OptionalDouble.of(4.1634), false));
        assertThat(Ends.of(Value.of("2025-2030"), List.of())).isEmpty();
    }

    @Test
    void tables_alike_are_one_with_a_part_for_each() {
        Results results = Results.of(
                ORIGIN,
                List.of(Part.of(
                        Section.of(
                                "Production",
                                "",
                                "",
                                List.of(
                                        Table.of("Base", List.of("China"))
                                                .id("paths", "Base")
                                                .label("Country", place -> place)
                                                .value("Mined", Shown.WHOLE, place -> mined(place, 1))
                                                .build(),
                                        Table.of("Tight", List.of("Brazil"))
                                                .id("paths", "Tight")
                                                .label("Country", place -> place)
                                                .value("Mined", Shown.WHOLE, place -> mined(place, 2))
                                                .build())),
                        model.build())));

        assertThat(results.print("own.production.paths", Format.CSV)).isEqualTo("""
                part,Country,Mined,Source
                Base,China,1,usgs-mcs-2026
                Tight,Brazil,2,usgs-mcs-2026
                """);
    }

    @Test
    void a_long_table_has_its_values_once_and_says_what_is_missing() {
        Term rank = Term.of("rank");
        List<String> ids = List.of("A", "B");
        List<Block> leagues = List.of("Overseas", "Miners").stream()
                .<Block>map(league -> LongTable.of("League " + league, 2, row -> row)
                        .id("league-ranking", league)
                        .of(ids::get)
                        .label("Company", row -> List.of("Alpha", "Beta").get(row))
                        .values("Rank", Shown.ORDINAL, rank.key().in(Case.of(league)), row -> Value.of(row + 1.0))
                        .values(
                                "Rank of all",
                                Shown.ORDINAL,
                                rank.key(),
                                row -> row == 0
                                        ? Value.of(7.0)
                                        : league.equals("Miners")
                                                ? Value.empty()
                                                : new Value.Missing("not known", "no price is known"))
                        .build())
                .toList();
        Results results = Results.of(ORIGIN, List.of(Part.of(Section.of("Screen", "", "", leagues), model.build())));

        assertThat(results.print("league-ranking", Format.CSV)).isEqualTo("""
                part,Company,Rank,Rank of all
                Overseas,Alpha,1,7
                Overseas,Beta,2,
                Miners,Alpha,1,7
                Miners,Beta,2,
                """);
        assertThat(results.values())
                .extracting(
                        Result::key,
                        Result::of,
                        Result::in,
                        Result::unit,
                        one -> one.value().inSentence())
                .containsExactly(
                        tuple("rank", "A", "Overseas", "1", "1"),
                        tuple("rank", "A", "", "1", "7"),
                        tuple("rank", "B", "Overseas", "1", "2"),
                        tuple("rank", "B", "", "", "not known"),
                        tuple("rank", "A", "Miners", "1", "1"),
                        tuple("rank", "B", "Miners", "1", "2"));
    }

    @Test
    void years_stand_in_their_order_whatever_table_comes_first() {
        List<Table> tables = new ArrayList<>();
        List.of(2025, 2024)
                .forEach(year -> tables.add(Table.overYears("", List.of(Period.year(year)))
                        .id("paths", "from " + year)
                        .row("China", "t", Shown.WHOLE, when -> mined("China " + when, year))
                        .build()));
        Results results = Results.of(ORIGIN, List.of(Part.of(Section.of("Production", "", "", tables), model.build())));

        assertThat(results.print("own.production.paths", Format.CSV))
                .startsWith("part,Name,Unit,y2024,y2025,Source\nfrom 2025,China,t,,2025,");
    }

    @Test
    void a_table_of_ones_own_is_none_of_the_librarys_whatever_it_is_called() {
        for (boolean inBackup : List.of(true, false)) {
            Part.Builder part = Part.titled("Recycling plants", "Plants");
            part.assumed("Yield", 90, Unit.parse("%"), "As the largest reports.");
            part.table(Table.of("Companies", List.of("Umicore")).label("Company", company -> company));
            Results results =
                    Results.of(ORIGIN, List.of(inBackup ? part.asBackup().build() : part.build()));

            assertThat(results.tables())
                    .containsExactly("own.recycling-plants.companies", "own.recycling-plants.assumptions");
        }
    }

    @Test
    void what_cannot_be_seen_is_escaped_in_json() {
        String name = "Li\u202ethium \u009b \u200c";
        Results results = results(Table.of("Names", List.of(name))
                .wordsOf("Name", one -> model.label(MINED.of(Subject.of("x")), one))
                .build());

        assertThat(results.print(Format.JSON)).contains("Li\\u202ethium \\u009b \u200c");
        assertThat(json(results.print(Format.JSON))
                        .path("values")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo(name);
    }

    @Test
    void no_text_is_a_formula_and_a_negative_number_is_one() {
        Results results = results(Table.of("Change", List.of("=HYPERLINK(1)", "-1 is text", "a;=1+1"))
                .label("What", what -> what)
                .value("t", Shown.WHOLE, what -> mined(what, -9_950))
                .build());

        assertThat(results.print("own.production.change", Format.CSV)).isEqualTo("""
                What,t,Source
                '=HYPERLINK(1),-9950,usgs-mcs-2026
                '-1 is text,-9950,usgs-mcs-2026
                a;'=1+1,-9950,usgs-mcs-2026
                """);
    }

    @Test
    void a_table_that_is_not_there_is_refused_with_the_nearest_name() {
        Results results = results("gallium");

        assertThatThrownBy(() -> results.print("countrys", Format.CSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no table 'countrys'. Did you mean 'countries'?");
    }

    // ---------------------------------------------------------------- a folder of them

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "gallium"})
    void a_folder_has_a_file_for_each_table_and_says_what_each_column_is(String dataset, @TempDir Path folder)
            throws IOException {
        Results results = results(dataset);
        Path data = folder.resolve("data");
        results.write(data, Format.JSON);
        results.write(data, Format.CSV);

        JsonNode whole = json(Files.readString(data.resolve("datapackage.json")));
        Set<String> files = new TreeSet<>(Set.of("datapackage.json"));
        for (JsonNode resource : whole.path("resources")) {
            files.add(resource.path("path").asText());
            List<NamedCsvRecord> rows =
                    read(Files.readString(data.resolve(resource.path("path").asText())));
            List<String> names = new ArrayList<>();
            resource.path("schema")
                    .path("fields")
                    .forEach(field -> names.add(field.path("name").asText()));
            assertThat(rows.get(0).getHeader()).isEqualTo(names);
        }
        try (var all = Files.list(data)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(files);
        }
        assertThat(files).hasSize(results.tables().size() + 2);
    }

    @Test
    void a_folder_with_anything_else_in_it_is_kept(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> results("gallium").write(folder, Format.CSV))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (var all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsExactly("notes.txt");
        }
    }
}
