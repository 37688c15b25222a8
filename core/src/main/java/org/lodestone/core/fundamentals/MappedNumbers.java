package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/** Reads the numbers of a table by its mapping, in the forms that each column has and that fit its unit. */
final class MappedNumbers {

    /** Those that a sign may be of. */
    private static final ImmutableSetMultimap<String, String> CURRENCIES =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll("$", "USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "NAD", "ARS", "CLP", "COP", "MXN")
                    .put("€", "EUR")
                    .put("£", "GBP")
                    .putAll("¥", "CNY", "JPY")
                    .putAll("￥", "CNY", "JPY")
                    .build();

    private final TypedNumbers numbers;

    MappedNumbers(TypedNumbers numbers) {
        this.numbers = numbers;
    }

    /** The exact number in a cell; empty where the cell says that it is not known. Refuses anything else. */
    Optional<BigDecimal> parse(String cell, Stated stated) {
        Optional<NumberForm.Written> found =
                numbers.written(cell).filter(number -> !number.forms().isEmpty());
        if (found.isEmpty()) {
            return numbers.parse(cell);
        }
        String text = TypedNumbers.plain(cell);
        requireFit(text, found.get(), stated);
        Set<NumberForm> forms = stated.meaning().written();
        return Optional.of(plain(
                text, found.get().in(text, isShare(stated) ? Sets.union(forms, Set.of(NumberForm.PERCENT)) : forms)));
    }

    private static void requireFit(String text, NumberForm.Written number, Stated stated) {
        Unit unit = stated.word().unit();
        if (number.forms().contains(NumberForm.CURRENCY_SIGN)) {
            requireCurrency(text, number.sign(), stated);
        }
        if (number.forms().contains(NumberForm.PERCENT) && !isShare(stated)) {
            throw new IllegalArgumentException("'" + text + "' is a percentage, and the unit is '"
                    + stated.printedUnit() + "'. Correct the unit in the mapping, or take the sign out.");
        }
        boolean hasSize = stated.word().factor().max(unit.scale()).compareTo(BigDecimal.ONE) > 0;
        if (number.forms().contains(NumberForm.LETTERS) && hasSize) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a letter for its size, and the unit, '"
                            + stated.printedUnit()
                            + "', has a size too. Give a unit without one in the mapping, such as USD or t REO, or take the letter out.");
        }
    }

    private static void requireCurrency(String text, String sign, Stated stated) {
        Unit unit = stated.word().unit();
        String remedy = ". Correct the unit in the mapping, or take the sign out.";
        switch (unit.dimension()) {
            case AS_PRINTED -> {} // nothing is known of such a unit
            case MONEY, PRICE -> {
                if (!CURRENCIES.containsEntry(sign, unit.basis())) {
                    throw new IllegalArgumentException(
                            "'" + text + "' has the sign of another currency than the unit, '" + stated.printedUnit()
                                    + "'" + remedy);
                }
            }
            default ->
                throw new IllegalArgumentException("'" + text + "' has the sign of a currency, and the unit, '"
                        + stated.printedUnit() + "', is none of money" + remedy);
        }
    }

    private static boolean isShare(Stated stated) {
        Dimension dimension = stated.word().unit().dimension();
        return dimension == Dimension.SHARE || dimension == Dimension.RATE;
    }

    /** The same value in plain digits, of which an exponent may mean more than a dataset can hold. */
    private static BigDecimal plain(String text, BigDecimal value) {
        try {
            return Numbers.parse(value.toPlainString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' has more digits than a figure needs. Check its exponent.", e);
        }
    }
}
