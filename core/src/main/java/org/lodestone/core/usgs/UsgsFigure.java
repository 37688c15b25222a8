package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A figure of a release: what it is of, where and when, and what is printed for it.
 *
 * @param edition the release: {@code MCS2026}
 * @param chapter the chapter it stands in, or the code in the name of its file, such as {@code lithi}
 * @param commodity what it is of; the chapter where a file does not say more
 * @param table where in the chapter it stands
 * @param kind what is counted; in tables of one country always a statistic
 * @param name what is counted, in the words of the release: {@code Mine production: Bentonite}
 * @param unit in scale and basis as the release has it
 * @param rounded whether the release calls it rounded, as it does most totals
 * @param notes remarks of the release, {@code Estimated.} among them
 * @param file the name of its file
 * @param line the line of that file in which its row starts
 */
public record UsgsFigure(
        String edition,
        String chapter,
        String commodity,
        Table table,
        Measure.Kind kind,
        String name,
        Place place,
        Period period,
        Observation value,
        Unit unit,
        boolean rounded,
        ImmutableList<String> notes,
        String file,
        int line) {

    /** The same figure of a commodity that is now called otherwise, and so is the basis that was called after it. */
    UsgsFigure named(String other) {
        Unit unitOfOther = isOnAStatedBasis() ? unit : unit.on(Bases.ofCommodity(other));
        return new UsgsFigure(
                edition,
                other,
                other,
                table,
                kind,
                name,
                place,
                period,
                value,
                unitOfOther,
                rounded,
                notes,
                file,
                line);
    }

    /** Whether the release says what a tonne is a tonne of; otherwise it is one of the commodity. */
    boolean isOnAStatedBasis() {
        return unit.dimension() != Dimension.MASS || !unit.basis().equals(Bases.ofCommodity(commodity));
    }

    /** The same figure as one of the rows under {@code total}, with what its own name says more as a note. */
    UsgsFigure within(UsgsFigure total, String more) {
        ImmutableList<String> all =
                ImmutableList.<String>builder().addAll(notes).add(more).build();
        Unit onItsBasis =
                unit.dimension() == Dimension.MASS ? unit.on(total.unit().basis()) : unit;
        return new UsgsFigure(
                edition,
                chapter,
                commodity,
                table,
                kind,
                total.name(),
                place,
                period,
                value,
                onItsBasis,
                rounded,
                all,
                file,
                line);
    }

    /** A gap in its place: not available, with the reason. */
    UsgsFigure unsettled(String why) {
        return new UsgsFigure(
                edition,
                chapter,
                commodity,
                table,
                kind,
                name,
                place,
                period,
                Observation.parse(Observation.Reason.NOT_AVAILABLE.code()),
                unit,
                rounded,
                ImmutableList.of(why),
                file,
                line);
    }

    /** The tables of a chapter. */
    public enum Table {
        /** Production, capacity and reserves of the world by country. */
        WORLD,
        /** Salient statistics of the United States. */
        UNITED_STATES,
        /** Where the imports of the United States come from. */
        IMPORT_SOURCES
    }
}
