package org.lodestone.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.internal.text.Visible;

/** A JSON object, read strictly: a key stands once, nothing follows the end, and text is text. */
final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The longest of a bundled dataset has 92,000. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private JsonFile() {}

    /** The object in the file; empty, and reported, when there is none. */
    static Optional<JsonNode> read(String name, String text, Problems problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(
                    name,
                    0,
                    "has over " + MOST_CHARACTERS
                            + " characters, and all that such a file says takes a few thousand. Check"
                            + " whether it is the right file.");
            return Optional.empty();
        }
        try {
            if (!isReadable(name, text, problems)) {
                return Optional.empty();
            }
            JsonNode root = JSON.readTree(text);
            if (root.isObject()) {
                return Optional.of(root);
            }
            problems.add(name, 1, "is not an object. Put its fields in braces: {\"name\": …}.");
        } catch (MismatchedInputException e) {
            problems.add(name, JsonMistakes.line(e), "goes on after its closing brace. Delete what follows it.");
        } catch (JsonProcessingException e) {
            problems.add(name, JsonMistakes.line(e), JsonMistakes.sentence(e));
        }
        return Optional.empty();
    }

    /**
     * Whether all its numbers can be read, which a number of a billion digits cannot. Text with characters that cannot be seen
     * is reported too, and read.
     */
    private static boolean isReadable(String name, String text, Problems problems) throws JsonProcessingException {
        boolean readable = true;
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                if (token.isNumeric() && !Numbers.isOfSoundSize(parser.getText())) {
                    problems.add(
                            name,
                            line,
                            Strings.nullToEmpty(parser.currentName()),
                            "'" + parser.getText() + "' is too large or too small for a number. Check its exponent.");
                    readable = false;
                } else if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    Visible.hidden(parser.getText()).ifPresent(what -> problems.add(name, line, what));
                }
            }
            return readable;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be read.", e);
        }
    }
}
