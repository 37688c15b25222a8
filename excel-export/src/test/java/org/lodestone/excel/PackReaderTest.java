package org.lodestone.excel;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.excel.PackChanges.Edit;
import org.lodestone.excel.PackChanges.Kind;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.scenario.Scenarios;

@Order(1)
class PackReaderTest {

    private static final WrittenPack RARE_EARTHS = Bundled.rareEarths();
    private static final Report REPORT = RARE_EARTHS.report();
    private static final Placement PLACEMENT = RARE_EARTHS.placement();
    private static final Path PACK = RARE_EARTHS.file();

    @TempDir
    static Path folder;

    /** A pack of the assumptions alone, where little has to be opened. */
    private static WrittenPack assumptions;

    private static Key growth;
    private static Key figure;

    @BeforeAll
    static void find_inputs() {
        Scenarios scenarios =
                Bundled.analysesOfRareEarths().forecast().orElseThrow().scenarios();
        growth = scenarios.key("mining-quota-growth", Scenarios.caseOf(scenarios.base()));
        figure = REPORT.model().contents().entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals("Mine production, China, 2024, MCS2025"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        ImmutableList<Block> blocks = REPORT.sections().stream()
                .filter(section -> section.name().equals("Scenarios"))
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block.keys().allMatch(scenarios.model()::has))
                .collect(toImmutableList());
        Report report = new Report(
                REPORT.title(),
                REPORT.subtitle(),
                ImmutableList.of(Section.of("Scenarios", "Scenarios", "", blocks)),
                scenarios.model(),
                REPORT.sources(),
                REPORT.origin(),
                REPORT.publication(),
                REPORT.date());
        assumptions = WrittenPack.of(RARE_EARTHS.dataset(), report, folder.resolve("assumptions.xlsx"));
    }

    @Test
    void a_pack_that_nobody_touched_has_no_changes_and_all_its_inputs() throws IOException {
        PackChanges changes = PackReader.read(PACK);

        assertThat(changes.origin()).isEqualTo(new Report.Origin("rare-earths", "MCS2025"));
        assertThat(changes.edits()).isEmpty();
        assertThat(changes.overwritten()).isEmpty();
        assertThat(changes.lost()).isEmpty();
        assertThat(changes.inputs().keySet())
                .containsExactlyInAnyOrderElementsOf(REPORT.model().contents().entrySet().stream()
                        .filter(entry -> entry.getValue().isInput())
                        .map(Map.Entry::getKey)
                        .filter(PLACEMENT.homes()::containsKey)
                        .toList());
        assertThat(changes.inputs()).containsEntry(figure, Value.of(270000)).containsEntry(growth, Value.of(2.3));
    }

    @Test
    void the_sheet_it_is_read_by_is_hidden_and_the_last() {
        RARE_EARTHS.look(book -> {
            int last = book.getNumberOfSheets() - 1;
            assertThat(book.getSheetName(last)).isEqualTo("Imprint");
            assertThat(book.getSheetVisibility(last)).isEqualTo(SheetVisibility.VERY_HIDDEN);
        });
    }

    @Test
    void what_was_typed_comes_back_from_libreoffice_and_nothing_else() throws IOException {
        comesBackFromLibreOffice(Bundled.pack("gallium"));
    }

    @Tag("nightly")
    @Test
    void so_does_what_was_typed_into_the_largest_pack() throws IOException {
        comesBackFromLibreOffice(RARE_EARTHS);
    }

    /** A figure, an assumption and the scenario. */
    private static void comesBackFromLibreOffice(WrittenPack pack) throws IOException {
        Office.assumeInstalled();
        Map<Key, Value> inputs = PackReader.read(pack.file()).inputs();
        Map<Key, Object> typed = Map.of(
                number(pack, inputs, Kind.FIGURE),
                "W",
                number(pack, inputs, Kind.ASSUMPTION),
                3.25,
                Scenarios.SELECTOR,
                pack.dataset().outlook().scenarios().get(1).name());

        Path file = typed("typed", pack, typed);
        PackChanges changes = PackReader.read(Office.in("de-DE").saved(file, folder.resolve("saved.xlsx")));

        assertThat(changes.edits())
                .containsExactlyInAnyOrderElementsOf(typed.entrySet().stream()
                        .map(one -> new Edit(
                                Kind.of(pack.report().model().content(one.getKey())),
                                one.getKey(),
                                pack.at(one.getKey()),
                                requireNonNull(inputs.get(one.getKey())),
                                one.getValue() instanceof Double number
                                        ? Value.of(number)
                                        : Value.of(one.getValue().toString()),
                                false))
                        .toList());
        assertThat(changes.overwritten()).isEmpty();
        assertThat(changes.lost()).isEmpty();
    }

