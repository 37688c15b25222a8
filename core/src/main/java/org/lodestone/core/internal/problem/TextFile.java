package org.lodestone.core.internal.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSortedSet;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.file.FileContent;

/**
 * A text file of a dataset, decoded as UTF-8.
 *
 * @param text without a byte order mark, and with a mark in place of each byte that could not be decoded
 * @param damaged numbers of the lines with such bytes
 */
public record TextFile(String text, ImmutableSortedSet<Integer> damaged) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The mark in place of bytes that could not be decoded. */
    private static final char DAMAGED = '\uFFFD';

    /** Reads {@code path}, and reports as {@code name} what is wrong with its bytes. */
    public static Optional<TextFile> read(Path path, String name, Problems problems) {
        return of(FileContent.of(path), name, problems);
    }

    /** The text of a file that was read, with what is wrong with it reported as {@code name}. */
    public static Optional<TextFile> of(FileContent content, String name, Problems problems) {
        content.refusal().ifPresent(reason -> problems.add(name, 0, reason));
        return content.refusal().isPresent() ? Optional.empty() : decode(content.bytes(), name, problems);
    }

    /** Decodes the bytes of a file, and reports as {@code name} what is wrong with them. */
    public static Optional<TextFile> decode(byte[] bytes, String name, Problems problems) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            problems.add(name, 1, "is in UTF-16. Save it as UTF-8 without a byte order mark.");
            return Optional.empty();
        }
        String text = new String(bytes, UTF_8);
        ImmutableSortedSet<Integer> damaged =
                text.indexOf(DAMAGED) < 0 ? ImmutableSortedSet.of() : damagedLines(bytes, name, problems);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            problems.add(name, 1, "starts with a byte order mark. Save it as UTF-8 without BOM.");
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        return Optional.of(new TextFile(text, damaged));
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && Byte.toUnsignedInt(bytes[0]) == first && Byte.toUnsignedInt(bytes[1]) == second;
    }

    private static ImmutableSortedSet<Integer> damagedLines(byte[] bytes, String name, Problems problems) {
        ImmutableSortedSet.Builder<Integer> damaged = ImmutableSortedSet.naturalOrder();
        CharsetDecoder strict = UTF_8.newDecoder();
        int line = 1;
        for (int start = 0; start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
            CoderResult result = strict.reset().decode(in, CharBuffer.allocate(end - start + 1), true);
            if (result.isError()) {
                damaged.add(line);
                problems.add(
                        name,
                        line,
                        String.format(
                                Locale.ROOT,
                                "byte %d of the line (0x%02X) is not UTF-8. Maybe the file is in Windows-1252 or GBK: save it as UTF-8.",
                                in.position() - start + 1,
                                bytes[in.position()]));
            }
            boolean two = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            start = end + (two ? 2 : 1);
        }
        return damaged.build();
    }
}
