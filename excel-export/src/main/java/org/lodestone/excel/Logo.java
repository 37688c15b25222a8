package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The logo of a house: a picture in PNG, whole, and of a size that suits the head of a page. */
public final class Logo {

    /** The most bytes that it may have, since every pack carries them. */
    static final int MOST_BYTES = 1 << 20;
    /** Its shorter side in pixels: a smaller picture is a blur in print. */
    static final int SHORTEST = 32;
    /** Its longer side in pixels. */
    static final int LONGEST = 2_000;

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int PIXELS = 0x49444154; // IDAT
    private static final int END = 0x49454E44; // IEND
    /** Numbers of a pixel by type of colour: grey, colours, one of a palette; grey and colours that may be seen through. */
    private static final ImmutableMap<Integer, Integer> SAMPLES = ImmutableMap.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);
    /** The first column and every which, and the first row and every which, that each pass of an interlaced picture has. */
    private static final int[][] PASSES = {
        {0, 8, 0, 8}, {4, 8, 0, 8}, {0, 4, 4, 8}, {2, 4, 0, 4}, {0, 2, 2, 4}, {1, 2, 0, 2}, {0, 1, 1, 2}
    };

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
            throw new IllegalArgumentException("The logo has over " + MOST_BYTES + " bytes, the most that a pack should"
                    + " carry. Save it with fewer pixels or colours.");
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
            requirePixels(in, bytes(width, height, header.data()));
            return new Logo(in.array(), width, height);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException(NOT_WHOLE, e);
        }
    }

    /** Refuses a picture of which the parts to come do not hold every pixel. */
    private static void requirePixels(ByteBuffer in, long bytes) {
        Inflater pixels = new Inflater();
        try {
            byte[] unpacked = new byte[1 << 13];
            for (Chunk chunk = Chunk.next(in); chunk.type() != END; chunk = Chunk.next(in)) {
                if (chunk.type() == PIXELS) {
                    pixels.setInput(chunk.data());
                    while (pixels.inflate(unpacked) > 0) {
                        requireWhole(pixels.getBytesWritten() <= bytes);
                    }
                }
            }
            requireWhole(pixels.finished() && pixels.getBytesWritten() == bytes);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(NOT_WHOLE, e);
        } finally {
            pixels.end();
        }
    }

    /** The number of bytes that the pixels have before they are packed: each row, or of an interlaced picture each row of seven, one more. */
    private static long bytes(int width, int height, ByteBuffer header) {
        int depth = header.get();
        int samples = SAMPLES.getOrDefault((int) header.get(), 0);
        boolean interlaced = header.getShort() == 0 && header.get() == 1;
        requireWhole(depth > 0 && depth <= 16 && samples > 0);
        int bits = depth * samples;
        return interlaced
                ? Stream.of(PASSES)
                        .mapToLong(pass -> bytes(every(width, pass[0], pass[1]), every(height, pass[2], pass[3]), bits))
                        .sum()
                : bytes(width, height, bits);
    }

    private static long bytes(int width, int height, int bits) {
        return width == 0 ? 0 : height * (1L + (width * (long) bits + 7) / 8);
    }

    private static int every(int length, int from, int step) {
        return (length - from + step - 1) / step;
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
