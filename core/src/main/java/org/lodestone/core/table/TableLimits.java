package org.lodestone.core.table;

import org.lodestone.core.internal.text.OneLine;

/**
 * Sizes above which a file is refused: files come from anywhere, and a small one may unpack to fill the memory.
 *
 * @param fileBytes of the file as it is
 * @param unpackedBytes of all parts of a workbook together
 * @param ratio of a part of a workbook to its packed size; honest sheets stay under 100
 * @param cells that hold something
 * @param texts that the cells of a workbook share
 */
public record TableLimits(long fileBytes, long unpackedBytes, int ratio, long cells, int texts) {

    /** 4 GB, as much unpacked and at most 200 to 1, 200 million cells, 5 million texts. */
    public static final TableLimits DEFAULT = new TableLimits(4L << 30, 4L << 30, 200, 200_000_000, 5_000_000);

    /** These limits with other bytes of the file as it is. */
    public TableLimits withFileBytes(long most) {
        return new TableLimits(most, unpackedBytes, ratio, cells, texts);
    }

    /** These limits with other bytes of all parts of a workbook together. */
    public TableLimits withUnpackedBytes(long most) {
        return new TableLimits(fileBytes, most, ratio, cells, texts);
    }

    /** These limits with another number of cells that hold something. */
    public TableLimits withCells(long most) {
        return new TableLimits(fileBytes, unpackedBytes, ratio, most, texts);
    }

    /** These limits with another number of texts that the cells of a workbook share. */
    public TableLimits withTexts(int most) {
        return new TableLimits(fileBytes, unpackedBytes, ratio, cells, most);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "limits", OneLine.number((double) fileBytes) + " bytes", OneLine.number((double) cells) + " cells");
    }
}
