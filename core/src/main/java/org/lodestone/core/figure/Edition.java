package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The release that figures came from, such as {@code MCS2026}.
 *
 * @param released the day, month or year it came out
 * @param series what its vintages have in common: {@code USGS Mineral Commodity Summaries}
 * @param sources ids of the sources that are this release
 */
public record Edition(
        String id, String name, String publisher, Period released, String series, ImmutableList<String> sources) {

    @Override
    public String toString() {
        return OneLine.of(name, id, released);
    }
}
