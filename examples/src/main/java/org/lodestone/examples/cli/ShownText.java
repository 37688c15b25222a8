package org.lodestone.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/** A value as a reader sees it, rounded and grouped as the report says. */
final class ShownText {

    private ShownText() {}

    static String of(Value value, Shown shown) {
        return value.number().isPresent()
                ? number(BigDecimal.valueOf(value.number().getAsDouble()), shown)
                : Terminal.visible(value.inSentence());
    }

    private static String number(BigDecimal amount, Shown shown) {
        return switch (shown) {
            case WHOLE -> format(amount, "#,##0");
            case ONE_DECIMAL -> format(amount, "#,##0.0");
            case TWO_DECIMALS -> format(amount, "#,##0.00");
            case PERCENT -> format(amount, "0.0%");
            case PERCENT_2 -> format(amount, "0.00%");
            case PRECISE -> format(amount, "#,##0.00##");
            case AS_IS, TEXT, WORD -> format(amount, "0.##########");
            case ORDINAL -> format(amount, "0");
            case CHECK -> amount.signum() == 0 ? "Look" : "OK";
        };
    }

    private static String format(BigDecimal amount, String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }
}
