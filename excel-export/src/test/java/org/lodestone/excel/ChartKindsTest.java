package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.excel.Theme.Colour;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbl;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDPt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTUnsignedInt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrossBetween;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrosses;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STOrientation;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;

/** Each kind of chart as a spreadsheet program reads it. */
class ChartKindsTest {

    private static final String NAVY = "10304F";
    private static final String ORANGE = "D0702A";
    private static final String TEAL = "0F6E6E";
    private static final String SKY = "86B3D1";
    private static final String SAND = "D8C9A8";
    private static final String WHITE = "FFFFFF";

    @TempDir
    Path folder;

    private Path file;
    private XSSFWorkbook book;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("charts.xlsx");
        Workbooks.write(ChartGallery.report(), file);
        book = Recalculation.open(file);
    }

    @AfterEach
    void close() throws IOException {
        book.close();
    }

    private CTChartSpace space(String sheet, int index) {
        return ValidityTest.charts(book.getSheet(sheet)).get(index).getCTChartSpace();
    }

    private CTPlotArea plot(String sheet, int index) {
        return space(sheet, index).getChart().getPlotArea();
    }

    private Stream<CTChartSpace> all() {
        return Stream.of("Front", "Mining", "Turns", "Comps")
                .flatMap(sheet -> Stream.of(space(sheet, 0), space(sheet, 1)));
    }

    private static List<CTBarSer> bars(CTPlotArea plot) {
        return plot.getBarChartArray(0).getSerList();
    }

    private static List<CTLineSer> lines(CTPlotArea plot) {
        return plot.getLineChartArray(0).getSerList();
    }

    private static String fill(CTShapeProperties look) {
        return look.isSetNoFill()
                ? "none"
                : look.isSetPattFill()
                        ? "hatch"
                        : hex(look.getSolidFill().getSrgbClr().getVal());
    }

    private static String hex(byte[] rgb) {
        return new Colour(rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF).hex();
    }

    private static Map<Long, String> fillsOfPoints(CTBarSer series) {
        ImmutableMap.Builder<Long, String> fills = ImmutableMap.builder();
        for (CTDPt point : series.getDPtList()) {
            fills.put(point.getIdx().getVal(), fill(point.getSpPr()));
        }
        return fills.buildOrThrow();
    }

    private static CTDLbl label(CTBarSer series, long point) {
        return series.getDLbls().getDLblList().stream()
                .filter(label -> label.getIdx().getVal() == point)
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> numbers(CTBarSer series) {
        return series.getVal().getNumRef().getNumCache().getPtList().stream()
                .map(point -> Double.valueOf(point.getV()))
                .toList();
    }

    // ---------------------------------------------------------------- all of them

    @Test
    void every_part_is_valid_and_two_writes_are_the_same_bytes() throws IOException {
        assertThat(ValidityTest.faults(book)).isEmpty();

        Path again = folder.resolve("again.xlsx");
        Workbooks.write(ChartGallery.report(), again);
        assertThat(Files.mismatch(file, again)).isEqualTo(-1);
    }

    @Test
    void series_of_all_groups_of_a_chart_have_ids_of_their_own() {
        assertThat(all()).allSatisfy(space -> {
            CTPlotArea plot = space.getChart().getPlotArea();
            List<Long> ids = new ArrayList<>();
            plot.getAreaChartList().forEach(group -> group.getSerList().forEach(one -> ids.add(id(one.getIdx()))));
            plot.getBarChartList().forEach(group -> group.getSerList().forEach(one -> ids.add(id(one.getIdx()))));
            plot.getLineChartList().forEach(group -> group.getSerList().forEach(one -> ids.add(id(one.getIdx()))));
            assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    private static long id(CTUnsignedInt id) {
        return id.getVal();
    }

    @Test
    void text_is_nine_points_on_a_page_upright_and_half_a_point_less_on_its_side() {
        assertThat(List.of(letters(space("Front", 0)), letters(space("Mining", 0))))
                .extracting(CTTextCharacterProperties::getSz)
                .containsExactly(900, 850);
        assertThat(letters(space("Front", 0)).getLatin().getTypeface()).isEqualTo("Calibri");
    }

    private static CTTextCharacterProperties letters(CTChartSpace space) {
        return space.getTxPr().getPArray(0).getPPr().getDefRPr();
    }

    @Test
    void a_theme_gives_other_colours_and_another_font() throws IOException {
        Path themed = folder.resolve("themed.xlsx");
        Theme theme =
                Theme.STANDARD.withFont("Arial").with(ImmutableMap.of(Theme.Role.SERIES_1, Colour.parse("#5B1A2E")));
        Workbooks.write(ChartGallery.report(), theme, themed);
        try (XSSFWorkbook other = Recalculation.open(themed)) {
            CTChartSpace mines =
                    ValidityTest.charts(other.getSheet("Mining")).get(0).getCTChartSpace();
            assertThat(fill(bars(mines.getChart().getPlotArea()).get(0).getSpPr()))
                    .isEqualTo("5B1A2E");
            assertThat(letters(mines).getLatin().getTypeface()).isEqualTo("Arial");
        }
    }

    @Test
    void libreoffice_agrees_with_what_charts_add_to_the_model() throws IOException {
        Office.assumeInstalled();
        assertThat(Recalculation.differencesFromOffice(file, "en-US")).isEmpty();
    }

    // ---------------------------------------------------------------- bars

    @Test
    void a_bar_that_the_title_is_about_is_orange_and_a_printed_share_sky_with_a_dashed_edge() {
        CTBarSer shares = bars(plot("Front", 0)).get(0);

        assertThat(fill(shares.getSpPr())).isEqualTo(NAVY);
        assertThat(fillsOfPoints(shares)).isEqualTo(Map.of(2L, ORANGE, 4L, SKY));
        assertThat(shares.getDPtArray(1).getSpPr().getLn().getPrstDash().getVal())
                .isEqualTo(STPresetLineDashVal.DASH);
        assertThat(label(shares, 4).getNumFmt().getFormatCode()).isEqualTo("#,##0%\"*\";\"−\"#,##0%\"*\"");
    }

    @Test
    void what_is_not_measured_is_hatched_over_the_whole_length_and_says_so() {
        CTPlotArea plot = plot("Front", 0);
        CTBarSer notMeasured = bars(plot).get(1);

        assertThat(fill(notMeasured.getSpPr())).isEqualTo("hatch");
        assertThat(numbers(notMeasured)).containsExactly(1.0, 1.0); // metals and alloys, applications
        assertThat(notMeasured.getDLbls().getNumFmt().getFormatCode()).startsWith("\"n/a\";");
        assertThat(notMeasured.getDLbls().getDLblPos().getVal()).isEqualTo(STDLblPos.IN_BASE);
        assertThat(plot.getValAxArray(0).getScaling().getMax().getVal()).isEqualTo(1);
        assertThat(plot.getBarChartArray(0).getOverlap().getVal()).hasToString("100");
    }

    @Test
    void a_bar_without_a_number_has_no_label_until_one_is_put_in() {
        CTBarSer shares = bars(plot("Front", 0)).get(0);

        assertThat(numbers(shares)).containsExactly(0.484, 0.685, 0.913, 0.94);
        assertThat(label(shares, 3).getNumFmt().getFormatCode()).isEqualTo("#,##0%;\"−\"#,##0%;\"\";\"\"");
    }

    @Test
    void numbers_stand_beyond_bars_in_ink() {
        CTBarSer shares = bars(plot("Front", 0)).get(0);

        assertThat(shares.getDLbls().getDLblPos().getVal()).isEqualTo(STDLblPos.OUT_END);
        assertThat(colour(shares.getDLbls().getTxPr().getPArray(0).getPPr().getDefRPr()))
                .isEqualTo("1A1F27");
        assertThat(colour(label(shares, 4).getTxPr().getPArray(0).getPPr().getDefRPr()))
                .isEqualTo("1A1F27");
    }

    private static String colour(CTTextCharacterProperties letters) {
        return hex(letters.getSolidFill().getSrgbClr().getVal());
    }

    @Test
    void bars_on_a_logarithmic_scale_begin_a_decade_below_the_least() {
        CTPlotArea plot = plot("Comps", 0);

        assertThat(plot.getValAxArray(0).getScaling().getLogBase().getVal()).isEqualTo(10);
        assertThat(plot.getValAxArray(0).getScaling().getMin().getVal())
                .as("158 has a bar of more than one decade")
                .isEqualTo(10);
        assertThat(plot.getCatAxArray(0).getScaling().getOrientation().getVal()).isEqualTo(STOrientation.MAX_MIN);
    }

    // ---------------------------------------------------------------- lines

    @Test
    void lines_are_told_apart_by_dashes_and_the_first_is_heavy_and_on_top() {
        List<CTLineSer> lines = lines(plot("Front", 1));

        assertThat(lines)
                .extracting(ChartKindsTest::name)
                .containsExactly("Zero", "Fast +3.5", "Tight −31.4", "Base −7.1");
        assertThat(lines.subList(1, 4))
                .extracting(line ->
                        hex(line.getSpPr().getLn().getSolidFill().getSrgbClr().getVal()))
                .containsExactly(TEAL, ORANGE, NAVY);
        assertThat(lines.get(1).getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.SYS_DOT);
        assertThat(lines.get(2).getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.DASH);
        assertThat(lines.get(3).getSpPr().getLn().isSetPrstDash()).isFalse();
        assertThat(lines.get(3).getSpPr().getLn().getW()).isEqualTo((int) (2.75 * 12_700));
    }

    private static String name(CTLineSer line) {
        return line.getTx().isSetV()
                ? line.getTx().getV()
                : line.getTx().getStrRef().getStrCache().getPtArray(0).getV();
    }

    @Test
    void a_line_has_its_name_at_its_last_point_from_a_cell_that_follows_it() {
        CTLineSer base = lines(plot("Front", 1)).get(3);

        assertThat(base.getTx().isSetStrRef()).isTrue();
        assertThat(base.getDLbls().getDLblList()).hasSize(1);
        CTDLbl end = base.getDLbls().getDLblArray(0);
        assertThat(end.getIdx().getVal()).isEqualTo(6); // 2030, the seventh year
        assertThat(end.getShowSerName().getVal()).isTrue();
        assertThat(end.getShowVal().getVal()).isFalse();
        assertThat(end.getDLblPos().getVal()).isEqualTo(STDLblPos.R);
    }

    @Test
    void a_line_may_move_anywhere_without_losing_its_name() {
        var scaling = plot("Front", 1).getValAxArray(0).getScaling();

        assertThat(scaling.isSetMin()).isFalse();
        assertThat(scaling.isSetMax()).isFalse();
        assertThat(space("Front", 1).getChart().isSetLegend()).isFalse();
    }

    @Test
    void a_band_is_areas_on_one_that_is_not_seen_with_a_line_at_zero_over_them() {
        CTPlotArea plot = plot("Turns", 1);
        var areas = plot.getAreaChartArray(0).getSerList();

        assertThat(areas)
                .extracting(area -> fill(area.getSpPr()))
                .containsExactly("none", "DEE8F1", "B9CFE2", "DEE8F1");
        // P5, and from there to P25, P75 and P95 of 2030
        assertThat(areas)
                .extracting(area -> Double.parseDouble(
                        area.getVal().getNumRef().getNumCache().getPtArray(6).getV()))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1, Double.class)
                .containsExactly(-12.812, 4.712, 7.5, 5.696);
        assertThat(plot.getValAxArray(0).getCrossBetween().getVal()).isEqualTo(STCrossBetween.MID_CAT);
        assertThat(name(lines(plot).get(0))).isEqualTo("Zero");
    }

    @Test
    void numbers_along_the_axis_of_a_balance_have_their_sign() {
        assertThat(plot("Front", 1).getValAxArray(0).getNumFmt().getFormatCode())
                .isEqualTo("+#,##0;\"−\"#,##0;#,##0");
    }

    // ---------------------------------------------------------------- columns

    @Test
    void a_stack_has_five_colours_paler_ones_in_the_forecast_and_white_between_its_parts() {
        List<CTBarSer> parts = bars(plot("Mining", 0));

        assertThat(parts).extracting(part -> fill(part.getSpPr())).containsExactly(NAVY, TEAL, ORANGE, SKY, SAND);
        assertThat(fillsOfPoints(parts.get(0)).keySet()).containsExactly(4L, 5L, 6L, 7L, 8L); // 2026 to 2030
        assertThat(fillsOfPoints(parts.get(0))).containsEntry(4L, "708395");
        assertThat(hex(parts.get(0)
                        .getSpPr()
                        .getLn()
                        .getSolidFill()
                        .getSrgbClr()
                        .getVal()))
                .isEqualTo(WHITE);
    }

    @Test
    void the_total_of_a_stack_is_a_number_above_it() {
        CTLineSer total = lines(plot("Mining", 0)).get(0);

        assertThat(total.getSpPr().getLn().isSetNoFill()).isTrue();
        assertThat(total.getDLbls().getDLblPos().getVal()).isEqualTo(STDLblPos.T);
        assertThat(total.getDLbls().getShowVal().getVal()).isTrue();
    }

    @Test
    void the_parts_of_a_stack_have_their_names_beside_its_last_column_from_the_base_up_and_no_legend() {
        List<CTBarSer> parts = bars(plot("Mining", 0));

        assertThat(space("Mining", 0).getChart().isSetLegend()).isFalse();
        assertThat(parts)
                .extracting(part -> part.getTx().getV())
                .containsExactly("China", "United States", "Australia", "Myanmar", "All others");
        assertThat(parts).allSatisfy(part -> {
            CTDLbl name = label(part, 8); // 2030
            assertThat(part.getDLbls().getDLblList()).hasSize(1);
            assertThat(name.getShowSerName().getVal()).isTrue();
            assertThat(name.getShowVal().getVal()).isFalse();
            assertThat(name.getLayout().getManualLayout().getX().getVal()).isPositive();
        });
    }

    @Test
    void observed_columns_are_navy_forecasts_sky_and_the_one_the_title_is_about_orange() {
        CTBarSer growth = bars(plot("Mining", 1)).get(0);

        assertThat(fill(growth.getSpPr())).isEqualTo(NAVY);
        assertThat(fillsOfPoints(growth))
                .containsEntry(2L, ORANGE)
                .containsEntry(3L, SKY)
                .doesNotContainKey(1L);
    }

    @Test
    void a_level_is_a_dashed_line_with_its_name_at_the_last_column() {
        CTLineSer level = lines(plot("Mining", 1)).get(0);

        assertThat(name(level)).isEqualTo("Note: 4.75%");
        assertThat(level.getTx().isSetStrRef()).isTrue();
        assertThat(level.getSpPr().getLn().getPrstDash().getVal()).isEqualTo(STPresetLineDashVal.DASH);
        assertThat(level.getVal().getNumRef().getNumCache().getPtList())
                .hasSize(8)
                .allSatisfy(
                        point -> assertThat(Double.parseDouble(point.getV())).isEqualTo(0.0475));
        assertThat(level.getDLbls().getDLblArray(0).getIdx().getVal()).isEqualTo(7);
    }

    @Test
    void the_number_of_a_column_that_ends_just_below_a_level_stands_inside() {
        CTBarSer growth = bars(plot("Mining", 1)).get(0);

        assertThat(growth.getDLbls().getDLblPos().getVal()).isEqualTo(STDLblPos.OUT_END);
        assertThat(label(growth, 4).getDLblPos().getVal()).isEqualTo(STDLblPos.IN_END); // 3.7% under 4.75%
    }

    // ---------------------------------------------------------------- tornado and ranges

    @Test
    void a_tornado_has_low_and_high_ends_and_above_them_what_would_close_the_gap() {
        CTPlotArea plot = plot("Turns", 0);
        List<CTBarSer> bars = bars(plot);

        assertThat(bars).extracting(bar -> fill(bar.getSpPr())).containsExactly(SKY, NAVY, ORANGE);
        assertThat(bars.get(0).getCat().getStrRef().getStrCache().getPtList())
                .extracting(point -> point.getV())
                .startsWith("To close the gap", "Separation quota growth, 0 to 4.2% a year");
        assertThat(numbers(bars.get(0))).containsExactly(-7.4, -6.5, -3.8); // the fourth driver has no low end
        assertThat(numbers(bars.get(2)).get(0)).isCloseTo(7.122, within(1e-9));
        assertThat(bars)
                .allSatisfy(bar -> assertThat(bar.getDLbls().getNumFmt().getFormatCode())
                        .isEqualTo("[>=0.05]+#,##0.0;[<=-0.05]\"−\"#,##0.0;\"\""));
        assertThat(plot.getValAxArray(0).getScaling().getMin().getVal())
                .as("room for a number beyond the longest bar")
                .isLessThan(-7.4);
    }

    @Test
    void a_range_floats_and_an_exact_score_is_a_mark() {
        CTPlotArea plot = plot("Comps", 1);
        List<CTBarSer> bars = bars(plot);

        assertThat(bars).extracting(bar -> fill(bar.getSpPr())).containsExactly("none", SKY, NAVY);
        assertThat(numbers(bars.get(1)).get(0)).isCloseTo(0.851 - 0.744, within(1e-9));
        // Lynas, Baotou and Neo: a fiftieth of what lies between 0.122 and 0.88
        assertThat(numbers(bars.get(2)))
                .hasSize(3)
                .allSatisfy(mark -> assertThat(mark).isCloseTo(0.01516, within(1e-9)));
        assertThat(plot.getValAxArray(0).getScaling().getMax().getVal()).isEqualTo(1);
    }

    // ---------------------------------------------------------------- points

    private List<CTScatterSer> points() {
        return plot("Holders", 0).getScatterChartArray(0).getSerList();
    }

    private static String name(CTScatterSer series) {
        return series.getTx().isSetV()
                ? series.getTx().getV()
                : series.getTx().getStrRef().getStrCache().getPtArray(0).getV();
    }

    private static List<String> across(CTScatterSer series) {
        return series.getXVal().getNumRef().getNumCache().getPtList().stream()
                .map(point -> point.getV())
                .toList();
    }

    private static List<String> up(CTScatterSer series) {
        return series.getYVal().getNumRef().getNumCache().getPtList().stream()
                .map(point -> point.getV())
                .toList();
    }

    @Test
    void a_point_is_a_series_from_three_cells_with_the_first_over_the_others() {
        assertThat(points())
                .extracting(ChartKindsTest::name)
                .containsExactly(
                        "A year before",
                        "Median of reserves",
                        "China",
                        "Brazil",
                        "India",
                        "Australia",
                        "Russia",
                        "Vietnam",
                        "Thailand",
                        "United States");
        CTScatterSer china = points().get(2);
        assertThat(china.getTx().isSetStrRef()).isTrue();
        assertThat(across(china)).containsExactly("44.0");
        assertThat(up(china)).containsExactly("270.0");
        assertThat(up(points().get(0))).containsExactly("41.6", "3.6", "0.3", "2.5", "16.0", "2.9", "0.14", "255.0");
        // half of 3.8 and 5.7, from the output of Brazil to that of China
        assertThat(across(points().get(1))).containsExactly("4.75", "4.75");
        assertThat(up(points().get(1))).containsExactly("0.02", "270.0");
    }

    @Test
    void each_axis_of_points_says_what_it_measures_at_the_edge_of_the_plot() {
        List<CTValAx> axes = plot("Holders", 0).getValAxList();

        assertThat(axes)
                .extracting(axis -> axis.getTitle()
                        .getTx()
                        .getRich()
                        .getPArray(0)
                        .getRArray(0)
                        .getT())
                .containsExactly("Reserves, Mt REO", "Mine production, kt REO, log scale");
        assertThat(axes).extracting(axis -> axis.getCrosses().getVal()).containsOnly(STCrosses.MIN);
        assertThat(axes.get(0).getScaling().isSetLogBase()).isFalse();
        assertThat(axes.get(1).getScaling().getLogBase().getVal()).isEqualTo(10);
        assertThat(axes.get(1).getScaling().getMin().getVal()).isEqualTo(0.01);
        assertThat(axes.get(1).getNumFmt().getFormatCode()).isEqualTo("[>=1]#,##0;0.0#####");
    }

    @Test
    void the_names_of_points_stand_beside_them_where_they_have_room() {
        assertThat(points())
                .filteredOn(point -> point.isSetDLbls())
                .allSatisfy(point -> assertThat(point.getDLbls()
                                .getDLblArray(0)
                                .getShowSerName()
                                .getVal())
                        .isTrue())
                .extracting(ChartKindsTest::name)
                .contains("China", "Brazil", "Thailand", "United States");
    }

    // ---------------------------------------------------------------- in words

    private List<String> words() {
        return Stream.of("Front", "Mining", "Turns", "Comps", "Holders")
                .flatMap(sheet ->
                        book.getSheet(sheet).getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().stream())
                .map(anchor -> anchor.getGraphicFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr()
                        .getDescr())
                .toList();
    }

    @Test
    void a_chart_is_told_in_words_with_its_numbers() {
        assertThat(words())
                .contains("China’s hold is tightest after the mine. Bars, %. Share of China: Reserves 48%, Mining 69%,"
                        + " Separation 91%, Magnets 94%; no figure for Metals, alloys, Applications.")
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "Short in two of three scenarios by 2030. Lines, kt magnet REE. Base −7.1: 0.0 (2024)"
                                        + " to −7.1 (2030), highest 0.0 (2024).")
                        .endsWith(
                                "Lower edge of the band: 0.0 (2024) to −12.8 (2030), highest 0.0 (2024). Upper edge of"
                                        + " the band: 0.0 (2024) to +5.1 (2030), highest +5.1 (2030)."))
                .anySatisfy(text -> assertThat(text)
                        .startsWith(
                                "Output stalls in 2025, then grows with China’s quota and Mt Weld. Stacked columns, kt"
                                        + " REO. China: 210 (2022) to 303 (2030), highest 303 (2030).")
                        .contains("World: 297 (2022) to 454 (2030), highest 454 (2030)."))
                .anySatisfy(text -> assertThat(text).contains("Compared with: Note: 4.75%."))
                .contains(
                        "Reserves say little about output. Points: upwards Mine production, kt REO, log scale; across Reserves,"
                                + " Mt REO. United States 45 and 1.90, Thailand 13 and 0.00, Vietnam 0.3 and 3.50, Russia 2.5 and 3.80,"
                                + " Australia 13 and 5.70, India 2.9 and 6.90 and 2 more.");
    }
}
