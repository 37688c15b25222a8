package org.lodestone.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDoughnutChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Draws native charts, which follow the cells they are drawn from. */
final class ChartDrawer {

    private static final String LABELS_FROM_3_PERCENT = "[>=0.03]0%;;";

    private final Values values;
    private final Placement placement;
    private final CategoryNames names;

    /** What stands in a cell that names a category. */
    interface CategoryNames {
        String at(Spot spot);
    }

    ChartDrawer(Values values, Placement placement, CategoryNames names) {
        this.values = values;
        this.placement = placement;
        this.names = names;
    }

    /** The cells of a series: its values, and beside each the cell that names its category. */
    private record SeriesPlan(Chart.Series series, List<Spot> values, List<Spot> categories) {}

    private SeriesPlan cells(Chart.Series series) {
        List<Spot> spots = series.values().keys().stream().map(placement::home).toList();
        boolean inRow = spots.size() > 1 && spots.get(0).row() == spots.get(1).row();
        return new SeriesPlan(
                series,
                spots,
                spots.stream().map(spot -> placement.category(spot, inRow)).toList());
    }

    void draw(XSSFSheet sheet, ChartPlan plan) {
        XSSFClientAnchor anchor = sheet.createDrawingPatriarch()
                .createAnchor(
                        0,
                        0,
                        almostAll(sheet, plan.lastColumn() - 1),
                        0,
                        plan.column(),
                        plan.row(),
                        plan.lastColumn() - 1,
                        plan.lastRow());
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        frame(chart, plan.chart());
        List<SeriesPlan> all = plan.chart().series().stream().map(this::cells).toList();
        switch (plan.chart().kind()) {
            case DOUGHNUT -> doughnut(chart, all.get(0));
            case LINES -> axes(chart, plan, List.of(), all);
            case BARS, COLUMNS, STACKED_COLUMNS -> axes(chart, plan, all, List.of());
            case COLUMNS_AND_LINES ->
                axes(
                        chart,
                        plan,
                        all.stream().filter(s -> !s.series().line()).toList(),
                        all.stream().filter(s -> s.series().line()).toList());
        }
    }

    /** A little less than a column's width: a border on the edge of the print area would be cut. */
    private static int almostAll(XSSFSheet sheet, int column) {
        return (int) ((sheet.getColumnWidthInPixels(column) - 12) * Units.EMU_PER_PIXEL);
    }

