package org.lodestone.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;

/** How long the texts of cells are, and how many lines they take: what columns and rows are measured by. */
final class Texts {

    /** The width of a digit in pixels, for each point of its size. */
    private static final double DIGIT_TO_POINT = 0.676;

    private Texts() {}

    /** The text of a cell, as long as it will be. */
    static String of(Cell cell, Values values) {
        return cell.fold(new Cell.Cases<>(
                value -> of(value, values),
                text -> text,
                cites -> "",
                uses -> "Production, Workings: 100 figures",
                Cell.GoTo::text,
                Cell.Web::text,
                blank -> ""));
    }

    private static String of(Cell.Of cell, Values values) {
        return cell.shown() == Shown.TEXT
                ? values.of(cell.key()).inSentence()
                : values.number(cell.key()).stream().mapToObj(Texts::whole).collect(Collectors.joining());
    }

    /** A number without decimals, and with its thousands apart. */
    private static String whole(double number) {
        StringBuilder text = new StringBuilder(
                new BigDecimal(number).setScale(0, RoundingMode.HALF_UP).toString());
        for (int at = text.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split("[ \n]", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    /** How many letters of running text fit a width in pixels: they are narrower than a digit, in bold a little less so. */
    static int fitting(int pixels, Look look) {
        double digits = (pixels - 4) / (look.points() * DIGIT_TO_POINT);
        double letters = digits < 30 ? 1.0 : digits < 100 ? 1.1 : 1.14;
        return Math.max(1, (int) (digits * letters * (Style.isBold(look) ? 0.94 : 1)));
    }

    /** How many lines a text takes in a column of some width. */
    static int lines(String text, int width) {
        int lines = 0;
        for (String part : text.split("\n", -1)) {
            int line = 0;
            int count = 1;
            for (String word : part.split(" ", -1)) {
                int length = display(word);
                if (line > 0 && line + 1 + length > width) {
                    count++;
                    line = length;
                } else {
                    line += (line > 0 ? 1 : 0) + length;
                }
                while (line > width) {
                    count++;
                    line -= width;
                }
            }
            lines += count;
        }
        return lines;
    }

    /** Characters of East Asian scripts are twice as wide. */
    static int display(String word) {
        return word.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
