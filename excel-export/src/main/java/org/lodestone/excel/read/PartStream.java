package org.lodestone.excel.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import org.lodestone.core.problem.DataException;

/** A part while it is unpacked, which counts. */
final class PartStream extends FilterInputStream {

    /** The size up to which it does not matter how well a part packs. */
    static final int SMALL = 1 << 20;

    /** No cell or text takes more: a spreadsheet program keeps 32,767 characters in one. */
    private static final int LONGEST = 4 << 20;

    /** No tag does, which is read whole with all its attributes. */
    private static final int LONGEST_TAG = 128 << 10;

    private final Parts parts;
    private final ZipEntry part;
    private final long most;
    private long bytes;
    private long atLastPiece;
    private boolean inTag;
    private int quote;
    private int ofTag;

    /** A part that has at most so many bytes. */
    PartStream(Parts parts, ZipEntry part, InputStream in, long most) {
        super(in);
        this.parts = parts;
        this.part = part;
        this.most = most;
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
            if (bytes > most) {
                throw new DataException(
                        parts.file(),
                        "has over " + most + " bytes in its part " + part.getName()
                                + ", where no workbook has a tenth of them. Do not trust it.");
            }
            if (bytes - atLastPiece > LONGEST) {
                throw tooLong("piece", LONGEST);
            }
            followTag(into, offset, offset + read);
            if (inTag && ofTag > LONGEST_TAG) {
                throw tooLong("tag", LONGEST_TAG);
            }
        }
        return read;
    }

    private DataException tooLong(String what, int most) {
        return new DataException(
                parts.file(),
                "has a " + what + " of over " + most + " bytes in its part " + part.getName()
                        + ", where a cell holds 32767 characters. Do not trust it.");
    }

    /** Goes on in the tag that is open, or from the last that opens: a quoted value has no {@code <}, but may have {@code >}. */
    private void followTag(byte[] read, int from, int to) {
        int start = to - 1;
        while (start >= from && read[start] != '<') {
            start--;
        }
        if (start >= from) {
            inTag = true;
            quote = 0;
            ofTag = 0;
        }
        for (int i = Math.max(from, start + 1); i < to && inTag; i++) {
            ofTag++;
            int c = read[i];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                inTag = false;
            }
        }
    }
}
