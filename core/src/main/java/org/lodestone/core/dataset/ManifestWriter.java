package org.lodestone.core.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lodestone.core.internal.json.JsonText;

/** Prints {@code datapackage.json}. */
final class ManifestWriter {

    private ManifestWriter() {}

    /** The text of a manifest: what a dataset is about, and the tables that it has. */
    static String print(Dataset dataset, List<? extends Table<?>> tables) {
        ObjectNode root = JsonNodeFactory.instance
                .objectNode()
                .put("name", dataset.name())
                .put("title", dataset.title())
                .put("profile", "tabular-data-package");
        ObjectNode lodestone = root.putObject("lodestone").put("resource", dataset.resource());
        JsonText.putIfAny(lodestone, "edition", dataset.defaultEdition());
        JsonText.putIfAny(lodestone, "gathered", dataset.gathered().toString());
        JsonText.putIfAny(lodestone, "subject", dataset.subject());
        ArrayNode resources = root.putArray("resources");
        tables.forEach(table -> resources.add(Schema.resource(table, tables)));
        return JsonText.file(root);
    }
}
