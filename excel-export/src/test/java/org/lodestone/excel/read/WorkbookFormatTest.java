package org.lodestone.excel.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableLimits;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;

class WorkbookFormatTest {

    private static final String BOMB = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";

    @TempDir
    private Path folder;

    private static TextRows open(Path file) {
        return TableFiles.open(file, TableOptions.DEFAULT, WorkbookFormat.INSTANCE);
    }

    private static TextRows open(Path file, TableLimits limits) {
        return TableFiles.open(file, TableOptions.DEFAULT.limits(limits), WorkbookFormat.INSTANCE);
    }

    private static List<String> read(TextRows open) {
        try (TextRows rows = open) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(said(rows.row()));
            }
            return read;
        }
    }

    private List<String> read(RawBook book) {
        return read(open(book.in(folder)));
    }

    /** A row as its line and its cells, with formulas and problems. */
    private static String said(TextRow row) {
        StringBuilder said = new StringBuilder().append(row.line());
        for (int i = 0; i < row.size(); i++) {
            said.append('|').append(row.isFormula(i) ? "=" : "").append(row.cell(i));
            row.problem(i)
                    .ifPresent(problem -> said.append(" <").append(problem).append('>'));
        }
        return said.toString();
    }

    private void refused(RawBook book, String message) {
        refused(book.in(folder), message);
    }

    private void refused(Path file, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(WorkbookFormat.INSTANCE.open(file, TableOptions.DEFAULT)))
                .withMessage(message);
    }

    @Test
    void a_sheet_written_by_another_library_is_read_as_text_with_the_names_of_its_cells() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Data");
            Row header = sheet.createRow(0);
            header.createCell(0).setCellValue("Ticker");
            header.createCell(2).setCellValue("As of");
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("600111");
            row.createCell(1).setCellValue(270_000);
            Cell date = row.createCell(2);
            date.setCellValue(LocalDate.of(2025, 9, 30));
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            date.setCellStyle(style);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("B4*2");
            row.getCell(4).setCellValue(540_000);
            book.write(out);
        }

        try (TextRows rows = open(file)) {
            assertThat(rows.name()).isEqualTo("book.xlsx, Data");
            assertThat(rows.next()).isTrue();
            assertThat(said(rows.row())).isEqualTo("1|Ticker||As of");
            assertThat(rows.next()).isTrue();
            assertThat(said(rows.row())).isEqualTo("4|600111|270000|2025-09-30|TRUE|=540000");
            assertThat(rows.row().place()).isEqualTo("book.xlsx, Data!4");
            assertThat(rows.row().place(1)).isEqualTo("book.xlsx, Data!B4");
            assertThat(rows.row().cell(99)).isEmpty();
            assertThat(rows.next()).isFalse();
            assertThat(rows.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "270000, 270000",
        "270000.0, 270000",
        "-5.00, -5",
        "48.40, 48.40",
        "0.30000000000000004, 0.30000000000000004",
        "1.5E-3, 0.0015",
        "1.2E+5, 120000",
        "-1E2, -100",
        ".5, 0.5",
        "-.5, -0.5",
        "12345678901234567890, 12345678901234567890"
    })
    void a_number_is_its_stored_digits(String stored, String text) {
        assertThat(SheetRows.plain(stored)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1E999999999", "NaN", "INF", "1,5", "0x1p3", "1d", " 7"})
    void what_is_stored_as_a_number_and_is_none_is_told(String stored) {
        assertThat(SheetRows.plain(stored)).isEmpty();
    }

    @Test
    void texts_are_shared_inline_or_rich_and_never_how_they_are_pronounced() {
        RawBook book = RawBook.ofRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"C1\" t=\"inlineStr\"><is><t>in</t></is></c>"
                        + "<c r=\"D1\" t=\"inlineStr\"><is><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></is></c>"
                        + "<c r=\"E1\" t=\"str\"><f>A1</f><v>formula &amp; text</v></c></row>")
                .shared(
                        "<t>plain &lt;</t>",
                        "<r><t xml:space=\"preserve\">北 </t></r><r><t>方</t></r><rPh><t>ほ</t></rPh>");

        assertThat(read(book)).containsExactly("1|plain <|北 方|in|rich|=formula & text");
    }

    @Test
    void cells_and_rows_that_do_not_say_where_they_are_follow_the_last() {
        RawBook book = RawBook.ofRows(
                "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row>",
                "<row><c r=\"C2\"><v>4</v></c><c r=\"A2\"><v>5</v></c></row>",
                "<row r=\"9\"><c><v>6</v></c></row>",
                "<row><c><v>7</v></c></row>");

        assertThat(read(book)).containsExactly("1|1|||2|3", "2|5||4", "9|6", "10|7");
    }

    @Test
    void rows_out_of_their_order_are_refused_since_the_header_may_be_among_them() {
        refused(
                RawBook.ofRows("<row r=\"2\"><c><v>1</v></c></row>", "<row r=\"1\"><c><v>2</v></c></row>"),
                "book.xlsx, Data!1: stands below row 2 in the file, so that rows may be lost. Open and save the workbook in a"
                        + " spreadsheet program.");
    }

    @Test
    void a_cell_that_is_there_twice_is_a_problem() {
        assertThat(read(RawBook.ofRows("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")))
                .containsExactly("1|2 <is in the file twice. Open and save the workbook in a spreadsheet program.>");
    }

    @Test
    void formulas_without_a_value_and_errors_are_problems_of_their_cells() {
        RawBook book =
                RawBook.ofRows("<row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\"><f>1+1</f><v>2</v></c><c r=\"E1\" t=\"str\"><f>\"\"</f><v></v></c>"
                        + "<c r=\"F1\" t=\"s\"><v>7</v></c><c r=\"G1\"><v>NaN</v></c><c r=\"H1\"><v>1</v></c></row>");

        assertThat(read(book))
                .containsExactly(
                        "1|= <is a formula without a value, as a program leaves it that does not calculate. Open and"
                                + " save the workbook in a spreadsheet program.>"
                                + "|=#DIV/0! <is the error #DIV/0!. Correct its formula, or leave it empty.>|#N/A|=2|="
                                + "| <refers to text 7, which is not there. Open and save the workbook in a spreadsheet program.>"
                                + "|NaN <holds 'NaN' as a number, which is none. Open and save the workbook in a spreadsheet program.>"
                                + "|1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><f>302734+0.82</f><v></v></c>",
                "<c><f>302734+0.82</f><v/></c>",
                "<c t=\"b\"><f>A1</f><v/></c>"
            })
    void an_empty_value_beside_a_formula_is_none(String cell) {
        assertThat(read(RawBook.ofRows("<row>" + cell + "<c><v/></c><c><v>1</v></c></row>")))
                .containsExactly(
                        "1|= <is a formula without a value, as a program leaves it that does not calculate. Open"
                                + " and save the workbook in a spreadsheet program.>||1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "14~45930~2025-09-30",
                "yyyy-mm-dd~45930~2025-09-30",
                "yyyy\"年\"m\"月\"d\"日\"~45930~2025-09-30",
                "[$-804]yyyy/m/d;@~45930~2025-09-30",
                "mmm\\-yy~45930~2025-09-30",
                "22~45930.5729166667~2025-09-30T13:45:00",
                "h:mm AM/PM~0.5729166667~13:45:00",
                "h:mm:ss.000~0.5729166667~13:45:00",
                "14~59~1900-02-28",
                "14~61~1900-03-01",
                "14~1~1900-01-01",
                "[h]:mm~1.5~1.5",
                "46~1.5~1.5",
                "General~45930~45930",
                "#,##0.00~45930~45930",
                "0.0\" days\"~45930~45930",
                "[Red]0.00~45930~45930",
                "0.00E+00~45930~45930",
                "@~45930~45930"
            })
    void a_number_with_the_format_of_a_date_is_the_date(String format, String number, String text) {
        RawBook book = RawBook.ofRows("<row><c s=\"1\"><v>" + number + "</v></c></row>")
                .styles("General", format);

        assertThat(read(book)).containsExactly("1|" + text);
    }

    @Test
    void days_are_counted_from_1904_where_the_workbook_says_so() {
        RawBook book = RawBook.ofRows("<row><c s=\"0\"><v>44468</v></c></row>")
                .styles("14")
                .workbook("<workbookPr date1904=\"1\"/><sheets><sheet name=\"Data\" r:id=\"rId1\"/></sheets>");

        // 45930 − 1462
        assertThat(read(book)).containsExactly("1|2025-09-30");
    }

    @Test
    void a_date_that_is_none_is_a_problem_of_its_cell() {
        RawBook book = RawBook.ofRows(
                        "<row><c s=\"0\"><v>-1</v></c><c s=\"0\"><v>60</v></c><c s=\"0\"><v>3E6</v></c></row>")
                .styles("14");

        assertThat(read(book))
                .containsExactly(
                        "1|-1 <is formatted as a date and holds -1, which is no day. Format it as a number, or correct"
                                + " it.>|60 <is formatted as a date and holds 60, the 29th of February 1900, a day that was none."
                                + " Correct it.>|3000000 <is formatted as a date and holds 3000000, which is no day. Format it as a"
                                + " number, or correct it.>");
    }

    @Test
    void merged_cells_are_told_where_they_stand_and_as_a_note() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("Data");
            sheet.createRow(0).createCell(0).setCellValue("Output");
            sheet.getRow(0).createCell(2).setCellValue("Note");
            sheet.createRow(1).createCell(0).setCellValue("China");
            sheet.getRow(1).createCell(1).setCellValue(1);
            sheet.createRow(2).createCell(1).setCellValue(2);
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
            book.write(out);
        }

        try (TextRows rows = open(file)) {
            assertThat(rows.notes())
                    .containsExactly(
                            "The cells A1:B1 are merged: their text stands in A1 only.",
                            "The cells A2:A3 are merged: their text stands in A2 only.");
        }
        assertThat(read(open(file)))
                .containsExactly(
                        "1|Output| <is empty, since it is merged with A1. Take the cells apart, and give each its text.>|Note",
                        "2|China|1",
                        "3| <is empty, since it is merged with A2. Take the cells apart, and give each its text.>|2");
    }

    @Test
    void the_sheet_is_the_one_named_or_the_first_that_is_not_hidden() {
        RawBook book = RawBook.ofRows("<row><c><v>1</v></c></row>")
                .sheet("xl/worksheets/sheet2.xml", "<sheetData><row><c><v>2</v></c></row></sheetData>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawBook.relations("worksheet", "worksheets/sheet1.xml", "worksheet", "worksheets/sheet2.xml"))
                .workbook("<sheets><sheet name=\"Notes\" state=\"veryHidden\" r:id=\"rId1\"/>"
                        + "<sheet name=\"Companies\" r:id=\"rId2\"/></sheets>");
        Path file = book.in(folder);

        assertThat(read(open(file))).containsExactly("1|2");
        assertThat(read(WorkbookFormat.INSTANCE.open(file, TableOptions.DEFAULT.sheet("Notes"))))
                .containsExactly("1|1");
        assertThat(read(WorkbookFormat.INSTANCE.open(file, TableOptions.DEFAULT.sheet("companies"))))
                .containsExactly("1|2");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> WorkbookFormat.INSTANCE.open(file, TableOptions.DEFAULT.sheet("Compnies")))
                .withMessage("book.xlsx: has no sheet 'Compnies'. Did you mean 'Companies'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "_rels/.rels"
            })
    void entities_are_refused_in_any_part_and_nothing_is_read_from_outside(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        for (String declaration : List.of(
                BOMB,
                "<!DOCTYPE x [<!ENTITY d SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE x [<!ENTITY % d SYSTEM \"" + secret.toUri() + "\"> %d;]>")) {
            RawBook book = RawBook.ofRows("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>")
                    .shared("<t>x</t>")
                    .styles("General");
            book.part(part, declaration + book.xml(part));

            refused(
                    book,
                    "book.xlsx: declares or names entities in its part " + part
                            + ", which no spreadsheet program writes: they"
                            + " may read other files or fill the memory. Do not trust it.");
        }
    }

    @Test
    void an_entity_that_nobody_declared_is_refused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(RawBook.ofRows("<row><c t=\"inlineStr\"><is><t>&d;</t></is></c></row>")))
                .withMessageStartingWith(
                        "book.xlsx: is a damaged workbook: its part xl/worksheets/sheet1.xml cannot be read (");
    }

    @Test
    void one_part_that_unpacks_to_very_much_is_refused_before_it_is_read() {
        RawBook book = RawBook.ofRows("<row r=\"1\">" + "<c><v>1</v></c>".repeat(4_000_000) + "</row>");

        refused(
                book,
                "book.xlsx: unpacks xl/worksheets/sheet1.xml to over 200 times its size, as a zip bomb does. Open and save it"
                        + " in a spreadsheet program, or allow a larger ratio if you trust it.");
    }

    @Test
    void a_part_that_lies_about_its_size_is_refused_while_it_is_read() throws IOException {
        Path file = RawBook.ofRows("<row r=\"1\">" + "<c></c>".repeat(4_000_000) + "</row>")
                .in(folder);
        lieAboutSizes(file);

        refused(
                file,
                "book.xlsx: unpacks xl/worksheets/sheet1.xml to over 200 times its size, as a zip bomb does. Open and save it"
                        + " in a spreadsheet program, or allow a larger ratio if you trust it.");
    }

    /** Says in the directory of the zip file that every part unpacks to 100 bytes. */
    private static void lieAboutSizes(Path file) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.limit(); i++) {
            if (zip.getInt(i) == 0x02014b50) {
                zip.putInt(i + 24, 100);
            }
        }
        Files.write(file, zip.array());
    }

    @Test
    void many_parts_that_unpack_to_much_together_are_refused() throws IOException {
        RawBook book = RawBook.ofRows("<row><c><v>1</v></c></row>");
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < 12; i++) {
            book.part("xl/media/image" + i + ".png", noise);
        }
        Path file = book.in(folder);

        assertThat(read(open(file))).hasSize(1);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> open(file, TableLimits.DEFAULT.withUnpackedBytes(10_000_000)))
                .withMessage(
                        "book.xlsx: unpacks to over 10000000 bytes, the most that is read. Split the workbook, or allow"
                                + " more if you trust it.");
    }

    @Test
    void very_many_parts_are_refused() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < 20_001; i++) {
                zip.putNextEntry(new ZipEntry(Integer.toString(i)));
            }
        }

        refused(file, "book.xlsx: has 20001 parts, and no honest workbook over 20000. Do not trust it.");
    }

    @Test
    void limits_on_cells_texts_and_the_file_are_told_and_can_be_set() {
        Path file = RawBook.ofRows(
                        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>",
                        "<row><c><v>1</v></c><c><v>2</v></c></row>")
                .shared("<t>a</t>", "<t>b</t>")
                .in(folder);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(open(file, TableLimits.DEFAULT.withCells(3))))
                .withMessage(
                        "book.xlsx, Data!B2: is past the 3 cells that are read at most. Split the table, or allow more.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> open(file, TableLimits.DEFAULT.withTexts(1)))
                .withMessage(
                        "book.xlsx: has over 1 texts that cells share, or 100 times as many characters in them. Split the"
                                + " workbook, or allow more.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> open(file, TableLimits.DEFAULT.withFileBytes(100)))
                .withMessageMatching(
                        "book.xlsx: has [0-9]+ bytes, and 100 is the most that is read. Split it, or allow more.");
    }

    @Test
    void a_cell_that_never_ends_is_refused() {
        String text = new Random(1)
                .ints(6 << 20, 'a', 'z')
                .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                .toString();

        refused(
                RawBook.ofRows("<row><c t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>"),
                "book.xlsx: has a piece of over 4194304 bytes in its part xl/worksheets/sheet1.xml, where a cell holds 32767"
                        + " characters. Do not trust it.");
    }

    @Test
    void what_is_kept_in_memory_of_a_workbook_has_a_limit_too() {
        StringBuilder sheets = new StringBuilder("<sheets>");
        StringBuilder merged =
                new StringBuilder("<sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData><mergeCells>");
        Random names = new Random(1);
        for (int i = 0; i <= 1_000_000; i++) {
            sheets.append("<sheet name=\"").append(names.nextLong()).append("\" r:id=\"rId1\"/>");
            merged.append("<mergeCell ref=\"A")
                    .append(i + 1)
                    .append(":B")
                    .append(i + 1)
                    .append("\"/>");
        }

        refused(
                RawBook.ofRows("<row><c><v>1</v></c></row>").workbook(sheets + "</sheets>"),
                "book.xlsx: has over 33554432 bytes in its part xl/workbook.xml, where no workbook has a tenth of them. Do not"
                        + " trust it.");
        refused(
                RawBook.ofSheet(merged + "</mergeCells>"),
                "book.xlsx, Data: has over 1000000 merged cells. Unmerge them, or export the table anew.");
    }

    @ParameterizedTest
    @CsvSource({"XFE1", "ZZZZZZ1", "ZZZZZZZZZZZZ1", "1", "a1", "''"})
    void a_cell_past_the_last_column_is_refused_with_its_name(String cell) {
        refused(
                RawBook.ofRows("<row r=\"1\"><c r=\"" + cell + "\"><v>1</v></c></row>"),
                "book.xlsx, Data!" + cell
                        + ": is in no column of a sheet, which has 16384. Split the table, or export it anew.");
    }

    @Test
    void a_row_past_the_last_is_refused() {
        for (String row : List.of("1048577", "99999999999", "0", "-1", "x")) {
            refused(
                    RawBook.ofRows("<row r=\"" + row + "\"><c><v>1</v></c></row>"),
                    "book.xlsx, Data!" + row + ": is no row of a sheet, which has 1048576. Split the table.");
        }
    }

    @Test
    void an_encrypted_workbook_is_told_from_an_old_one() throws Exception {
        Path file = folder.resolve("book.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(container)) {
                inner.write(new byte[100]);
            }
            container.writeFilesystem(out);
        }
        refused(
                file,
                "book.xlsx: is encrypted. Open it in a spreadsheet program with its password, and save it without one.");

        try (Workbook old = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            old.createSheet("Data");
            old.write(out);
        }
        refused(
                file,
                "book.xlsx: is a workbook of the old kind (.xls). Open it in a spreadsheet program and save it as .xlsx.");
    }

    @Test
    void what_is_no_workbook_is_refused_with_what_it_is() throws IOException {
        Path file = folder.resolve("book.xlsx");

        refused(
                Files.writeString(file, "id,name\n1,a\n"),
                "book.xlsx: is no workbook, whatever its name ends in: it does not start like one. If it is text, name it .csv or"
                        + " open it as CSV; else export it anew.");
        assertThat(read(open(file))).containsExactly("1|id|name", "2|1|a");
        refused(
                Files.writeString(file, "%PDF-1.7"),
                "book.xlsx: is no workbook, whatever its name ends in: it is a PDF. Copy the table into a spreadsheet and save"
                        + " that.");
        refused(Files.write(file, new byte[0]), "book.xlsx: is empty. Export it anew.");
        refused(folder.resolve("none.xlsx"), "none.xlsx: is not there. Check its name.");
        refused(
                new RawBook().part("readme.txt", "x".getBytes(UTF_8)),
                "book.xlsx: is a zip file and no workbook, whatever its name ends in. Unpack it, or export the table anew.");
        refused(
                new RawBook().part("mimetype", new byte[1]).part("content.xml", "<x/>"),
                "book.xlsx: is an OpenDocument file. Open it in a spreadsheet program and save it as .xlsx.");
        refused(
                new RawBook()
                        .part("_rels/.rels", RawBook.relations("officeDocument", "word/document.xml"))
                        .part("word/document.xml", "<document/>"),
                "book.xlsx: is no workbook, whatever its name ends in: its main part is word/document.xml. Export the table anew.");
        refused(
                new RawBook().part("_rels/.rels", RawBook.relations("officeDocument", "xl/workbook.bin")),
                "book.xlsx: is a binary workbook (.xlsb). Open it in a spreadsheet program and save it as .xlsx.");
    }

    @Test
    void a_workbook_that_was_cut_off_or_broken_is_refused() throws IOException {
        Path file = RawBook.ofRows("<row><c><v>1</v></c></row>").in(folder);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 30));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> open(file))
                .withMessageMatching(
                        "book.xlsx: is a damaged workbook \\(.*\\). Maybe it was cut off: fetch it again.");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(RawBook.ofSheet("<sheetData><row><c></row>")))
                .withMessageStartingWith(
                        "book.xlsx: is a damaged workbook: its part xl/worksheets/sheet1.xml cannot be read (");
        refused(
                RawBook.ofRows("<row><c><v>1</v></c></row>").workbook("<sheets/>"),
                "book.xlsx: has no sheet of cells that is not hidden. Name the sheet that is meant.");
    }

    @Test
    void a_part_whose_names_have_the_reserved_prefix_xmlns_is_a_damaged_one() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(RawBook.ofRows().part("xl/workbook.xml", "<xmlns:workbook/>")))
                .withMessageMatching(
                        "book.xlsx: is a damaged workbook: its part xl/workbook.xml cannot be read \\(.*'xmlns'\\)"
                                + "[.] Open and save it in a spreadsheet program[.]");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() ->
                        read(RawBook.ofRows("<row><c t=\"inlineStr\"><is><t>x<xmlns:b>y</xmlns:b></t></is></c></row>")))
                .withMessageStartingWith(
                        "book.xlsx: is a damaged workbook: its part xl/worksheets/sheet1.xml cannot be read (");
    }

    @Test
    void changed_bytes_never_lead_to_anything_but_a_clear_error() throws IOException {
        Path file = RawBook.ofRows("<row><c t=\"s\"><v>0</v></c></row>", "<row><c s=\"0\"><v>45930</v></c></row>")
                .shared("<t>Day</t>")
                .styles("14")
                .in(folder);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20261126);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] broken = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, broken);
            try {
                read(open(file));
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith("book.xlsx");
            }
        }
    }

    @Test
    void an_empty_sheet_is_refused_with_the_others() {
        refused(RawBook.ofRows(), "book.xlsx, Data: is an empty sheet. Write a header and rows into it.");
        refused(
                RawBook.ofRows("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>"),
                "book.xlsx, Data: is an empty sheet. Write a header and rows into it.");
        refused(
                RawBook.ofRows()
                        .sheet("xl/worksheets/sheet2.xml", "<sheetData/>")
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                RawBook.relations(
                                        "worksheet", "worksheets/sheet1.xml", "worksheet", "worksheets/sheet2.xml"))
                        .workbook(
                                "<sheets><sheet name=\"Data\" r:id=\"rId1\"/><sheet name=\"More\" r:id=\"rId2\"/></sheets>"),
                "book.xlsx, Data: is an empty sheet. Maybe another is meant: More.");
    }

    @Test
    void a_header_without_rows_is_told_where_rows_are_asked_for() {
        try (TextRows rows = open(RawBook.ofRows("<row><c><v>1</v></c></row>").in(folder))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.next()).isFalse();
            assertThat(rows.withoutRows()).hasMessage("book.xlsx, Data: has a header and no rows. Add rows below it.");
        }
    }

    @Test
    void a_universe_may_be_a_sheet_and_what_is_wrong_in_it_is_told_with_its_row() throws IOException {
        RawBook.ofRows(
                        "<row><c t=\"inlineStr\"><is><t>Ticker</t></is></c><c t=\"inlineStr\"><is><t>Sales</t></is></c></row>",
                        "<row><c t=\"inlineStr\"><is><t>MP</t></is></c><c><v>1.5E-3</v></c></row>",
                        "<row><c t=\"inlineStr\"><is><t>LYC</t></is></c><c><f>1+1</f></c></row>")
                .in(folder);
        Path json = Files.writeString(
                folder.resolve("mine.json"),
                "{\"universe\": \"book.xlsx\", \"sheet\": \"Data\", \"id\": \"Ticker\", \"numbers\": {\"sales\": \"Sales\"}}");

        UniverseReading reading = UniverseReader.read(json, WorkbookFormat.INSTANCE);

        assertThat(reading.universe().orElseThrow().ids()).containsExactly("MP", "LYC");
        assertThat(reading.universe().orElseThrow().number("sales", 0)).isEqualTo(0.0015);
        assertThat(reading.universe().orElseThrow().number("sales", 1)).isNaN();
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "book.xlsx, Data:3: Sales: is a formula without a value, as a program leaves it that does not"
                                + " calculate. Open and save the workbook in a spreadsheet program.");
    }
}
