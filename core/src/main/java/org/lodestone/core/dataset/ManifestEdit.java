package org.lodestone.core.dataset;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.json.JsonText;

/** Lists further tables in {@code datapackage.json}, behind the last one, and leaves all else as it is written. */
final class ManifestEdit {

    private static final JsonFactory JSON = new JsonFactory();

    private ManifestEdit() {}

    /** The text with more resources; empty where it has no list of them. */
    static Optional<String> with(String text, List<? extends JsonNode> more) throws IOException {
        return resources(text).map(list -> list.isEmpty() ? filled(text, list, more) : extended(text, list, more));
    }

    /**
     * Where the list of resources stands.
     *
     * @param start of its last member; of its closing bracket where it has none
     * @param end behind its last member; {@code start} where it has none
     */
    private record Place(int start, int end) {
        boolean isEmpty() {
            return start == end;
        }
    }

    private static Optional<Place> resources(String text) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("resources") && value == JsonToken.START_ARRAY) {
                    return Optional.of(lastOf(json));
                }
                json.skipChildren();
            }
            return Optional.empty();
        }
    }

    private static Place lastOf(JsonParser json) throws IOException {
        int start = -1;
        int end = -1;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            start = (int) json.currentTokenLocation().getCharOffset();
            json.skipChildren();
            end = (int) json.currentLocation().getCharOffset();
        }
        int bracket = (int) json.currentTokenLocation().getCharOffset();
        return start < 0 ? new Place(bracket, bracket) : new Place(start, end);
    }

    private static String extended(String text, Place last, List<? extends JsonNode> more) {
        String before = text.substring(text.lastIndexOf('\n', last.start()) + 1, last.start());
        boolean ownLine = CharMatcher.whitespace().matchesAllOf(before);
        String indent = ownLine ? before : CharMatcher.whitespace().retainFrom(leading(before));
        String added = more.stream()
                .map(resource -> ",\n" + indent + indented(resource, indent))
                .collect(joining());
        return text.substring(0, last.end()) + added + text.substring(last.end());
    }

    private static String filled(String text, Place bracket, List<? extends JsonNode> more) {
        String added = more.stream()
                .map(resource -> "\n    " + indented(resource, "    "))
                .collect(joining(",", "", "\n  "));
        return text.substring(0, bracket.start()) + added + text.substring(bracket.start());
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
