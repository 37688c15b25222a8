package org.lodestone.core.problem;

import java.util.Comparator;
import org.lodestone.core.internal.text.Shortened;

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

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    /** Leaves out the middle of a message that is long. */
    public Problem {
        message = Shortened.text(message);
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
