package org.lodestone.excel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.excel.Theme.Colour;

/**
 * The text of the part of a file that holds a chart, from its elements.
 *
 * <pre>{@code
 * <c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>China</c:v></c:tx>…<c:val><c:numRef><c:f>Production!$N$82:$Q$82</c:f>…
 * }</pre>
 *
 * <p>They stand in the order that the file format wants. Through POI, each is a tree of XML that loads a schema of its own.
 */
final class ChartText {

    static final String NO_FILL = "<a:noFill/>";
    static final String NO_LINE = "<a:ln><a:noFill/></a:ln>";

    private static final String NO_LEADERS = "<c:extLst><c:ext uri=\"{CE6537A1-D6FC-4f65-9D91-7224C49458BB}\""
            + " xmlns:c15=\"http://schemas.microsoft.com/office/drawing/2012/chart\">"
            + "<c15:showLeaderLines val=\"0\"/></c:ext></c:extLst>";

    private static final int UNITS_OF_A_POINT = 12_700;

    private ChartText() {}

    static String element(String name, String... content) {
        return "<c:" + name + ">" + String.join("", content) + "</c:" + name + ">";
    }

    static String value(String name, Object value) {
        return "<c:" + name + " val=\"" + value + "\"/>";
    }

    /**
     * The whole part: a chart without title, border and fill.
     *
     * @param hidden whether it shows what stands in hidden columns
     * @param letters how its text looks
     */
    static String part(String plot, String legend, boolean hidden, String letters) {
        return XmlText.START
                + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                + value("roundedCorners", false)
                + element(
                        "chart",
                        value("autoTitleDeleted", true),
                        element("plotArea", plot, shape(NO_FILL + NO_LINE)),
                        legend,
                        value("plotVisOnly", !hidden),
                        value("dispBlanksAs", "gap"))
                + shape(NO_FILL + NO_LINE)
                + letters
                + element(
                        "printSettings",
                        "<c:headerFooter/><c:pageMargins b=\"0.75\" l=\"0.7\" r=\"0.7\" t=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
                                + "<c:pageSetup/>")
                + "</c:chartSpace>";
    }

    /** Where the plot or a legend stands, in parts of the chart. */
    static String layout(String target, double x, double y, double w, double h) {
        return element(
                "layout",
                element(
                        "manualLayout",
                        target.isEmpty() ? "" : value("layoutTarget", target),
                        value("xMode", "edge"),
                        value("yMode", "edge"),
                        value("x", rounded(x)),
                        value("y", rounded(y)),
                        value("w", rounded(w)),
                        value("h", rounded(h))));
    }

    /** By how much a label stands off its place; nothing where it stands in it. */
    static String moved(double right, double down) {
        return right == 0 && down == 0
                ? ""
                : element("layout", element("manualLayout", value("x", rounded(right)), value("y", rounded(down))));
    }

    /** To a ten-thousandth: less than a tenth of a pixel. */
    private static double rounded(double part) {
        return Math.round(part * 10_000) / 10_000.0;
    }

    // ---------------------------------------------------------------- looks

    static String shape(String look) {
        return element("spPr", look);
    }

    static String fill(Colour colour) {
        return "<a:solidFill>" + colour(colour) + "</a:solidFill>";
    }

    /** Thin lines upwards on white. */
    static String hatch(Colour colour) {
        return "<a:pattFill prst=\"ltUpDiag\"><a:fgClr>" + colour(colour) + "</a:fgClr><a:bgClr>" + colour(Colour.WHITE)
                + "</a:bgClr></a:pattFill>";
    }

    private static String colour(Colour colour) {
        return "<a:srgbClr val=\"" + colour.hex() + "\"/>";
    }

    static String line(Colour colour, double points) {
        return line(colour, points, "solid");
    }

    /** @param dash one of the format's own: {@code dash}, {@code sysDot} */
    static String line(Colour colour, double points, String dash) {
        return "<a:ln w=\"" + (int) (points * UNITS_OF_A_POINT) + "\" cap=\"flat\">" + fill(colour)
                + (dash.equals("solid") ? "" : "<a:prstDash val=\"" + dash + "\"/>") + "<a:round/></a:ln>";
    }

