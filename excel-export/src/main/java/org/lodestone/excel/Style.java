package org.lodestone.excel;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;

/** How each kind of cell looks: the only place that knows fonts, colours and number formats. */
final class Style {

    private static final String MINUS = "−";

    /** How large a backup sheet is printed, in percent: its text is then still eight points. */
    static final int BACKUP_SCALE = 95;

    /** The faces of inputs, which a reader may change. */
    private static final ImmutableSet<Face> UNLOCKED = Sets.immutableEnumSet(Face.INPUT, Face.LEVER, Face.CHOICE);

    private final XSSFWorkbook workbook;
    private final Theme theme;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Type, XSSFFont> fonts = new HashMap<>();
    private final Map<Rules, Long> borders = new HashMap<>();

    private record Type(Theme.Role colour, boolean bold, double points, boolean underlined) {}

    Style(XSSFWorkbook workbook, Theme theme) {
        this.workbook = workbook;
        this.theme = theme;
        XSSFFont basic = workbook.getFontAt(0);
        basic.setFontName(
                Theme.STANDARD.font()); // whose digits the widths of columns are counted in, whatever the theme
        basic.setFontHeight(9.0);
        basic.setScheme(FontScheme.NONE); // there is no theme: without this, empty cells show another face
        // POI names no style, and readers such as openpyxl, and pandas through it, warn of a workbook without the usual
        // one
        CTCellStyles named = workbook.getStylesSource().getCTStylesheet().addNewCellStyles();
        CTCellStyle normal = named.addNewCellStyle();
        normal.setName("Normal");
        normal.setXfId(0);
        normal.setBuiltinId(0);
        named.setCount(1);
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    /** The size of letters, in points: on a page upright half a point larger. */
    static double points(Face face, boolean large) {
        return switch (face) {
            case TITLE -> large ? 19 : 15;
            case STANDFIRST -> large ? 10 : 9.5;
            case CARD_FIGURE -> large ? 10 : 16;
            case HEADING -> 10.5;
            case FINDING, CHOICE -> 10;
            case EYEBROW, ASIDE, CARD_LABEL, CARD_REMARK, PROSE, STRONG, CHOICE_LABEL, CHOICE_REMARK, LEVER -> 9;
            case WAY -> 8.5;
            default -> large ? 9 : 8.5;
        };
    }

    static boolean isBold(Look look) {
        return switch (look.face()) {
            case EYEBROW, TITLE, HEADING, FINDING, HEADER, HEADER_TEXT, HEADER_SYMBOL, STRONG, STRONG_WORDS -> true;
            case CARD_FIGURE, CHOICE -> true;
            default -> look.face().isInTable() && (look.row() == Row.Kind.TOTAL || look.row() == Row.Kind.GROUP);
        };
    }

    private static Theme.Role colour(Look look) {
        return switch (look.face()) {
            case TITLE, HEADING, FINDING, HEADER, HEADER_TEXT, HEADER_SYMBOL -> Theme.Role.PRIMARY;
            case CARD_FIGURE -> look.row() == Row.Kind.WARNING ? Theme.Role.WARNING : Theme.Role.PRIMARY;
            case EYEBROW, ASIDE, CAPTION, UNIT, QUIET_WORDS, NOTE, CARD_LABEL, CARD_REMARK, CHOICE_REMARK ->
                Theme.Role.GREY;
            case INPUT, LEVER, CHOICE -> Theme.Role.INPUT;
            case LINK, WAY, OTHER_SHEET -> Theme.Role.LINK;
            case COMPUTED -> Theme.Role.SIMULATED;
            case SYMBOL -> Theme.Role.SERIES_3;
            default ->
                switch (look.row()) {
                    case GROUP -> Theme.Role.PRIMARY;
                    case WARNING -> Theme.Role.WARNING;
                    case QUIET -> Theme.Role.GREY;
                    case BODY, TOTAL -> Theme.Role.INK;
                };
        };
    }

    private XSSFCellStyle create(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(new Type(colour(look), isBold(look), look.points(), look.face() == Face.LINK)));
        style.setVerticalAlignment(vertical(look.face()));
        style.setAlignment(horizontal(look));
        style.setWrapText(wraps(look));
        style.setShrinkToFit(shrinks(look));
        if (look.indented()) {
            style.setIndention((short) 1);
        }
        ground(look, style);
        draw(rules(look), style);
        style.setLocked(!UNLOCKED.contains(look.face()));
        if (look.shown() != Shown.TEXT) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format(look.shown())));
        }
        return style;
    }

    /** Whether a cell is read whole and on one line. A figure would be ### where a house has a wider font, or types a larger number. */
    private static boolean shrinks(Look look) {
        return look.face() == Face.LINK || look.face() == Face.WAY || (look.shown() != Shown.TEXT && !wraps(look));
    }

    private static VerticalAlignment vertical(Face face) {
        return switch (face) {
            case HEADING, FINDING, HEADER, HEADER_TEXT, HEADER_SYMBOL -> VerticalAlignment.BOTTOM;
            case TITLE, STANDFIRST, PROSE, STRONG, NOTE -> VerticalAlignment.TOP;
            case EYEBROW, ASIDE, CAPTION, WAY, CARD_LABEL, CARD_FIGURE, CARD_REMARK -> VerticalAlignment.CENTER;
            case CHOICE, CHOICE_LABEL, CHOICE_REMARK -> VerticalAlignment.CENTER;
            default -> VerticalAlignment.TOP;
        };
    }

    private static HorizontalAlignment horizontal(Look look) {
        return switch (look.face()) {
            case HEADER, ASIDE -> HorizontalAlignment.RIGHT;
            case HEADER_SYMBOL, SYMBOL -> HorizontalAlignment.CENTER;
            default ->
                look.shown() == Shown.TEXT || !look.face().isInTable()
                        ? HorizontalAlignment.LEFT
                        : look.shown() == Shown.CHECK ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT;
        };
    }

    private static boolean wraps(Look look) {
        return switch (look.face()) {
            case TITLE, STANDFIRST, FINDING, CAPTION, HEADER, HEADER_TEXT, HEADER_SYMBOL, PROSE, STRONG, NOTE, UNIT ->
                true;
            case CHOICE_REMARK, CARD_LABEL -> true;
            case LABEL, WORDS, STRONG_WORDS, QUIET_WORDS, CALCULATION, OTHER_SHEET, COMPUTED, INPUT ->
                look.shown() == Shown.TEXT;
            default -> false;
        };
    }

    private void ground(Look look, XSSFCellStyle style) {
        switch (look.face()) {
            case BAR -> fill(style, Theme.Role.PRIMARY);
            case CARD_LABEL, CARD_FIGURE, CARD_REMARK -> {
                fill(style, Theme.Role.STRIP);
                style.setIndention((short) 1);
            }
            case CHOICE_REMARK -> style.setIndention((short) 1);
            case LEVER, CHOICE -> fill(style, Theme.Role.INPUT_FILL);
            default -> {}
        }
    }

    /** A rule at one edge of a cell. */
    private record Rule(BorderStyle style, Theme.Role colour) {

        static final Rule NONE = new Rule(BorderStyle.NONE, Theme.Role.INK);

        boolean isDrawn() {
            return style != BorderStyle.NONE;
        }
    }

    /** The rules around a cell. */
    private record Rules(Rule top, Rule right, Rule bottom, Rule left) {}

    private static Rules rules(Look look) {
        Rule frame = new Rule(BorderStyle.THIN, Theme.Role.FAINT);
        Rule strong = new Rule(BorderStyle.MEDIUM, Theme.Role.PRIMARY);
        // each cell to type in is told from the next
        Rule side = look.face() == Face.LEVER ? frame : Rule.NONE;
        Rule left = look.forecasts() ? new Rule(BorderStyle.DOTTED, Theme.Role.FAINT) : side;
        return switch (look.face()) {
            case HEADER, HEADER_TEXT, HEADER_SYMBOL ->
                new Rules(strong, side, new Rule(BorderStyle.THIN, Theme.Role.PRIMARY), left);
            case CARD_LABEL -> new Rules(strong, side, Rule.NONE, left);
            case CARD_REMARK -> new Rules(Rule.NONE, side, frame, left);
            case CHOICE -> new Rules(frame, frame, frame, frame);
            default -> new Rules(Rule.NONE, side, look.face().isInTable() ? under(look) : Rule.NONE, left);
        };
    }

    private static Rule under(Look look) {
        boolean strong = look.closes() || look.row() == Row.Kind.TOTAL;
        return new Rule(BorderStyle.THIN, strong ? Theme.Role.PRIMARY : Theme.Role.HAIRLINE);
    }

    /** POI compares the rules of a style with those of every other, so that it is asked once for each kind. */
    private void draw(Rules rules, XSSFCellStyle style) {
        Long known = borders.get(rules);
        if (known != null) {
            style.getCoreXf().setBorderId(known);
            style.getCoreXf().setApplyBorder(true);
            return;
        }
        draw(rules.top(), style::setBorderTop, style::setTopBorderColor);
        draw(rules.right(), style::setBorderRight, style::setRightBorderColor);
        draw(rules.bottom(), style::setBorderBottom, style::setBottomBorderColor);
        draw(rules.left(), style::setBorderLeft, style::setLeftBorderColor);
        borders.put(rules, style.getCoreXf().getBorderId());
    }

    private void draw(Rule rule, Consumer<BorderStyle> line, Consumer<XSSFColor> ink) {
        if (rule.isDrawn()) {
            line.accept(rule.style());
            ink.accept(colour(rule.colour()));
        }
    }

    /** Minus as the sign and not as a hyphen, and a dash for zero, save where a zero is a value like any other. */
    static String format(Shown shown) {
        String digits = shown.digits();
        return switch (shown) {
            case WHOLE_OR_ZERO, PRECISE -> digits + ";" + MINUS + digits;
            case ONE_DECIMAL_OR_ZERO -> digits + ";" + MINUS + digits + ";0";
            case PART_OF_DRAWS -> "[>=0.005]0%;[>0]\"<1%\";\"–\"";
            case CHANGE -> "+" + digits + ";" + MINUS + digits + ";0.00";
            case CHANGE_PERCENT -> "+" + digits + ";" + MINUS + digits + ";" + digits;
            case AS_IS -> "General;" + MINUS + "General";
            case IN_PERCENT -> digits + "\"%\";" + MINUS + digits + "\"%\"";
            case ORDINAL -> digits;
            case TEXT, WORD -> "@";
            case CHECK -> "[=1]\"OK\";[=0]\"Look\";General";
            default -> signedBy(digits + ",".repeat(shown.thousands()));
        };
    }

    private static String signedBy(String format) {
        return format + ";" + MINUS + format + ";\"–\"";
    }

    private XSSFFont font(Type type) {
        return fonts.computeIfAbsent(type, t -> {
            // the order of these calls is the order a strict reader wants
            XSSFFont font = workbook.createFont();
            font.setBold(t.bold());
            if (t.underlined()) {
                font.setUnderline(FontUnderline.SINGLE);
            }
            font.setFontHeight(t.points());
            font.setColor(colour(t.colour()));
            font.setFontName(theme.font());
            font.setFamily(FontFamily.SWISS);
            return font;
        });
    }

    private void fill(XSSFCellStyle style, Theme.Role role) {
        style.setFillForegroundColor(colour(role));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFColor colour(Theme.Role role) {
        return colour(theme.colour(role));
    }

    static XSSFColor colour(Colour colour) {
        return new XSSFColor(bytes(colour), null);
    }

    /** A colour with its alpha byte: three-byte colours fail validation. */
    static byte[] bytes(Colour colour) {
        return new byte[] {(byte) 255, (byte) colour.red(), (byte) colour.green(), (byte) colour.blue()};
    }
}
