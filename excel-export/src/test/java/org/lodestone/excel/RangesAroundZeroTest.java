package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScaling;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickLblPos;

/** Bars from low to high values, some of which are below zero: NPVs over scenarios, made up, USD mn. */
class RangesAroundZeroTest {

    private static final ImmutableMap<String, double[]> NPVS = ImmutableMap.of(
            "Below", new double[] {-206, -50},
            "Across", new double[] {-206, 10},
            "Above", new double[] {20, 35},
            "The same", new double[] {-80, -80});

    private static final Term NPV = Term.of("NPV");

    @TempDir
    Path folder;

    private static Key npv(String name, int end) {
        return NPV.sub(end == 0 ? "lowest" : "highest").of(Subject.of(name));
    }

    private static Report report(Map<String, double[]> npvs) {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        npvs.forEach((name, ends) -> IntStream.range(0, 2)
                .forEach(end -> model.figure(
                        npv(name, end), Value.of(ends[end]), ValueUnit.NUMBER, Citation.of("usgs-mcs-2025"))));
        Chart chart = Chart.rangesAroundZero("NPV by scenario", "USD mn", ends(npvs, 0), ends(npvs, 1), model)
                .build();
        Table table = Table.of("NPV", List.copyOf(npvs.keySet()))
                .label("Project", name -> name)
                .value("Lowest", Shown.WHOLE, name -> npv(name, 0))
                .value("Highest", Shown.WHOLE, name -> npv(name, 1))
                .build();
        return new Report(
                "NPV",
                "",
                ImmutableList.of(Section.of("NPV", "NPV", "", List.of(Block.charts(chart), table))),
                model.build(),
                ImmutableMap.of());
    }

    private static Formula.Span ends(Map<String, double[]> npvs, int end) {
        return span(npvs.keySet().stream().map(name -> npv(name, end)).toList());
    }

    private static Chart chart(Report report) {
        return report.sections().stream().flatMap(Section::charts).findFirst().orElseThrow();
    }

    private static Plot plot(Map<String, double[]> npvs) {
        Report report = report(npvs);
        return new PrintedBlocks(report, Theme.STANDARD).plot(chart(report));
    }

    private Path written(Map<String, double[]> npvs) throws IOException {
        Path file = folder.resolve("npv.xlsx");
        Workbooks.write(report(npvs), file);
        return file;
    }

    private static CTPlotArea plotArea(XSSFWorkbook book) {
        return ValidityTest.charts(book.getSheet("NPV"))
                .get(0)
                .getCTChartSpace()
                .getChart()
                .getPlotArea();
    }

    private static List<Double> numbers(CTBarSer series) {
        return series.getVal().getNumRef().getNumCache().getPtList().stream()
                .map(point -> Double.valueOf(point.getV()))
                .toList();
    }

    @Test
    void a_program_stacks_parts_above_and_below_zero_in_one_colour_on_a_base_that_is_not_seen() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(written(NPVS))) {
            CTPlotArea plot = plotArea(book);
            List<CTBarSer> bars = plot.getBarChartArray(0).getSerList();

            assertThat(bars)
                    .extracting(RangesAroundZeroTest::numbers)
                    .containsExactly(
                            List.of(-50.0, 0.0, 20.0, -80.0),
                            List.of(0.0, 10.0, 15.0, 0.0),
                            List.of(-156.0, -206.0, 0.0, 0.0),
                            List.of(-4.82)); // a fiftieth of 241, down from −80
            assertThat(bars.get(0).getSpPr().isSetNoFill()).isTrue();
            assertThat(bars.get(1).getSpPr().xmlText())
                    .isEqualTo(bars.get(2).getSpPr().xmlText())
                    .contains("86B3D1");
            assertThat(bars.get(2).getInvertIfNegative().getVal()).isFalse();
            assertThat(plot.getCatAxArray(0).getTickLblPos().getVal())
                    .as("names stand beside the plot and not on bars")
                    .isEqualTo(STTickLblPos.LOW);
            assertThat(ValidityTest.faults(book)).isEmpty();
        }
    }

    @Test
    void an_axis_ends_at_zero_where_all_is_on_one_side_and_goes_below_it_where_a_bar_does() throws IOException {
        assertThat(scaling("Below").isSetMin()).isFalse();
        assertThat(scaling("Below").getMax().getVal()).isZero();
        assertThat(scaling("Across").isSetMin()).isFalse();
        assertThat(scaling("Across").isSetMax()).isFalse();
        assertThat(scaling("Above").getMin().getVal()).isZero();
    }

    private CTScaling scaling(String name) throws IOException {
        try (XSSFWorkbook book = Recalculation.open(written(Map.of(name, NPVS.get(name))))) {
            return plotArea(book).getValAxArray(0).getScaling();
        }
    }

    @Test
    void libreoffice_moves_bars_over_zero_when_other_values_are_typed() throws IOException {
        Office.assumeInstalled();
        Report report = report(NPVS);
        Placement placement = Placer.place(report, Theme.STANDARD);
        Map<Key, Value> edit = Map.of(npv("Below", 1), Value.of(25), npv("Above", 0), Value.of(-30));
        Map<Spot, Object> typed = new LinkedHashMap<>();
        edit.forEach(
                (key, value) -> typed.put(placement.home(key), value.number().orElseThrow()));

        Cells cells = Recalculation.edited(written(NPVS), typed);

        Values values = report.model().valuesWith(edit);
        assertThat(chart(report).series())
                .hasSize(4)
                .allSatisfy(part -> part.values()
                        .keys()
                        .forEach(key -> cells.requireEqual(placement.home(key), key, values.of(key))));
    }

    @Test
    void a_bar_drawn_beside_the_workbook_goes_from_its_low_to_its_high_value() {
        Plot plot = plot(NPVS);

        assertThat(plot.bars())
                .extracting(bar -> List.of(bar.from(), bar.to()))
                .containsExactly(
                        List.of(-206.0, -50.0), List.of(-206.0, 10.0), List.of(20.0, 35.0), List.of(-80.0, -84.82));
        assertThat(plot.texts())
                .extracting(Plot.Text::words)
                .containsExactly("−206 to −50", "−206 to +10", "+20 to +35", "−80");
        assertThat(plot.axis().from()).isLessThanOrEqualTo(-206);
        assertThat(plot.words())
                .endsWith("Lowest: Below −206, Across −206, Above +20, The same −80."
                        + " Highest: Below −50, Across +10, Above +35, The same −80.");
    }

    @Test
    void its_axis_has_zero_also_where_all_bars_are_below() {
        Plot.Axis axis = plot(Map.of("Below", NPVS.get("Below"))).axis();

        assertThat(axis.from()).isEqualTo(-250); // a whole step below −206
        assertThat(axis.to()).isZero();
    }
}
