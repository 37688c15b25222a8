package org.lodestone.core.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The line of a JSON value and of all it holds, since Jackson's tree does not remember where its nodes stood.
 *
 * @param line of a member of an object, where its name stands
 * @param fields of an object, by name
 * @param members of a list
 */
record JsonLines(int line, ImmutableMap<String, JsonLines> fields, ImmutableList<JsonLines> members) {

    /** Those of a text that is known to be valid. */
    static JsonLines of(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return read(parser, parser.nextToken(), line(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value that holds nothing. */
    private static JsonLines of(int line) {
        return new JsonLines(line, ImmutableMap.of(), ImmutableList.of());
    }

    private static JsonLines read(JsonParser parser, JsonToken first, int line) throws IOException {
        if (first == JsonToken.START_OBJECT) {
            ImmutableMap.Builder<String, JsonLines> fields = ImmutableMap.builder();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                int named = line(parser);
                fields.put(name, read(parser, parser.nextToken(), named));
            }
            return new JsonLines(line, fields.buildOrThrow(), ImmutableList.of());
        }
        if (first == JsonToken.START_ARRAY) {
            ImmutableList.Builder<JsonLines> members = ImmutableList.builder();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                members.add(read(parser, token, line(parser)));
            }
            return new JsonLines(line, ImmutableMap.of(), members.build());
        }
        return of(line);
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The lines of the value in a field; where there is no field of that name, this line. */
    JsonLines at(String field) {
        JsonLines found = fields.get(field);
        return found == null ? of(line) : found;
    }

    JsonLines at(int index) {
        return index < members.size() ? members.get(index) : of(line);
    }
}
