package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.problem.Problems;

/**
 * Codes of shares that a spreadsheet took for numbers: {@code 831} for {@code 000831}.
 *
 * <p>They are given their zeros back where it is known how long they are: by the exchange, in {@code mic} or behind the dot,
 * or since a single company has that number. Each repair is noted.
 */
final class ShareCodes {

    /** The number of digits that a code has at an exchange. */
    private static final ImmutableMap<String, Integer> DIGITS =
            ImmutableMap.of("XSHG", 6, "XSHE", 6, "XHKG", 5, "SH", 6, "SZ", 6, "HK", 5);

    private static final ImmutableSet<String> OF_COMPANIES = ImmutableSet.of("id", "symbol");
    private static final ImmutableSet<String> OF_OTHERS = ImmutableSet.of("company", "owner", "owned", "holder");

    private static final Pattern CODE = Pattern.compile("([0-9]{1,6})(?:[.]([A-Z]+))?");

    private final Problems problems;
    /** Ids of companies by what is left of them without leading zeros. */
    private final Map<String, Set<String>> shortened = new HashMap<>();

    ShareCodes(Problems problems) {
        this.problems = problems;
    }

    /** The cells of a row, with the zeros that codes in it have lost. */
    ImmutableMap<String, String> repaired(Table<?> table, int line, ImmutableMap<String, String> cells) {
        boolean company = table.equals(CompanyTables.COMPANIES);
        ImmutableMap.Builder<String, String> repaired = ImmutableMap.builder();
        cells.forEach((column, cell) -> {
            String code = cell;
            if ((company ? OF_COMPANIES : OF_OTHERS).contains(column)) {
                code = company ? ofCompany(cell, cells.getOrDefault("mic", "")) : ofOther(cell);
            }
            if (!code.equals(cell)) {
                problems.note(
                        table.file(),
                        line,
                        column,
                        "'" + cell + "' has lost its leading zeros and is read as '" + code
                                + "'. Write it so, and import the column as text.");
            }
            if (company && column.equals("id")) {
                shortened
                        .computeIfAbsent(withoutZeros(code), shorter -> new LinkedHashSet<>())
                        .add(code);
            }
            repaired.put(column, code);
        });
        return repaired.buildOrThrow();
    }

    private static String ofCompany(String code, String mic) {
        Matcher parts = CODE.matcher(code);
        return parts.matches() ? padded(parts, digits(parts).or(() -> Optional.ofNullable(DIGITS.get(mic)))) : code;
    }

    private String ofOther(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return code;
        }
        Set<String> alike = shortened.getOrDefault(withoutZeros(code), Set.of());
        boolean meantOne = alike.size() == 1 && parts.group(2) == null;
        return meantOne ? alike.iterator().next() : padded(parts, digits(parts));
    }

    private static Optional<Integer> digits(Matcher parts) {
        return Optional.ofNullable(parts.group(2)).map(DIGITS::get);
    }

    private static String padded(Matcher parts, Optional<Integer> digits) {
        int missing = digits.orElse(0) - parts.group(1).length();
        return "0".repeat(Math.max(0, missing)) + parts.group();
    }

    private static String withoutZeros(String code) {
        return code.replaceFirst("^0+(?=[0-9])", "");
    }
}
