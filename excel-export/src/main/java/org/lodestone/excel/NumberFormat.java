package org.lodestone.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lodestone.core.internal.time.Days;
import org.lodestone.reports.report.Shown;

/**
 * How the numbers of a chart are written, with a true minus: {@code +13.1}, {@code −7.4}.
 *
 * @param ratio whether they are shown as percentages
 * @param signed whether numbers above zero have a plus
 * @param thousands the number of times that they are divided by a thousand
 * @param day what is shown of a day, {@code mmm yy}; empty for numbers that are none
 * @param needed whether each has as many decimals as it needs, whatever their number
 */
record NumberFormat(int decimals, boolean ratio, boolean signed, int thousands, String day, boolean needed) {

    /** Names of months as in English, whatever a reader's language. */
    private static final String IN_ENGLISH = "[$-809]";

    private static final int DIGITS_OF_A_THOUSAND = 3;

    NumberFormat(int decimals, boolean ratio, boolean signed, int thousands) {
        this(decimals, ratio, signed, thousands, "", false);
    }

    /** A format of days. */
    static NumberFormat ofDays(String shown) {
        return new NumberFormat(0, false, false, 0, shown, false);
    }

    /** A format of numbers that are far apart, such as powers of ten: {@code 0.01}, {@code 1}, {@code 1,000}. */
    static NumberFormat ofAnySize(int thousands) {
        return new NumberFormat(0, false, false, thousands, "", true);
    }

    static NumberFormat of(Shown shown, boolean signed) {
        return new NumberFormat(
                new DecimalFormat(shown.digits()).getMinimumFractionDigits(),
                shown.isPercent(),
                signed || shown == Shown.CHANGE || shown == Shown.CHANGE_PERCENT,
                shown.thousands());
    }

    private String digits() {
        return "#,##0" + (needed ? ".######" : decimals == 0 ? "" : "." + "0".repeat(decimals)) + (ratio ? "%" : "");
    }

    private String scaled() {
        return digits() + ",".repeat(thousands);
    }

    /** Its code in a workbook. */
    String code() {
        return code("");
    }

    /** Its code with a mark after each number. */
    String code(String mark) {
        if (!day.isEmpty()) {
            return IN_ENGLISH + day;
        }
        if (needed) { // a sheet would leave the point after a whole number
            String scale = ",".repeat(thousands);
            return "[>=1" + "0".repeat(DIGITS_OF_A_THOUSAND * thousands) + "]#,##0" + scale + ";0.0#####" + scale;
        }
        String one = scaled() + (mark.isEmpty() ? "" : "\"" + mark + "\"");
        return (signed ? "+" : "") + one + ";\"−\"" + one + (signed ? ";" + one : "");
    }

    /** Its code for changes: of one that comes to nothing, nothing is said, since there is no bar beside it. */
    String codeOfChange() {
        String least = BigDecimal.valueOf(5, decimals + (ratio ? 2 : 0) + 1 - DIGITS_OF_A_THOUSAND * thousands)
                .toPlainString();
        return "[>=" + least + "]+" + scaled() + ";[<=-" + least + "]\"−\"" + scaled() + ";\"\"";
    }

    /** Its code for a point that has no number: nothing, until one is put in. */
    String codeWhereMissing() {
        return (signed ? "+" : "") + scaled() + ";\"−\"" + scaled() + ";\"\";\"\"";
    }

    /** A number as it stands in the chart. */
    String text(double number) {
        if (!day.isEmpty()) {
            return DateTimeFormatter.ofPattern(day.replace('m', 'M'), Locale.ENGLISH)
                    .format(Days.ofNumber(number));
        }
        DecimalFormat format = new DecimalFormat(digits(), DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        String size = format.format(
                BigDecimal.valueOf(Math.abs(number)).scaleByPowerOfTen(-DIGITS_OF_A_THOUSAND * thousands));
        boolean zero = size.chars().allMatch(c -> "0.,%".indexOf(c) >= 0);
        return (zero ? "" : number < 0 ? "−" : signed ? "+" : "") + size;
    }
}
