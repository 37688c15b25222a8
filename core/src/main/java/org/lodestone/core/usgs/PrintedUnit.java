package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/** The units of a release, in words ({@code thousand metric tons}) or as codes in a header ({@code kt}). */
final class PrintedUnit {

    /** Words for a mass, which needs a basis to be a unit. */
    private static final ImmutableMap<String, String> MASSES = ImmutableMap.<String, String>builder()
            .put("metric tons", "t")
            .put("thousand metric tons", "kt")
            .put("million metric tons", "Mt")
            .put("kilograms", "kg")
            .put("metric dry tons", "t")
            .put("thousand metric dry tons", "kt")
            .buildOrThrow();

    private static final ImmutableMap<String, String> MASS_CODES =
            ImmutableMap.of("t", "t", "kt", "kt", "mt", "Mt", "mmt", "Mt", "kg", "kg");

    private static final ImmutableMap<String, String> OTHERS = ImmutableMap.<String, String>builder()
            .put("percent", "%")
            .put("million carats", "mn carats")
            .put("thousands of carats", "thousand carats")
            .put("thousand carats", "thousand carats")
            .put("million cubic meters", "mn m³")
            .put("million liters", "mn litres")
            .put("million dollars", "USD mn")
            .put("dollars per metric ton", "USD/t")
            .put("dollars per kilogram", "USD/kg")
            .buildOrThrow();

    /** Money as the code of a price begins. */
    private static final ImmutableMap<String, String> MONEY = ImmutableMap.of("d", "dollars", "cts", "cents");

    /** Units that a price is by, as the ends of its code. */
    private static final ImmutableMap<String, String> PRICED_BY = ImmutableMap.<String, String>builder()
            .put("t", "metric ton")
            .put("kg", "kilogram")
            .put("g", "gram")
            .put("lb", "pound")
            .put("st", "short ton")
            .put("lt", "long ton")
            .put("to", "troy ounce")
            .put("toz", "troy ounce")
            .put("ct", "carat")
            .put("f", "flask")
            .put("fl", "flask")
            .put("mtu", "dry metric ton unit")
            .buildOrThrow();

    private static final ImmutableMap<String, String> OTHER_CODES = ImmutableMap.<String, String>builder()
            .put("pct", "%")
            .put("num", "people")
            .put("mct", "mn carats")
            .put("kct", "thousand carats")
            .put("mcm", "mn m³")
            .put("mdol", "USD mn")
            .put("index", "[index]")
            .putAll(prices())
            .buildOrThrow();

    /** The codes that headers end in, in small letters. */
    static final ImmutableSet<String> CODES =
            ImmutableSet.copyOf(Sets.union(MASS_CODES.keySet(), OTHER_CODES.keySet()));

    private static final Pattern OWN_WORDS = Pattern.compile("(?:dollars|cents) per [a-z0-9 -]+|index|number");

    private PrintedUnit() {}

    /** The unit of each code of a price: {@code ctslb} is cents per pound. */
    private static ImmutableMap<String, String> prices() {
        ImmutableMap.Builder<String, String> prices = ImmutableMap.builder();
        MONEY.forEach((money, inWords) -> PRICED_BY.forEach((by, name) -> {
            String words = inWords + " per " + name;
            prices.put(money + by, OTHERS.getOrDefault(words, "[" + words + "]"));
        }));
        return prices.buildOrThrow();
    }

    /** The code of a unit that {@code word} of a header is, in capitals or not. */
    static Optional<String> code(String word) {
        return Optional.of(word.toLowerCase(Locale.ROOT)).filter(CODES::contains);
    }

    /** The unit that {@code words} or a code name, a mass being of {@code basis}; refuses what does not say which unit. */
    static Unit parse(String words, String basis) {
        String mass = MASSES.getOrDefault(words, MASS_CODES.getOrDefault(words, ""));
        if (!mass.isEmpty()) {
            return new Unit(Dimension.MASS, words.contains(" dry ") ? "dry " + basis : basis, mass);
        }
        return Optional.ofNullable(OTHERS.get(words))
                .or(() -> Optional.ofNullable(OTHER_CODES.get(words)))
                .or(() -> Optional.of(words)
                        .filter(own -> OWN_WORDS.matcher(own).matches())
                        .map(own -> "[" + own + "]"))
                .map(Unit::parse)
                .orElseThrow(() -> new IllegalArgumentException("'" + words + "' " + whyNot(words)));
    }

    private static String whyNot(String words) {
        if (words.isEmpty()) {
            return "is no unit: the cell is empty. Look it up in the chapter.";
        }
        Matcher tons = Pattern.compile("(thousand |million )?tons").matcher(words);
        return tons.matches()
                ? "does not say which tons. Look up whether they are metric."
                : "is not a unit that releases use. Look it up in the chapter.";
    }
}
