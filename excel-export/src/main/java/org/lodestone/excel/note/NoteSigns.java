package org.lodestone.excel.note;

import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Value;

/** The signs that stand in a table where no figure does. */
final class NoteSigns {

    private NoteSigns() {}

    static boolean isSign(String text) {
        return text.equals(Value.NOT_AVAILABLE) || text.equals(Words.NONE) || text.equals(Words.NOT_MEANINGFUL);
    }
}
