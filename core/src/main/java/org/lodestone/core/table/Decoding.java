package org.lodestone.core.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Queue;

/** Characters of bytes, with a mark in place of each that cannot be decoded, whose positions it keeps. */
final class Decoding extends Reader {

    /** The character that stands in for bytes that are not of the encoding. */
    static final char LOST = '\uFFFD';

    /** Bytes that could not be decoded: where they are, and the first of them. */
    record Damage(long position, int value) {}

    /** The length of text that is kept although nobody asked for it: as much as can lie ahead of the row that is read. */
    private static final int KEPT = 1 << 16;

    private static final int HEAD = 1 << 13;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 15).limit(0);
    /** The number of bytes decoded at once: few at first, since behind a broken row no more than a line may be wanted. */
    private int step = 1 << 8;

    /** Characters that {@link #head} decoded before they were read. */
    private CharBuffer ahead = CharBuffer.allocate(0);

    private final Queue<Damage> damages = new ArrayDeque<>();
    private long start;
    private boolean atEnd;

    /** Decodes {@code in}, whose first byte stands at {@code start} of the file. */
    Decoding(InputStream in, long start, Charset charset) {
        this.in = in;
        this.start = start;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The first characters, before any is read. */
    CharSequence head() throws IOException {
        ahead = CharBuffer.allocate(HEAD);
        while (ahead.hasRemaining() && decode(ahead)) {}
        return ahead.flip();
    }

    /** Bytes that could not be decoded so far, earliest first; a caller takes away those that lie behind it. */
    Queue<Damage> damages() {
        return damages;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (ahead.hasRemaining()) {
            int count = Math.min(length, ahead.remaining());
            ahead.get(into, offset, count);
            return count;
        }
        CharBuffer out = CharBuffer.wrap(into, offset, Math.min(length, step));
        while (out.hasRemaining() && decode(out)) {}
        int count = out.position() - offset;
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Decodes some more; false at the end. */
    private boolean decode(CharBuffer out) throws IOException {
        CoderResult result = decoder.decode(bytes, out, atEnd);
        if (result.isError()) {
            if (!out.hasRemaining()) {
                return true;
            }
            if (damages.size() == KEPT) {
                damages.remove();
            }
            damages.add(new Damage(start + bytes.position(), Byte.toUnsignedInt(bytes.get(bytes.position()))));
            bytes.position(bytes.position() + result.length());
            out.put(LOST);
            return true;
        }
        if (result.isOverflow()) {
            return false;
        }
        return !atEnd && fill();
    }

    private boolean fill() throws IOException {
        start += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), Math.min(step, bytes.remaining()));
        step = Math.min(2 * step, bytes.capacity());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(0, read));
        bytes.flip();
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
