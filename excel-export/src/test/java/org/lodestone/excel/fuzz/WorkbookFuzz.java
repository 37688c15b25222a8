package org.lodestone.excel.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.excel.read.WorkbookFormat;

/** A workbook with numbers, dates, texts, formulas and merged cells, of which one part is changed. */
public final class WorkbookFuzz {

    private static final Scratch SCRATCH = new Scratch();
    private static final Zip WORKBOOK = Zip.of(workbook());

    private WorkbookFuzz() {}

    private static Path workbook() {
        Path file = SCRATCH.path().resolve("book.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("Data");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            for (int i = 0; i < 4; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("text " + i);
                row.createCell(1).setCellValue(1.5 * i);
                row.createCell(2).setCellValue(45_000 + i);
                row.getCell(2).setCellStyle(date);
                row.createCell(3).setCellFormula("B1*2");
                row.createCell(4).setCellValue(i == 2);
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("F1:G3"));
            workbook.createSheet("Other").createRow(0).createCell(0).setCellErrorValue((byte) 7);
            workbook.setSheetHidden(1, true);
            workbook.write(java.nio.file.Files.newOutputStream(file));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Path file = SCRATCH.write("changed.xlsx", WORKBOOK.changed(new Changes(data)));
        List<String> read = new ArrayList<>();
        try (TextRows rows = WorkbookFormat.INSTANCE.open(file, TableOptions.DEFAULT)) {
            TextRow row = rows.row();
            while (rows.next()) {
                for (int i = 0; i < Math.min(row.size(), 100); i++) {
                    read.add(row.problem(i).orElse(row.cell(i)) + row.place(i));
                }
            }
            read.addAll(rows.notes());
        } catch (DataException e) {
            read.add(e.getMessage());
        }
    }
}
