package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.StatedFact;

/**
 * The items that lead from a company's market value to its enterprise value, as of one balance sheet.
 *
 * @param whole all of it in one number, as an aggregator has it; empty where it is put together from its parts
 * @param netDebt of the same day as the whole; empty where only the whole is known, or nothing is
 * @param added minorities and preferred that are added to net debt; none beside a whole
 * @param outside claims that are known and are not in it
 */
public record Bridge(
        Optional<StatedFact> whole,
        Optional<StatedFact> netDebt,
        ImmutableList<StatedFact> added,
        ImmutableList<StatedFact> outside) {

    /** A bridge of which nothing is published. */
    static final Bridge UNKNOWN =
            new Bridge(Optional.empty(), Optional.empty(), ImmutableList.of(), ImmutableList.of());

    /** Whether anything is published that leads to an enterprise value. */
    public boolean isKnown() {
        return whole.isPresent() || netDebt.isPresent();
    }

    /** The facts it is made of. */
    public Stream<StatedFact> parts() {
        return Stream.of(whole.stream(), netDebt.stream(), added.stream()).flatMap(part -> part);
    }

    @Override
    public String toString() {
        return OneLine.of("bridge to enterprise value", whole, netDebt, added);
    }
}
