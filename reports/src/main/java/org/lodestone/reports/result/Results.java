package org.lodestone.reports.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.internal.file.FolderTurn;
import org.lodestone.core.internal.file.StagedFolder;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The values of a report as data.
 *
 * <p>Each value is a {@link Result} for each table that shows it, and each table can be had by its id. Numbers are as exact as the
 * report has them, in the unit beside them. A ratio that a report shows in percent is in percent, with the unit {@code %}; every other
 * pure number has the unit {@code 1}. What is missing is empty in CSV and {@code null} in JSON; the text of its result says its code.
 *
 * <pre>
 * Results results = ResearchPack.of(dataset).results();
 * results.values().filter(value -&gt; value.table().equals("countries"))…
 * results.print(Results.Format.CSV);
 * results.print("countries", Results.Format.JSON);
 * results.write(Path.of("rare-earths-data"), Results.Format.CSV);
 * </pre>
 */
public final class Results {

    /** The version of the layout that JSON states. */
    public static final int VERSION = 1;

    private static final String VALUES = "values";
    private static final int OF_ALL = 3;

    private final Report.Origin origin;
    private final String scenario;
    private final ImmutableListMultimap<String, String> sentences;
    private final ImmutableList<TableValues> values;
    private final ImmutableMap<String, Supplier<DataTable>> tables;

    Results(
            Report.Origin origin,
            String scenario,
            ImmutableListMultimap<String, String> sentences,
            ImmutableList<TableValues> values,
            ImmutableMap<String, Supplier<DataTable>> tables) {
        this.origin = origin;
        this.scenario = scenario;
        this.sentences = sentences;
        this.values = values;
        this.tables = tables;
    }

    /** How results are printed. */
    public enum Format {
        /** Comma-separated values: a header, then a line for each row. */
        CSV,
        /** One object, as {@code results.schema.json} beside this class says. */
        JSON;

        /** The end of a file name, and the word on a command line: {@code csv}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The results of a report: those of all its sections, hidden ones too. */
    public static Results of(Report report) {
        return of(
                report.origin().orElse(new Report.Origin(report.title(), "")),
                List.of(new Part(report.sections(), report.model())));
    }

    /** The results of parts of a report on this dataset. */
    public static Results of(Report.Origin origin, List<Part> parts) {
        ResultsBuilder builder = new ResultsBuilder();
        parts.forEach(builder::add);
        String scenario = parts.stream()
                .map(Part::model)
                .filter(model -> model.has(Scenarios.SELECTOR))
                .findFirst()
                .map(model -> model.value(Scenarios.SELECTOR).inSentence())
                .orElse("");
        return builder.build(origin, scenario);
    }

    /** Every value, table by table in the order of the report. */
    public Stream<Result> values() {
        return values.stream().flatMap(TableValues::stream);
    }

    /** The ids of the tables, in the order of the report. */
    public ImmutableList<String> tables() {
        return tables.keySet().asList();
    }

    /** All values, printed; JSON also has what each section says of them, and why a value is missing. */
    public String print(Format format) {
        if (format == Format.CSV) {
            return Print.csv(DataPackage.columns(), values().map(value -> row(value, true)));
        }
        List<String> columns = new ArrayList<>(
                DataPackage.columns().subList(OF_ALL, DataPackage.columns().size()));
        columns.add("reason");
        ObjectNode whole = whole();
        ArrayNode said = whole.putArray("sentences");
        sentences.forEach(
                (section, text) -> said.addObject().put("section", section).put("text", text));
        whole.set(VALUES, Print.objects(columns, values().map(value -> row(value, false))));
        return Print.json(whole);
    }

    /**
     * One table, printed.
     *
     * @throws IllegalArgumentException if there is no table of this id
     */
    public String print(String table, Format format) {
        DataTable grid = Optional.ofNullable(tables.get(table))
                .orElseThrow(() -> new IllegalArgumentException("There is no table '" + table + "'. "
                        + Nearest.remedy(
                                table, tables.keySet(), "The tables are " + String.join(", ", tables.keySet()) + ".")))
                .get();
        List<String> names = grid.fields().stream().map(DataTable.Field::name).toList();
        Stream<List<Value>> rows = Streams.stream(grid.rows())
                .map(row -> grid.fields().stream().map(field -> field.in(row)).toList());
        if (format == Format.CSV) {
            return Print.csv(names, rows);
        }
        ObjectNode whole = whole();
        whole.putObject("table")
                .put("id", grid.id())
                .<ObjectNode>set("fields", Print.fields(grid))
                .set("rows", Print.objects(names, rows));
        return Print.json(whole);
    }

    /**
     * Writes a file for each table, one with all values, and {@code datapackage.json}, which says what each column is. A folder of
     * results is replaced, and files of other names in it are kept.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the folder has anything in it that is no folder of results
     * @throws IOException if the folder cannot be written; what was there is then untouched
     */
    public void write(Path folder, Format format) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                DataPackage.FILE,
                bytes(DataPackage.print(
                        origin, VALUES, Collections2.transform(tables.values(), Supplier::get), format)));
        files.put(VALUES + "." + format, bytes(print(format)));
        tables.keySet().forEach(id -> files.put(id + "." + format, bytes(print(id, format))));
        if (!Files.isDirectory(folder)) {
            StagedFolder.make(folder, files);
            return;
        }
        Set<String> before = DataPackage.files(folder);
        try (FolderTurn turn = FolderTurn.of(folder)) {
            if (before.isEmpty()) {
                turn.requireEmpty();
            }
            turn.replace(files, before::contains);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode whole() {
        return Print.object()
                .put("version", VERSION)
                .put("dataset", origin.dataset())
                .put("edition", origin.edition())
                .put("scenario", scenario);
    }

    /** @param isWhole whether it stands by itself, as a line of CSV does, and says what it is of */
    private List<Value> row(Result one, boolean isWhole) {
        List<Value> row = new ArrayList<>();
        if (isWhole) {
            row.addAll(List.of(Value.of(origin.dataset()), Value.of(origin.edition()), Value.of(scenario)));
        }
        Value number =
                one.value().number().isPresent() ? Value.of(one.value().number().getAsDouble()) : Value.empty();
        String text = one.value().fold(value -> "", said -> said, String::valueOf, missing -> missing.code());
        Stream.of(one.table(), one.key(), one.of(), one.period(), one.in())
                .map(Value::of)
                .forEach(row::add);
        row.add(number);
        Stream.of(one.unit(), text, one.kind().toString(), one.source())
                .map(Value::of)
                .forEach(row::add);
        if (!isWhole) {
            row.add(Value.of(one.value().fold(value -> "", said -> "", truth -> "", Value.Missing::reason)));
        }
        return row;
    }

    @Override
    public String toString() {
        return OneLine.of(
                origin, OneLine.count((int) values().count(), "value"), OneLine.count(tables.keySet(), "table"));
    }
}
