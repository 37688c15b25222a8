package org.lodestone.core.problem;

import java.util.Comparator;

/**
 * Something in data that somebody should fix.
 *
 * <pre>figures.csv:14: value: '31,00O' is not a number. Maybe the letter O was typed for a zero.</pre>
 *
 * @param file with the place in it where that is not a line: {@code book.xlsx, Sheet1!B14}
 * @param line where the row starts in the file; 0 when the whole file is meant
 * @param column empty when the whole line is meant
 * @param message the column and the value found, what was expected, and the likely remedy; of a long one the middle is left out
 */
public record Problem(String file, int line, String column, String message) implements Comparable<Problem> {

    /** A longer message quotes a page of text; its beginning has the place, and its end says what to do. */
    private static final int LONGEST = 1_000;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    /** Leaves out the middle of a message that is long. */
    public Problem {
        if (message.length() > LONGEST) {
            String end = message.substring(message.length() - LONGEST / 2);
            message = message.substring(0, LONGEST / 2) + " … " + end;
        }
    }

    /** A problem with a place that is named in full. */
    public static Problem at(String place, String message) {
        return new Problem(place, 0, "", message);
    }

    /** A problem with a column of a line, which the message begins with; with the whole line where it is empty. */
    public static Problem in(String file, int line, String column, String message) {
        return new Problem(file, line, column, column.isEmpty() ? message : column + ": " + message);
    }

    /** By file, then by line. */
    @Override
    public int compareTo(Problem other) {
        return BY_PLACE.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + (line == 0 ? "" : line + ":") + " " + message;
    }
}
