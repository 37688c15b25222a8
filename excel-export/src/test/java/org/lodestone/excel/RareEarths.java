package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/**
 * The whole pack on rare earths, as an analyst would get it. It is made once for all tests, which leave the file as it is.
 *
 * @param file the pack
 */
record RareEarths(Dataset dataset, Report report, Placement placement, Path file) {

    private static final Supplier<RareEarths> PACK = Suppliers.memoize(RareEarths::make);

    static RareEarths pack() {
        return PACK.get();
    }

    private static RareEarths make() {
        Dataset dataset = Datasets.read(Path.of("../examples/data/rare-earths")).orElseThrow();
        return of(dataset, ResearchPack.of(dataset).report(), Path.of("target", "rare-earths.xlsx"));
    }

    /** A pack of something else about the same dataset. */
    static RareEarths of(Dataset dataset, Report report, Path file) {
        try {
            Workbooks.write(report, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RareEarths(dataset, report, Placer.place(report, Theme.STANDARD), file);
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
