package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Words;

/**
 * The measure of a row, in the words of the release, without its remarks on rounding and on the unit.
 *
 * <pre>Zirconium reserves(thousand metric tons, ZrO2 content): rounded</pre>
 *
 * <p>is {@code Zirconium reserves (ZrO2 content)}.
 */
record PrintedMeasure(String name) {

    private static final Pattern ROUNDED = Pattern.compile("[:,] rounded$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BRACKETS = Pattern.compile(" ?\\(([^()]*)\\)");
    private static final Pattern UNIT = Pattern.compile(
            "(?:thousand |million )?(?:metric (?:dry )?tons|kilograms|liters|cubic meters|carats)(?:, )?");
    /** Words that say what is done, not to what. */
    private static final Pattern ACTIVITY = Pattern.compile(
            "\\b(?:mines?|mined|smelters?|refinery|plant|primary|secondary|production|capacity|reserves|yearend|all forms|and)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Longer than this, a detail is a sentence. */
    private static final int LONGEST_NAME = 100;

    static PrintedMeasure parse(String detail) {
        String text = ROUNDED.matcher(detail).replaceFirst("");
        String name = CharMatcher.anyOf(" ,:").trimTrailingFrom(withoutUnits(text));
        return new PrintedMeasure(Words.byItself(name));
    }

    /** The text without the units in its brackets; other words in brackets stay. */
    private static String withoutUnits(String text) {
        return IN_BRACKETS.matcher(text).replaceAll(brackets -> {
            String rest = UNIT.matcher(brackets.group(1)).replaceFirst("");
            return rest.isEmpty() ? "" : Matcher.quoteReplacement(" (" + rest + ")");
        });
    }

    /** The part of the commodity that is meant, in small letters: {@code bentonite}, {@code iron content}; empty where it is all. */
    String material() {
        if (name.length() > LONGEST_NAME) {
            return "";
        }
        String rest =
                CharMatcher.anyOf(":,()—").replaceFrom(ACTIVITY.matcher(name).replaceAll(" "), ' ');
        String words = CharMatcher.whitespace().trimAndCollapseFrom(rest, ' ');
        return Bases.lowerCase(words);
    }
}
