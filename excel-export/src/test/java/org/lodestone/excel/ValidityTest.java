package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;

/** The parts of the pack's file are what the Office Open XML schemas and their readers ask for. */
class ValidityTest {

    @Test
    void every_sheet_chart_and_style_is_valid() {
        Bundled.rareEarths().look(book -> {
            assertThat(faults(book)).isEmpty();
        });
    }

    /** Without it openpyxl, and pandas that reads through it, warn: Workbook contains no default style. */
    @Test
    void the_style_that_cells_begin_from_has_the_name_that_other_readers_look_for() {
        Bundled.rareEarths().look(book -> {
            var styles = book.getStylesSource().getCTStylesheet();
            assertThat(styles.getCellStyles().getCellStyleList())
                    .singleElement()
                    .satisfies(style -> {
                        assertThat(style.getName()).isEqualTo("Normal");
                        assertThat(style.getBuiltinId()).isZero();
                        assertThat(style.getXfId())
                                .isLessThan(styles.getCellStyleXfs().sizeOfXfArray());
                    });
        });
    }

    /** The faults that the schemas find with a workbook, its styles, sheets and charts. */
    static List<String> faults(XSSFWorkbook book) {
        List<String> faults = new ArrayList<>();
        validate("workbook", book.getCTWorkbook(), faults);
        validate("styles", book.getStylesSource().getCTStylesheet(), faults);
        for (Sheet sheet : book) {
            validate(sheet.getSheetName(), ((XSSFSheet) sheet).getCTWorksheet(), faults);
            for (XSSFChart chart : charts((XSSFSheet) sheet)) {
                validate("a chart of " + sheet.getSheetName(), chart.getCTChartSpace(), faults);
            }
        }
        return faults;
    }

    private static void validate(String part, XmlObject xml, List<String> faults) {
        List<XmlError> errors = new ArrayList<>();
        if (!xml.validate(new XmlOptions().setErrorListener(errors))) {
            errors.forEach(error -> faults.add(part + ": " + error.getMessage()));
        }
    }

    static List<XSSFChart> charts(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch() == null
                ? List.of()
                : sheet.getDrawingPatriarch().getCharts();
    }

    @Test
    void series_of_a_chart_have_ids_of_their_own_and_every_chart_says_what_it_shows() {
        Bundled.rareEarths().look(book -> {
            int charts = 0;
            for (Sheet sheet : book) {
                for (XSSFChart chart : charts((XSSFSheet) sheet)) {
                    charts++;
                    Set<Long> ids = new HashSet<>();
                    var area = chart.getCTChart().getPlotArea();
                    for (var bars : area.getBarChartArray()) {
                        bars.getSerList()
                                .forEach(series -> assertThat(
                                                ids.add(series.getIdx().getVal()))
                                        .isTrue());
                    }
                    for (var lines : area.getLineChartArray()) {
                        lines.getSerList()
                                .forEach(series -> assertThat(
                                                ids.add(series.getIdx().getVal()))
                                        .isTrue());
                    }
                }
            }
            assertThat(charts).isGreaterThan(4);
            assertThat(descriptions(book))
                    .hasSize(charts)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        });
    }

    private static List<String> descriptions(XSSFWorkbook book) {
        List<String> descriptions = new ArrayList<>();
        for (Sheet sheet : book) {
            var drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
            if (drawing != null) {
                for (var anchor : drawing.getCTDrawing().getTwoCellAnchorList()) {
                    descriptions.add(anchor.getGraphicFrame()
                            .getNvGraphicFramePr()
                            .getCNvPr()
                            .getDescr());
                }
            }
        }
        return descriptions;
    }

    @Test
    void no_two_names_are_the_same_and_each_points_to_a_cell() {
        Bundled.rareEarths().look(book -> {
            assertThat(book.getAllNames())
                    .filteredOn(name -> !name.getNameName().startsWith("_xlnm"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(AreaReference.generateContiguous(
                                    SpreadsheetVersion.EXCEL2007, name.getRefersToFormula()))
                            .isNotEmpty()
                            .allSatisfy(part -> assertThat(
                                            book.getSheet(part.getFirstCell().getSheetName()))
                                    .isNotNull()));
        });
    }
}
