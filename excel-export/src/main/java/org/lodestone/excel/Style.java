package org.lodestone.excel;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;

/** How each kind of cell looks: the only place that knows fonts, colours and number formats. */
final class Style {

    static final String NAVY = "1F3864";
    static final String INK = "404040";
    static final String GREY = "7F7F7F";
    static final String RULE = "D9D9D9";
    static final String BAND = "F2F5FA";
    /** Fills of chart series in order; told apart in print and by readers who do not see red and green. */
    static final String[] SERIES = {
        NAVY, "E9A03B", "2A9D8F", "B23A48", "5B9BD5", "7B5EA7", "8AB17D", "8D99AE", "C9ADA7", "CBD5E1"
    };

    /** The low and the high series of a tornado. */
    static final String[] TORNADO = {"E9A03B", NAVY};
    /** The lines of a fan from the middle one outwards; those further out are as the last. */
    static final String[] FAN = {NAVY, "5B9BD5", "9DB7D3"};

    /** An axis has about so many marks: over a shorter range, marks at whole numbers would be too far apart. */
    static final double AXIS_MARKS = 5;

    private final XSSFWorkbook workbook;
    private final Theme theme;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Type, XSSFFont> fonts = new HashMap<>();

    private record Look(Face face, Shown shown, Row.Kind row) {}

    private record Type(String colour, boolean bold, int size, boolean italic, boolean underlined) {}

    Style(XSSFWorkbook workbook, Theme theme) {
        this.workbook = workbook;
        this.theme = theme;
        XSSFFont basic = workbook.getFontAt(0);
        basic.setFontName(theme.font());
        basic.setFontHeightInPoints((short) 10);
        basic.setScheme(FontScheme.NONE); // there is no theme: without this, empty cells show another face
    }

    XSSFCellStyle of(Face face, Shown shown, Row.Kind row) {
        return styles.computeIfAbsent(new Look(face, shown, row), this::create);
    }

