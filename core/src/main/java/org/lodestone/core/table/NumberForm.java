package org.lodestone.core.table;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.internal.text.OneLine;

/** A way in which a column may write its numbers with more than plain digits. */
public enum NumberForm {
    /** {@code " 7 "}. */
    BLANKS("with blanks around", "blanks around it"),
    /** {@code $142.66}: which dollars is not said. */
    CURRENCY_SIGN("with the sign of a currency, read without it; nothing was converted", "the sign of a currency"),
    /** {@code 0.987%} or {@code 0.987 %}, which is 0.987 in percent. */
    PERCENT("with %, read in percent: 12.5% as 12.5", "a percent sign"),
    /** {@code 2.9T}, with K, M, B or T for a thousand, million, billion or trillion. */
    LETTERS("with K, M, B or T, read as thousands, millions, billions and trillions", "a letter behind it"),
    /** {@code (500)} for -500. */
    BRACKETS("in brackets, read as negative", "brackets around it"),
    /** {@code 1.2e-05}. */
    EXPONENTS("with an exponent", "an exponent");

    /** A number in some of these forms. */
    public record Written(ImmutableSet<NumberForm> forms, String sign, String letter, BigDecimal value) {

        /** The value of what stands in {@code cell}, of a column of which {@code known} are the forms; refuses another form. */
        public BigDecimal in(String cell, Set<NumberForm> known) {
            Set<NumberForm> others = Sets.difference(forms, known);
            if (!others.isEmpty()) {
                NumberForm other = others.iterator().next();
                throw new IllegalArgumentException("'" + cell + "' has " + other.about
                        + ", which not all numbers of the column have. Write plain digits, or, if all of them are meant so, say"
                        + " \"written\": [\"" + other + "\"] of the column.");
            }
            return value;
        }

        @Override
        public String toString() {
            return OneLine.joined(value.toPlainString());
        }
    }

    /** Each a thousand times the one before. */
    private static final String LETTER = "KMBT";

    private static final Pattern FORMS = Pattern.compile(
            "(?<open>[(])?(?<minus>[+-])?(?<sign>[$€£¥￥])?(?<inner>[+-])?"
                    + "(?<digits>[0-9][0-9,]*([.][0-9]+)?)(?<exponent>[eE][+-]?[0-9]{1,3})?(?<letter>[KMBT])?(?<percent>\\h?%)?(?<close>[)])?");

    private final String read;
    private final String about;

    NumberForm(String read, String about) {
        this.read = read;
        this.about = about;
    }

    /** A number and how it is written; empty where the cell holds none. */
    public static Optional<Written> parse(String cell) {
        String text = cell.strip();
        Matcher found = FORMS.matcher(text);
        if (!found.matches()
                || (found.group("open") == null) != (found.group("close") == null)
                || (has(found, "minus") && has(found, "inner"))
                || (has(found, "open") && (has(found, "minus") || has(found, "inner")))
                || (has(found, "letter") && (has(found, "percent") || has(found, "exponent")))) {
            return Optional.empty();
        }
        EnumSet<NumberForm> forms = EnumSet.noneOf(NumberForm.class);
        add(forms, BLANKS, text.length() < cell.length());
        add(forms, CURRENCY_SIGN, has(found, "sign"));
        add(forms, PERCENT, has(found, "percent"));
        add(forms, LETTERS, has(found, "letter"));
        add(forms, BRACKETS, has(found, "open"));
        add(forms, EXPONENTS, has(found, "exponent"));
        try {
            return Optional.of(new Written(
                    Sets.immutableEnumSet(forms), said(found, "sign"), said(found, "letter"), value(found)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // digits that are not grouped in threes, say
        }
    }

    private static BigDecimal value(Matcher found) {
        boolean negative = has(found, "open")
                || said(found, "minus").equals("-")
                || said(found, "inner").equals("-");
        BigDecimal digits = Numbers.parse(found.group("digits"));
        String exponent = said(found, "exponent");
        int power = exponent.isEmpty() ? 0 : Integer.parseInt(exponent.substring(1));
        int thousands = has(found, "letter") ? 1 + LETTER.indexOf(found.group("letter")) : 0;
        BigDecimal value = digits.scaleByPowerOfTen(power + 3 * thousands);
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

    private static String said(Matcher found, String group) {
        return has(found, group) ? found.group(group) : "";
    }

    /** For the note on a column: {@code with %, read in percent: 12.5% as 12.5}. */
    public String read() {
        return read;
    }

    /** As a file says it of a column: {@code currency sign}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
