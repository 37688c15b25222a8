package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.json.JsonPlace;

/**
 * Refuses what {@code datapackage.json} says of a table and the reader does not do. How tables are written and what their
 * columns hold is the same in every dataset; a file that says otherwise would be read otherwise than it says.
 */
final class SchemaCheck {

    private static final ImmutableSet<String> RESOURCE = ImmutableSet.of(
            "name",
            "path",
            "profile",
            "encoding",
            "schema",
            "title",
            "description",
            "format",
            "mediatype",
            "dialect",
            "licenses",
            "sources");
    private static final ImmutableSet<String> SCHEMA =
            ImmutableSet.of("fields", "primaryKey", "foreignKeys", "missingValues");
    private static final ImmutableSet<String> FIELD =
            ImmutableSet.of("name", "type", "title", "description", "constraints", "format");

    /** The values by which a resource may say how its file is written. */
    private static final ImmutableMap<String, ImmutableList<String>> FILES = ImmutableMap.of(
            "profile", ImmutableList.of("tabular-data-resource", "data-resource"),
            "encoding", ImmutableList.of("utf-8", "UTF-8", "utf8"),
            "format", ImmutableList.of("csv"),
            "mediatype", ImmutableList.of("text/csv"));

    /** The values that a dialect may have: it is how every table is written. */
    private static final ImmutableMap<String, ImmutableList<String>> DIALECT =
            ImmutableMap.<String, ImmutableList<String>>builder()
                    .put("delimiter", ImmutableList.of(","))
                    .put("quoteChar", ImmutableList.of("\""))
                    .put("doubleQuote", ImmutableList.of("true"))
                    .put("header", ImmutableList.of("true"))
                    .put("lineTerminator", ImmutableList.of("\n", "\r\n"))
                    .put("skipInitialSpace", ImmutableList.of("false"))
                    .put("caseSensitiveHeader", ImmutableList.of("true"))
                    .put("csvddfVersion", ImmutableList.of("1.2", "1.0"))
                    .buildOrThrow();

    private SchemaCheck() {}

    /** Checks all tables of a data package. */
    static void check(List<JsonPlace> resources, List<Table<?>> tables) {
        for (JsonPlace resource : resources) {
            if (resource.isObjectOf("a table", RESOURCE)) {
                FILES.forEach((field, allowed) -> only(resource, field, allowed));
                resource.object("dialect", "a dialect", DIALECT.keySet())
                        .ifPresent(dialect -> DIALECT.forEach((field, allowed) -> only(dialect, field, allowed)));
                String name = resource.node().path("name").asText();
                tables.stream()
                        .filter(table -> table.name().equals(name))
                        .findFirst()
                        .ifPresent(table -> resource.object("schema", "a schema", SCHEMA)
                                .ifPresent(schema -> checkSchema(schema, table)));
            }
        }
    }

    /** Whether a field is not there or says one of {@code allowed}; reports it if not. */
    private static boolean only(JsonPlace place, String field, ImmutableList<String> allowed) {
        JsonNode value = place.node().path(field);
        if (value.isMissingNode() || (value.isValueNode() && allowed.contains(value.asText()))) {
            return true;
        }
        place.problem(
                field,
                JsonPlace.shown(value) + " is not what is read. Write '"
                        + allowed.get(0).replace("\n", "\\n") + "', and make the file so, or leave " + field
                        + " out.");
        return false;
    }

    private static void checkSchema(JsonPlace schema, Table<?> table) {
        for (JsonPlace field : schema.list("fields")) {
            if (field.isObjectOf("a field", FIELD)) {
                column(table, field.node().path("name").asText()).ifPresent(column -> checkField(field, column, table));
            }
        }
        checkMissingValues(schema);
        checkPrimaryKey(schema, table);
        for (JsonPlace reference : schema.list("foreignKeys")) {
            checkReference(reference, table);
        }
    }

