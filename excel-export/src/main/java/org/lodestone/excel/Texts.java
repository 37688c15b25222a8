package org.lodestone.excel;

import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;

/** How long the texts of cells are, and how many lines they take: what columns and rows are measured by. */
final class Texts {
    private Texts() {}

    /** The text of a cell, as long as it will be. */
    static String of(Cell cell, Values values) {
        return cell.fold(new Cell.Cases<>(
                value -> of(value, values),
                text -> text,
                cites -> "",
                uses -> "Prices and trade +2: 10",
                Cell.GoTo::text,
                Cell.Web::text,
                blank -> ""));
    }

    private static String of(Cell.Of cell, Values values) {
        return cell.shown() == Shown.TEXT
                ? values.of(cell.key()).inSentence()
                : values.of(cell.key()).fold(Texts::whole, text -> "", truth -> "1", missing -> "");
    }

    /** A number without decimals, and with its thousands apart. */
    private static String whole(double number) {
        StringBuilder text = new StringBuilder(Long.toString(number < 0 ? -Math.round(-number) : Math.round(number)));
        for (int at = text.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\n') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return longest;
    }

    /** Characters of East Asian scripts are twice as wide. */
    static int display(String word) {
        int characters = 0;
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            characters += word.codePointAt(i) >= 0x2E80 ? 2 : 1;
        }
        return characters;
    }
}
