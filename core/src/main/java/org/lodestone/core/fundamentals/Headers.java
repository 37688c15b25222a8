package org.lodestone.core.fundamentals;

import com.google.common.base.CharMatcher;
import org.lodestone.core.text.TypedNumbers;

/** The names of columns, as they can be compared. */
final class Headers {

    /** The marks of a sorted column in Wind's exports. */
    private static final CharMatcher ARROWS = CharMatcher.anyOf("↓↑↕ ");

    private Headers() {}

    /** A header in one line, with single blanks and plain brackets, and without the arrow of a sorted column. */
    static String oneLine(String header) {
        return ARROWS.trimTrailingFrom(CharMatcher.whitespace().collapseFrom(TypedNumbers.plain(header), ' '));
    }
}
