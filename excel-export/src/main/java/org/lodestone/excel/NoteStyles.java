package org.lodestone.excel;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of paragraphs of a note for Word, so that a house can change all of a kind at once. */
final class NoteStyles {

    static final String NORMAL = "Normal";
    static final String EYEBROW = "Eyebrow";
    static final String TITLE = "Title";
    static final String STANDFIRST = "Subtitle";
    static final String HEADING = "Heading1";
    static final String EXHIBIT = "Exhibit";
    static final String POINT = "KeyPoint";
    static final String ITEM = "ListItem";
    static final String CELL = "TableText";
    static final String SMALL = "SmallPrint";

    /** The size of an exhibit's unit, in points. */
    static final int CAPTION_SIZE = 9;

    private static final String LANGUAGE = "en-GB";

    /** Twentieths of a point. */
    private static final int POINT_SIZE = 20;

    private final XWPFStyles styles;
    private final Theme theme;

    NoteStyles(XWPFDocument document, Theme theme) {
        this.styles = document.createStyles();
        this.theme = theme;
        styles.setSpellingLanguage(LANGUAGE);
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(theme.font());
        fonts.setHAnsi(theme.font());
        fonts.setCs(theme.font());
        fonts.setEastAsia(theme.font());
        styles.setDefaultFonts(fonts);
        add(style(NORMAL, "Normal", 10, false, Theme.Role.INK, 0, 4));
        add(style(EYEBROW, "Eyebrow", 9, true, Theme.Role.GREY, 0, 4));
        add(style(TITLE, "Title", 20, true, Theme.Role.PRIMARY, 2, 2));
        add(style(STANDFIRST, "Subtitle", 11, false, Theme.Role.INK, 0, 6));
        add(outlined(style(HEADING, "heading 1", 12, true, Theme.Role.PRIMARY, 10, 3)));
        add(style(EXHIBIT, "Exhibit", 10, true, Theme.Role.PRIMARY, 4, 2));
        add(style(POINT, "Key point", 10, false, Theme.Role.INK, 0, 5));
        add(style(ITEM, "List item", 10, false, Theme.Role.INK, 0, 2));
        add(style(CELL, "Table text", 8.5, false, Theme.Role.INK, 0, 0));
        add(style(SMALL, "Small print", 8.5, false, Theme.Role.GREY, 0, 2));
    }

    /** A colour of the theme in six digits. */
    String hex(Theme.Role role) {
        return theme.colour(role).hex();
    }

    /** Makes a style that of a heading, which stays with what follows and stands in the outline of the document. */
    private static CTStyle outlined(CTStyle style) {
        style.getPPr().addNewKeepNext();
        style.getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        return style;
    }

    /**
     * A style.
     *
     * @param points the size of its letters
     * @param before the space above, in points
     * @param after the space below
     */
    private CTStyle style(
            String id, String name, double points, boolean bold, Theme.Role colour, int before, int after) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (id.equals(NORMAL)) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(NORMAL);
        }
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf((long) before * POINT_SIZE));
        spacing.setAfter(BigInteger.valueOf((long) after * POINT_SIZE));
        spacing.setLine(BigInteger.valueOf(252));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        CTRPr letters = style.addNewRPr();
        if (bold) {
            letters.addNewB();
        }
        letters.addNewColor().setVal(hex(colour));
        BigInteger half = BigInteger.valueOf(Math.round(2 * points));
        letters.addNewSz().setVal(half);
        letters.addNewSzCs().setVal(half);
        return style;
    }

    private void add(CTStyle style) {
        styles.addStyle(new XWPFStyle(style));
    }
}
