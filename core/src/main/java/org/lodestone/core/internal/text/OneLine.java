package org.lodestone.core.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of facts about a value, as its {@code toString} gives it to a shell.
 *
 * <pre>rare-earths: 6 editions, 237 figures, 25 companies</pre>
 *
 * <p>For eyes alone: a line that is too long is cut, so nothing is told apart by it.
 */
public final class OneLine {

    /** The most characters of a line. */
    public static final int MOST = 160;

    private static final MathContext DIGITS = new MathContext(6);

    private OneLine() {}

    /** A subject and the facts about it: {@code mine production, China, 2024: 270000 t REO}. */
    public static String of(Object subject, Object... facts) {
        String said = joined(facts);
        return cut(said.isEmpty() ? joined(subject) : joined(subject).replaceFirst("[.]$", "") + ": " + said);
    }

    /** Facts in a row. An optional one that is empty and an empty text are left out; of a collection each stands by itself. */
    public static String joined(Object... facts) {
        return cut(Stream.of(facts)
                .flatMap(OneLine::each)
                .map(Object::toString)
                .filter(fact -> !fact.isEmpty())
                .limit(MOST / 2)
                .collect(Collectors.joining(", ")));
    }

    private static Stream<?> each(@Nullable Object fact) {
        if (fact instanceof Optional<?> optional) {
            return optional.stream();
        }
        return fact instanceof Collection<?> several ? several.stream() : Stream.ofNullable(fact);
    }

    /** An amount with its unit: {@code 270000 t REO}, {@code 3.6%}. */
    public static String amount(Object amount, Object unit) {
        return amount + (unit.toString().startsWith("%") ? "" : " ") + unit;
    }

    /** A number of things: {@code 6 editions}, {@code 1 company}. */
    public static String count(int number, String one) {
        String several = one.matches(".*[^aeiou]y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }

    /** A number of things; nothing where there are none. */
    public static String some(long number, String one) {
        return number == 0 ? "" : count((int) number, one);
    }

    public static String count(Collection<?> things, String one) {
        return count(things.size(), one);
    }

    public static String count(Map<?, ?> things, String one) {
        return count(things.size(), one);
    }

    /** A number with thousands parted, to six digits: {@code 393,950}, {@code 0.685366}. */
    public static String number(double amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        return format(
                exact.precision() - exact.scale() > DIGITS.getPrecision() ? exact : exact.round(DIGITS),
                "#,##0.#########");
    }

    /** A ratio in percent with two decimals: {@code 68.54%}. */
    public static String percent(double ratio) {
        return format(BigDecimal.valueOf(ratio), "0.00%");
    }

    private static String format(BigDecimal amount, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        return new DecimalFormat(pattern, symbols).format(amount);
    }

    private static String cut(String line) {
        String visible = Visible.text(line);
        return visible.length() <= MOST ? visible : visible.substring(0, MOST - 1) + "…";
    }
}
