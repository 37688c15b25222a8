package org.lodestone.excel;

/**
 * The comments on cells of a sheet, as the text of the two parts of a file that hold them: what they say, and the boxes that
 * show it.
 *
 * <pre>{@code
 * <comment ref="E28" authorId="0"><text><t>usgs-mcs-2025: U.S. Geological Survey, …</t></text></comment>
 * }</pre>
 *
 * <p>Through POI, the comments of a pack took a tenth of its time: each box is a tree of XML, and loads a schema of its own.
 */
final class Comments {

    private static final int FIRST_BOX = 1025;
    /** How far a box reaches to the right and down. */
    private static final int CELLS = 4;

    private final StringBuilder texts = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private int count;

    /** Adds what is said of a cell, in a box to its right that shows when a reader points to the cell. */
    void add(Spot cell, String text) {
        texts.append("<comment ref=\"" + cell.address() + "\" authorId=\"0\">");
        SheetText.item("text", SafeText.of(text), texts);
        texts.append("</comment>");
        boxes.append("<v:shape id=\"_x0000_s" + (FIRST_BOX + count++)
                + "\" type=\"#_x0000_t202\" style=\"position:absolute; visibility:hidden\" fillcolor=\"#ffffe1\""
                + " o:insetmode=\"auto\"><v:fill color=\"#ffffe1\"/>"
                + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style=\"mso-direction-alt:auto\"/>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + anchor(cell)
                + "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" + cell.row() + "</x:Row><x:Column>" + cell.column()
                + "</x:Column></x:ClientData></v:shape>");
    }

    /** The corners of a box: column, row, and how far from the edge of that cell. */
    private static String anchor(Spot cell) {
        Spot corner = cell.right(1);
        return corner.column() + ", 0, " + corner.row() + ", 0, " + (corner.column() + CELLS) + ", 0, "
                + (corner.row() + CELLS + 1) + ", 0";
    }

    /** The part that holds what they say. */
    String texts() {
        return XmlText.START + "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<authors><author>Lodestone</author></authors><commentList>" + texts + "</commentList></comments>";
    }

    /** The part that holds their boxes. */
    String boxes() {
        return XmlText.START + "<xml xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
                + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
                + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202.0\""
                + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>" + boxes + "</xml>";
    }

    boolean isEmpty() {
        return count == 0;
    }
}
