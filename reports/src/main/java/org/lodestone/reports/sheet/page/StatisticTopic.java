package org.lodestone.reports.sheet.page;

import java.util.Arrays;
import java.util.Locale;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.quantity.Dimension;

/** The thing that a statistic of a country tells, by the words that releases of the USGS name it by; in the order of a page. */
enum StatisticTopic {
    PRICE("price"),
    SOURCES("import sources"),
    RELIANCE("reliance"),
    IMPORTS("imports"),
    EXPORTS("exports"),
    CONSUMPTION("consumption"),
    STOCKS("stock"),
    PRODUCTION("production"),
    OTHER("");

    private final String word;

    StatisticTopic(String word) {
        this.word = word;
    }

    /** The first topic whose word the name has. */
    static StatisticTopic of(Measure measure) {
        return measure.unit().dimension() == Dimension.PRICE
                ? PRICE
                : ofName(measure.name().toLowerCase(Locale.ROOT));
    }

    /** The same of a name in small letters. */
    static StatisticTopic ofName(String name) {
        return Arrays.stream(values())
                .filter(topic -> name.contains(topic.word))
                .findFirst()
                .orElse(OTHER);
    }
}
