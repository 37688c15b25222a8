package org.lodestone.core.table;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.internal.text.OneLine;

/** A way in which a column may write its numbers with more than plain digits. */
public enum NumberForm {
    /** {@code " 7 "}. */
    BLANKS("with blanks around"),
    /** {@code $142.66}, {@code 142.66 USD} or {@code Rs. 142.66}: which dollars is not said. */
    CURRENCY_SIGN("with the sign of a currency, read without it and not converted"),
    /** {@code 0.987%} or {@code 0.987 %}, which is 0.987 in percent. */
    PERCENT("with %, read in percent (12.5% as 12.5)"),
    /** {@code 2.9T}, with K, M, B or T for a thousand, million, billion or trillion. */
    LETTERS("with K, M, B or T, read as thousands, millions, billions and trillions"),
    /** {@code (500)} for -500. */
    BRACKETS("in brackets, read as negative"),
    /** {@code 1.2e-05}. */
    EXPONENTS("with an exponent"),
    /** {@code 12.5x}, which is 12.5. */
    TIMES("with x, read as a multiple (12.5x as 12.5)");

    /**
     * A number in some of these forms.
     *
     * @param sign of a currency; empty where there is none
     * @param letter one of K, M, B and T; empty where there is none
     * @param digits the number without its letter, below zero where it has a minus or brackets
     */
    public record Written(ImmutableSet<NumberForm> forms, String sign, String letter, BigDecimal digits) {

        /** The number that it is if everything around its digits means what it usually does. */
        public BigDecimal value() {
            return value(letter);
        }

        /** The number that it is if it has this letter behind it. */
        public BigDecimal value(String behind) {
            return behind.isEmpty() ? digits : digits.scaleByPowerOfTen(3 * (1 + LETTERS_BY_SIZE.indexOf(behind)));
        }

        /** Whether it is nothing but digits, a sign and a point; blanks do not count. */
        public boolean isPlain() {
            return forms.stream().allMatch(BLANKS::equals);
        }

        /** Whether it is written in this form. */
        public boolean has(NumberForm form) {
            return forms.contains(form);
        }

        @Override
        public String toString() {
            return OneLine.joined(value().toPlainString());
        }
    }

    /** Each a thousand times the one before. */
    private static final String LETTERS_BY_SIZE = "KMBT";

    private static final String SIGN =
            "(?:US|AU?|CA?|HK|NZ|NT|MX|S|R)?[$]|[€£¥￥₹₩₽₺]|Rs[.]?|USD|EUR|GBP|JPY|CNY|CNH|RMB|HKD|TWD|KRW|INR"
                    + "|AUD|CAD|NZD|CHF|SEK|NOK|DKK|SGD|ZAR|BRL|MXN|CLP|IDR|THB|MYR|PLN|TRY|ILS|SAR|GBX|GBp";

    private static final Pattern FORMS =
            Pattern.compile("(?:(?<before>" + SIGN + ")\\h?(?=[(]))?(?<open>[(])?(?<minus>[+-])?"
                    + "(?:(?<sign>" + SIGN
                    + ")\\h?)?(?<inner>[+-])?(?<digits>[0-9][0-9,]*([.][0-9]+)?)(?<exponent>[eE][+-]?[0-9]{1,3})?"
                    + "(?:\\h?(?<letter>[KMBTkmb]|[MmBbTt]n))?(?<percent>\\h?%)?(?<times>[x×])?(?:\\h?(?<after>" + SIGN
                    + "))?(?<close>[)])?");

    private static final Pattern IN_HEADER =
            Pattern.compile("[$€£¥￥₹₩₽₺]|(?<![\\p{L}\\p{N}])(?:" + SIGN + ")(?![\\p{L}\\p{N}])");

    private final String read;

    NumberForm(String read) {
        this.read = read;
    }

    /** A number and how it is written, which had blanks around or not; empty where {@code text} is none. */
    static Optional<Written> parse(String text, boolean hadBlanks) {
        Matcher found = FORMS.matcher(text);
        if (!found.matches()
                || has(found, "open") != has(found, "close")
                || count(found, "before", "sign", "after") > 1
                || count(found, "minus", "inner", "open") > 1
                || count(found, "letter", "percent", "times") > 1
                || count(found, "letter", "exponent") > 1) {
            return Optional.empty();
        }
        EnumSet<NumberForm> forms = EnumSet.noneOf(NumberForm.class);
        add(forms, BLANKS, hadBlanks);
        add(forms, CURRENCY_SIGN, count(found, "before", "sign", "after") > 0);
        add(forms, PERCENT, has(found, "percent"));
        add(forms, LETTERS, has(found, "letter"));
        add(forms, BRACKETS, has(found, "open"));
        add(forms, EXPONENTS, has(found, "exponent"));
        add(forms, TIMES, has(found, "times"));
        try {
            return Optional.of(new Written(
                    Sets.immutableEnumSet(forms),
                    said(found, "before") + said(found, "sign") + said(found, "after"),
                    letter(said(found, "letter")),
                    digits(found)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // digits that are not grouped in threes, say
        }
    }

    /** Whether a header names a currency: {@code Net income ($m)}, {@code Revenue, USD}, {@code CMP Rs.} */
    public static boolean isOfMoney(String header) {
        return currency(header).isPresent();
    }

    /** The currency that a header names, as it stands there: {@code $} of {@code Net income ($m)}. */
    public static Optional<String> currency(String header) {
        return IN_HEADER.matcher(header).results().map(MatchResult::group).findFirst();
    }

    /** {@code B} for b and bn. */
    private static String letter(String said) {
        return said.isEmpty() ? "" : Ascii.toUpperCase(said.substring(0, 1));
    }

    private static BigDecimal digits(Matcher found) {
        boolean negative = has(found, "open")
                || said(found, "minus").equals("-")
                || said(found, "inner").equals("-");
        BigDecimal digits = Numbers.parse(found.group("digits"));
        String exponent = said(found, "exponent");
        int power = exponent.isEmpty() ? 0 : Integer.parseInt(exponent.substring(1));
        BigDecimal value = digits.scaleByPowerOfTen(power);
        return negative ? value.negate() : value;
    }

    private static void add(EnumSet<NumberForm> forms, NumberForm form, boolean isThere) {
        if (isThere) {
            forms.add(form);
        }
    }

    private static boolean has(Matcher found, String group) {
        return found.group(group) != null;
    }

    private static int count(Matcher found, String... groups) {
        int count = 0;
        for (String group : groups) {
            count += has(found, group) ? 1 : 0;
        }
        return count;
    }

    private static String said(Matcher found, String group) {
        return has(found, group) ? found.group(group) : "";
    }

    /** For the note on a column: {@code with %, read in percent (12.5% as 12.5)}. */
    public String read() {
        return read;
    }

    /** The words in a file that describes a column: {@code currency sign}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
