package org.lodestone.core.table;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Numbers;

/**
 * How somebody's table writes numbers, and what stands there where one is not known.
 *
 * <p>Full-width digits and signs are read as plain ones. Grouped digits must be grouped in threes; whether the comma or the
 * point is the decimal mark is said once for a table and never guessed from a cell.
 *
 * @param decimalComma whether {@code 1.234,5} is meant to be 1234.5
 * @param missing marks beside the usual ones
 */
public record TypedNumbers(boolean decimalComma, ImmutableSet<String> missing) {

    /** Decimal points, and the usual marks for what is not known. */
    public static final TypedNumbers PLAIN = new TypedNumbers(false, ImmutableSet.of());

    private static final ImmutableSet<String> USUAL = ImmutableSet.of(
            "", "-", "--", "---", "–", "—", "——", "/", "n/a", "#n/a", "na", "n.a.", "n.a", "nan", "none", "null", "不适用",
            "暂无");

    private static final Pattern COMMA_STYLE = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)(,[0-9]+)?");

    /** The words that programs write for a number divided by zero. */
    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    private static final CharMatcher BLANKS = CharMatcher.whitespace().or(CharMatcher.anyOf("\u00A0\u200B\uFEFF"));
    private static final int FULL_WIDTH = 0xFEE0;

    /** Marks of a missing number are alike in capitals. */
    public TypedNumbers {
        missing = missing.stream().map(mark -> mark.toLowerCase(Locale.ROOT)).collect(toImmutableSet());
    }

    /** The cell with full-width digits, letters and signs as plain ones, and without blanks around it. */
    public static String plain(String cell) {
        boolean wide = cell.chars().anyMatch(c -> c > 0x7F);
        return BLANKS.trimFrom(wide ? narrowed(cell) : cell);
    }

    private static String narrowed(String cell) {
        return cell.codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - FULL_WIDTH : c == 0x3000 ? ' ' : c == 0x2212 ? '-' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The exact number in a cell; empty where the cell says that it is not known. Refuses anything else. */
    public Optional<BigDecimal> parse(String cell) {
        String text = plain(cell);
        if (isMissing(text)) {
            return Optional.empty();
        }
        if (!decimalComma) {
            return Optional.of(Numbers.parse(text));
        }
        if (!COMMA_STYLE.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number with a decimal comma, as this table is"
                    + " said to have. Write 1.234,5 or 1234,5, or take the decimal comma out of the mapping.");
        }
        return Optional.of(Numbers.parse(text.replace(".", "").replace(',', '.')));
    }

    /** The number in a cell with what stands around its digits; empty where there is none. */
    public Optional<NumberForm.Written> written(String cell) {
        String text = plain(cell);
        return isMissing(text)
                ? Optional.empty()
                : NumberForm.parse(decimalComma ? withDecimalPoint(text) : text, text.length() < cell.length());
    }

    private static String withDecimalPoint(String text) {
        return text.replace('.', ' ').replace(',', '.').replace(' ', ',');
    }

    /** Whether a cell says that its number is infinite, which no figure is. */
    public static boolean isInfinite(String cell) {
        return INFINITE.matcher(plain(cell)).matches();
    }

    /** Whether {@code text}, a plain one, says that a number is not known. */
    public boolean isMissing(String text) {
        String mark = text.toLowerCase(Locale.ROOT);
        return USUAL.contains(mark) || missing.contains(mark);
    }
}