    private XSSFCellStyle create(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        boolean total = look.row() == Row.Kind.TOTAL;
        boolean group = look.row() == Row.Kind.GROUP;
        switch (look.face()) {
            case TITLE -> style.setFont(font(NAVY, true, 18));
            case SUBTITLE -> style.setFont(font(new Type(GREY, false, 10, true, false)));
            case HEADING -> {
                style.setFont(font(NAVY, true, 12));
                style.setBorderBottom(BorderStyle.MEDIUM);
                style.setBottomBorderColor(colour(NAVY));
            }
            case HEADER, HEADER_TEXT, HEADER_WORDS -> {
                style.setFont(font("FFFFFF", true, 10));
                fill(style, NAVY);
                style.setWrapText(true);
                style.setAlignment(look.face() == Face.HEADER ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
                style.setIndention((short) (look.face() == Face.HEADER_WORDS ? 1 : 0)); // as the words below it
            }
            case LABEL -> style.setFont(font("000000", total || group, 10));
            case WORDS, LISTED -> style.setFont(font(INK, total, 10));
            case PROSE -> {
                style.setFont(font("000000", false, 10));
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
            case NOTE -> {
                style.setFont(font(GREY, false, 9));
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
            case LINK -> style.setFont(font(new Type("0563C1", false, 10, false, true)));
            case INPUT -> {
                style.setFont(font("0000FF", total, 10));
                fill(style, "FFFBEA");
                style.setLocked(false);
            }
            case CALCULATION -> style.setFont(font("000000", total, 10));
            case OTHER_SHEET -> style.setFont(font("00803C", total, 10));
            case COMPUTED -> style.setFont(font(new Type("8B5A2B", total, 10, true, false)));
            case KEY_FIGURE -> {
                style.setFont(font(NAVY, true, 18));
                style.setAlignment(HorizontalAlignment.CENTER);
                fill(style, BAND);
            }
            case KEY_LABEL -> {
                style.setFont(font(INK, false, 9));
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setWrapText(true);
                fill(style, BAND);
            }
            case CHOICE -> {
                style.setFont(font("0000FF", true, 12));
                fill(style, "FFFBEA");
                frame(style);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
                style.setLocked(false);
            }
            case CHOICE_LABEL -> style.setFont(font(NAVY, true, 12));
            case CHOICE_REMARK -> {
                style.setFont(font(GREY, false, 9));
                style.setWrapText(true);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
            case BLANK -> {}
        }
        boolean inTable =
                switch (look.face()) {
                    case LABEL, WORDS, LISTED, PROSE, LINK, INPUT, CALCULATION, OTHER_SHEET, COMPUTED -> true;
                    default -> false;
                };
        if (inTable) {
            boolean number = look.shown() != Shown.TEXT;
            style.setVerticalAlignment(VerticalAlignment.TOP);
            style.setAlignment(
                    look.shown() == Shown.CHECK
                            ? HorizontalAlignment.CENTER
                            : number ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
            style.setWrapText(!number && look.face() != Face.LINK && look.face() != Face.LISTED);
            style.setShrinkToFit(look.face() == Face.LINK); // ids are read whole, and not every program wraps links
            if (!number && look.face() != Face.LABEL && look.face() != Face.PROSE) {
                style.setIndention((short) 1);
            }
        }
        if (look.face() == Face.NOTE) {
            style.setWrapText(true);
        }
        if (total && inTable) {
            style.setBorderTop(BorderStyle.THIN);
            style.setTopBorderColor(colour(NAVY));
        }
        if (group && inTable) {
            fill(style, BAND);
        }
        if (look.shown() != Shown.TEXT) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format(look.shown())));
        }
        return style;
    }

    static String format(Shown shown) {
        return switch (shown) {
            case WHOLE -> "#,##0;-#,##0;\"–\"";
            case ONE_DECIMAL -> "#,##0.0";
            case TWO_DECIMALS -> "#,##0.00";
            case THREE_DECIMALS -> "#,##0.000";
            case PERCENT -> "0.0%";
            case PERCENT_2 -> "0.00%";
            case PRECISE -> "#,##0.00##";
            case AS_IS -> "General";
            case ORDINAL -> "0";
            case TEXT, WORD -> "@";
            case CHECK -> "[=1]\"OK\";[=0]\"Look\";General";
        };
    }

    /**
     * The number format of a chart's axis, with no more decimals than it takes to tell its marks apart.
     *
     * @param range from the lowest to the highest number on the axis
     * @param ratios whether its numbers are ratios, shown as percentages
     */
    static String axisFormat(double range, boolean ratios) {
        double shown = ratios ? 100 * range : range;
        String decimals = shown == 0 || shown >= AXIS_MARKS ? "" : shown >= AXIS_MARKS / 10 ? ".0" : ".00";
        return ratios ? "0" + decimals + "%" : "#,##0" + decimals;
    }

    /** The format of changes: with their sign, and zero without one. */
    static String signed(String format) {
        return "+" + format + ";-" + format + ";" + format;
    }

    private XSSFFont font(String colour, boolean bold, int size) {
        return font(new Type(colour, bold, size, false, false));
    }

    private XSSFFont font(Type type) {
        return fonts.computeIfAbsent(type, t -> {
            // the order of these calls is the order a strict reader wants
            XSSFFont font = workbook.createFont();
            font.setBold(t.bold());
            font.setItalic(t.italic());
            if (t.underlined()) {
                font.setUnderline(FontUnderline.SINGLE);
            }
            font.setFontHeightInPoints((short) t.size());
            font.setColor(colour(t.colour()));
            font.setFontName(theme.font());
            font.setFamily(FontFamily.SWISS);
            return font;
        });
    }

    private static void frame(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.MEDIUM);
        style.setBorderRight(BorderStyle.MEDIUM);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBorderLeft(BorderStyle.MEDIUM);
        style.setTopBorderColor(colour(NAVY));
        style.setRightBorderColor(colour(NAVY));
        style.setBottomBorderColor(colour(NAVY));
        style.setLeftBorderColor(colour(NAVY));
    }

    private static void fill(XSSFCellStyle style, String hex) {
        style.setFillForegroundColor(colour(hex));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** A colour with its alpha byte: three-byte colours fail validation. */
    static XSSFColor colour(String hex) {
        byte[] rgb = rgb(hex);
        return new XSSFColor(new byte[] {(byte) 255, rgb[0], rgb[1], rgb[2]}, null);
    }

    static byte[] rgb(String hex) {
        int value = Integer.parseInt(hex, 16);
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
}
