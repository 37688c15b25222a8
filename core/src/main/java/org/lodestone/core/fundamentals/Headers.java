package org.lodestone.core.fundamentals;

import com.google.common.base.CharMatcher;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.table.TypedNumbers;

/** The names of columns, as they can be compared. */
final class Headers {

    /** The marks of a sorted column in Wind's exports. */
    private static final CharMatcher ARROWS = CharMatcher.anyOf("↓↑↕ ");

    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]+)[)\\]]");

    private Headers() {}

    /** The unit in brackets in a header, where it counts something else than {@code stated} does: tonnes, and not money. */
    static Optional<String> otherUnit(String header, Stated stated) {
        return IN_BRACKETS
                .matcher(header)
                .results()
                .map(found -> found.group(1).strip())
                .filter(word -> isOther(word, stated))
                .findFirst();
    }

    private static boolean isOther(String word, Stated stated) {
        try {
            Dimension dimension = UnitWord.parse(word, "gross").unit().dimension();
            return dimension != stated.word().unit().dimension();
        } catch (IllegalArgumentException e) {
            return false; // other words stand in brackets too
        }
    }

    /** A header in one line, with single blanks and plain brackets, and without the arrow of a sorted column. */
    static String oneLine(String header) {
        return ARROWS.trimTrailingFrom(CharMatcher.whitespace().collapseFrom(TypedNumbers.plain(header), ' '));
    }
}