    private static void checkField(JsonPlace field, Column<?, ?> column, Table<?> table) {
        only(field, "type", ImmutableList.of(column.cell().type()));
        only(field, "format", ImmutableList.of("default"));
        if (!field.has("constraints")
                || !field.at("constraints").isObjectOf("constraints", ImmutableSet.of("required", "enum"))) {
            return;
        }
        JsonPlace constraints = field.at("constraints");
        boolean required = column.isRequired();
        only(constraints, "required", ImmutableList.of(String.valueOf(required), required ? "true" : "false"));
        if (constraints.has("enum")
                && !ImmutableSet.copyOf(constraints.texts("enum"))
                        .equals(ImmutableSet.copyOf(column.cell().words()))) {
            constraints.problem(
                    "enum",
                    column.cell().words().isEmpty()
                            ? column.name() + " of " + table.name() + " may hold other words too. Leave enum out."
                            : "the words of " + column.name() + " are "
                                    + String.join(", ", column.cell().words()) + ". List these, or leave enum out.");
        }
    }

    /** A missing figure is told by a code that says why; that an empty cell says nothing need not be said. */
    private static void checkMissingValues(JsonPlace schema) {
        if (schema.has("missingValues") && !schema.texts("missingValues").equals(ImmutableList.of(""))) {
            schema.problem(
                    "missingValues",
                    JsonPlace.shown(schema.node().path("missingValues"))
                            + " is not what is read: only an empty cell says"
                            + " nothing, and NA, W or XX say why a figure is missing. Write [\"\"], or leave it out.");
        }
    }

    private static void checkPrimaryKey(JsonPlace schema, Table<?> table) {
        if (!schema.has("primaryKey")) {
            return;
        }
        ImmutableList<String> key = key(schema, table);
        if (!words(schema.node().path("primaryKey")).equals(key)) {
            schema.problem(
                    "primaryKey",
                    key.isEmpty()
                            ? "rows of " + table.name() + " may differ in anything. Leave primaryKey out."
                            : "rows of " + table.name() + " are told apart by " + String.join(", ", key)
                                    + ". Write these, or leave primaryKey out.");
        }
    }

    /** The columns that tell rows apart; a file that lacks one which may be empty does so without it. */
    private static ImmutableList<String> key(JsonPlace schema, Table<?> table) {
        Set<String> fields = schema.list("fields").stream()
                .map(field -> field.node().path("name").asText())
                .collect(toImmutableSet());
        return table.key().stream()
                .filter(column -> fields.isEmpty()
                        || fields.contains(column)
                        || table.required().contains(column))
                .collect(toImmutableList());
    }

    private static void checkReference(JsonPlace reference, Table<?> table) {
        if (!reference.isObjectOf("a foreign key", ImmutableSet.of("fields", "reference"))) {
            return;
        }
        JsonNode to = reference.node().path("reference");
        List<String> fields = words(reference.node().path("fields"));
        boolean known = fields.size() == 1
                && column(table, fields.get(0))
                        .flatMap(column -> column.cell().foreignKey())
                        .filter(referred ->
                                referred.name().equals(to.path("resource").asText()))
                        .filter(referred -> words(to.path("fields"))
                                .equals(List.of(referred.key().get(0))))
                        .isPresent();
        if (!known) {
            reference.problem(
                    "reference",
                    JsonPlace.shown(reference.node().path("fields")) + " to " + JsonPlace.shown(to)
                            + " is not checked in " + table.name() + ". Leave this foreign key out.");
        }
    }

    private static Optional<? extends Column<?, ?>> column(Table<?> table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** A word, or a list of them. */
    private static ImmutableList<String> words(JsonNode node) {
        if (node.isTextual()) {
            return ImmutableList.of(node.asText());
        }
        ImmutableList.Builder<String> words = ImmutableList.builder();
        node.forEach(word -> words.add(word.asText()));
        return words.build();
    }
}
