package org.lodestone.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Where a JSON value and all it holds stand in their text, since Jackson's tree does not remember that.
 *
 * @param line of a member of an object, where its name stands
 * @param start of the value, in characters of the text
 * @param end behind its last character
 * @param fields of an object, by name
 * @param members of a list
 */
record JsonSpan(int line, int start, int end, ImmutableMap<String, JsonSpan> fields, ImmutableList<JsonSpan> members) {

    /** That of a text that is known to be valid. */
    static JsonSpan of(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return read(parser, parser.nextToken(), line(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSpan read(JsonParser parser, JsonToken first, int line) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        ImmutableMap.Builder<String, JsonSpan> fields = ImmutableMap.builder();
        ImmutableList.Builder<JsonSpan> members = ImmutableList.builder();
        if (first == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int named = line(parser);
                fields.put(name, read(parser, parser.nextToken(), named));
            }
        } else if (first == JsonToken.START_ARRAY) {
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                members.add(read(parser, token, line(parser)));
            }
        }
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        return new JsonSpan(line, start, end, fields.buildOrThrow(), members.build());
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** That of the value in a field; where there is no field of that name, nothing at the beginning of this. */
    JsonSpan at(String field) {
        return Optional.ofNullable(fields.get(field)).orElseGet(this::nothing);
    }

    JsonSpan at(int index) {
        return index < members.size() ? members.get(index) : nothing();
    }

    private JsonSpan nothing() {
        return new JsonSpan(line, start, start, ImmutableMap.of(), ImmutableList.of());
    }
}
