package org.lodestone.core.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mistakes of broken JSON, in words for whoever wrote it. */
public final class JsonMistakes {

    /** How Jackson names the place of a bracket that is not closed. */
    private static final Pattern PLACE = Pattern.compile("\\[Source: [^;]*; (line: \\d+, column: \\d+)]");

    /** How Jackson says where one of its limits could be raised. */
    private static final Pattern SETTING = Pattern.compile(", from `[^`]*`");

    /** A bracket that closes where, after a comma, something was to follow. */
    private static final Pattern AFTER_COMMA =
            Pattern.compile("Unexpected character \\('(?:(})'.*to start field name|(])'.*expected a valid value).*");

    private JsonMistakes() {}

    /** The line of a mistake; 0 where it is not known. */
    public static int line(JsonProcessingException mistake) {
        JsonLocation location = mistake.getLocation();
        return location == null ? 0 : location.getLineNr();
    }

    /** The mistake that was found, and its column in its line. */
    public static String sentence(JsonProcessingException mistake) {
        JsonLocation location = mistake.getLocation();
        String words = PLACE.matcher(String.valueOf(mistake.getOriginalMessage()))
                .replaceAll(place -> place.group(1).replace(":", ""));
        String said = SETTING.matcher(words).replaceAll("").lines().findFirst().orElse("");
        Matcher afterComma = AFTER_COMMA.matcher(said);
        String found = afterComma.matches()
                ? "'" + (afterComma.group(1) == null ? "]" : "}") + "' follows a comma. Delete that comma"
                : said;
        return "is not valid JSON: " + found + (location == null ? "." : " (column " + location.getColumnNr() + ").");
    }
}
