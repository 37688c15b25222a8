package org.lodestone.core.internal.table;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.table.NumberForm;

/**
 * How the numbers of a column are understood: what has one reading among the others is read, and what has two is refused with both.
 *
 * @param said forms that any number of the column may have, whatever the others have
 * @param usual forms in which the column is understood to be written
 * @param sign of a currency that most numbers have; empty where there is none
 * @param letters that are sizes of numbers in the column
 */
public record ColumnForms(
        ImmutableSet<NumberForm> said, ImmutableSet<NumberForm> usual, String sign, ImmutableSet<String> letters) {

    /** A column of which nothing is known but that any number may be written so. */
    public static ColumnForms of(ImmutableSet<NumberForm> said) {
        return new ColumnForms(said, ImmutableSet.of(), "", ImmutableSet.of());
    }

    /** The same where any number may be written in this form too. */
    public ColumnForms saying(NumberForm form) {
        ImmutableSet<NumberForm> more =
                ImmutableSet.<NumberForm>builder().addAll(said).add(form).build();
        return new ColumnForms(more, usual, sign, letters);
    }

    /** Whether numbers in this form are read. */
    private boolean takes(NumberForm form) {
        return said.contains(form) || usual.contains(form);
    }

    /** Whether a number of plain digits has one reading in the column. */
    public boolean isPlain() {
        return !isUsual(NumberForm.PERCENT) && !isUsual(NumberForm.LETTERS);
    }

    /** Whether most numbers have it, and those without may mean something else. */
    private boolean isUsual(NumberForm form) {
        return usual.contains(form) && !said.contains(form);
    }

    /** The value of {@code number}, which is written in {@code cell}; refuses one that has two readings. Nothing has one. */
    public BigDecimal read(String cell, NumberForm.Written number) {
        if (number.digits().signum() != 0) {
            requireOneCurrency(cell, number);
            requirePercent(cell, number);
            requireSize(cell, number);
            if (number.has(NumberForm.BRACKETS) && !takes(NumberForm.BRACKETS)) {
                throw unclear(
                        cell,
                        List.of(plain(number.digits()), "a mark, such as the number of a footnote"),
                        "the column has neither decimals nor money",
                        "Write a minus",
                        NumberForm.BRACKETS);
            }
        }
        return number.value();
    }

    private void requireOneCurrency(String cell, NumberForm.Written number) {
        if (!number.has(NumberForm.CURRENCY_SIGN)
                || said.contains(NumberForm.CURRENCY_SIGN)
                || number.sign().equals(sign)) {
            return;
        }
        throw unclear(
                cell,
                List.of("in the money of the other numbers", "in another"),
                sign.isEmpty()
                        ? "most of them do not have this sign of a currency"
                        : "most of them have the sign " + sign,
                "Write all in one currency",
                NumberForm.CURRENCY_SIGN);
    }

    private void requirePercent(String cell, NumberForm.Written number) {
        BigDecimal digits = number.digits();
        if (number.has(NumberForm.PERCENT) && !takes(NumberForm.PERCENT)) {
            throw unclear(
                    cell,
                    List.of(plain(digits), plain(digits.movePointLeft(2))),
                    "most numbers of the column have no %",
                    "Write it as they are",
                    NumberForm.PERCENT);
        }
        if (!number.has(NumberForm.PERCENT) && isUsual(NumberForm.PERCENT)) {
            throw unclear(
                    cell,
                    List.of(plain(digits) + "%", plain(digits.movePointRight(2)) + "%"),
                    "most numbers of the column have a %",
                    "Write it as they are",
                    NumberForm.PERCENT);
        }
    }

    private void requireSize(String cell, NumberForm.Written number) {
        if (number.has(NumberForm.LETTERS) && !takes(NumberForm.LETTERS)) {
            throw unclear(
                    cell,
                    List.of(
                            number.letter().equals("T") ? plain(number.digits()) + " tonnes" : plain(number.digits()),
                            plain(number.value())),
                    letters.equals(ImmutableSet.of("T"))
                            ? "no number of the column has another letter than T"
                            : "most numbers of the column have no letter",
                    "Write all its digits",
                    NumberForm.LETTERS);
        }
        boolean isBelowLetters = letters.contains("K") && number.digits().abs().compareTo(BigDecimal.valueOf(1000)) < 0;
        if (!number.has(NumberForm.LETTERS) && isUsual(NumberForm.LETTERS) && !isBelowLetters) {
            List<String> readings = new ArrayList<>(List.of(plain(number.digits())));
            letters.forEach(letter -> readings.add(plain(number.value(letter))));
            throw unclear(
                    cell,
                    readings,
                    "most numbers of the column have a letter for their size",
                    "Write one",
                    NumberForm.LETTERS);
        }
    }

    private static IllegalArgumentException unclear(
            String cell, List<String> readings, String why, String remedy, NumberForm form) {
        return new IllegalArgumentException("'" + cell + "' may be " + String.join(" or ", readings) + ": " + why + ". "
                + remedy + ", or, if all are meant alike, say \"written\": [\"" + form + "\"] of the column.");
    }

    /** The number with all its digits, in groups of three. */
    private static String plain(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(40);
        return format.format(number);
    }
}
