package org.lodestone.excel.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes to a valid text, told by the bytes of a fuzzer. Few bytes are few changes, and none is the text as it was; so the
 * fuzzer gets far into a reader, where bytes at random would stop at its door.
 */
final class Changes {

    /** Words, numbers, blanks, and marks one by one: what tables, JSON and XML alike are made of. */
    private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{N}_.-]+|\\s+|.", Pattern.DOTALL);

    private static final List<String> AWKWARD = List.of(
            "",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "|",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            "/",
            "&amp;",
            "&#0;",
            "\uFEFF",
            "\uFFFD",
            "\u0000",
            "\u001B[2J",
            "\u0085",
            "\u2028",
            "\uD83D",
            "\uD83D\uDE00",
            "é",
            "中",
            "İ",
            "ß",
            "−",
            "０",
            "‰",
            "%",
            "$",
            "€",
            "(5)",
            "-",
            "--",
            "—",
            "NA",
            "n/a",
            "nan",
            "inf",
            "-inf",
            "null",
            "true",
            "0",
            "-0",
            "1",
            "-1",
            "00",
            "0.0",
            ".5",
            "5.",
            "1e5",
            "1E400",
            "1e-400",
            "1e2147483647",
            "1e99999999999",
            "9223372036854775808",
            "2147483648",
            "99999999999999999999999999999999999999999",
            "1,234",
            "1,2,3",
            "1.234,5",
            "31,00O",
            "2.9T",
            "5M",
            "12%",
            "0x1p3",
            "1d",
            "NaN",
            "Infinity",
            "2024",
            "4155",
            "-1",
            "0000",
            "FY2024",
            "2024-02-30",
            "2024-12-31",
            "Q5 2024",
            "2024-13",
            "1900-02-29",
            "20240229",
            "Mar-24",
            "China",
            "World",
            "Burma",
            "Korea, South",
            "Other",
            "W",
            "XX",
            "E",
            "e",
            "r",
            "<1",
            ">100",
            "1-5",
            "t",
            "kt",
            "t REO",
            "t/yr",
            "USD mn",
            "CNY mn",
            "万元",
            "亿股",
            "元/公斤",
            "%",
            "kg Ga",
            "A1",
            "XFD1048576",
            "A0",
            "XFE1",
            "A1:B2",
            "../../x",
            "/etc/passwd",
            "file:///x",
            "http://",
            "javascript:x",
            "=1+1",
            "+1",
            "@x",
            "a;b",
            ";;",
            "x".repeat(300),
            "9".repeat(300));

    private static final List<Charset> CHARSETS = List.of(
            UTF_8, UTF_16, Charset.forName("windows-1252"), Charset.forName("GBK"), Charset.forName("UTF-16LE"));

    private final byte[] data;
    private int next;

    Changes(byte[] data) {
        this.data = data;
    }

    /** From 0 on and below {@code bound}; 0 once no byte is left. */
    int below(int bound) {
        int first = next < data.length ? Byte.toUnsignedInt(data[next++]) : 0;
        if (bound <= 256) {
            return first % bound;
        }
        int second = next < data.length ? Byte.toUnsignedInt(data[next++]) : 0;
        return (first << 8 | second) % bound;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    boolean isLeft() {
        return next < data.length;
    }

    /** The text with as many changes as there are bytes for, of which others may follow. */
    String in(String valid) {
        List<String> pieces = new ArrayList<>(
                PIECE.matcher(valid).results().map(MatchResult::group).toList());
        for (int left = below(12); left > 0 && isLeft() && !pieces.isEmpty(); left--) {
            change(pieces, below(8));
        }
        return String.join("", pieces);
    }

    private void change(List<String> pieces, int how) {
        int at = below(pieces.size());
        switch (how) {
            case 0, 1 -> pieces.set(at, oneOf(AWKWARD));
            case 2 -> pieces.add(at, oneOf(AWKWARD));
            case 3 -> pieces.set(at, pieces.get(below(pieces.size())));
            case 4 -> pieces.remove(at);
            case 5 ->
                pieces.subList(at, Math.min(pieces.size(), at + 1 + below(40))).clear();
            case 6 -> pieces.addAll(at, List.copyOf(pieces.subList(at, Math.min(pieces.size(), at + 1 + below(40)))));
            default -> pieces.set(at, pieces.get(at) + pieces.get(below(pieces.size())));
        }
    }

    /** The bytes of a text, most often in UTF-8 and with its line ends; now and then one byte is another. */
    byte[] encoded(String text) {
        int how = below(16);
        String ends = how == 1 ? text.replace("\n", "\r\n") : how == 2 ? text.replace('\n', '\r') : text;
        byte[] bytes = ends.getBytes(how == 3 ? oneOf(CHARSETS) : UTF_8);
        for (int left = how == 4 ? 1 + below(8) : 0; left > 0 && bytes.length > 0; left--) {
            bytes[below(bytes.length)] = (byte) below(256);
        }
        return bytes;
    }
}
