package org.lodestone.core.table;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from any position, and again, until they are closed. */
interface Bytes extends Closeable {

    /** From {@code position} on, of which there may be nothing. Several such streams may be read in turn. */
    InputStream from(long position) throws IOException;

    @Override
    default void close() throws IOException {}

    static Bytes of(Path file) throws IOException {
        return new OfFile(Files.newByteChannel(file));
    }

    static Bytes of(byte[] bytes) {
        return position -> {
            int start = (int) Math.min(position, bytes.length);
            return new ByteArrayInputStream(bytes, start, bytes.length - start);
        };
    }

    /** Whether a file that starts so has these first bytes. */
    static boolean startsWith(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || Byte.toUnsignedInt(start[i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** A file that is opened once. */
    record OfFile(SeekableByteChannel channel) implements Bytes {

        @Override
        public InputStream from(long position) throws IOException {
            long start = Math.min(position, channel.size());
            return new InputStream() {
                private long next = start;

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = channel.position(next).read(ByteBuffer.wrap(into, offset, length));
                    next += Math.max(0, read);
                    return read;
                }
            };
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
