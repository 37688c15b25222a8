package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
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
import org.apache.poi.xddf.usermodel.chart.LayoutMode;
import org.apache.poi.xddf.usermodel.chart.LayoutTarget;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDoughnutChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFManualLayout;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Shown;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Draws native charts, which follow the cells they are drawn from. */
final class ChartDrawer {

    private static final String LABELS_FROM_3_PERCENT = "[>=0.03]0%;;";

    /** A border on the edge of rows that each printed page repeats would be repeated as well. */
    private static final int BELOW_REPEATED_ROWS = 3 * Units.EMU_PER_PIXEL;

    /** Room for a letter of a category's name, and for what stands above and below the bars, in pixels. */
    private static final double LETTER = 5.5;

    private static final double ABOVE_BARS = 48;
    private static final double BELOW_BARS = 80;
    private static final double RIGHT_OF_BARS = 36;
    private static final double LARGEST_PART_FOR_NAMES = 0.55;

    private final Values values;
    private final ImmutableList<Values> cases;
    private final Placement placement;
    private final CategoryNames names;
    private final Map<Spot, Shown> shown = new HashMap<>();

    /** What stands in a cell that names a category. */
    interface CategoryNames {
        String at(Spot spot);
    }

    /** Charts of the first case; the others are what a reader's choices make of it, and must fit the charts too. */
    ChartDrawer(ImmutableList<Values> cases, Placement placement, CategoryNames names) {
        this.values = cases.get(0);
        this.cases = cases;
        this.placement = placement;
        this.names = names;
        placement.sheets().forEach(plan -> plan.items().forEach(item -> shown.put(item.spot(), item.shown())));
    }

    /** The cells of a series: its values, and beside each the cell that names its category. */
    private record SeriesPlan(Chart.Series series, List<Spot> values, List<Spot> categories) {}

    /** The cells of its own sheet where these have the values side by side; else those of another. */
    private SeriesPlan cells(Chart.Series series, Appearances near) {
        List<Spot> spots = near.line(series.values())
                .<List<Spot>>map(line -> line)
                .orElseGet(() -> placement.sideBySide(series.values()));
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
                        BELOW_REPEATED_ROWS,
                        almostAll(sheet, plan.lastColumn() - 1),
                        0,
                        plan.column(),
                        plan.row(),
                        plan.lastColumn() - 1,
                        plan.lastRow());
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        frame(chart, plan.chart());
        Appearances near = placement.on(sheet.getSheetName());
        List<SeriesPlan> all = plan.chart().series().stream()
                .map(series -> cells(series, near))
                .toList();
        switch (plan.chart().kind()) {
            case DOUGHNUT -> doughnut(chart, all.get(0));
            case LINES, FAN -> axes(chart, plan.chart(), List.of(), all);
            case BARS, COLUMNS, STACKED_COLUMNS -> axes(chart, plan.chart(), all, List.of());
            case TORNADO -> {
                axes(chart, plan.chart(), all, List.of());
                showAllNames(chart, all.get(0), width(sheet, plan), height(sheet, plan));
            }
            case COLUMNS_AND_LINES, STACKED_COLUMNS_AND_LINES ->
                axes(
                        chart,
                        plan.chart(),
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

    private void axes(XSSFChart chart, Chart what, List<SeriesPlan> columns, List<SeriesPlan> lines) {
        boolean lying = isLying(what);
        XDDFCategoryAxis categories = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis amounts = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        look(categories);
        List<SeriesPlan> measured = columns.isEmpty() ? lines : columns;
        look(amounts, format(what, measured, !columns.isEmpty()), true);
        if (isFewWholes(measured)) {
            amounts.setMajorUnit(1); // there is no half country
        }
        amounts.setTitle(what.unit());
        axisTitle(amounts);
        if (lying) {
            categories.setOrientation(AxisOrientation.MAX_MIN); // the first category on top
            amounts.setCrosses(AxisCrosses.MAX);
        }
        if (!columns.isEmpty()) {
            columns(chart, what, columns, categories, amounts);
        }
        if (!lines.isEmpty() && columns.isEmpty()) {
            lines(chart, what, lines, 0, categories, amounts);
        } else if (!lines.isEmpty()) {
            linesOnSecondAxis(chart, what, lines, columns.size());
        }
    }

    private static boolean isLying(Chart what) {
        return what.kind() == Chart.Kind.BARS || what.kind() == Chart.Kind.TORNADO;
    }

    private void columns(
            XSSFChart chart, Chart what, List<SeriesPlan> columns, XDDFCategoryAxis categories, XDDFValueAxis amounts) {
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, amounts);
        boolean stacked =
                what.kind() == Chart.Kind.STACKED_COLUMNS || what.kind() == Chart.Kind.STACKED_COLUMNS_AND_LINES;
        boolean tornado = what.kind() == Chart.Kind.TORNADO;
        data.setBarDirection(isLying(what) ? BarDirection.BAR : BarDirection.COL);
        data.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        if (stacked || tornado) {
            data.setOverlap((byte) 100);
        }
        if (!tornado && columns.stream().allMatch(this::nowhereNegative)) {
            amounts.setMinimum(0); // a column that does not start from zero misleads
        }
        data.setGapWidth(45);
        data.setVaryColors(false);
        String[] colours = tornado ? Style.TORNADO : Style.SERIES;
        for (int i = 0; i < columns.size(); i++) {
            SeriesPlan series = columns.get(i);
            var drawn = (XDDFBarChartData.Series) data.addSeries(categories(series), numbers(series));
            drawn.setTitle(series.series().name(), null);
            drawn.setFillProperties(fill(colours[i % colours.length]));
            drawn.setInvertIfNegative(false);
        }
        chart.plot(data);
    }

    private void linesOnSecondAxis(XSSFChart chart, Chart what, List<SeriesPlan> lines, int firstColour) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        categories.setVisible(false);
        XDDFValueAxis ratios = chart.createValueAxis(AxisPosition.RIGHT);
        ratios.setCrosses(AxisCrosses.MAX);
        look(ratios, Style.axisFormat(range(lines, false), true), false);
        categories.crossAxis(ratios);
        ratios.crossAxis(categories);
        lines(chart, what, lines, firstColour, categories, ratios);
    }

