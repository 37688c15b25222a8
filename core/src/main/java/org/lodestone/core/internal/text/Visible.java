package org.lodestone.core.internal.text;

import static java.util.stream.Collectors.joining;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Makes characters visible that a reader cannot see, so that text neither commands a terminal nor reads as something else than
 * it says: control characters, line separators, and marks that change the direction of what follows or have no width.
 *
 * <pre>
 * a tab, DEL         ␉ ␡
 * U+009B, U+202E     &lt;U+009B&gt; &lt;U+202E&gt;
 * </pre>
 *
 * <p>The joiners U+200C and U+200D stay: Persian and Hindi are written with them.
 */
public final class Visible {

    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private Visible() {}

    /** The text in one line, with all such characters made visible. */
    public static String text(String text) {
        return replaced(text, Visible::isHidden, Visible::picture);
    }

    /** The text with all such characters made visible but the ends of its lines and tabs. */
    public static String lines(String text) {
        return replaced(text, Visible::isHiddenInLine, Visible::picture);
    }

    /** JSON in which such characters, that stand in its texts alone, are escaped. */
    public static String escaped(String json) {
        return replaced(json, Visible::isHiddenInLine, Visible::escape);
    }

    /** The first character of a text that cannot be seen and is neither the end of a line nor a tab, nor half a character. */
    static OptionalInt firstHidden(String text) {
        return isPlain(text)
                ? OptionalInt.empty()
                : text.codePoints().filter(c -> isHiddenInLine(c) || isHalf(c)).findFirst();
    }

    /** Whether it has no other characters than most English texts have, which is soon seen. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /** The fault of a text that has such a character; empty where it has none. */
    public static Optional<String> hidden(String text) {
        OptionalInt first = firstHidden(text);
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of("'" + text(text) + "' has a character that cannot be seen, " + name(first.getAsInt())
                        + ". Delete it.");
    }

    private static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** A writer that makes visible what is written to it, line by line. */
    public static Writer writer(Writer out) {
        return writer(out, Visible::lines);
    }

    /** A writer that escapes such characters in the JSON that is written to it. */
    public static Writer escapingWriter(Writer out) {
        return writer(out, Visible::escaped);
    }

    private static Writer writer(Writer out, UnaryOperator<String> made) {
        return new FilterWriter(out) {

            /** The first half of a character, whose second half is still to come. */
            private String half = "";

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
                String whole = half + text.substring(offset, offset + length);
                int end = whole.length() - (isFirstHalf(whole) ? 1 : 0);
                half = whole.substring(end);
                out.write(made.apply(whole.substring(0, end)));
            }

            @Override
            public void close() throws IOException {
                out.write(half);
                super.close();
            }
        };
    }

    private static boolean isFirstHalf(String text) {
        return !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private static String replaced(String text, IntPredicate isReplaced, IntFunction<String> shown) {
        if (isPlain(text) || text.codePoints().noneMatch(isReplaced)) {
            return text;
        }
        return text.codePoints()
                .mapToObj(c -> isReplaced.test(c) ? shown.apply(c) : Character.toString(c))
                .collect(joining());
    }

    private static String picture(int c) {
        if (c < ' ' || c == DELETE) {
            return Character.toString(c == DELETE ? PICTURE_OF_DELETE : PICTURES + c);
        }
        return "<" + name(c) + ">";
    }

    private static String escape(int c) {
        return Character.toString(c)
                .chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(joining());
    }

    private static boolean isHiddenInLine(int c) {
        return isHidden(c) && !isLayout(c);
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isHidden(int c) {
        if (c >= ' ' && c < DELETE) {
            return false; // nearly all
        }
        return Character.isISOControl(c)
                || c == 0x061C // the Arabic letter mark
                || c == 0x180E
                || c == 0x200B // no width
                || c == 0x200E // left to right, and right to left
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E) // separators of lines and paragraphs, embeddings and overrides
                || (c >= 0x2060 && c <= 0x206F) // no width, and isolates
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c & 0xFFFE) == 0xFFFE // no characters at all
                || (c >= 0xE0000 && c <= 0xE007F); // tags
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
