package org.lodestone.core.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that can be read from any position, and again. */
interface Bytes {

    /** From {@code position} on, of which there may be nothing. */
    InputStream from(long position) throws IOException;

    static Bytes of(Path file) {
        return position -> {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(Math.min(position, channel.size()));
            return Channels.newInputStream(channel);
        };
    }

    static Bytes of(byte[] bytes) {
        return position -> {
            int start = (int) Math.min(position, bytes.length);
            return new ByteArrayInputStream(bytes, start, bytes.length - start);
        };
    }
}
