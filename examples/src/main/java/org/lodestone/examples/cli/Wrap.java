package org.lodestone.examples.cli;

import java.io.IOException;
import java.io.Writer;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jline.utils.WCWidth;

/**
 * Text in lines that are no wider than a terminal: broken between words, and between characters of Chinese and Japanese, which take
 * two columns each. A word that is wider than a line is broken where a hyphen or a slash allows it, or else anywhere.
 */
final class Wrap {

    private final String text;
    private final int room;
    /** Where lines may end, in order, and the end of the text. */
    private final int[] breaks;

    /** The first of them behind the start of the line. */
    private int next;

    private Wrap(String text, int room) {
        this.text = text;
        this.room = room;
        BreakIterator all = breaks(text);
        this.breaks = IntStream.iterate(all.next(), at -> at != BreakIterator.DONE, at -> all.next())
                .toArray();
    }

    /** The number of columns of a terminal that a text takes. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return text.codePoints().map(Wrap::width).sum();
            }
            width += width(c);
        }
        return width;
    }

    private static int width(int codePoint) {
        boolean isAscii = codePoint >= ' ' && codePoint <= '~'; // nearly all, and looked up faster so
        return isAscii ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** Whether a character takes two columns. */
    private static boolean isWide(int codePoint) {
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
        return new Wrap(text.strip(), Math.max(1, columns - indent.length()))
                .lines().stream().map(indent::concat).toList();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int full = full(start);
            int end = full == text.length() ? full : end(start, full);
            lines.add(text.substring(start, end).stripTrailing());
            start = afterBlanks(end);
        }
        return lines;
    }

    /** Where the line ends that begins at {@code start} and has no room beyond {@code full}. */
    private int end(int start, int full) {
        int within = start;
        int last = start;
        int mostWithBlanks = afterBlanks(full);
        while (breaks[next] <= start) {
            next++;
        }
        for (int i = next; breaks[i] <= mostWithBlanks; i++) {
            within = breaks[i];
            if (isBetweenWords(text, within)) {
                last = within;
            }
        }
        return last > start ? last : within > start ? within : full;
    }

    /** Where the line that begins at {@code start} is full; it has at least one character. */
    private int full(int start) {
        int end = text.offsetByCodePoints(start, 1);
        int taken = width(text.codePointAt(start));
        while (end < text.length() && taken + width(text.codePointAt(end)) <= room) {
            taken += width(text.codePointAt(end));
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private int afterBlanks(int at) {
        int after = at;
        while (after < text.length() && Character.isWhitespace(text.charAt(after))) {
            after++;
        }
        return after;
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
        return new Writer() {

            private final StringBuilder line = new StringBuilder();

            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                int from = line.length(); // before which no line ends
                line.append(characters, offset, length);
                int start = 0;
                for (int end = line.indexOf("\n", from); end >= 0; end = line.indexOf("\n", start)) {
                    boolean carriage = end > start && line.charAt(end - 1) == '\r';
                    String ending = carriage ? "\r\n" : "\n";
                    String one = line.substring(start, carriage ? end - 1 : end);
                    out.write(String.join(ending, lines(one, columns)) + ending);
                    start = end + 1;
                }
                line.delete(0, start);
            }

            @Override
            public void flush() throws IOException {
                out.write(line.toString());
                line.setLength(0);
                out.flush();
            }

            @Override
            public void close() throws IOException {
                flush();
                out.close();
            }
        };
    }
}
