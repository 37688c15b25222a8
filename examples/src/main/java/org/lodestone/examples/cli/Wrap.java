package org.lodestone.examples.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.WCWidth;

/**
 * Text in lines that are no wider than a terminal: broken between words, and between characters of Chinese and Japanese, which take
 * two columns each. A word that is wider than a line is broken where a hyphen or a slash allows it, or else anywhere.
 */
final class Wrap {

    private Wrap() {}

    /** How many columns of a terminal a text takes. */
    static int width(String text) {
        return text.codePoints().map(Wrap::width).sum();
    }

    private static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** Whether a character takes two columns. */
    static boolean isWide(int codePoint) {
        return width(codePoint) == 2;
    }

    /** The width of the widest piece that is not broken unless it is wider than a line. */
    static int widestWord(String text) {
        int widest = 0;
        int start = 0;
        BreakIterator breaks = breaks(text);
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at == text.length() || isBetweenWords(text, at)) {
                widest = Math.max(widest, width(text.substring(start, at).strip()));
                start = at;
            }
        }
        return widest;
    }

    /** The text in lines; those after the first begin as far in as the first does. */
    static List<String> lines(String text, int columns) {
        if (width(text) <= columns) {
            return List.of(text);
        }
        String indent = text.substring(0, text.length() - text.stripLeading().length());
        int room = Math.max(1, columns - indent.length());
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (width(rest) > room) {
            int end = end(rest, room);
            lines.add(indent + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(indent + rest);
        return lines;
    }

    /** Where the first line of a text ends that is too wide for one. */
    private static int end(String text, int room) {
        int furthest = furthest(text, room);
        int within = 0;
        BreakIterator breaks = breaks(text);
        int last = 0;
        for (int at = breaks.next(); at != BreakIterator.DONE && fits(text, at, room); at = breaks.next()) {
            within = at;
            if (isBetweenWords(text, at)) {
                last = at;
            }
        }
        return last > 0 ? last : within > 0 ? within : furthest;
    }

    private static boolean fits(String text, int end, int room) {
        return width(text.substring(0, end).stripTrailing()) <= room;
    }

    /** After how many characters a line is full; at least one. */
    private static int furthest(String text, int room) {
        int end = text.offsetByCodePoints(0, 1);
        int taken = width(text.codePointAt(0));
        while (end < text.length() && taken + width(text.codePointAt(end)) <= room) {
            taken += width(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static BreakIterator breaks(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }

    private static boolean isBetweenWords(String text, int at) {
        int before = text.codePointBefore(at);
        return Character.isWhitespace(before) || isWide(before);
    }

    /** A writer that wraps the lines written to it. What is not the whole of a line yet is written when it is flushed. */
    static Writer writer(Writer out, int columns) {
        return new FilterWriter(out) {

            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(int c) throws IOException {
                write(String.valueOf((char) c), 0, 1);
            }

            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                write(new String(characters, offset, length), 0, length);
            }

            @Override
            public void write(String text, int offset, int length) throws IOException {
                line.append(text, offset, offset + length);
                for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                    boolean carriage = end > 0 && line.charAt(end - 1) == '\r';
                    String ending = carriage ? "\r\n" : "\n";
                    out.write(String.join(ending, lines(line.substring(0, carriage ? end - 1 : end), columns))
                            + ending);
                    line.delete(0, end + 1);
                }
            }

            @Override
            public void flush() throws IOException {
                out.write(line.toString());
                line.setLength(0);
                super.flush();
            }

            @Override
            public void close() throws IOException {
                flush();
                super.close();
            }
        };
    }
}
