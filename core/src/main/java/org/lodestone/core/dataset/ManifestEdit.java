package org.lodestone.core.dataset;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.internal.problem.Problems;

/** Lists further tables in {@code datapackage.json}, behind the last one, and leaves all else as it is written. */
final class ManifestEdit {

    private ManifestEdit() {}

    /** The text with more resources; empty where it has no list of them. */
    static Optional<String> with(String text, List<? extends JsonNode> more) {
        return JsonPlace.parse(Manifest.FILE, text, new Problems())
                .filter(root -> root.node().path("resources").isArray())
                .map(root -> {
                    ImmutableList<JsonPlace> resources = root.list("resources");
                    return resources.isEmpty()
                            ? filled(text, root.at("resources").end() - 1, more)
                            : extended(text, resources.get(resources.size() - 1), more);
                });
    }

    private static String extended(String text, JsonPlace last, List<? extends JsonNode> more) {
        String before = text.substring(text.lastIndexOf('\n', last.start()) + 1, last.start());
        boolean ownLine = CharMatcher.whitespace().matchesAllOf(before);
        String indent = ownLine ? before : CharMatcher.whitespace().retainFrom(leading(before));
        String added = more.stream()
                .map(resource -> ",\n" + indent + indented(resource, indent))
                .collect(joining());
        return text.substring(0, last.end()) + added + text.substring(last.end());
    }

    private static String filled(String text, int bracket, List<? extends JsonNode> more) {
        String added = more.stream()
                .map(resource -> "\n    " + indented(resource, "    "))
                .collect(joining(",", "", "\n  "));
        return text.substring(0, bracket) + added + text.substring(bracket);
    }

    private static String leading(String line) {
        return line.substring(
                0,
                line.length() - CharMatcher.whitespace().trimLeadingFrom(line).length());
    }

    private static String indented(JsonNode resource, String indent) {
        return JsonText.print(resource).replace("\n", "\n" + indent);
    }
}
