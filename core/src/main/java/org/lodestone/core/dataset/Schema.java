package org.lodestone.core.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** A table as {@code datapackage.json} describes it, with its Table Schema. */
final class Schema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schema() {}

    /** The table as a resource of a data package; a reference to a table that is not among {@code tables} is left out. */
    static ObjectNode resource(Table<?> table, Collection<? extends Table<?>> tables) {
        ObjectNode resource = JSON.objectNode()
                .put("name", table.name())
                .put("title", table.title())
                .put("path", table.file())
                .put("profile", "tabular-data-resource")
                .put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(column -> fields.add(field(column)));
        schema.putArray("missingValues").add("");
        if (table.hasPrimaryKey()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        ArrayNode foreign = JSON.arrayNode();
        for (Column<?, ?> column : table.columns()) {
            column.cell().foreignKey().filter(tables::contains).ifPresent(referred -> {
                ObjectNode reference = foreign.addObject().put("fields", column.name());
                reference
                        .putObject("reference")
                        .put("resource", referred.name())
                        .put("fields", referred.key().get(0));
            });
        }
        if (!foreign.isEmpty()) {
            schema.set("foreignKeys", foreign);
        }
        return resource;
    }

    private static ObjectNode field(Column<?, ?> column) {
        ObjectNode field = JSON.objectNode()
                .put("name", column.name())
                .put("type", column.cell().type())
                .put("description", column.description());
        ObjectNode constraints = JSON.objectNode();
        if (column.isRequired()) {
            constraints.put("required", true);
        }
        if (!column.cell().words().isEmpty()) {
            ArrayNode words = constraints.putArray("enum");
            column.cell().words().forEach(words::add);
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
        return field;
    }
}
