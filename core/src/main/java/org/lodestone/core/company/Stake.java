package org.lodestone.core.company;

import java.time.LocalDate;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The part of one company that another owns directly.
 *
 * @param owner id of a company, or a plain name
 * @param owned id of a company, or a plain name
 * @param stake in percent
 * @param asOf in its source's words
 */
public record Stake(String owner, String owned, Observation stake, String asOf, Citation citation) {

    /** Throws if the stake is below zero or over 100%. */
    public Stake {
        stake.requireAmount(Unit.PERCENT);
    }

    /** The last day of {@code asOf}, from which the statement counts; empty where it names no time: {@code planned}. */
    public Optional<LocalDate> date() {
        return Period.find(asOf.replaceFirst("^about ", ""))
                .filter(period -> period.kind() != Period.Kind.NONE)
                .map(Period::last);
    }

    @Override
    public String toString() {
        return OneLine.of(owner, stake + "% of " + owned, asOf);
    }
}
