package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Report;

/**
 * A pack as an analyst would get it, with what stands behind it.
 *
 * @param file the pack
 * @param content what the file holds, which is read once
 */
record WrittenPack(Dataset dataset, Report report, Placement placement, Path file, Supplier<Cells> content) {

    static WrittenPack of(Dataset dataset, Report report, Path file) {
        try {
            Workbooks.write(report, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WrittenPack(
                dataset, report, Placer.place(report, Theme.STANDARD), file, Suppliers.memoize(() -> read(file)));
    }

    private static Cells read(Path file) {
        try {
            return Cells.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cells cells() {
        return content.get();
    }

    Spot home(Key key) {
        return placement.home(key);
    }

    /** The cell of a value, in the pack or in a changed copy of it. */
    XSSFCell cell(XSSFWorkbook book, Key key) {
        Spot home = home(key);
        return book.getSheet(home.sheet()).getRow(home.row()).getCell(home.column());
    }

    /** Where a value is, as messages say it. */
    String at(Key key) {
        Spot home = home(key);
        return Spot.quoted(home.sheet()) + "!" + home.address();
    }
}
