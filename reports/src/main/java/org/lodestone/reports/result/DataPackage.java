package org.lodestone.reports.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Table;

/** The Frictionless Data Package of a folder of results: which files it has, and what each column is. */
final class DataPackage {

    static final String FILE = "datapackage.json";

    private static final String RESULTS = "results";
    private static final ImmutableMap<String, String> COLUMNS = ImmutableMap.<String, String>builder()
            .put("dataset", "Name of the dataset")
            .put("edition", "Edition of its figures")
            .put("scenario", "Scenario chosen; empty where there are none")
            .put("table", "Table that shows the value")
            .put("key", "What the value is")
            .put("of", "Country, company or project it is of")
            .put("period", "Time it is of")
            .put("case", "Edition or scenario it holds in; empty where it holds in all")
            .put("value", "Number, in the unit; empty for a text and for what is missing")
            .put("unit", "Unit: % is per cent, 1 any other pure number")
            .put("text", "Text, or the code of what is missing")
            .put("kind", "How it came about: " + Joiner.on(", ").join(Result.Kind.values()))
            .put("source", "Ids of the sources of a figure or assumption")
            .buildOrThrow();

    private DataPackage() {}

    /** The columns of the file with all values. */
    static List<String> columns() {
        return COLUMNS.keySet().asList();
    }

    static String print(Report.Origin origin, String values, Iterable<DataTable> tables, Results.Format format) {
        ObjectNode root = Print.object()
                .put("name", Table.idOf(origin.toString()) + "-" + RESULTS)
                .put("title", "Results of " + origin);
        root.putObject("lodestone").put(RESULTS, Results.VERSION);
        ArrayNode resources = root.putArray("resources");
        ArrayNode fields = resource(resources, values, "Every value, one row for each table that shows it", format);
        COLUMNS.forEach((name, words) -> fields.addObject()
                .put("name", name)
                .put("type", name.equals("value") ? "number" : "string")
                .put("description", words));
        tables.forEach(table -> resource(resources, table.id(), TableIds.shows(table.id()), format)
                .addAll(Print.fields(table)));
        return JsonText.file(root);
    }

    /** The fields of a further resource, to be filled. */
    private static ArrayNode resource(ArrayNode resources, String name, String title, Results.Format format) {
        ObjectNode resource = resources
                .addObject()
                .put("name", name)
                .put("title", title)
                .put("path", name + "." + format)
                .put("format", format.toString())
                .put("encoding", "utf-8");
        if (format == Results.Format.CSV) {
            resource.put("profile", "tabular-data-resource");
        }
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        schema.putArray("missingValues").add("");
        return fields;
    }

    /** The files of a folder of results; none of any other folder. */
    static Set<String> files(Path folder) throws IOException {
        Set<String> files = new TreeSet<>();
        if (Files.isRegularFile(folder.resolve(FILE))) {
            JsonNode root = JsonMapper.builder().build().readTree(Files.readAllBytes(folder.resolve(FILE)));
            if (root.path("lodestone").has(RESULTS)) {
                files.add(FILE);
                root.path("resources")
                        .forEach(resource -> files.add(resource.path("path").asText()));
            }
        }
        return files;
    }
}
