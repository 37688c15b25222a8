package org.lodestone.core.universe;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.table.NumberForm;

/**
 * The unit of a column of numbers as far as the table and the file that describes it say one.
 *
 * <pre>
 * "Mkt cap (m)" in USD      USD mn
 * "EBITDA %"                %
 * "Mkt cap"                 none
 * </pre>
 *
 * <p>A letter alone, such as the m of {@code Length (m)}, is a size where the column is of money. Under a header that says no size
 * amounts are taken for whole units of the currency they are converted to only where they are as large as those.
 */
record ColumnUnit(NumberColumn column, ColumnForms forms, double largest) {

    private static final String PERCENT = "%";
    /** Shares of one, such as a margin of 0.094, may stand under a header with a percent sign too. */
    private static final double LARGER_THAN_A_SHARE = 1.5;

    private static final double MILLION = 1e6;

    private static final Pattern OF_PERCENT = Pattern.compile("%|\\b(?:percent|pct)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(k|thousands?|000s?|m|mm|mn|mln|millions?|b|bn|billions?|tn|trillions?)(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE);
    private static final ImmutableMap<Character, String> SIZES =
            ImmutableMap.of('k', "thousand", '0', "thousand", 'm', "mn", 'b', "bn", 't', "tn");

    static ColumnUnit of(NumberCells cells, double[] values) {
        double largest = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        return new ColumnUnit(cells.column(), cells.seen(), largest);
    }

    /** The unit in words; empty where none is said. */
    String inWords() {
        if (!column.to().isEmpty() && column.in().isEmpty()) {
            return column.to();
        }
        if (isPercent()) {
            return PERCENT;
        }
        String size = size();
        String currency = currency();
        boolean isWhole = column.in().isEmpty() || largest >= MILLION;
        return size.isEmpty() ? (isWhole ? currency : "") : (currency + " " + size).strip();
    }

    private boolean isPercent() {
        return forms.usual().contains(NumberForm.PERCENT)
                || (largest > LARGER_THAN_A_SHARE
                        && OF_PERCENT.matcher(column.column()).find());
    }

    private String currency() {
        return column.in().isEmpty() ? NumberForm.currency(column.column()).orElse(forms.sign()) : column.in();
    }

    /** The size in which amounts are stated; nothing where each was read with a letter of its own, which its value has. */
    private String size() {
        if (forms.usual().contains(NumberForm.LETTERS) || forms.said().contains(NumberForm.LETTERS)) {
            return "";
        }
        return sizeIn(column.to().isEmpty() ? column.column() : column.to()).orElse("");
    }

    private Optional<String> sizeIn(String words) {
        Matcher found = SIZE.matcher(words);
        return found.find()
                ? Optional.of(found.group(1).toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() > 1 || !currency().isEmpty())
                        .map(word -> String.valueOf(SIZES.get(word.startsWith("thou") ? 'k' : word.charAt(0))))
                : Optional.empty();
    }
}
