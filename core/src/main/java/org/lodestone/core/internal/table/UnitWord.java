package org.lodestone.core.internal.table;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;

/**
 * A unit as tables of analysts write it, such as {@code 万元}, {@code 亿股} or {@code 元/公斤}: how many of which {@link Unit}
 * it is.
 *
 * <pre>UnitWord.parse("万元", "") is 10,000 CNY; UnitWord.parse("万吨", "REO") is 10,000 t REO</pre>
 *
 * <p>A word is a number word (千, 万, 百万, 亿), then what is counted, then what it is counted by. What {@link Unit#parse} accepts
 * is one too.
 *
 * @param factor how many of the unit, exactly
 * @param each whether it is money for each share
 */
public record UnitWord(BigDecimal factor, Unit unit, boolean each) {

    private static final ImmutableMap<String, String> NUMBERS = ImmutableMap.<String, String>builder()
            .put("", "1")
            .put("百", "100")
            .put("千", "1000")
            .put("万", "10000")
            .put("十万", "100000")
            .put("百万", "1000000")
            .put("千万", "10000000")
            .put("亿", "100000000")
            .put("十亿", "1000000000")
            .put("百亿", "10000000000")
            .put("千亿", "100000000000")
            .put("万亿", "1000000000000")
            .buildOrThrow();

    private static final ImmutableMap<String, String> CURRENCIES = ImmutableMap.<String, String>builder()
            .put("元", "CNY")
            .put("人民币", "CNY")
            .put("人民币元", "CNY")
            .put("港元", "HKD")
            .put("港币", "HKD")
            .put("美元", "USD")
            .put("欧元", "EUR")
            .put("日元", "JPY")
            .put("英镑", "GBP")
            .put("澳元", "AUD")
            .put("澳大利亚元", "AUD")
            .put("加元", "CAD")
            .put("加拿大元", "CAD")
            .put("韩元", "KRW")
            .put("新台币", "TWD")
            .buildOrThrow();

    private static final ImmutableMap<String, String> MASSES =
            ImmutableMap.of("公斤", "kg", "千克", "kg", "吨", "t", "t", "t", "kg", "kg", "kt", "kt", "Mt", "Mt");

    private static final String MONEY = "(" + String.join("|", CURRENCIES.keySet()) + ")";
    private static final String MASS = "(公斤|千克|吨)";
    private static final String NUMBER = "(十万|百万|千万|十亿|百亿|千亿|万亿|百|千|万|亿|)";

    private static final Pattern OF_MONEY = Pattern.compile(NUMBER + MONEY);
    private static final Pattern OF_PRICE = Pattern.compile(NUMBER + MONEY + "/" + MASS);
    private static final Pattern OF_EACH = Pattern.compile(NUMBER + MONEY + "/(?:股|share)");
    private static final Pattern OF_SHARES = Pattern.compile(NUMBER + "股");
    private static final Pattern OF_MASS = Pattern.compile("(?:" + NUMBER + MASS + "|(kg|t|kt|Mt))(/年|/yr)?");
    private static final Pattern EACH_IN_CODE = Pattern.compile("([A-Z]{3})/shares?");

    /**
     * The unit that {@code word} names.
     *
     * @param basis what a mass is a mass of; empty where it is not known, and then a bare mass is refused
     */
    public static UnitWord parse(String word, String basis) {
        String text = word.strip();
        if (text.equals("%")) {
            return new UnitWord(BigDecimal.ONE, Unit.PERCENT, false);
        }
        if (text.equals("倍")) {
            return new UnitWord(BigDecimal.ONE, Unit.TIMES, false);
        }
        Matcher m;
        if ((m = OF_MONEY.matcher(text)).matches()) {
            return of(m.group(1), currency(m.group(2)), false);
        }
        if ((m = OF_EACH.matcher(text)).matches()) {
            return of(m.group(1), currency(m.group(2)), true);
        }
        if ((m = OF_PRICE.matcher(text)).matches()) {
            return of(m.group(1), currency(m.group(2)) + "/" + MASSES.get(m.group(3)), false);
        }
        if ((m = OF_SHARES.matcher(text)).matches()) {
            return of(m.group(1), "shares", false);
        }
        if ((m = EACH_IN_CODE.matcher(text)).matches()) {
            return of("", m.group(1), true);
        }
        if ((m = OF_MASS.matcher(text)).matches()) {
            return mass(text, m, basis);
        }
        return ours(word, text);
    }

    private static UnitWord mass(String text, Matcher m, String basis) {
        if (basis.isBlank()) {
            throw new UnitException("'" + text + "' is a mass, and it is not said a mass of what. Give its"
                    + " basis, such as REO, NdPr oxide or gross.");
        }
        String number = m.group(1) == null ? "" : m.group(1);
        String mass = m.group(2) == null ? m.group(3) : String.valueOf(MASSES.get(m.group(2)));
        return of(number, mass + " " + basis + (m.group(4) == null ? "" : "/yr"), false);
    }

    private static UnitWord ours(String word, String text) {
        try {
            return of("", text, false);
        } catch (IllegalArgumentException e) {
            throw new UnitException(
                    "'" + word + "' is not a unit that is known here. Write one such as 元, 万元, 亿元, 万股, 元/股, 元/公斤,"
                            + " 吨 (with a basis), % or 倍, or one of a dataset: CNY mn, t REO, mn shares.",
                    e);
        }
    }

    private static UnitWord of(String number, String unit, boolean each) {
        return new UnitWord(new BigDecimal(NUMBERS.get(number)), Unit.parse(unit), each);
    }

    private static String currency(String word) {
        return String.valueOf(CURRENCIES.get(word));
    }

    /** An amount of it in {@code other}, exactly; the digits are kept where nothing is converted. Throws if the two do not compare. */
    public Quantity times(BigDecimal amount, Unit other) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return Quantity.of(amount, unit).in(other);
        }
        BigDecimal counted = amount.multiply(factor).stripTrailingZeros();
        return Quantity.of(counted.setScale(Math.max(0, counted.scale())), unit).in(other);
    }

    /** Its size in {@code other}: 万元 is 0.01 of CNY mn. */
    public BigDecimal factorTo(Unit other) {
        return times(BigDecimal.ONE, other).amount();
    }
}
