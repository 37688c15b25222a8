package org.lodestone.core.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unit together with its basis: {@code t REO}, {@code kt magnet REE}, {@code t NdPr oxide/yr}, {@code CNY mn},
 * {@code USD/kg}, {@code %}, {@code x}, {@code mn shares}.
 *
 * @param text as it is written
 * @param dimension what it measures
 * @param basis what a tonne is a tonne of, or the currency of money and prices; empty for shares, multiples and counts
 * @param scale how many of the dimension's base units it is: of a tonne, of one unit of currency, per kilogram
 */
public record Unit(String text, Dimension dimension, String basis, BigDecimal scale) {

    /** What a unit measures. */
    public enum Dimension {
        MASS,
        MASS_PER_YEAR,
        MONEY,
        PRICE,
        SHARE,
        MULTIPLE,
        SHARES
    }

    private static final Map<String, BigDecimal> TONNES = Map.of(
            "kg", new BigDecimal("0.001"),
            "t", BigDecimal.ONE,
            "kt", new BigDecimal("1000"),
            "Mt", new BigDecimal("1000000"));
    private static final Map<String, BigDecimal> COUNTS =
            Map.of("", BigDecimal.ONE, "mn", new BigDecimal("1000000"), "bn", new BigDecimal("1000000000"));
    private static final Pattern MASS = Pattern.compile("(kg|t|kt|Mt) (\\S.*?)(/yr)?");
    private static final Pattern MONEY = Pattern.compile("([A-Z]{3})(?: (mn|bn))?");
    private static final Pattern PRICE = Pattern.compile("([A-Z]{3})/(kg|t)");
    private static final Pattern SHARES = Pattern.compile("(?:(mn|bn) )?shares");

    /** Reads a unit. Throws {@link IllegalArgumentException} with a remedy for any other text. */
    public static Unit parse(String text) {
        if (text.equals("%")) {
            return new Unit(text, Dimension.SHARE, "", new BigDecimal("0.01"));
        }
        if (text.equals("x")) {
            return new Unit(text, Dimension.MULTIPLE, "", BigDecimal.ONE);
        }
        Matcher shares = SHARES.matcher(text);
        if (shares.matches()) {
            return new Unit(text, Dimension.SHARES, "", count(shares.group(1)));
        }
        Matcher price = PRICE.matcher(text);
        if (price.matches()) {
            return new Unit(
                    text,
                    Dimension.PRICE,
                    price.group(1),
                    price.group(2).equals("kg") ? BigDecimal.ONE : new BigDecimal("0.001"));
        }
        Matcher money = MONEY.matcher(text);
        if (money.matches()) {
            return new Unit(text, Dimension.MONEY, money.group(1), count(money.group(2)));
        }
        Matcher mass = MASS.matcher(text);
        if (mass.matches()) {
            return new Unit(
                    text,
                    mass.group(3) == null ? Dimension.MASS : Dimension.MASS_PER_YEAR,
                    mass.group(2),
                    TONNES.get(mass.group(1)));
        }
        throw new IllegalArgumentException("'" + text + "' is not a unit. Write a mass with its basis such as 't REO' or"
                + " 'kt REO/yr', money such as 'CNY mn', a price such as 'USD/kg', or %, x, shares.");
    }

    @SuppressWarnings("NullAway") // a group that did not take part is null
    private static BigDecimal count(@org.jspecify.annotations.Nullable String word) {
        return COUNTS.get(word == null ? "" : word);
    }

    /** Whether amounts in this unit and the other add, and form shares. */
    public boolean comparableWith(Unit other) {
        return dimension == other.dimension && basis.equals(other.basis);
    }

    @Override
    public String toString() {
        return text;
    }
}
