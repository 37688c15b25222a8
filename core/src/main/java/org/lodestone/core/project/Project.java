package org.lodestone.core.project;

import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;

/**
 * A line of a project: one product of one mine or plant.
 *
 * @param project the name of the project the line belongs to
 * @param operator who runs it, by name
 * @param company id of the company that runs it, where that is in the dataset
 * @param stage id of the stage
 * @param product such as {@code NdPr oxide}
 * @param heavies whether it separates heavy rare earths or has them in its ore; empty where it does neither
 * @param capacity nameplate, in {@code unit}
 * @param unit of the capacity, such as {@code t REO/yr}; there wherever a capacity is
 * @param capacityReo nameplate in t REO/yr, only where the source says rare-earth oxides
 * @param status how far it has come
 * @param firstYear when it starts, in its source's words; empty when not stated
 */
public record Project(
        String id,
        String project,
        String operator,
        Optional<String> company,
        Place place,
        String stage,
        String product,
        Optional<Heavies> heavies,
        Optional<Observation> capacity,
        Optional<Unit> unit,
        Optional<Observation> capacityReo,
        Status status,
        String firstYear,
        Citation citation) {

    /** Throws if a capacity has no unit. */
    public Project {
        if (capacity.isPresent() && unit.isEmpty()) {
            throw new UnitException("'" + capacity.get() + "' as capacity of " + id + " needs a unit.");
        }
    }

    /** The nameplate capacity that can be added to amounts of a basis; empty where none is stated on it. */
    public Optional<Observation> capacityOn(String basis) {
        boolean stated = unit.filter(own -> own.basis().equals(basis)).isPresent();
        return stated ? capacity : capacityReo.filter(reo -> basis.equals("REO"));
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(project, operator, place),
                stage,
                product,
                capacity.map(amount -> OneLine.amount(amount, unit.orElseThrow())),
                status);
    }

    /** The part that heavy rare earths have in a line of a project. */
    public enum Heavies {
        /** It makes oxides or metals of single heavy rare earths, or is built to. */
        SEPARATED,
        /** Its ore or concentrate has much of them, which others separate. */
        CONTAINED;

        /** The word in a dataset: {@code separated}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
