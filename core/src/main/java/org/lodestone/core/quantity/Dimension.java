package org.lodestone.core.quantity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The kind of thing that a unit counts, with the words it is counted in. */
public enum Dimension {
    /** A mass, in tonnes of its basis. */
    MASS(ImmutableMap.of("kg", "0.001", "t", "1", "kt", "1000", "Mt", "1000000")),
    /** A mass each year, in tonnes of its basis a year. */
    MASS_PER_YEAR(MASS),
    /** An amount of a currency. */
    MONEY(ImmutableMap.of("", "1", "mn", "1000000", "bn", "1000000000")),
    /** An amount of a currency for each kilogram. */
    PRICE(ImmutableMap.of("kg", "1", "t", "0.001")),
    /** An amount of a currency for each share of a company. */
    MONEY_PER_SHARE(ImmutableMap.of("share", "1")),
    /** An amount of one currency for one of another: {@code CNY/USD}. */
    EXCHANGE_RATE(ImmutableMap.of("", "1")),
    /**
     * A part of a whole: 1% is 0.01. Where the two are counted on different bases the unit says so: {@code % NdPr oxide of REO} is
     * the NdPr oxide in a tonne of REO.
     */
    SHARE(ImmutableMap.of("%", "0.01")),
    /** A share a year: growth of 5.88%/yr is 0.0588 a year. */
    RATE(ImmutableMap.of("%/yr", "0.01")),
    /** A calendar year, or a number of years. */
    TIME(ImmutableMap.of("year", "1", "years", "1")),
    /** The number of times that one amount is another. */
    MULTIPLE(ImmutableMap.of("x", "1")),
    /** A number of things that are counted or measured by the piece: shares, carats, cubic metres. */
    COUNT(ImmutableMap.of("", "1", "thousand", "1000", "mn", "1000000", "bn", "1000000000")),
    /** The unit that a source states, kept in its words and never converted: dollars per troy ounce. */
    AS_PRINTED(ImmutableMap.of("", "1"));

    private final ImmutableMap<String, BigDecimal> scales;

    Dimension(Map<String, String> scales) {
        this.scales = ImmutableMap.copyOf(Maps.transformValues(scales, BigDecimal::new));
    }

    Dimension(Dimension alike) {
        this.scales = alike.scales;
    }

    boolean has(String word) {
        return scales.containsKey(word);
    }

    /** The word of the unit of a size in the base unit: {@code kt} for 1,000 t; empty where none has that size. */
    public Optional<String> word(BigDecimal scale) {
        return scales.entrySet().stream()
                .filter(one -> one.getValue().compareTo(scale) == 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    BigDecimal scale(String word) {
        return requireNonNull(scales.get(word));
    }
}
