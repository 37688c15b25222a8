package org.lodestone.reports.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.io.ByteSource;
import com.google.common.io.CountingOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        return inMemory(out -> print(format, out));
    }

    /** Prints all values one after the other, since there may be millions. The writer stays open. */
    public void print(Format format, Writer out) throws IOException {
        if (format == Format.CSV) {
            Print.csv(DataPackage.columns(), values().map(value -> row(value, true)), out);
            return;
        }
        List<String> columns = new ArrayList<>(
                DataPackage.columns().subList(OF_ALL, DataPackage.columns().size()));
        columns.add("reason");
        ObjectNode whole = whole();
        ArrayNode said = whole.putArray("sentences");
        sentences.forEach(
                (section, text) -> said.addObject().put("section", section).put("text", text));
        whole.set(VALUES, Print.objects(columns, values().map(value -> row(value, false))));
        Print.json(whole, out);
    }

    /**
     * One table, printed.
     *
     * @throws IllegalArgumentException if there is no table of this id
     */
    public String print(String table, Format format) {
        return inMemory(out -> print(table, format, out));
    }

    /**
     * Prints one table, row by row. The writer stays open.
     *
     * @throws IllegalArgumentException if there is no table of this id
     */
    public void print(String table, Format format, Writer out) throws IOException {
        DataTable grid = Optional.ofNullable(tables.get(table))
                .orElseThrow(() -> new IllegalArgumentException("There is no table '" + table + "'. "
                        + Nearest.remedy(
                                table, tables.keySet(), "The tables are " + String.join(", ", tables.keySet()) + ".")))
                .get();
        List<String> names = grid.fields().stream().map(DataTable.Field::name).toList();
        Stream<List<Value>> rows = Streams.stream(grid.rows())
                .map(row -> grid.fields().stream().map(field -> field.in(row)).toList());
        if (format == Format.CSV) {
            Print.csv(names, rows, out);
            return;
        }
        ObjectNode whole = whole();
        whole.putObject("table")
                .put("id", grid.id())
                .<ObjectNode>set("fields", Print.fields(grid))
                .set("rows", Print.objects(names, rows));
        Print.json(whole, out);
    }

    /** Something that is printed. */
    private interface Printed {
        void to(Writer out) throws IOException;
    }

    private static String inMemory(Printed printed) {
        StringWriter text = new StringWriter();
        try {
            printed.to(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }

    /** A file that is printed while it is written. */
    private static ByteSource file(Printed printed) {
        return new ByteSource() {
            @Override
            public InputStream openStream() {
                return new ByteArrayInputStream(inMemory(printed).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public long copyTo(OutputStream out) throws IOException {
                CountingOutputStream counted = new CountingOutputStream(out);
                Writer writer = new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8));
                printed.to(writer);
                writer.flush();
                return counted.getCount();
            }
        };
    }

    /**
     * Writes a file for each table, one with all values, and {@code datapackage.json}, which says what each column is. A folder of
     * results is replaced, and files of other names in it are kept.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the folder has anything in it that is no folder of results
     * @throws IOException if the folder cannot be written; what was there is then untouched
     */
    public void write(Path folder, Format format) throws IOException {
        ImmutableMap.Builder<String, ByteSource> made = ImmutableMap.builder();
        made.put(
                DataPackage.FILE,
                file(out -> out.write(DataPackage.print(
                        origin, VALUES, Collections2.transform(tables.values(), Supplier::get), format))));
        made.put(VALUES + "." + format, file(out -> print(format, out)));
        tables.keySet().forEach(id -> made.put(id + "." + format, file(out -> print(id, format, out))));
        ImmutableMap<String, ByteSource> files = made.buildOrThrow();
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
