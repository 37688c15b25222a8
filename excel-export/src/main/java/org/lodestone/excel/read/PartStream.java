package org.lodestone.excel.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import org.lodestone.core.table.TableException;

/** A part while it is unpacked, which counts. */
final class PartStream extends FilterInputStream {

    /** Of no more than this it does not matter how well it packs. */
    static final int SMALL = 1 << 20;

    /** No cell, text or tag takes more: a spreadsheet program keeps 32,767 characters in one. */
    private static final int LONGEST = 4 << 20;

    private final Parts parts;
    private final ZipEntry part;
    private long bytes;
    private long atLastPiece;

    PartStream(Parts parts, ZipEntry part, InputStream in) {
        super(in);
        this.parts = parts;
        this.part = part;
    }

    /** A tag or a text came to its end, so that the next one starts. */
    void endPiece() {
        atLastPiece = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read > 0) {
            bytes += read;
            parts.count(part, bytes, read);
            if (bytes - atLastPiece > LONGEST) {
                throw new TableException(
                        parts.file(),
                        "has a piece of over " + LONGEST + " bytes in its part " + part.getName()
                                + ", where a cell holds" + " 32767 characters. Do not trust it.");
            }
        }
        return read;
    }
}