    private static Key number(WrittenPack pack, Map<Key, Value> inputs, Kind kind) {
        return inputs.keySet().stream()
                .filter(key -> requireNonNull(inputs.get(key)).isNumber())
                .filter(key -> Kind.of(pack.report().model().content(key)) == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_input_is_found_where_rows_were_put_in_and_sheets_renamed() throws IOException {
        Spot home = assumptions.home(growth);
        Path moved = edited("moved", book -> {
            assumptions.cell(book, growth).setCellValue(3);
            XSSFSheet sheet = book.getSheet(home.sheet());
            sheet.shiftRows(home.row(), sheet.getLastRowNum(), 2);
            book.setSheetName(book.getSheetIndex(sheet), "My scenarios");
        });

        assertThat(PackReader.read(moved).edits())
                .containsExactly(new Edit(
                        Kind.ASSUMPTION,
                        growth,
                        "'My scenarios'!" + home.down(2).address(),
                        Value.of(2.3),
                        Value.of(3),
                        false));
    }

    @Test
    void a_formula_that_was_typed_over_is_told() throws IOException {
        Key calculated = PLACEMENT.homes().keySet().stream()
                .filter(key -> REPORT.model().content(key) instanceof Content.Calculation)
                .filter(key -> PLACEMENT.home(key).sheet().equals("Editions"))
                .findFirst()
                .orElseThrow();
        Path typed = typed("over", Map.of(calculated, 5.0));

        PackChanges changes = PackReader.read(typed);

        assertThat(changes.edits()).isEmpty();
        assertThat(changes.overwritten()).containsExactly(new PackChanges.Overwritten(at(calculated), Value.of(5)));
    }

    @Test
    void an_input_may_be_emptied_or_worked_out_by_a_formula() throws IOException {
        Path typed = typed("emptied", Map.of(figure, "", growth, new Cells.Cell("1+1", 2)));

        assertThat(PackReader.read(typed).edits())
                .containsExactlyInAnyOrder(
                        new Edit(
                                Kind.FIGURE,
                                figure,
                                at(figure),
                                Value.of(270000),
                                new Value.Missing("", "the cell is empty"),
                                false),
                        new Edit(Kind.ASSUMPTION, growth, at(growth), Value.of(2.3), Value.of(2), true));
    }

    @Test
    void a_value_whose_sheet_was_deleted_is_lost() throws IOException {
        Path cut = withPart(PACK, "xl/workbook.xml", xml -> xml.replaceFirst("<sheet name=\"Reserves\"[^>]*>", ""));

        PackChanges changes = PackReader.read(cut);

        assertThat(changes.edits()).isEmpty();
        assertThat(changes.lost())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(PLACEMENT.home(key).sheet()).isEqualTo("Reserves"));
    }

    @Test
    void other_files_are_refused_with_what_to_do() throws IOException {
        Path words = Files.writeString(folder.resolve("words.xlsx"), "no workbook");
        Path old = Files.write(folder.resolve("old.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        Path report = folder.resolve("report.xlsx");
        Workbooks.write(
                new Report(
                        "A report",
                        "",
                        ImmutableList.of(Section.of("One", "One", "", ImmutableList.of())),
                        Model.builder().build(),
                        ImmutableMap.of()),
                report);

        assertThatThrownBy(() -> PackReader.read(words))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("words.xlsx' is not an .xlsx workbook. If it has a password, save it without");
        assertThatThrownBy(() -> PackReader.read(old))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("old.xls");
        assertThatThrownBy(() -> PackReader.read(report))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'report.xlsx' is not a pack that was made from a dataset");
        assertThatThrownBy(() -> PackReader.read(folder.resolve("nowhere.xlsx")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("nowhere.xlsx' is not there. Check its path.");
        assertThatThrownBy(() -> PackReader.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("' is not a file. Name the pack.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels"
            })
    void a_pack_that_declares_entities_is_not_opened(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret", StandardCharsets.UTF_8);
        Path evil = withPart(
                assumptions.file(),
                part,
                xml -> xml.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]>"));

        assertThatThrownBy(() -> PackReader.read(evil))
                .isInstanceOf(IOException.class)
                .hasMessage("'" + evil + "' declares entities, which no spreadsheet program writes: they may read other"
                        + " files or fill the memory. It is not opened.");
    }

    @Test
    void a_part_that_refers_to_an_address_where_a_part_should_be_is_told() throws IOException {
        Path damaged = withPart(
                assumptions.file(),
                "xl/_rels/workbook.xml.rels",
                xml -> xml.replaceFirst("Target=\"[^\"]*\"", "Target=\"http://example.org\""));

        assertThatThrownBy(() -> PackReader.read(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("'" + damaged + "' is no workbook that can be read (")
                .hasMessageEndingWith("). Save it as .xlsx, and try again.");
    }

    /** As a zip bomb does, so that it passes for small. */
    @Test
    void a_part_is_read_no_further_than_the_file_says_it_is_large() throws IOException {
        byte[] pack = Files.readAllBytes(assumptions.file());
        ByteBuffer bytes = ByteBuffer.wrap(pack).order(ByteOrder.LITTLE_ENDIAN);
        int name = new String(pack, StandardCharsets.ISO_8859_1).lastIndexOf("xl/sharedStrings.xml");
        int entry = name - 46; // of the directory at the end: 46 bytes, the name, and what follows it
        assertThat(bytes.getInt(entry)).isEqualTo(0x02014b50);
        assertThat(bytes.getInt(entry + 24)).isGreaterThan(1_000);
        bytes.putInt(entry + 24, 1_000);
        Path bomb = Files.write(folder.resolve("bomb.xlsx"), pack);

        assertThatThrownBy(() -> PackReader.read(bomb))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("'" + bomb + "' is no workbook that can be read (");
    }

    @ParameterizedTest
    @CsvSource({"2.3, false", "2.3, true", "0, false"})
    void a_formula_that_no_program_has_calculated_is_refused_with_its_cell(double before, boolean empty)
            throws IOException {
        Path typed = edited("uncalculated", book -> {
            imprinted(book, growth).getCell(Imprint.BEFORE).setCellValue(before);
            XSSFCell cell = assumptions.cell(book, growth);
            cell.setCellFormula("1+1");
            cell.getCTCell().unsetV();
            if (empty) {
                cell.getCTCell().setV(""); // as openpyxl leaves it
            }
        });

        assertThatThrownBy(() -> PackReader.read(typed))
                .isInstanceOf(IOException.class)
                .hasMessage("'uncalculated.xlsx': " + assumptions.at(growth)
                        + " holds a formula without a value, as a program leaves it"
                        + " that does not calculate. Open and save the workbook in a spreadsheet program.");
    }

    @Test
    void a_damaged_hidden_sheet_is_told() throws IOException {
        damaged(
                "'assumtion' is not a kind of value",
                row -> row.getCell(Imprint.KIND).setCellValue("assumtion"));
        damaged("cell A is missing", row -> row.removeCell(row.getCell(Imprint.KIND)));
        damaged("cell A is no text", row -> row.getCell(Imprint.KIND).setCellValue(7));
        damaged("cell B is missing", row -> row.getCell(Imprint.WHAT).setBlank());
        damaged("cell B is no text", row -> row.getCell(Imprint.WHAT).setCellValue(7));
        damaged("cell D is no text", row -> row.createCell(Imprint.WHEN).setCellValue(2024));
        damaged("'soon' is not a period. ", row -> row.createCell(Imprint.WHEN).setCellValue("soon"));
        damaged("cell F is missing", row -> row.removeCell(row.getCell(Imprint.BEFORE)));
        damaged("cell G is missing", row -> row.removeCell(row.getCell(Imprint.CELL)));
        damaged("its last cell is no formula", row -> row.getCell(Imprint.CELL).removeFormula());
        damaged("'F12' is no cell", row -> row.getCell(Imprint.CELL).setCellFormula("F12"));
        damaged("", row -> row.getCell(Imprint.CELL).setCellFormula("1+1"));
        damaged("' counts no rows", row -> row.getCell(Imprint.KIND).setCellValue("range"));
        damaged("' stands in it twice", row -> row.getCell(Imprint.IN).setCellValue("Tight"));

        Path first = edited(
                "first",
                book -> book.getSheet("Imprint")
                        .getRow(0)
                        .removeCell(book.getSheet("Imprint").getRow(0).getCell(1)));
        assertThatThrownBy(() -> PackReader.read(first))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged in row 1 (cell B is missing).");
        Path version = edited(
                "version", book -> book.getSheet("Imprint").getRow(0).getCell(1).setCellValue("one"));
        assertThatThrownBy(() -> PackReader.read(version))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was made by another version");
    }

    @Test
    void a_pack_of_millions_of_empty_cells_is_refused_before_it_is_opened() throws IOException {
        String cells = "<c r=\"A1\"/>".repeat(2_000_000);
        Path packed = withPart(
                assumptions.file(),
                "xl/worksheets/sheet1.xml",
                xml -> xml.replace("<sheetData>", "<sheetData><row>" + cells + "</row>"));
        Path loose = unpacked(packed, "loose.xlsx");

        assertThatThrownBy(() -> PackReader.read(loose))
                .isInstanceOf(IOException.class)
                .hasMessage("'" + loose + "' has over 3,000,000 cells, tags and attributes, more than a pack has."
                        + " Check where it is from.");
        assertThatThrownBy(() -> PackReader.read(packed))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("'" + packed + "' has over 3,000,000 cells");
    }

    @Test
    void a_pack_that_unpacks_to_more_than_a_pack_has_is_refused_before_it_is_opened() throws IOException {
        Path large = folder.resolve("large.xlsx");
        Files.copy(assumptions.file(), large);
        try (FileSystem zip = FileSystems.newFileSystem(large, Map.of("compressionMethod", "STORED"));
                OutputStream part = Files.newOutputStream(zip.getPath("padding.xml"))) {
            for (int megabyte = 0; megabyte < 65; megabyte++) {
                part.write(new byte[1 << 20]);
            }
        }

        assertThatThrownBy(() -> PackReader.read(large))
                .isInstanceOf(IOException.class)
                .hasMessage("'" + large + "' has over 67,108,864 bytes once it is unpacked, more than a pack has."
                        + " Check where it is from.");
    }

    @Test
    void a_part_that_is_packed_as_no_sheet_is_is_refused() throws IOException {
        Path dense = withPart(
                assumptions.file(),
                "xl/sharedStrings.xml",
                xml -> xml.replaceFirst("<t>", "<t>" + "a".repeat(4 << 20)));
        assertThatThrownBy(() -> PackReader.read(dense))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("unpacks xl/sharedStrings.xml to over 200 times its size, as a zip bomb does."
                        + " Check where it is from.");
    }

    @Test
    void a_hidden_sheet_whose_ranges_span_more_cells_than_a_pack_has_is_refused() throws IOException {
        Path wide = edited("wide", book -> {
            Row row = imprinted(book, growth);
            row.getCell(Imprint.KIND).setCellValue(Imprint.RANGE);
            row.getCell(Imprint.CELL).setCellFormula("ROWS(Scenarios!$A$1:$XFD$1048576)");
            row.getCell(Imprint.BEFORE).setCellValue(1_048_576);
        });

        assertThatThrownBy(() -> PackReader.read(wide))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "(with 'ROWS(Scenarios!$A$1:$XFD$1048576)' it spans over 2,000,000 cells, more than a"
                                + " pack has). Make the pack again");
    }

    /** The same parts, none of them packed. */
    private static Path unpacked(Path pack, String name) throws IOException {
        Path copy = folder.resolve(name);
        try (var in = new ZipFile(pack.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (var entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
        return copy;
    }

    /** A copy of a pack in which one part is another. */
    private static Path withPart(Path pack, String part, UnaryOperator<String> change) throws IOException {
        Path copy = folder.resolve("evil.xlsx");
        try (var in = new ZipFile(pack.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
                out.closeEntry();
            }
        }
        return copy;
    }

    private static void damaged(String what, Consumer<Row> damage) throws IOException {
        Path file = edited("damaged", book -> damage.accept(imprinted(book, growth)));

        assertThatThrownBy(() -> PackReader.read(file))
                .as(what)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "'damaged.xlsx': its hidden sheet Imprint, by which changes are found, is damaged in row ")
                .hasMessageContaining(what)
                .hasMessageEndingWith("). Make the pack again, and type the changes into that.");
    }

    /** The row of the hidden sheet that an input has. */
    private static Row imprinted(XSSFWorkbook book, Key key) {
        for (Row row : book.getSheet("Imprint")) {
            if (row.getRowNum() > 0
                    && text(row, Imprint.WHAT).equals(key.what().name())
                    && text(row, Imprint.OF).equals(key.of().name())
                    && text(row, Imprint.IN).equals(key.in().name())) {
                return row;
            }
        }
        throw new AssertionError("The hidden sheet has no " + key);
    }

    private static String text(Row row, int column) {
        return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).getStringCellValue();
    }

    /** A copy of the pack of assumptions, changed as a spreadsheet program would. */
    private static Path edited(String name, Consumer<XSSFWorkbook> edit) throws IOException {
        try (XSSFWorkbook book = Recalculation.open(assumptions.file())) {
            edit.accept(book);
            return Recalculation.save(book, folder.resolve(name + ".xlsx"));
        }
    }

    /** A copy of the whole pack with values typed over. */
    private static Path typed(String name, Map<Key, Object> values) throws IOException {
        return typed(name, RARE_EARTHS, values);
    }

    private static Path typed(String name, WrittenPack pack, Map<Key, Object> values) throws IOException {
        Map<Spot, Object> cells = new HashMap<>();
        values.forEach((key, value) -> cells.put(pack.home(key), value));
        return Recalculation.typed(pack.file(), cells, folder.resolve(name + ".xlsx"));
    }

    private static String at(Key key) {
        return RARE_EARTHS.at(key);
    }
}
