package org.lodestone.core.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.internal.text.Visible;

/** A JSON object, read strictly: a key stands once, nothing follows the end, and text is text. */
public final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The longest of a bundled dataset has 92,000. */
    private static final int MOST_CHARACTERS = 4 << 20;

    private final String name;
    private final String text;
    private final Problems problems;
    private Optional<Lines> lines = Optional.empty();

    public JsonFile(String name, String text, Problems problems) {
        this.name = name;
        this.text = text;
        this.problems = problems;
    }

    /** The object in the file; empty, and reported, when there is none. */
    public Optional<JsonNode> root() {
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
            if (!isReadable()) {
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
    private boolean isReadable() throws JsonProcessingException {
        boolean readable = true;
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                if (token.isNumeric() && !Numbers.isOfSoundSize(parser.getText())) {
                    String problem =
                            "'" + parser.getText() + "' is too large or too small for a number. Check its exponent.";
                    Optional.ofNullable(parser.currentName())
                            .ifPresentOrElse(
                                    field -> problems.add(name, line, field, problem),
                                    () -> problems.add(name, line, problem));
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

    /** The object in the file, with the lines of all it holds; empty, and reported, when there is none. */
    public Optional<JsonPlace> rootPlace() {
        return root().map(root -> JsonPlace.root(root, name, text, problems));
    }

    /** A text that must be there. */
    public String needed(JsonNode object, String field) {
        String value = optional(object, field);
        JsonNode node = object.path(field);
        if (node.isMissingNode() || (node.isTextual() && value.isBlank())) {
            problem(field, "is missing or empty. Give it as text.");
        }
        return value;
    }

    /** A text, or an empty one where there is none. */
    public String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            problem(field, JsonPlace.shown(value) + " is not text. Put it in quotes.");
            return "";
        }
        return value.asText();
    }

    public void requireKnownFields(JsonNode object, ImmutableSet<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                String all = "The fields are " + String.join(", ", known) + ".";
                problem(field, "is not a field that is known here. " + Nearest.remedy(field, known, all));
            }
        });
    }

    public void problem(String field, String message) {
        problems.add(name, lineOfField(field), field, message);
    }

    /** Where a field of this name is first; 0 where none is. */
    public int lineOfField(String field) {
        return lines().fields().getOrDefault(field, 0);
    }

    /** Where the object with this {@code name} is; 0 where there is none. */
    public int lineOfNamed(String value) {
        return lines().names().getOrDefault(value, 0);
    }

    private Lines lines() {
        if (lines.isEmpty()) {
            lines = Optional.of(Lines.of(text));
        }
        return lines.get();
    }

    /** The first line of each field and of each value of a field called name, wherever in the file these are. */
    private record Lines(Map<String, Integer> fields, Map<String, Integer> names) {

        static Lines of(String text) {
            Map<String, Integer> fields = new HashMap<>();
            Map<String, Integer> names = new HashMap<>();
            try (JsonParser parser = JSON.createParser(text)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    int line = parser.currentTokenLocation().getLineNr();
                    if (token == JsonToken.FIELD_NAME) {
                        fields.putIfAbsent(parser.currentName(), line);
                    } else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
                        names.putIfAbsent(parser.getText(), line);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The text was read before.", e);
            }
            return new Lines(fields, names);
        }
    }
}
