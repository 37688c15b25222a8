package org.lodestone.core.dataset;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula, and how a table holds it: with an apostrophe before it.
 *
 * <p>Numbers stay as they are. Text that has such apostrophes of its own gets one more, so that each text is read as it was
 * written.
 */
final class Harmless {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9]+(,[0-9]{3})*([.][0-9]+)?");

    private Harmless() {}

    /** The cell that holds {@code text}. */
    static String cell(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text of a cell, without an apostrophe that keeps it from being a formula. */
    static String text(String cell) {
        return cell.startsWith("'") && LIKE_A_FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
