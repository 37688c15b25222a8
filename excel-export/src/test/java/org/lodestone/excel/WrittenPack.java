package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * @param opened the file as POI opens it, once
 */
record WrittenPack(
        Dataset dataset,
        Report report,
        Placement placement,
        Path file,
        Supplier<Cells> content,
        Supplier<XSSFWorkbook> opened) {

    static WrittenPack of(Dataset dataset, Report report, Path file) {
        try {
            Workbooks.write(report, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WrittenPack(
                dataset,
                report,
                Placer.place(report, Theme.STANDARD),
                file,
                Suppliers.memoize(() -> read(file)),
                Suppliers.memoize(() -> open(file)));
    }

    private static XSSFWorkbook open(Path file) {
        try {
            return Recalculation.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Looks at the opened pack, and changes nothing: others look at it after this, and wait until it is done. */
    void look(Consumer<XSSFWorkbook> look) {
        find(book -> {
            look.accept(book);
            return book;
        });
    }

    /** So does this, and gives what is found. */
    <T> T find(Function<XSSFWorkbook, T> look) {
        XSSFWorkbook book = opened.get();
        synchronized (book) {
            return look.apply(book);
        }
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
