package org.lodestone.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Finds the bytes at which lines start, going forward only, so that all that is asked takes one pass.
 *
 * <p>In every encoding that is read here, a line ends in the bytes of LF, CR or both, and these bytes mean nothing else;
 * in UTF-16, in pairs.
 */
final class LineFinder {

    private final InputStream in;
    private final int unit;
    private final int low;
    private byte[] buffer = {}; // until a line is asked for
    private long bufferStart;
    private int length;
    private int next;

    private int line;
    private long lineStart;

    /** Starts at the byte where {@code line} does. */
    LineFinder(Bytes bytes, long start, int line, Charset charset) throws IOException {
        this.line = line;
        this.in = bytes.from(start);
        this.unit = charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE) ? 2 : 1;
        this.low = charset.equals(StandardCharsets.UTF_16BE) ? 1 : 0;
        this.bufferStart = start;
        this.lineStart = start;
    }

    /** The line that was found last. */
    int line() {
        return line;
    }

    /** Where that line starts. */
    long lineStart() {
        return lineStart;
    }

    /** Goes on to where {@code wanted} starts; false where there are not so many lines. */
    boolean findLine(int wanted) throws IOException {
        while (line < wanted) {
            if (!step(Long.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /** Goes on to the line that the byte at {@code position} is in. */
    void findLineOf(long position) throws IOException {
        while (step(position)) {}
    }

    /** Goes to the start of the next line; false where it does not start at {@code last} or before. */
    private boolean step(long last) throws IOException {
        while (true) {
            if (length - next < unit && !fill()) {
                return false;
            }
            long position = bufferStart + next;
            if (position >= last) {
                return false;
            }
            int c = take();
            if (c == '\r' && (length - next >= unit || fill()) && peek() == '\n') {
                take();
            }
            if (c == '\n' || c == '\r') {
                line++;
                lineStart = bufferStart + next;
                return true;
            }
        }
    }

    private int take() {
        int c = peek();
        next += unit;
        return c;
    }

    /** The next character if it is of one byte, else -1. */
    private int peek() {
        return unit == 1 || buffer[next + 1 - low] == 0 ? buffer[next + low] : -1;
    }

    private boolean fill() throws IOException {
        if (buffer.length == 0) {
            buffer = new byte[1 << 16];
        }
        int kept = length - next;
        System.arraycopy(buffer, next, buffer, 0, kept);
        bufferStart += next;
        next = 0;
        int read = in.readNBytes(buffer, kept, buffer.length - kept);
        length = kept + read;
        return length >= unit;
    }
}