    private static void frame(XSSFChart chart, Chart what) {
        var space = chart.getCTChartSpace();
        space.addNewRoundedCorners().setVal(false);
        chart.setTitleText(what.title());
        chart.setTitleOverlay(false);
        var run = chart.getCTChart().getTitle().getTx().getRich().getPArray(0).getRArray(0);
        CTTextCharacterProperties title = run.isSetRPr() ? run.getRPr() : run.addNewRPr();
        title.setLang("en-GB");
        title.setSz(1200);
        title.setB(true);
        title.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb(Style.NAVY));
        title.addNewLatin().setTypeface(Style.FONT);
        var shape = space.addNewSpPr();
        shape.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb("FFFFFF"));
        var border = shape.addNewLn();
        border.setW(6350);
        border.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb(Style.RULE));
        var text = space.addNewTxPr();
        text.addNewBodyPr();
        text.addNewLstStyle();
        CTTextCharacterProperties small = text.addNewP().addNewPPr().addNewDefRPr();
        small.setSz(900);
        small.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb(Style.INK));
        small.addNewLatin().setTypeface(Style.FONT);
        if (what.series().size() > 1 || what.kind() == Chart.Kind.DOUGHNUT) {
            var legend = chart.getOrAddLegend();
            legend.setPosition(what.kind() == Chart.Kind.DOUGHNUT ? LegendPosition.RIGHT : LegendPosition.BOTTOM);
            legend.setOverlay(false);
        }
        chart.displayBlanksAs(DisplayBlanks.GAP);
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName("Chart " + properties.getId());
        properties.setDescr(what.title() + " ("
                + what.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + what.unit() + ")");
    }

    private void axes(XSSFChart chart, ChartPlan plan, List<SeriesPlan> columns, List<SeriesPlan> lines) {
        boolean bars = plan.chart().kind() == Chart.Kind.BARS;
        boolean both = !columns.isEmpty() && !lines.isEmpty();
        XDDFCategoryAxis categories = chart.createCategoryAxis(bars ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis amounts = chart.createValueAxis(bars ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        look(categories);
        boolean ratios = columns.isEmpty() && plan.chart().unit().startsWith("%");
        look(amounts, ratios ? "0%" : "#,##0", true);
        amounts.setTitle(plan.chart().unit());
        axisTitle(amounts);
        if (bars) {
            categories.setOrientation(AxisOrientation.MAX_MIN);
            categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
            amounts.setCrosses(AxisCrosses.MAX);
        }
        int colour = 0;
        if (!columns.isEmpty()) {
            XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, amounts);
            boolean stacked = plan.chart().kind() == Chart.Kind.STACKED_COLUMNS;
            data.setBarDirection(bars ? BarDirection.BAR : BarDirection.COL);
            data.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
            if (stacked) {
                data.setOverlap((byte) 100);
            }
            if (columns.stream().allMatch(this::nowhereNegative)) {
                amounts.setMinimum(0); // a column that does not start from zero misleads
            }
            data.setGapWidth(45);
            data.setVaryColors(false);
            for (SeriesPlan series : columns) {
                var drawn = (XDDFBarChartData.Series) data.addSeries(categories(series), numbers(series));
                drawn.setTitle(series.series().name(), null);
                drawn.setFillProperties(fill(Style.SERIES[colour++ % Style.SERIES.length]));
                drawn.setInvertIfNegative(false);
            }
            chart.plot(data);
        }
        if (!lines.isEmpty()) {
            XDDFCategoryAxis lineCategories = categories;
            XDDFValueAxis ratioAxis = amounts;
            if (both) {
                lineCategories = chart.createCategoryAxis(AxisPosition.BOTTOM);
                lineCategories.setVisible(false);
                ratioAxis = chart.createValueAxis(AxisPosition.RIGHT);
                ratioAxis.setCrosses(AxisCrosses.MAX);
                look(ratioAxis, "0%", false);
                lineCategories.crossAxis(ratioAxis);
                ratioAxis.crossAxis(lineCategories);
            }
            XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, lineCategories, ratioAxis);
            data.setGrouping(Grouping.STANDARD);
            data.setVaryColors(false);
            for (SeriesPlan series : lines) {
                var drawn = (XDDFLineChartData.Series) data.addSeries(categories(series), numbers(series));
                String hex = Style.SERIES[colour++ % Style.SERIES.length];
                drawn.setTitle(series.series().name(), null);
                drawn.setSmooth(false);
                drawn.setLineProperties(line(hex, 2.25));
                drawn.setMarkerStyle(MarkerStyle.CIRCLE);
                drawn.setMarkerSize((short) 6);
            }
            chart.plot(data);
            paintMarkers(chart, columns.size());
        }
    }

    private boolean nowhereNegative(SeriesPlan plan) {
        return plan.series().values().keys().stream()
                .allMatch(key -> values.number(key).orElse(0) >= 0);
    }

    private static void paintMarkers(XSSFChart chart, int firstColour) {
        int colour = firstColour;
        for (var lines : chart.getCTChart().getPlotArea().getLineChartArray()) {
            for (var series : lines.getSerArray()) {
                String hex = Style.SERIES[colour++ % Style.SERIES.length];
                var shape = series.getMarker().addNewSpPr();
                shape.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb(hex));
                shape.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(Style.rgb("FFFFFF"));
            }
        }
    }

    private void doughnut(XSSFChart chart, SeriesPlan plan) {
        XDDFDoughnutChartData data = (XDDFDoughnutChartData) chart.createData(ChartTypes.DOUGHNUT, null, null);
        data.setVaryColors(true);
        data.setHoleSize(58);
        data.setFirstSliceAngle(0);
        var series = (XDDFDoughnutChartData.Series) data.addSeries(categories(plan), numbers(plan));
        series.setTitle(plan.series().name(), null);
        chart.plot(data);
        for (int i = 0; i < plan.series().values().keys().size(); i++) {
            var point = series.getDataPoint(i);
            point.setFillProperties(fill(Style.SERIES[Math.min(i, Style.SERIES.length - 1)]));
            point.setLineProperties(line("FFFFFF", 1));
        }
        CTDLbls labels = series.getCTPieSer().addNewDLbls();
        var format = labels.addNewNumFmt();
        format.setFormatCode(LABELS_FROM_3_PERCENT);
        format.setSourceLinked(false);
        labels.addNewSpPr().addNewNoFill();
        labels.getSpPr().addNewLn().addNewNoFill();
        var text = labels.addNewTxPr();
        text.addNewBodyPr();
        text.addNewLstStyle();
        CTTextCharacterProperties white = text.addNewP().addNewPPr().addNewDefRPr();
        white.setSz(900);
        white.addNewSolidFill().addNewSrgbClr().setVal(Style.rgb("FFFFFF"));
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(false);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(true);
        labels.addNewShowBubbleSize().setVal(false);
        labels.addNewShowLeaderLines().setVal(false);
    }

    private XDDFCategoryDataSource categories(SeriesPlan plan) {
        return new Names(
                range(plan.categories()),
                plan.categories().stream()
                        .map(spot -> Optional.of(names.at(spot)))
                        .toList());
    }

    /** The values as Java works them out; what is missing leaves a gap. */
    private XDDFNumericalDataSource<Double> numbers(SeriesPlan plan) {
        List<Optional<Double>> numbers = new ArrayList<>();
        for (Key key : plan.series().values().keys()) {
            numbers.add(values.of(key) instanceof Value.Num num ? Optional.of(num.amount()) : Optional.empty());
        }
        return new Numbers(range(plan.values()), numbers);
    }

    /** What stands in some cells, with the range they form. */
    private abstract static class InCells<T> implements XDDFDataSource<T> {
        private final String range;
        private final List<Optional<T>> points;

        InCells(String range, List<Optional<T>> points) {
            this.range = range;
            this.points = points;
        }

        @Override
        public int getPointCount() {
            return points.size();
        }

        @Override
        public @Nullable T getPointAt(int index) {
            return points.get(index).orElse(null);
        }

        @Override
        public boolean isCellRange() {
            return true;
        }

        @Override
        public boolean isReference() {
            return true;
        }

        @Override
        public String getDataRangeReference() {
            return range;
        }

        @Override
        public String getFormula() {
            return range;
        }

        @Override
        public int getColIndex() {
            return 0;
        }

        @Override
        public String getFormatCode() {
            return "General";
        }
    }

    private static final class Names extends InCells<String> implements XDDFCategoryDataSource {
        Names(String range, List<Optional<String>> texts) {
            super(range, texts);
        }

        @Override
        public boolean isNumeric() {
            return false;
        }
    }

    private static final class Numbers extends InCells<Double> implements XDDFNumericalDataSource<Double> {
        Numbers(String range, List<Optional<Double>> numbers) {
            super(range, numbers);
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public void setFormatCode(String formatCode) {
            throw new UnsupportedOperationException("The format is that of the axis.");
        }
    }

    private static String range(List<Spot> spots) {
        return spots.get(0).absolute() + ":" + spots.get(spots.size() - 1).anchored();
    }

    private static void look(XDDFCategoryAxis axis) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(line(Style.GREY, 0.75));
    }

    private static void look(XDDFValueAxis axis, String format, boolean grid) {
        axis.setNumberFormat(format);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        if (grid) {
            axis.getOrAddMajorGridProperties().setLineProperties(line(Style.RULE, 0.5));
        }
        axis.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
    }

    private static void axisTitle(XDDFValueAxis axis) {
        var font = axis.getOrAddTextProperties();
        font.setFontSize(9d);
    }

    private static XDDFSolidFillProperties fill(String hex) {
        return new XDDFSolidFillProperties(XDDFColor.from(Style.rgb(hex)));
    }

    private static XDDFLineProperties line(String hex, double points) {
        XDDFLineProperties line = new XDDFLineProperties(fill(hex));
        line.setWidth(points);
        return line;
    }
}
