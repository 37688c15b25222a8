package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Source;
import org.lodestone.core.research.Publication;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The values written into cells are those that a spreadsheet reads there. */
class WorkbooksTest {

    private static final Key SAID = Term.of("said").key();

    @TempDir
    private Path folder;

    /** A report of one table, with words beside a formula. */
    static Report report(String words, Formula formula) {
        Model.Builder model = Model.builder();
        model.calculation(SAID, formula);
        Table table = Table.of("Words", List.of(SAID))
                .label("Words", key -> words)
                .value("Formula", Shown.TEXT, key -> key)
                .build();
        return new Report(
                "Words",
                "What they say",
                ImmutableList.of(Section.of("Words", "Words", "", List.of(table))),
                model.build(),
                ImmutableMap.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <b> & \"c\" 'd' ]]>",
                " with room on both sides ",
                "two\nlines",
                "\u7a00\u571f \uD83D\uDE80 \u20AC",
                "_x0041_ and _x005F_x0041_",
                "=1+1",
                "@x"
            })
    void words_and_results_come_back_as_they_were(String words) throws IOException {
        Path file = folder.resolve("words.xlsx");

        Workbooks.write(report(words, Formula.text(words)), file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            Row row = row(book.getSheet("Words"), words);
            assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getLastCellNum()).isGreaterThan((short) 2);
            assertThat(row)
                    .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
                    .singleElement()
                    .satisfies(cell -> {
                        assertThat(cell.getStringCellValue()).isEqualTo(words);
                        assertThat(cell.getCellFormula()).isEqualTo('"' + words.replace("\"", "\"\"") + '"');
                    });
            assertThat(ValidityTest.faults(book)).isEmpty();
        }
    }

    private static Row row(XSSFSheet sheet, String label) {
        for (Row row : sheet) {
            if (row.getCell(1) != null && row.getCell(1).toString().equals(label)) {
                return row;
            }
        }
        throw new AssertionError("No row begins with '" + label + "'.");
    }

    @Test
    void a_calculated_row_names_the_sources_of_the_figures_behind_it() throws IOException {
        Path file = folder.resolve("shares.xlsx");
        Model.Builder model = Model.builder();
        Key china = model.figure(Term.of("China").key(), Value.of(270_000), ValueUnit.NUMBER, Citation.of("mcs"));
        Key world = model.figure(Term.of("World").key(), Value.of(393_950), ValueUnit.NUMBER, Citation.of("mcs"));
        Key share = model.calculation(Term.of("share").key(), china.over(world));
        Table table = Table.of("Shares", List.of(share))
                .label("Share of", key -> "China")
                .value("Share", Shown.PERCENT, key -> key)
                .sources()
                .build();
        Report report = new Report(
                "Shares",
                "What they are",
                ImmutableList.of(Section.of("Shares", "Shares", "", List.of(table))),
                model.build(),
                ImmutableMap.of("mcs", new Source("mcs", "USGS, Mineral Commodity Summaries 2025", Optional.empty())));

        Workbooks.write(report, file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            assertThat(row(book.getSheet("Shares"), "China"))
                    .anyMatch(cell -> cell.toString().contains("USGS"));
        }
    }

    @Test
    void half_a_character_becomes_a_mark() throws IOException {
        Path file = folder.resolve("half.xlsx");

        Workbooks.write(report("a\uD83D", Formula.text("\uDE80b")), file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            Row row = row(book.getSheet("Words"), "a\uFFFD");
            assertThat(row)
                    .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly("\uFFFDb");
        }
    }

    @Test
    void what_is_loaded_ahead_changes_nothing_that_is_written() throws IOException {
        Report report = report("a", Formula.text("b"));
        ByteArrayOutputStream meanwhile = new ByteArrayOutputStream();
        ByteArrayOutputStream afterwards = new ByteArrayOutputStream();

        Workbooks.prepare();
        Workbooks.write(report, meanwhile);
        Workbooks.write(report, afterwards);

        assertThat(meanwhile.toByteArray()).isEqualTo(afterwards.toByteArray());
    }

    @Test
    void its_properties_say_what_it_is_who_wrote_it_and_who_publishes_it() throws IOException {
        Publication publication = Publication.of("Tin").withHouse("Harbour Research");
        Path file = folder.resolve("signed.xlsx");

        Report report = report("a", Formula.text("b")).dated(LocalDate.of(2026, 11, 30));
        Workbooks.write(report.publishedBy(publication.withAuthor("A. Analyst")), file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            POIXMLProperties.CoreProperties core = book.getProperties().getCoreProperties();
            assertThat(core.getTitle()).isEqualTo("Words");
            assertThat(core.getSubject()).isEqualTo("What they say");
            assertThat(core.getCreator()).isEqualTo("A. Analyst");
            assertThat(core.getCreated()).isEqualTo("2026-11-30T00:00:00Z").isEqualTo(core.getModified());
            POIXMLProperties.ExtendedProperties extended = book.getProperties().getExtendedProperties();
            assertThat(extended.getCompany()).isEqualTo("Harbour Research");
            assertThat(extended.getApplication()).isEqualTo("Lodestone");
        }
        Workbooks.write(report("a", Formula.text("b")).publishedBy(publication), file);
        try (XSSFWorkbook book = Recalculation.open(file)) {
            assertThat(book.getProperties().getCoreProperties().getCreator())
                    .as("where nobody signs, the house does")
                    .isEqualTo("Harbour Research");
        }
    }

    @Test
    void a_theme_gives_it_the_name_and_the_look_of_a_house() throws IOException {
        Theme theme = Theme.STANDARD
                .withHouse("Harbour Research")
                .withFont("Arial")
                .with(ImmutableMap.of(Theme.Role.PRIMARY, Colour.parse("#5B1A2E")));
        Path file = folder.resolve("harbour.xlsx");

        Workbooks.write(report("a", Formula.text("b")).publishedBy(Publication.of("Tin")), theme, file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            assertThat(book.getProperties().getExtendedProperties().getCompany())
                    .isEqualTo("Harbour Research");
            XSSFSheet sheet = book.getSheet("Words");
            Row eyebrow = sheet.getRow(1);
            assertThat(eyebrow).anySatisfy(cell -> assertThat(cell.toString()).startsWith("HARBOUR RESEARCH"));
            assertThat(book.getStylesSource().getFonts())
                    .as("after the first, in whose digits the widths of columns are counted")
                    .first()
                    .extracting(XSSFFont::getFontName)
                    .isEqualTo("Calibri");
            assertThat(book.getStylesSource()
                            .getFonts()
                            .subList(1, book.getStylesSource().getFonts().size()))
                    .allSatisfy(font -> assertThat(font.getFontName()).isEqualTo("Arial"))
                    .anySatisfy(
                            font -> assertThat(font.getXSSFColor().getARGBHex()).isEqualTo("FF5B1A2E"));
            assertThat(ValidityTest.faults(book)).isEmpty();
        }
    }

    /** The picture has 400 by 100 pixels, and the title one line. */
    @Test
    void a_logo_stands_at_the_right_end_of_the_title_of_the_front_page_and_nowhere_else() throws IOException {
        byte[] png = LogoTest.png(400, 100);
        Theme theme = Theme.STANDARD.withHouse("Harbour Research").withLogo(Logo.of(png));
        Report plain = report("a", Formula.text("b"));
        Section front = Section.presenting("Front", "The title", "", List.of());
        Path file = folder.resolve("logo.xlsx");

        Workbooks.write(
                plain.withSections(ImmutableList.of(front, plain.sections().get(0))), theme, file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            assertThat(ValidityTest.faults(book)).isEmpty();
            assertThat(book.getSheet("Words").getDrawingPatriarch()).isNull();
            XSSFPicture logo = (XSSFPicture)
                    book.getSheet("Front").getDrawingPatriarch().getShapes().get(0);
            assertThat(logo.getPictureData().getData()).isEqualTo(png);
            assertThat(logo.getCTPicture().getNvPicPr().getCNvPr().getDescr()).isEqualTo("Logo of Harbour Research");
            var size = logo.getCTPicture().getSpPr().getXfrm().getExt();
            assertThat((double) size.getCx() / size.getCy()).isCloseTo(4, within(0.001));
            XSSFClientAnchor anchor = (XSSFClientAnchor) logo.getAnchor();
            assertThat(book.getSheet("Front")
                            .getRow(anchor.getRow1())
                            .getCell(1)
                            .toString())
                    .isEqualTo("The title");
        }
    }

    @Test
    void a_workbook_for_a_folder_that_is_missing_is_refused_with_that_folder() {
        Path packs = folder.resolve("packs");
        Path file = packs.resolve("words.xlsx");

        assertThatThrownBy(() -> Workbooks.write(report("a", Formula.text("b")), file))
                .isInstanceOf(IOException.class)
                .hasMessage("'" + file + "' cannot be written: there is no folder '" + packs + "'. Create it first.");
    }

    @Test
    void a_file_that_says_another_format_is_refused() {
        Path file = folder.resolve("words.xls");

        assertThatThrownBy(() -> Workbooks.write(report("a", Formula.text("b")), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + file + "' has an ending that is not that of a workbook. Let it end in .xlsx.");
        assertThat(file).doesNotExist();
    }

    @Test
    void a_text_longer_than_a_sheet_takes_within_a_formula_stands_there_in_pieces_and_no_character_is_cut_in_two()
            throws IOException {
        String text = "x".repeat(254) + "\uD83D\uDE00\"" + "y".repeat(254) + "z";

        Path file = folder.resolve("words.xlsx");

        Workbooks.write(report("a", Formula.text(text)), file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            assertThat(row(book.getSheet("Words"), "a"))
                    .filteredOn(cell -> cell.getCellType() == CellType.FORMULA)
                    .singleElement()
                    .satisfies(cell -> {
                        assertThat(cell.getStringCellValue()).isEqualTo(text);
                        assertThat(cell.getCellFormula())
                                .isEqualTo("(\"" + "x".repeat(254) + "\"&\"\uD83D\uDE00\"\"" + "y".repeat(252)
                                        + "\"&\"yyz\")");
                    });
        }
    }
}
