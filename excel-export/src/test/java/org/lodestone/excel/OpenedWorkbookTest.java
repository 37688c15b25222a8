package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The view of a reader who opens the rare earth pack, on every sheet. */
class OpenedWorkbookTest {

    /** The columns that Excel shows on a laptop of 1366 pixels, without the numbers of rows and a bar to scroll by. */
    private static final double LAPTOP = 1_310;

    private static final WrittenPack PACK = Bundled.rareEarths();

    private static XSSFWorkbook book;

    @BeforeAll
    static void open() throws IOException {
        book = Recalculation.open(PACK.file());
    }

    @AfterAll
    static void close() throws IOException {
        book.close();
    }

    private static List<SheetPlan> plans(Predicate<SheetPlan> which) {
        return PACK.placement().sheets().stream().filter(which).toList();
    }

    private static XSSFSheet sheet(SheetPlan plan) {
        return book.getSheet(plan.name());
    }

    /** One by one, since a list of plans would be told with all of their cells. */
    private static void each(List<SheetPlan> plans, Consumer<SheetPlan> holds) {
        assertThat(plans.size()).isPositive();
        plans.forEach(holds);
    }

    private static boolean isSeen(SheetPlan plan) {
        return !plan.group().isHidden();
    }

    @Test
    void the_front_page_is_open_and_no_other_sheet_is_picked_with_it() {
        assertThat(book.getActiveSheetIndex()).isZero();
        assertThat(book.getFirstVisibleTab()).isZero();
        assertThat(book.getSheetName(0)).isEqualTo("Front");
        assertThat(IntStream.range(0, book.getNumberOfSheets())
                        .filter(i -> book.getSheetAt(i).isSelected()))
                .containsExactly(0);
    }

    @Test
    void the_first_cell_of_each_sheet_is_picked_and_on_control_the_scenario() {
        each(plans(plan -> true), plan -> {
            XSSFSheet sheet = sheet(plan);
            assertThat(sheet.getActiveCell())
                    .as(plan.name())
                    .isEqualTo(
                            plan.name().equals("Control")
                                    ? new CellAddress(new CellReference(
                                            book.getName("Scenario").getRefersToFormula()))
                                    : CellAddress.A1);
            assertThat((int) sheet.getTopRow())
                    .as(plan.name())
                    .isBetween(0, plan.paging().frozenRows());
        });
    }

    @Test
    void the_head_of_each_sheet_that_is_seen_stays_and_takes_no_more_than_a_third_of_a_screen() {
        each(plans(OpenedWorkbookTest::isSeen), plan -> {
            var pane = sheet(plan).getPaneInformation();
            assertThat(pane).as(plan.name()).isNotNull();
            assertThat(pane.isFreezePane()).as(plan.name()).isTrue();
            double head = IntStream.range(0, pane.getHorizontalSplitPosition())
                    .mapToDouble(row -> sheet(plan).getRow(row).getHeightInPoints())
                    .sum();
            assertThat(head).as(plan.name()).isBetween(1.0, 180.0);
        });
    }

    @Test
    void the_header_of_a_table_stays_only_where_the_sheet_is_one_long_table() {
        assertThat(List.of("Mining", "Balance", "Turns", "Supply"))
                .allSatisfy(name -> assertThat(plan(name).paging().frozenRows()).isEqualTo(3));
        assertThat(List.of("Sources"))
                .allSatisfy(name -> assertThat(sheet(plan(name))
                                .getRow(plan(name).paging().frozenRows() - 1)
                                .getCell(Grid.FIRST)
                                .getCellStyle()
                                .getBorderTop())
                        .isEqualTo(BorderStyle.MEDIUM));
    }

    @Test
    void a_backup_sheet_that_is_one_long_list_can_be_filtered_though_it_is_locked() {
        List<SheetPlan> lists = plans(plan -> plan.filtered().isPresent());
        assertThat(lists).extracting(SheetPlan::name).contains("Sources");
        each(lists, plan -> {
            var worksheet = sheet(plan).getCTWorksheet();
            assertThat(plan.group().isBackup()).as(plan.name()).isTrue();
            assertThat(worksheet.getAutoFilter().getRef())
                    .startsWith("B" + plan.paging().frozenRows() + ":");
            assertThat(worksheet.getSheetProtection().getAutoFilter()).isFalse();
        });
    }

