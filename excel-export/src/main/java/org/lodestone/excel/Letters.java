package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;

/**
 * The room that letters of a font take: those of Calibri, in which widths of columns are measured, as they are, and those of
 * another font by as much more as its widest texts were found to need.
 *
 * <p>A row is as high as its wrapped text needs, and a spreadsheet program does not work that out for merged cells.
 *
 * @param breadth of a text, against the same in Calibri
 * @param leading the distance from line to line, against that of Calibri
 */
record Letters(double breadth, double leading) {

    static final Letters CALIBRI = new Letters(1, 1);

    /** Against Calibri, the widest of 400 lines of English, regular or bold. */
    private static final ImmutableMap<String, Letters> KNOWN = ImmutableMap.<String, Letters>builder()
            .put("calibri", CALIBRI)
            .put("carlito", CALIBRI)
            .put("arial", new Letters(1.18, 1))
            .put("helvetica", new Letters(1.18, 1))
            .put("liberation sans", new Letters(1.18, 1))
            .put("arial narrow", CALIBRI)
            .put("times new roman", new Letters(1.08, 1))
            .put("liberation serif", new Letters(1.08, 1))
            .put("verdana", new Letters(1.41, 1))
            .put("dejavu sans", new Letters(1.41, 1))
            .put("courier new", new Letters(1.6, 1))
            .buildOrThrow();

    /** A font of which nothing is known is taken to be as wide and as tall as those usual on a page, save Verdana. */
    private static final Letters OTHER_FONT = new Letters(1.25, 1.1);

    /** From the blank to the tilde, in thousandths of the size of the letters. */
    private static final int[] REGULAR = {
        226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507,
                507,
        507, 507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420,
                855,
        646, 662, 517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423,
                525,
        498, 305, 471, 525, 229, 239, 455, 229, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395,
                314,
        460, 314, 498
    };

    private static final int[] BOLD = {
        226, 326, 438, 498, 507, 729, 705, 233, 312, 312, 498, 498, 258, 306, 267, 430, 507, 507, 507, 507, 507, 507,
                507,
        507, 507, 507, 276, 276, 498, 498, 498, 463, 898, 606, 561, 529, 630, 488, 459, 637, 631, 267, 331, 547, 423,
                874,
        659, 676, 532, 686, 563, 473, 495, 653, 591, 906, 551, 520, 478, 325, 430, 325, 498, 498, 300, 494, 537, 418,
                537,
        503, 316, 474, 537, 246, 255, 480, 246, 813, 537, 538, 537, 537, 355, 399, 347, 537, 473, 745, 459, 474, 397,
                344,
        475, 344, 498
    };

    private static final int FIRST = ' ';
    /** Any other letter of an alphabet. */
    private static final int OTHER_LETTER = 560;

    private static final int EAST_ASIAN = 1_000;
    private static final int FIRST_EAST_ASIAN = 0x2E80;

    private static final double LINE = 1.24;

    /** The height of a row beyond that of its lines, in points. */
    private static final double AIR = 1.75;

    /** The letters of a family, however it is written. */
    static Letters of(String font) {
        return Optional.ofNullable(KNOWN.get(font.toLowerCase(Locale.ROOT))).orElse(OTHER_FONT);
    }

    /** The width of a text in one line, in pixels. */
    double width(String text, Look look) {
        return width(text, look.points(), Style.isBold(look));
    }

    /** The width of a text in one line of so many points, in pixels. */
    double width(String text, double points, boolean bold) {
        int[] widths = bold ? BOLD : REGULAR;
        int sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += width(text.codePointAt(i), widths);
        }
        return breadth * sum / 1_000.0 * points * ChartRoom.PIXELS_OF_A_POINT;
    }

    /** The height of some lines, in points. */
    double high(int lines, Look look) {
        return lines * look.points() * LINE * (lines > 1 ? leading : 1) + AIR;
    }

    private static int width(int letter, int[] widths) {
        int at = letter - FIRST;
        return at >= 0 && at < widths.length ? widths[at] : letter >= FIRST_EAST_ASIAN ? EAST_ASIAN : OTHER_LETTER;
    }

    /** The number of lines that a text takes where it is wrapped to a width in pixels, which is taken to have room for a letter. */
    int lines(String text, double pixels, Look look) {
        int lines = 0;
        double blank = width(" ", look);
        double room = Math.max(pixels, width("W", look));
        if (text.indexOf('\n') < 0 && width(text, look) <= room) {
            return 1;
        }
        for (String paragraph : text.split("\n", -1)) {
            double line = 0;
            int count = 1;
            for (String word : paragraph.split(" ", -1)) {
                double length = width(word, look);
                if (line > 0 && line + blank + length > room) {
                    count++;
                    line = length;
                } else {
                    line += (line > 0 ? blank : 0) + length;
                }
                while (line > room) {
                    count++;
                    line -= room;
                }
            }
            lines += count;
        }
        return lines;
    }
}
