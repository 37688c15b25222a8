package org.lodestone.reports.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** How a value is shown. Rounding belongs here and nowhere else: the value itself stays exact. */
public enum Shown {
    /** Thousands grouped, no decimals: {@code 393,950}. */
    WHOLE("#,##0"),
    /** The same where a zero is a value like any other, and no dash. */
    WHOLE_OR_ZERO("#,##0"),
    /** One decimal: {@code 4,923.5}. */
    ONE_DECIMAL("#,##0.0"),
    /** The same where a zero is a value like any other, and no dash. */
    ONE_DECIMAL_OR_ZERO("#,##0.0"),
    /** Two decimals: {@code 18.45}. */
    TWO_DECIMALS("#,##0.00"),
    /** Three decimals, for scores from 0 to 1: {@code 0.746}. */
    THREE_DECIMALS("#,##0.000"),
    /** A share or a growth in percent with one decimal, as estimates bear: {@code 68.5%}. */
    PERCENT("0.0%"),
    /** The same with two decimals, as a note prints it, for what is judged by that or compared with it: {@code 68.54%}. */
    PERCENT_2("0.00%"),
    /** The part of all draws in whole percent, since another run moves its decimals: {@code 78%}, and {@code <1%} where it is less. */
    PART_OF_DRAWS("0%"),
    /** A change with its sign and two decimals: {@code +0.06}. */
    CHANGE("#,##0.00"),
    /** A change in whole percent with its sign: {@code +22%}. */
    CHANGE_PERCENT("0%"),
    /** Two to four decimals, to see how a figure rounds, and none where it is whole: {@code 68.5366}, {@code 60,000}. */
    PRECISE("#,##0.00##"),
    /** A number with as many decimals as the figure has, {@code 1,875.3}; four digits alone could be a year, and are not grouped. */
    AS_IS("#,##0.##########"),
    /** An amount in hundredths, with a percent sign: {@code 9.4%} of 9.4. */
    IN_PERCENT("#,##0.0"),
    /** Thousands of what is counted, with one decimal: {@code 24.2} of 24,154. */
    IN_THOUSANDS("#,##0.0"),
    /** Millions of it. */
    IN_MILLIONS("#,##0.0"),
    /** Thousands of millions of it. */
    IN_BILLIONS("#,##0.0"),
    /** A year or an ordinal, without grouping. */
    ORDINAL("0"),
    /** A text. */
    TEXT("0.##########"),
    /** A word among values, at their edge. */
    WORD("0.##########"),
    /** 1 is good, 0 is not. */
    CHECK("0");

    private static final Map<String, DecimalFormat> FORMATS = new ConcurrentHashMap<>();
    private static final BigDecimal GROUPED = BigDecimal.valueOf(10_000);
    private static final int DIGITS_OF_A_THOUSAND = 3;
    private static final BigDecimal HALF_A_PERCENT = new BigDecimal("0.005");

    private final String digits;

    Shown(String digits) {
        this.digits = digits;
    }

    /** The pattern of a number's digits without its sign, as sheets and {@link DecimalFormat} write it. */
    public String digits() {
        return digits;
    }

    /** How an amount in a unit is shown: in thousands of tonnes and more with a decimal, in tonnes and less as a whole number. */
    public static Shown of(Unit unit) {
        return unit.word().equals("kt") || unit.word().equals("Mt") ? ONE_DECIMAL : WHOLE;
    }

    /** Whether it shows an amount in a unit, and no ratio, place, verdict or word. */
    boolean isAmount() {
        return switch (this) {
            case WHOLE,
                    WHOLE_OR_ZERO,
                    ONE_DECIMAL,
                    ONE_DECIMAL_OR_ZERO,
                    TWO_DECIMALS,
                    CHANGE,
                    PRECISE,
                    AS_IS,
                    IN_PERCENT,
                    IN_THOUSANDS,
                    IN_MILLIONS,
                    IN_BILLIONS -> true;
            default -> false;
        };
    }

    /** Whether it shows a ratio in percent. */
    public boolean isPercent() {
        return switch (this) {
            case PERCENT, PERCENT_2, PART_OF_DRAWS, CHANGE_PERCENT -> true;
            default -> false;
        };
    }

    /** Why a value cannot be shown so: a percentage is a pure number, and not one basis over another. */
    Optional<String> misfit(Key key, Units units) {
        ValueUnit unit = units.of(key);
        boolean isPure = isPercent() || this == ORDINAL || this == CHECK || this == THREE_DECIMALS;
        return isPure && !unit.fits(ValueUnit.NUMBER)
                ? Optional.of(units.told(key) + " is shown as " + (isPercent() ? "a percentage" : "a pure number")
                        + ", and is in " + unit + ". Take a share of the same basis, or show it as an amount.")
                : Optional.empty();
    }

    /** The number of times that an amount is divided by a thousand where it is shown; its value stays as it is. */
    public int thousands() {
        return switch (this) {
            case IN_THOUSANDS -> 1;
            case IN_MILLIONS -> 2;
            case IN_BILLIONS -> 3;
            default -> 0;
        };
    }

    /** The number of decimals that an amount shown so has in a sentence. */
    public int decimals() {
        return this == ONE_DECIMAL ? 1 : 0;
    }

    /** How one value is shown so: a whole number has no decimals to see how it rounds, and is grouped where it is no year. */
    public Shown fitting(Value value) {
        if (this != PRECISE && this != AS_IS) {
            return this;
        }
        double number = value.number().orElse(Double.NaN);
        boolean plain = this == PRECISE || Math.abs(number) >= GROUPED.doubleValue();
        return plain && number == Math.rint(number) ? WHOLE_OR_ZERO : this;
    }

    /**
     * A value as plain text, for a terminal or a notebook: {@code PERCENT_2} makes {@code 68.54%} of 0.68537. Halves round
     * away from zero, in any locale; what is missing is its code.
     */
    public String text(Value value) {
        return value.number().isPresent()
                ? number(BigDecimal.valueOf(value.number().getAsDouble()))
                : value.inSentence();
    }

    private String number(BigDecimal amount) {
        return switch (this) {
            case PART_OF_DRAWS ->
                amount.signum() > 0 && amount.compareTo(HALF_A_PERCENT) < 0 ? "<1%" : format(amount, digits);
            case CHANGE, CHANGE_PERCENT -> format(amount, "+" + digits + ";−" + digits);
            case PRECISE -> format(amount, isWhole(amount) ? WHOLE.digits : digits);
            case AS_IS -> format(amount, mayBeYear(amount) ? ORDINAL.digits : digits);
            case IN_PERCENT -> format(amount, digits) + "%";
            case CHECK -> amount.signum() == 0 ? "Look" : "OK";
            default -> format(amount.movePointLeft(DIGITS_OF_A_THOUSAND * thousands()), digits);
        };
    }

    /** Whether thousands are not grouped, since it could be a year: a whole number of four digits. */
    private static boolean mayBeYear(BigDecimal amount) {
        return amount.abs().compareTo(GROUPED) < 0 && isWhole(amount);
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0;
    }

    private static DecimalFormat formatOf(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** The number with a true minus, and without one where it rounds to nothing. */
    private static String format(BigDecimal amount, String pattern) {
        // one format cannot be used by two threads, and a copy is made faster than a pattern is read
        DecimalFormat format = (DecimalFormat)
                FORMATS.computeIfAbsent(pattern, Shown::formatOf).clone();
        String text = format.format(amount);
        return text.chars().anyMatch(c -> c >= '1' && c <= '9') ? text : format.format(BigDecimal.ZERO);
    }
}
