package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/**
 * A table as {@code datapackage.json} describes it, with its Table Schema. {@link Layout} knows the columns, and
 * {@code columns.csv} beside this class what each of them holds.
 */
final class Schema {

    private static final String COLUMNS = "columns.csv";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Splitter WORDS = Splitter.on(';').trimResults().omitEmptyStrings();
    private static final ImmutableListMultimap<String, Column> BY_TABLE = read();

    private Schema() {}

    /**
     * What a column holds.
     *
     * @param name empty for the table itself
     * @param type of Table Schema: most columns are text, since a number may be missing for a reason
     * @param words the only ones it may hold; empty where it may hold others
     * @param refers the table whose ids it holds; empty where it holds none
     */
    record Column(
            String table, String name, String type, ImmutableList<String> words, String refers, String description) {}

    static String title(Layout layout) {
        return layout.table()
                .map(Table::title)
                .orElseGet(() -> BY_TABLE.get(layout.name()).get(0).description());
    }

    static ImmutableList<Column> columns(Layout layout) {
        if (layout.table().isPresent()) {
            Table<?> table = layout.table().get();
            return layout.columns().stream().map(table::schema).collect(toImmutableList());
        }
        ImmutableList<Column> lines = BY_TABLE.get(layout.name());
        return lines.subList(1, lines.size());
    }

    /** The table as a resource of a data package; a reference to a table that is not among {@code tables} is left out. */
    static ObjectNode resource(Layout layout, Set<Layout> tables) {
        ObjectNode resource = JSON.objectNode()
                .put("name", layout.name())
                .put("title", title(layout))
                .put("path", layout.file())
                .put("profile", "tabular-data-resource")
                .put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        columns(layout).forEach(column -> fields.add(field(layout, column)));
        schema.putArray("missingValues").add("");
        if (layout.hasPrimaryKey()) {
            ArrayNode key = schema.putArray("primaryKey");
            layout.key().forEach(key::add);
        }
        ArrayNode foreign = JSON.arrayNode();
        for (Column column : columns(layout)) {
            if (tables.stream().anyMatch(table -> table.name().equals(column.refers()))) {
                ObjectNode reference = foreign.addObject().put("fields", column.name());
                reference
                        .putObject("reference")
                        .put("resource", column.refers())
                        .put("fields", "id");
            }
        }
        if (!foreign.isEmpty()) {
            schema.set("foreignKeys", foreign);
        }
        return resource;
    }

    private static ObjectNode field(Layout layout, Column column) {
        ObjectNode field = JSON.objectNode()
                .put("name", column.name())
                .put("type", column.type())
                .put("description", column.description());
        ObjectNode constraints = JSON.objectNode();
        if (layout.required().contains(column.name())) {
            constraints.put("required", true);
        }
        if (!column.words().isEmpty()) {
            ArrayNode words = constraints.putArray("enum");
            column.words().forEach(words::add);
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
        return field;
    }

    private static ImmutableListMultimap<String, Column> read() {
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(COLUMNS));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(stream, UTF_8)) {
            return rows.stream()
                    .map(row -> new Column(
                            row.getField("table"),
                            row.getField("column"),
                            row.getField("type"),
                            ImmutableList.copyOf(WORDS.split(row.getField("words"))),
                            row.getField("refers"),
                            row.getField("description")))
                    .collect(toImmutableListMultimap(Column::table, column -> column));
        } catch (IOException e) {
            throw new UncheckedIOException("The descriptions of columns cannot be read.", e);
        }
    }
}
