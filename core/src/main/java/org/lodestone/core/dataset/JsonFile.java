package org.lodestone.core.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.text.JsonMistakes;
import org.lodestone.core.text.Nearest;

/** A JSON object, read strictly: a key stands once, nothing follows the end, and text is text. */
final class JsonFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final String text;
    private final Problems problems;

    JsonFile(String name, String text, Problems problems) {
        this.name = name;
        this.text = text;
        this.problems = problems;
    }

    /** The object in the file; empty, and reported, when there is none. */
    Optional<JsonNode> root() {
        try {
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

    /** The object in the file, with the lines of all it holds; empty, and reported, when there is none. */
    Optional<JsonPlace> rootPlace() {
        return root().map(root -> JsonPlace.root(root, name, text, problems));
    }

    /** A text that must be there. */
    String needed(JsonNode object, String field) {
        String value = optional(object, field);
        JsonNode node = object.path(field);
        if (node.isMissingNode() || (node.isTextual() && value.isBlank())) {
            problem(field, "is missing or empty. Give it as text.");
        }
        return value;
    }

    /** A text, or an empty one where there is none. */
    String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            problem(field, "'" + value + "' is not text. Put it in quotes.");
            return "";
        }
        return value.asText();
    }

    void requireKnownFields(JsonNode object, ImmutableSet<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                String all = "The fields are " + String.join(", ", known) + ".";
                problem(field, "is not a field that is known here. " + Nearest.remedy(field, known, all));
            }
        });
    }

    void problem(String field, String message) {
        problems.add(name, lineOfField(field), field, message);
    }

    int lineOfField(String field) {
        return lineOf('"' + Pattern.quote(field) + "\" *:");
    }

    /** Where the object with this {@code name} is. */
    int lineOfNamed(String value) {
        return lineOf("\"name\" *: *\"" + Pattern.quote(value) + '"');
    }

    /** The first line that matches; 0 if none does. Jackson's tree does not remember where its nodes stood. */
    private int lineOf(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? 1 + CharMatcher.is('\n').countIn(text.substring(0, matcher.start())) : 0;
    }
}