    /** Lines. Their axis scales itself, but for a fan: a fixed end would cut what a reader makes of the inputs. */
    private void lines(
            XSSFChart chart,
            Chart what,
            List<SeriesPlan> lines,
            int firstColour,
            XDDFCategoryAxis categories,
            XDDFValueAxis amounts) {
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, amounts);
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        boolean fan = what.kind() == Chart.Kind.FAN;
        if (fan) {
            fit(amounts, lines);
        }
        for (int i = 0; i < lines.size(); i++) {
            SeriesPlan series = lines.get(i);
            var drawn = (XDDFLineChartData.Series) data.addSeries(categories(series), numbers(series));
            drawn.setTitle(series.series().name(), null);
            drawn.setSmooth(false);
            if (fan) {
                drawn.setLineProperties(rib(Math.abs(i - lines.size() / 2)));
                drawn.setMarkerStyle(MarkerStyle.NONE);
            } else {
                drawn.setLineProperties(line(Style.SERIES[(firstColour + i) % Style.SERIES.length], 2.25));
                drawn.setMarkerStyle(MarkerStyle.CIRCLE);
                drawn.setMarkerSize((short) 6);
            }
        }
        chart.plot(data);
        if (!fan) {
            paintMarkers(chart, firstColour);
        }
    }

    /**
     * Starts the axis of a fan below its lowest line, where that is far from zero: its spread is what a reader looks for.
     * The lowest is taken over all cases that can be chosen, and what is drawn does not follow other inputs.
     */
    private void fit(XDDFValueAxis amounts, List<SeriesPlan> lines) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (SeriesPlan line : lines) {
            for (Key key : line.series().values().keys()) {
                for (Values one : cases) {
                    double value = one.number(key).orElse(Double.NaN);
                    lowest = value < lowest ? value : lowest;
                    highest = value > highest ? value : highest;
                }
            }
        }
        double spread = highest - lowest;
        if (lowest > 0 && spread > 0 && spread < lowest) {
            double step = Math.pow(10, Math.floor(Math.log10(spread)));
            amounts.setMinimum(Math.floor(lowest / step) * step);
        }
    }

    /** A line of a fan: the further from the middle one, the lighter and thinner, and dashed from the second pair on. */
    private static XDDFLineProperties rib(int fromMiddle) {
        String hex = Style.FAN[Math.min(fromMiddle, Style.FAN.length - 1)];
        XDDFLineProperties line = line(hex, fromMiddle == 0 ? 3 : Math.max(1, 2 - 0.5 * (fromMiddle - 1)));
        if (fromMiddle > 1) {
            line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.SYSTEM_DASH));
        }
        return line;
    }

    /** Gives names of categories the room they need: left to themselves, programs cut long ones or leave some out. */
    private void showAllNames(XSSFChart chart, SeriesPlan plan, double width, double height) {
        int longest = plan.categories().stream()
                .mapToInt(spot -> names.at(spot).length())
                .max()
                .orElse(0);
        double left = Math.min(LARGEST_PART_FOR_NAMES, (longest + 3) * LETTER / width);
        var area = chart.getCTChart().getPlotArea();
        XDDFManualLayout layout = new XDDFManualLayout(area);
        layout.setTarget(LayoutTarget.INNER);
        layout.setXMode(LayoutMode.EDGE);
        layout.setYMode(LayoutMode.EDGE);
        layout.setX(left);
        layout.setY(ABOVE_BARS / height);
        layout.setWidthRatio(1 - left - RIGHT_OF_BARS / width);
        layout.setHeightRatio(1 - (ABOVE_BARS + BELOW_BARS) / height);
        area.getCatAxArray(0).addNewTickLblSkip().setVal(1);
    }

    private static double width(XSSFSheet sheet, ChartPlan plan) {
        double width = 0;
        for (int column = plan.column(); column < plan.lastColumn(); column++) {
            width += sheet.isColumnHidden(column) ? 0 : sheet.getColumnWidthInPixels(column);
        }
        return width;
    }

    private static double height(XSSFSheet sheet, ChartPlan plan) {
        return (plan.lastRow() - plan.row()) * Units.pointsToPixel(sheet.getDefaultRowHeightInPoints());
    }

    // ---------------------------------------------------------------- the numbers of a series

    private String format(Chart what, List<SeriesPlan> all, boolean fromZero) {
        boolean ratios = what.unit().startsWith("%") || all.stream().allMatch(this::showsRatios);
        String format = Style.axisFormat(isFewWholes(all) ? 0 : range(all, fromZero), ratios);
        return what.kind() == Chart.Kind.TORNADO ? Style.signed(format) : format;
    }

    /** Whether all are shown as ordinals, as small counts are, and so low that an axis would have marks between them. */
    private boolean isFewWholes(List<SeriesPlan> all) {
        return range(all, true) < Style.AXIS_MARKS
                && all.stream()
                        .flatMap(plan -> plan.values().stream())
                        .allMatch(spot -> shown.get(spot) == Shown.ORDINAL);
    }

    private boolean showsRatios(SeriesPlan plan) {
        return plan.values().stream().map(shown::get).allMatch(s -> s == Shown.PERCENT || s == Shown.PERCENT_2);
    }

    /** From the lowest to the highest value that is known, and from zero where the axis has it; zero if none is known. */
    private double range(List<SeriesPlan> all, boolean fromZero) {
        double[] known = all.stream()
                .flatMap(plan -> plan.series().values().keys().stream())
                .map(values::number)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double highest = Arrays.stream(known).max().orElse(0);
        double lowest = Arrays.stream(known).min().orElse(0);
        return fromZero ? Math.max(highest, 0) - Math.min(lowest, 0) : highest - lowest;
    }

    /** Whether no value is negative, nor becomes so when a reader picks another case. */
    private boolean nowhereNegative(SeriesPlan plan) {
        return cases.stream()
                .allMatch(some -> plan.series().values().keys().stream()
                        .allMatch(key -> some.number(key).orElse(0) >= 0));
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
            numbers.add(values.of(key)
                    .fold(
                            Optional::of,
                            text -> Optional.empty(),
                            truth -> Optional.empty(),
                            missing -> Optional.empty()));
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

    /** From the first cell to the last: between them may be hidden columns of years, which no chart shows. */
    private static String range(List<Spot> spots) {
        return spots.get(0).absolute() + ":" + spots.get(spots.size() - 1).anchored();
    }

    private static void look(XDDFCategoryAxis axis) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW); // beside the plot, also where values are negative
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