    /** How text along an axis looks: upright, and on as many lines as it needs. */
    static String uprightLetters(String font, double points, Colour colour) {
        return letters("<a:bodyPr rot=\"0\" vert=\"horz\"/>", font, points, colour, false);
    }

    /** How labels look, each on one line. */
    static String labelLetters(String font, double points, Colour colour, boolean bold) {
        return letters("<a:bodyPr wrap=\"none\"/>", font, points, colour, bold);
    }

    private static String letters(String body, String font, double points, Colour colour, boolean bold) {
        return element(
                "txPr",
                body + "<a:lstStyle/><a:p><a:pPr>" + properties("defRPr", font, points, colour, bold)
                        + "</a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p>");
    }

    private static String properties(String of, String font, double points, Colour colour, boolean bold) {
        return "<a:" + of + " sz=\"" + (int) (points * 100) + "\" b=\"" + bold + "\">" + fill(colour)
                + "<a:latin typeface=\"" + XmlText.quoted(font) + "\"/></a:" + of + ">";
    }

    /** A format of numbers, which is its own and not that of the cells. */
    static String format(String code) {
        return "<c:numFmt formatCode=\"" + XmlText.quoted(code) + "\" sourceLinked=\"false\"/>";
    }

    // ---------------------------------------------------------------- axes

    /** Both axes, as a group of series names them. */
    static final String AXES = value("axId", 0) + value("axId", 1);

    /**
     * The axis of names.
     *
     * @param lying whether bars lie, the first on top
     * @param line how it looks
     * @param letters how names look
     * @param every how many a program goes on from one that it shows to the next; 0 where it decides
     */
    static String names(boolean lying, String line, String letters, int every) {
        return element(
                "catAx",
                value("axId", 0),
                element("scaling", value("orientation", lying ? "maxMin" : "minMax")),
                value("delete", false),
                value("axPos", lying ? "l" : "b"),
                format("General"),
                ticks("low"), // beside the plot also where values are negative
                shape(line),
                letters,
                value("crossAx", 1),
                value("crosses", "autoZero"),
                value("auto", false),
                value("lblAlgn", "ctr"),
                value("lblOffset", 60),
                every > 0 ? value("tickLblSkip", every) : "",
                value("noMultiLvlLbl", true));
    }

    /**
     * The axis of numbers.
     *
     * @param scaling where it starts and ends, and how
     * @param visible whether its numbers are shown
     * @param gridlines lines across the plot; empty for none
     * @param letters how its numbers look
     * @param between whether each category has room of its own, as columns do
     * @param step from mark to mark; empty where a program decides
     */
    static String numbers(
            boolean lying,
            String scaling,
            boolean visible,
            String gridlines,
            String format,
            String letters,
            boolean between,
            OptionalDouble step) {
        return element(
                "valAx",
                value("axId", 1),
                scaling,
                value("delete", !visible),
                value("axPos", lying ? "b" : "l"),
                gridlines,
                format(format),
                ticks("nextTo"),
                shape(NO_LINE),
                letters,
                value("crossAx", 0),
                value("crosses", lying ? "max" : "autoZero"), // names of bars run down, so their last is below
                value("crossBetween", between ? "between" : "midCat"),
                step.isPresent() ? value("majorUnit", step.getAsDouble()) : "");
    }

    /**
     * An axis of points, at the left or at the bottom of the plot whatever its numbers are.
     *
     * @param up whether it goes upwards, as the second of {@link #AXES} does
     * @param line how it looks
     * @param title what it measures
     */
    static String axisOfPoints(
            boolean up, String scaling, String gridlines, String title, String format, String line, String letters) {
        return element(
                "valAx",
                value("axId", up ? 1 : 0),
                scaling,
                value("delete", false),
                value("axPos", up ? "l" : "b"),
                gridlines,
                title,
                format(format),
                ticks("low"),
                shape(line),
                letters,
                value("crossAx", up ? 0 : 1),
                value("crosses", "min"),
                value("crossBetween", "midCat"));
    }

    /** The words beside an axis, upright or along it. */
    static String title(String words, boolean up, String font, double points, Colour colour) {
        return element(
                "title",
                element(
                        "tx",
                        element(
                                "rich",
                                "<a:bodyPr rot=\"" + (up ? -5_400_000 : 0)
                                        + "\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr>"
                                        + properties("defRPr", font, points, colour, false)
                                        + "</a:pPr><a:r>" + properties("rPr", font, points, colour, false) + "<a:t>"
                                        + XmlText.of(SafeText.of(words)) + "</a:t></a:r></a:p>")),
                value("overlay", false));
    }

