package org.lodestone.excel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.reports.report.Chart;

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

    private static final int UNITS_OF_A_POINT = 12_700;

    private ChartText() {}

    static String element(String name, String... content) {
        return "<c:" + name + ">" + String.join("", content) + "</c:" + name + ">";
    }

    static String value(String name, Object value) {
        return "<c:" + name + " val=\"" + value + "\"/>";
    }

    /** The whole part. */
    static String part(Chart chart, String plot, Theme theme) {
        boolean doughnut = chart.kind() == Chart.Kind.DOUGHNUT;
        boolean legend = chart.series().size() > 1 || doughnut;
        return XmlText.START
                + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                + value("roundedCorners", false)
                + element(
                        "chart",
                        title(
                                chart.title(),
                                "<a:rPr lang=\"en-GB\" sz=\"1200\" b=\"true\">" + fill(Style.NAVY) + font(theme)
                                        + "</a:rPr>"),
                        element("plotArea", plot),
                        legend ? legend(doughnut ? "r" : "b") : "",
                        value("plotVisOnly", true),
                        value("dispBlanksAs", "gap"))
                + shape(fill("FFFFFF") + line(Style.RULE, 0.5))
                + small("<a:lstStyle/>", fill(Style.INK) + font(theme))
                + element(
                        "printSettings",
                        "<c:headerFooter/><c:pageMargins b=\"0.75\" l=\"0.7\" r=\"0.7\" t=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
                                + "<c:pageSetup/>")
                + "</c:chartSpace>";
    }

    private static String legend(String side) {
        return element("legend", value("legendPos", side), value("overlay", false));
    }

    private static String title(String text, String look) {
        return element(
                "title",
                element(
                        "tx",
                        element(
                                "rich",
                                "<a:bodyPr anchor=\"t\" rtlCol=\"false\"/><a:lstStyle/><a:p><a:pPr algn=\"l\"><a:defRPr/></a:pPr>",
                                "<a:r>" + look + "<a:t>" + XmlText.of(SafeText.of(text)) + "</a:t></a:r>",
                                "<a:endParaRPr lang=\"en-US\" sz=\"1100\"/></a:p>")),
                "<c:layout/>",
                value("overlay", false));
    }

    // ---------------------------------------------------------------- looks

    static String shape(String look) {
        return element("spPr", look);
    }

    static String fill(String hex) {
        return "<a:solidFill><a:srgbClr val=\"" + hex + "\"/></a:solidFill>";
    }

    static String line(String hex, double points) {
        return line(hex, points, "");
    }

    static String dashed(String hex, double points) {
        return line(hex, points, "<a:prstDash val=\"sysDash\"/>");
    }

    private static String line(String hex, double points, String dash) {
        return "<a:ln w=\"" + (int) (points * UNITS_OF_A_POINT) + "\">" + fill(hex) + dash + "</a:ln>";
    }

    private static String font(Theme theme) {
        return "<a:latin typeface=\"" + theme.font() + "\"/>";
    }

    /** How texts look: small. */
    private static String small(String lists, String look) {
        String properties = look.isEmpty() ? "<a:defRPr sz=\"900\"/>" : "<a:defRPr sz=\"900\">" + look + "</a:defRPr>";
        return element("txPr", "<a:bodyPr/>" + lists + "<a:p><a:pPr>" + properties + "</a:pPr></a:p>");
    }

    // ---------------------------------------------------------------- axes

    /**
     * One axis of a pair.
     *
     * @param number of the axis; the pairs are 0 and 1, 2 and 3
     * @param side the first letter of where it stands: {@code b} at the bottom
     */
    record Axis(int number, String side) {

        private String start(boolean reversed, OptionalDouble minimum, boolean visible) {
            return value("axId", number)
                    + element(
                            "scaling",
                            value("orientation", reversed ? "maxMin" : "minMax"),
                            minimum.isPresent() ? value("min", minimum.getAsDouble()) : "")
                    + value("delete", !visible)
                    + value("axPos", side);
        }

        private static String ticks(String major, String labels) {
            return value("majorTickMark", major) + value("minorTickMark", "none") + value("tickLblPos", labels);
        }

        private String crosses(String where) {
            return value("crossAx", number ^ 1) + value("crosses", where);
        }

        /**
         * Names of categories, beside the plot also where values are negative.
         *
         * @param reversed with the first category on top
         * @param all whether a program may leave out none
         */
        String ofNames(boolean reversed, boolean all) {
            return element(
                    "catAx",
                    start(reversed, OptionalDouble.empty(), true),
                    ticks("none", "low"),
                    shape(line(Style.GREY, 0.75)),
                    crosses("autoZero"),
                    value("auto", false),
                    all ? value("tickLblSkip", 1) : "");
        }

        /** Names that are not shown, of a pair whose names the other pair shows. */
        String ofHiddenNames() {
            return element(
                    "catAx",
                    start(false, OptionalDouble.empty(), false),
                    ticks("cross", "nextTo"),
                    crosses("autoZero"),
                    value("auto", false));
        }

        /**
         * Numbers.
         *
         * @param unit empty where the axis has no title, nor lines across the plot
         * @param onFarSide whether it stands where the last category does
         */
        String ofNumbers(
                Optional<String> unit, String format, OptionalDouble minimum, boolean onFarSide, boolean wholes) {
            return element(
                    "valAx",
                    start(false, minimum, true),
                    unit.map(text -> element("majorGridlines", shape(line(Style.RULE, 0.5)))
                                    + title(text, "<a:rPr lang=\"und\"/>"))
                            .orElse(""),
                    "<c:numFmt formatCode=\"" + XmlText.quoted(format) + "\" sourceLinked=\"true\"/>",
                    ticks("none", "nextTo"),
                    shape("<a:ln><a:noFill/></a:ln>"),
                    unit.isPresent() ? small("", "") : "",
                    crosses(onFarSide ? "max" : "autoZero"),
                    value("crossBetween", "between"),
                    wholes ? value("majorUnit", 1.0) : "");
        }

        /** Both axes of its pair, as a group of series names them. */
        String pair() {
            return value("axId", number & ~1) + value("axId", number | 1);
        }
    }

    // ---------------------------------------------------------------- series

    /** A series: its number among all, its name, how it looks, and what it is drawn from. */
    static String series(int number, String name, String look, String data, String after) {
        return element(
                "ser",
                value("idx", number),
                value("order", number),
                element("tx", element("v", XmlText.of(SafeText.of(name)))),
                look,
                data,
                after);
    }

    /** Names of categories in some cells. */
    static String names(String range, List<String> names) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            points.append(point(i, XmlText.of(names.get(i))));
        }
        return element(
                "cat",
                element(
                        "strRef",
                        element("f", XmlText.of(range)),
                        element("strCache", value("ptCount", names.size()), points.toString())));
    }

    /** Numbers in some cells; what is missing leaves a gap. */
    static String numbers(String range, List<OptionalDouble> numbers) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).isPresent()) {
                points.append(point(i, Double.toString(numbers.get(i).getAsDouble())));
            }
        }
        return element(
                "val",
                element(
                        "numRef",
                        element("f", XmlText.of(range)),
                        element(
                                "numCache",
                                element("formatCode", "General"),
                                value("ptCount", numbers.size()),
                                points.toString())));
    }

    private static String point(int number, String text) {
        return "<c:pt idx=\"" + number + "\">" + element("v", text) + "</c:pt>";
    }

    /** Labels of parts of a whole, in white on their colour. */
    static String percentages(String format) {
        return element(
                "dLbls",
                "<c:numFmt formatCode=\"" + XmlText.quoted(format) + "\" sourceLinked=\"false\"/>",
                shape("<a:noFill/><a:ln><a:noFill/></a:ln>"),
                small("<a:lstStyle/>", fill("FFFFFF")),
                value("showLegendKey", false),
                value("showVal", false),
                value("showCatName", false),
                value("showSerName", false),
                value("showPercent", true),
                value("showBubbleSize", false),
                value("showLeaderLines", false));
    }

    /** What a reader is told who does not see the chart. */
    static String inWords(Chart chart) {
        return chart.title() + " ("
                + chart.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + chart.unit() + ")";
    }
}
