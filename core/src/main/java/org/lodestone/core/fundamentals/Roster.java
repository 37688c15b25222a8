package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.table.TypedNumbers;

/** The companies of a dataset, found by what files call them. */
final class Roster {

    /** Exchanges by the letters that programs put after, or before, a code. */
    private static final ImmutableMap<String, String> EXCHANGES = ImmutableMap.<String, String>builder()
            .put("SH", "XSHG")
            .put("SS", "XSHG")
            .put("SSE", "XSHG")
            .put("SZ", "XSHE")
            .put("SZSE", "XSHE")
            .put("BJ", "XBSE")
            .put("BSE", "XBSE")
            .put("HK", "XHKG")
            .put("N", "XNYS")
            .put("NYSE", "XNYS")
            .put("O", "XNAS")
            .put("NASDAQ", "XNAS")
            .put("A", "XASE")
            .put("AX", "XASX")
            .put("ASX", "XASX")
            .put("T", "XTKS")
            .put("TO", "XTSE")
            .put("L", "XLON")
            .put("BR", "XBRU")
            .buildOrThrow();

    private static final ImmutableMap<String, Integer> DIGITS =
            ImmutableMap.of("XSHG", 6, "XSHE", 6, "XBSE", 6, "XHKG", 5);

    private static final Pattern AFTER = Pattern.compile("([0-9A-Z]{1,10})[.]([A-Z]{1,6})");
    private static final Pattern BEFORE = Pattern.compile("(SH|SZ|BJ)[.]?([0-9]{1,6})");
    private static final Pattern DIGITS_ONLY = Pattern.compile("[0-9]{1,6}");

    private final Map<String, Company> byId = new HashMap<>();
    private final Map<Listing, Company> byListing = new HashMap<>();
    private final SetMultimap<String, Company> bySymbol = LinkedHashMultimap.create();
    private final SetMultimap<String, Company> byName = LinkedHashMultimap.create();

    Roster(Iterable<Company> companies) {
        companies.forEach(this::add);
    }

    void add(Company company) {
        byId.put(company.id().toUpperCase(Locale.ROOT), company);
        byListing.put(company.listing(), company);
        bySymbol.put(withoutZeros(company.listing().symbol()), company);
        byName.put(name(company.name()), company);
        if (!company.nameLocal().isEmpty()) {
            byName.put(name(company.nameLocal()), company);
        }
    }

    /** The company with this id or code, in any of the forms {@code 600111.SH}, {@code SH600111}, {@code 600111}. */
    Optional<Company> byCode(String cell) {
        String code = code(cell);
        return Optional.ofNullable(byId.get(code))
                .or(() -> listing(code).map(byListing::get))
                .or(() -> onlyOne(bySymbol.get(withoutZeros(code))));
    }

    /** The company with this symbol at an exchange, which may be named by its letters or its ISO code. */
    Optional<Company> bySymbol(String symbol, String exchange) {
        return byListing(code(symbol), exchange)
                .map(byListing::get)
                .or(() -> exchange.isBlank() ? onlyOne(bySymbol.get(withoutZeros(code(symbol)))) : Optional.empty());
    }

    Optional<Company> byName(String name) {
        return onlyOne(byName.get(name(name)));
    }

    /** Whether several companies share the symbol, so that it names none. */
    boolean isAmbiguous(String code) {
        return bySymbol.get(withoutZeros(code(code))).size() > 1;
    }

    /** Where a code with the letters of its exchange is listed, with the zeros it may have lost; empty without such letters. */
    static Optional<Listing> listing(String cell) {
        String code = code(cell);
        Matcher after = AFTER.matcher(code);
        if (after.matches()) {
            return byListing(after.group(1), after.group(2));
        }
        Matcher before = BEFORE.matcher(code);
        return before.matches() ? byListing(before.group(2), before.group(1)) : Optional.empty();
    }

    static Optional<Listing> byListing(String symbol, String exchange) {
        String word = code(exchange);
        String mic = EXCHANGES.getOrDefault(word, EXCHANGES.containsValue(word) ? word : "");
        return mic.isEmpty() ? Optional.empty() : Optional.of(new Listing(mic, padded(symbol, mic)));
    }

    /** Whether a code has the form of one, so that a row without a company is not taken for a footer. */
    static boolean isCode(String cell) {
        return listing(cell).isPresent() || DIGITS_ONLY.matcher(code(cell)).matches();
    }

    private static String padded(String symbol, String mic) {
        int missing = DIGITS.getOrDefault(mic, 0) - symbol.length();
        return DIGITS_ONLY.matcher(symbol).matches() ? "0".repeat(Math.max(0, missing)) + symbol : symbol;
    }

    private static String code(String cell) {
        return TypedNumbers.plain(cell).toUpperCase(Locale.ROOT).replaceFirst("^([0-9]{1,6})[.]0$", "$1");
    }

    private static String name(String name) {
        return TypedNumbers.plain(name).toLowerCase(Locale.ROOT).replaceAll("[\\s.,()/]+", "");
    }

    private static String withoutZeros(String code) {
        return code.replaceFirst("^0+(?=[0-9])", "");
    }

    private static Optional<Company> onlyOne(Set<Company> found) {
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
