package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A figure of a release: what it is of, where and when, and what is printed for it.
 *
 * @param edition the release: {@code MCS2026}
 * @param chapter the chapter it stands in
 * @param commodity what it is of; the chapter where a file does not say more
 * @param table where in the chapter it stands
 * @param kind what is counted; in tables of one country always a statistic
 * @param name what is counted, in the words of the release: {@code Mine production: Bentonite}
 * @param part what of its place is meant, while it is not settled whether that is another thing than its neighbours count:
 *     the <em>recoverable</em> of {@code Russia (recoverable)}; empty where it is all
 * @param unit in scale and basis as the release has it
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
        String part,
        Place place,
        Period period,
        Observation value,
        Unit unit,
        ImmutableList<String> notes,
        String file,
        int line) {

    /** Whether the release says what a tonne is a tonne of; otherwise it is one of the commodity. */
    boolean isOnAStatedBasis() {
        return unit.dimension() != Dimension.MASS || !unit.basis().equals(Bases.ofCommodity(commodity));
    }

    boolean isWorld() {
        return place.equals(Place.WORLD);
    }

    /** The same figure on the basis that others of the same state. */
    UsgsFigure on(String basis) {
        return with(name, value, unit.on(basis), notes);
    }

    /** The same figure as one of the rows under {@code total}. */
    UsgsFigure within(UsgsFigure total) {
        Unit onItsBasis =
                unit.dimension() == Dimension.MASS ? unit.on(total.unit().basis()) : unit;
        return with(total.name(), value, onItsBasis, notes);
    }

    /** The same, with what its own name says more as a note. */
    UsgsFigure within(UsgsFigure total, String more) {
        UsgsFigure row = within(total);
        return row.with(row.name, value, row.unit, noted(more));
    }

    /** The same figure of the whole place, where {@link #part} only describes it. */
    UsgsFigure ofWholePlace() {
        return part.isEmpty() ? this : with(name, value, unit, noted(PrintedPlace.sentence(part)));
    }

    /** The same figure as one of something else than its neighbours: of {@link #part}. */
    UsgsFigure ofPart() {
        if (part.isEmpty()) {
            return this;
        }
        Unit ofPart = unit.dimension() == Dimension.MASS ? unit.on(Bases.id(part)) : unit;
        return with(name + ": " + part, value, ofPart, notes);
    }

    /** Another value in its place, with the reason. */
    UsgsFigure replaced(Observation other, String why) {
        return with(name, other, unit, ImmutableList.of(why));
    }

    private ImmutableList<String> noted(String more) {
        return ImmutableList.<String>builder().addAll(notes).add(more).build();
    }

    private UsgsFigure with(
            String otherName, Observation otherValue, Unit otherUnit, ImmutableList<String> otherNotes) {
        return new UsgsFigure(
                edition,
                chapter,
                commodity,
                table,
                kind,
                otherName,
                "",
                place,
                period,
                otherValue,
                otherUnit,
                otherNotes,
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

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(edition, commodity, name, place, period, part), OneLine.amount(value, unit));
    }
}
