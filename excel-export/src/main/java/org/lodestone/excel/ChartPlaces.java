package org.lodestone.excel;

import org.lodestone.excel.SheetPlan.ChartPlan;

/**
 * Where the charts of a sheet stand, and a logo, as the text of the part of a file that says so.
 *
 * <p>The size of a frame is left at nothing, as spreadsheet programs do: it follows from the cells that it covers.
 */
final class ChartPlaces {

    private static final int UNITS_OF_A_PIXEL = 9_525;
    /** A border on the edge of rows that each printed page repeats would be repeated as well. */
    private static final int BELOW_REPEATED_ROWS = 3 * UNITS_OF_A_PIXEL;

    private final StringBuilder anchors = new StringBuilder();
    private int count;

    /**
     * Adds a chart.
     *
     * @param relation the id by which the part refers to that of the chart
     * @param inLastColumn how far it reaches into its last column, in pixels
     * @param inWords what a reader is told who does not see it
     */
    void add(ChartPlan plan, String relation, int inLastColumn, String inWords) {
        anchors.append("<xdr:twoCellAnchor editAs=\"oneCell\">"
                + corner("from", plan.column(), 0, plan.row(), BELOW_REPEATED_ROWS)
                + corner("to", plan.lastColumn() - 1, inLastColumn * UNITS_OF_A_PIXEL, plan.lastRow(), 0)
                + "<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\"" + count + "\" name=\"Chart " + count
                + "\" descr=\"" + XmlText.quoted(SafeText.of(inWords))
                + "\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>"
                + "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>"
                + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                + "<c:chart r:id=\"" + relation
                + "\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>");
        count++;
    }

    /**
     * Adds a picture.
     *
     * @param inWords what a reader is told who does not see it
     * @param relation the id by which the part refers to that of the picture
     * @param left how far from the left edge of its column, in pixels
     */
    void add(String inWords, String relation, Spot at, double left, double width, double height) {
        String size = "ext cx=\"" + Math.round(width * UNITS_OF_A_PIXEL) + "\" cy=\""
                + Math.round(height * UNITS_OF_A_PIXEL) + "\"/>";
        anchors.append("<xdr:oneCellAnchor>" + corner("from", at.column(), (int) (left * UNITS_OF_A_PIXEL), at.row(), 0)
                + "<xdr:" + size + "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"" + count + "\" name=\"Logo\" descr=\""
                + XmlText.quoted(SafeText.of(inWords))
                + "\"/><xdr:cNvPicPr><a:picLocks noChangeAspect=\"true\"/></xdr:cNvPicPr></xdr:nvPicPr>"
                + "<xdr:blipFill><a:blip r:embed=\"" + relation
                + "\"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>"
                + "<xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:" + size
                + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>"
                + "<xdr:clientData/></xdr:oneCellAnchor>");
        count++;
    }

    private static String corner(String name, int column, int right, int row, int down) {
        return "<xdr:" + name + "><xdr:col>" + column + "</xdr:col><xdr:colOff>" + right + "</xdr:colOff><xdr:row>"
                + row + "</xdr:row><xdr:rowOff>" + down + "</xdr:rowOff></xdr:" + name + ">";
    }

    String part() {
        return XmlText.START
                + "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                + " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">" + anchors
                + "</xdr:wsDr>";
    }
}
