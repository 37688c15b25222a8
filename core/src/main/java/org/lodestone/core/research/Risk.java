package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;

/**
 * A change that could prove a claim wrong.
 *
 * @param id unique in {@code risks.csv}
 * @param name for headings and tables
 * @param claim what it would prove wrong
 * @param stage id of the stage
 * @param place where it would happen; empty where it is of no single place
 * @param driver what would change
 * @param unit of the driver
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Risk(
        String id,
        String name,
        String claim,
        Optional<String> stage,
        Optional<Place> place,
        String driver,
        Optional<Unit> unit,
        String note,
        ImmutableList<String> sources) {

    @Override
    public String toString() {
        return OneLine.of(id, name);
    }
}