    @Test
    void the_foot_of_each_printed_page_names_house_title_and_edition() {
        each(
                plans(OpenedWorkbookTest::isSeen),
                plan -> assertThat(sheet(plan).getFooter().getLeft())
                        .as(plan.name())
                        .endsWith("Lodestone  |  Rare earths: supply research pack  |  Edition of November 2026"));
    }

    /** What a foot says of the scenario would be that of the day on which the pack was made. */
    @Test
    void a_page_that_follows_the_scenario_names_it_in_its_head_by_a_formula() {
        assertThat(heads("Mining")).contains("Control!K2");
        assertThat(heads("Turns")).contains("Control!K2");
        assertThat(heads("Reserves")).doesNotContain("Control!K2");
        assertThat(heads("Dates")).doesNotContain("Control!K2");
    }

    /** The formulas over the title of a sheet. */
    private static List<String> heads(String name) {
        List<String> formulas = new ArrayList<>();
        sheet(plan(name)).getRow(1).forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.add(cell.getCellFormula());
            }
        });
        return formulas;
    }

    private static SheetPlan plan(String name) {
        return PACK.placement().sheet(name);
    }

    @Test
    void a_page_is_no_wider_than_the_screen_of_a_laptop() {
        each(plans(plan -> plan.group().isCore()), plan -> {
            XSSFSheet sheet = sheet(plan);
            double zoom =
                    sheet.getCTWorksheet().getSheetViews().getSheetViewArray(0).getZoomScale() / 100.0;
            double width = IntStream.rangeClosed(0, plan.lastColumn())
                    .filter(column -> !sheet.isColumnHidden(column))
                    .mapToDouble(column -> sheet.getColumnWidth(column) / 256.0 * Grid.DIGIT)
                    .sum();
            assertThat(zoom).as(plan.name()).isBetween(1.0, 1.2);
            assertThat(width * zoom).as(plan.name()).isBetween(600.0, LAPTOP);
        });
    }

    @Test
    void every_chart_and_picture_is_told_in_words() {
        List<String> told = new ArrayList<>();
        for (SheetPlan plan : plans(plan -> !plan.charts().isEmpty())) {
            XSSFDrawing drawing = sheet(plan).getDrawingPatriarch();
            var anchors = drawing.getCTDrawing().getTwoCellAnchorList();
            assertThat(anchors).as(plan.name()).hasSameSizeAs(plan.charts());
            anchors.forEach(anchor -> told.add(
                    anchor.getGraphicFrame().getNvGraphicFramePr().getCNvPr().getDescr()));
        }
        assertThat(told)
                .hasSizeGreaterThan(20)
                .allSatisfy(words -> assertThat(words).hasSizeGreaterThan(40).endsWith("."));
    }

    @Test
    void every_other_sheet_that_is_seen_leads_back_to_the_front_page_from_its_first_cells() {
        each(plans(plan -> isSeen(plan) && !plan.name().equals("Front")), plan -> {
            var back = sheet(plan).getHyperlinkList().stream()
                    .filter(link -> "'Front'!A1".equals(link.getAddress()))
                    .findFirst();
            assertThat(back).as(plan.name()).isPresent();
            assertThat(back.orElseThrow().getFirstRow())
                    .isLessThan(plan.paging().frozenRows());
        });
    }

    @Test
    void the_file_says_what_it_is_and_who_made_it() {
        POIXMLProperties.CoreProperties core = book.getProperties().getCoreProperties();

        assertThat(core.getTitle()).isEqualTo(PACK.report().title());
        assertThat(core.getSubject()).isNotBlank();
        assertThat(core.getCreator()).isNotBlank();
        assertThat(core.getCreated()).isEqualTo(core.getModified()).isNotNull();
        assertThat(book.getProperties().getExtendedProperties().getApplication())
                .isEqualTo("Lodestone");
    }

    @Test
    void what_no_reader_needs_is_hidden() {
        each(
                plans(plan -> !isSeen(plan)),
                plan -> assertThat(book.getSheetVisibility(book.getSheetIndex(plan.name())))
                        .as(plan.name())
                        .isEqualTo(SheetVisibility.HIDDEN));
        assertThat(book.getSheetVisibility(book.getSheetIndex(Imprint.SHEET))).isEqualTo(SheetVisibility.VERY_HIDDEN);
    }
}
