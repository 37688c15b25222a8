package org.lodestone.excel;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.lodestone.excel.PrintedBlocks.PrintedTable;
import org.lodestone.reports.report.Row;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of a note for Word, with the rules of the house: no grid, a hairline under each row. */
record NoteTable(PrintedTable words, XWPFDocument document, NoteStyles styles, int width) {

    /** The most letters of a cell that count for the width of its column. */
    private static final int MOST_LETTERS = 60;

    private static final int FEWEST_LETTERS = 5;

    /** The width, in letters, that heads of columns take beyond other text, since they are bold. */
    private static final int FOR_BOLD = 1;

    /** Rules, in eighths of a point. */
    private static final int THICK = 12;

    private static final int THIN = 4;

    void draw() {
        int columns = words.columns().size();
        XWPFTable table = document.createTable(words.rows().size() + 1, columns);
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        properties.getTblW().setType(STTblWidth.DXA);
        properties.getTblW().setW(BigInteger.valueOf(width));
        properties.unsetTblBorders();
        table.setCellMargins(20, 50, 20, 50);
        int[] widths = widths();
        var grid = table.getCTTbl().addNewTblGrid();
        for (int i = 0; i < columns; i++) {
            grid.addNewGridCol().setW(BigInteger.valueOf(widths[i]));
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < columns; i++) {
            String text = words.columns().get(i).text();
            XWPFTableCell cell = cell(head, i, widths[i], text, true, Theme.Role.PRIMARY);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.BOTTOM);
            rules(cell, THICK, Theme.Role.PRIMARY);
        }
        for (int row = 0; row < words.rows().size(); row++) {
            boolean isLast = row == words.rows().size() - 1;
            row(table.getRow(row + 1), words.rows().get(row), widths, isLast);
        }
    }

    private void row(XWPFTableRow row, PrintedTable.Line line, int[] widths, boolean isLast) {
        row.setCantSplitRow(true);
        for (int i = 0; i < widths.length; i++) {
            String text = line.cells().get(i);
            boolean bold = line.kind() == Row.Kind.TOTAL || line.kind() == Row.Kind.GROUP;
            XWPFTableCell cell = cell(row, i, widths[i], text, bold, colour(line.kind(), text));
            cell.getParagraphs().get(0).setKeepNext(!isLast);
            boolean strong = isLast || line.kind() == Row.Kind.TOTAL;
            rules(cell, 0, strong ? Theme.Role.PRIMARY : Theme.Role.HAIRLINE);
        }
    }

    private static Theme.Role colour(Row.Kind kind, String text) {
        if (NoteSheet.isSign(text)) {
            return Theme.Role.GREY;
        }
        return switch (kind) {
            case BODY, TOTAL -> Theme.Role.INK;
            case GROUP -> Theme.Role.PRIMARY;
            case WARNING -> Theme.Role.WARNING;
            case QUIET -> Theme.Role.GREY;
        };
    }

    private XWPFTableCell cell(XWPFTableRow row, int column, int width, String text, boolean bold, Theme.Role colour) {
        XWPFTableCell cell = row.getCell(column);
        cell.setWidth(Integer.toString(width));
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(NoteStyles.CELL);
        boolean right = words.columns().get(column).right();
        paragraph.setAlignment(right ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        XWPFRun run = paragraph.createRun();
        run.setBold(bold);
        run.setColor(styles.hex(colour));
        for (String line : Splitter.on('\n').split(text)) {
            if (!run.text().isEmpty()) {
                run.addBreak();
            }
            run.setText(line, run.getCTR().sizeOfTArray());
        }
        return cell;
    }

    /** Rules over and under a cell; 0 for none over it. */
    private void rules(XWPFTableCell cell, int over, Theme.Role colour) {
        CTTcBorders borders = cell.getCTTc().getTcPr().addNewTcBorders();
        if (over > 0) {
            rule(borders.addNewTop(), over, colour);
        }
        rule(borders.addNewBottom(), THIN, colour);
    }

    private void rule(CTBorder rule, int size, Theme.Role colour) {
        rule.setVal(STBorder.SINGLE);
        rule.setSz(BigInteger.valueOf(size));
        rule.setColor(styles.hex(colour));
    }

    /** Columns as wide as their longest texts ask for, the whole as wide as the page. */
    private int[] widths() {
        int[] letters =
                IntStream.range(0, words.columns().size()).map(this::letters).toArray();
        int all = IntStream.of(letters).sum();
        return IntStream.of(letters).map(of -> width * of / all).toArray();
    }

    private int letters(int column) {
        int longest = words.rows().stream()
                .mapToInt(line -> line.cells().get(column).length())
                .max()
                .orElse(0);
        int head = Splitter.on('\n')
                .splitToStream(words.columns().get(column).text())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return 2 + Ints.max(FEWEST_LETTERS, FOR_BOLD + head, Math.min(MOST_LETTERS, longest));
    }
}
