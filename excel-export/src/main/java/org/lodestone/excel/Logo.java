package org.lodestone.excel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The logo of a house: a picture in PNG, whole, and of a size that suits the head of a page. */
public final class Logo {

    /** So many bytes it may have, since every pack carries them. */
    static final int MOST_BYTES = 1 << 20;
    /** Its shorter side in pixels: a smaller picture is a blur in print. */
    static final int SHORTEST = 32;
    /** Its longer side in pixels. */
    static final int LONGEST = 2_000;

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int END = 0x49454E44; // IEND
    private static final String NOT_WHOLE = "The logo is a PNG that is not whole. Save it anew.";

    private final byte[] png;
    private final int width;
    private final int height;

    private Logo(byte[] png, int width, int height) {
        this.png = png;
        this.width = width;
        this.height = height;
    }

    /** A logo from the bytes of its file. Throws where they are no whole PNG, or one too large or too small. */
    public static Logo of(byte[] png) {
        if (png.length > MOST_BYTES) {
            throw new IllegalArgumentException("The logo has " + png.length + " bytes, and may have " + MOST_BYTES
                    + ". Save it with fewer pixels or colours.");
        }
        ByteBuffer in = ByteBuffer.wrap(png.clone());
        try {
            if (in.getLong() != SIGNATURE) {
                throw new IllegalArgumentException("The logo is not a PNG. Save it as one.");
            }
            Chunk header = Chunk.next(in);
            requireWhole(header.type() == HEADER);
            int width = header.data().getInt();
            int height = header.data().getInt();
            if (Math.min(width, height) < SHORTEST || Math.max(width, height) > LONGEST) {
                throw new IllegalArgumentException("The logo has " + width + " × " + height + " pixels. Give its sides "
                        + SHORTEST + " to " + LONGEST + " pixels each.");
            }
            while (Chunk.next(in).type() != END) {
                // each is checked as it is read
            }
            return new Logo(in.array(), width, height);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(NOT_WHOLE, e);
        }
    }

    private static void requireWhole(boolean whole) {
        if (!whole) {
            throw new IllegalArgumentException(NOT_WHOLE);
        }
    }

    /** A part of a PNG: how long it is, its type, its data and a sum by which damage is told. */
    private record Chunk(int type, ByteBuffer data) {

        static Chunk next(ByteBuffer in) {
            int length = in.getInt();
            requireWhole(length >= 0 && length <= in.remaining() - 8);
            ByteBuffer summed = in.slice(in.position(), 4 + length);
            in.position(in.position() + 4 + length);
            CRC32 sum = new CRC32();
            sum.update(summed.duplicate());
            requireWhole((int) sum.getValue() == in.getInt());
            return new Chunk(summed.getInt(), summed);
        }
    }

    /** The bytes of its file. */
    public byte[] png() {
        return png.clone();
    }

    /** In pixels. */
    public int width() {
        return width;
    }

    /** In pixels. */
    public int height() {
        return height;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Logo logo && Arrays.equals(png, logo.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "logo of " + width + " × " + height + " pixels";
    }
}