    static String scaling(boolean logarithmic, ChartScale.Ends ends) {
        return element(
                "scaling",
                logarithmic ? value("logBase", 10) : "",
                value("orientation", "minMax"),
                ends.to().isPresent() ? value("max", ends.to().getAsDouble()) : "",
                ends.from().isPresent() ? value("min", ends.from().getAsDouble()) : "");
    }

    private static String ticks(String labels) {
        return value("majorTickMark", "none") + value("minorTickMark", "none") + value("tickLblPos", labels);
    }

    // ---------------------------------------------------------------- series

    /** A series: its number among all, its name, how it looks, and what it is drawn from. */
    static String series(int number, String name, String look, String data, String after) {
        return element("ser", value("idx", number), value("order", number), name, look, data, after);
    }

    /** A name of a series, in words or in a cell. */
    static String name(String words, Optional<String> cell) {
        String text = XmlText.of(SafeText.of(words));
        return element("tx", cell.map(range -> words(range, List.of(text))).orElseGet(() -> element("v", text)));
    }

    /** A point that looks otherwise. */
    static String bar(int point, String look) {
        return element(
                "dPt", value("idx", point), value("invertIfNegative", false), value("bubble3D", false), shape(look));
    }

    /** Labels of the points of a series, those of some points first. */
    static String labels(String ofPoints, String look, String place) {
        return element("dLbls", ofPoints, look, value("dLblPos", place), says(true, false));
    }

    /** The label of a point with its number. */
    static String label(int point, String look, String place) {
        return element("dLbl", value("idx", point), look, value("dLblPos", place), says(true, false));
    }

    /** The label of one point with the name of its series, and of no other; no line leads to it where it is moved. */
    static String nameLabel(int point, String moved, String letters, String place) {
        String look = shape(NO_FILL + NO_LINE) + letters;
        String label = element("dLbl", value("idx", point), moved, look, value("dLblPos", place), says(false, true));
        return element("dLbls", label, says(false, false), NO_LEADERS);
    }

    /** How a label looks. */
    static String labelLook(String format, String letters) {
        return format(format) + shape(NO_FILL + NO_LINE) + letters;
    }

    private static String says(boolean number, boolean name) {
        return value("showLegendKey", false)
                + value("showVal", number)
                + value("showCatName", false)
                + value("showSerName", name)
                + value("showPercent", false)
                + value("showBubbleSize", false);
    }

    /** Names of categories in some cells. */
    static String categories(String range, List<String> names) {
        return element("cat", words(range, names.stream().map(XmlText::of).toList()));
    }

    private static String words(String range, List<String> words) {
        String points = IntStream.range(0, words.size())
                .mapToObj(i -> point(i, words.get(i)))
                .collect(Collectors.joining());
        return element(
                "strRef", element("f", XmlText.of(range)), element("strCache", value("ptCount", words.size()), points));
    }

    /**
     * Numbers in some cells; what is missing leaves a gap.
     *
     * @param axis {@code val}, or of points upwards or across {@code yVal} or {@code xVal}
     */
    static String numbers(String axis, String range, List<OptionalDouble> numbers) {
        String points = IntStream.range(0, numbers.size())
                .filter(i -> numbers.get(i).isPresent())
                .mapToObj(i -> point(i, Double.toString(numbers.get(i).getAsDouble())))
                .collect(Collectors.joining());
        return element(
                axis,
                element(
                        "numRef",
                        element("f", XmlText.of(range)),
                        element(
                                "numCache",
                                element("formatCode", "General"),
                                value("ptCount", numbers.size()),
                                points)));
    }

    private static String point(int number, String text) {
        return "<c:pt idx=\"" + number + "\">" + element("v", text) + "</c:pt>";
    }

    // ---------------------------------------------------------------- legend

    /** A legend at the right, without the entries of some series. */
    static String legend(List<Integer> without, String layout, String letters) {
        StringBuilder left = new StringBuilder();
        without.forEach(entry -> left.append(element("legendEntry", value("idx", entry), value("delete", true))));
        return element("legend", value("legendPos", "r"), left.toString(), layout, value("overlay", false), letters);
    }
}
