package org.lodestone.core.research;

import com.google.auto.value.AutoBuilder;
import com.google.common.collect.ImmutableList;
import java.util.List;
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

    /** A builder of a risk. */
    public static Builder builder() {
        return new AutoBuilder_Risk_Builder().note("");
    }

    /** A builder that holds all of it, to say another. */
    public Builder toBuilder() {
        return new AutoBuilder_Risk_Builder(this);
    }

    /** Collects a risk, component by component. */
    @AutoBuilder(ofClass = Risk.class)
    public abstract static class Builder {

        Builder() {}

        public abstract Builder id(String id);

        public abstract Builder name(String name);

        public abstract Builder claim(String claim);

        public abstract Builder stage(String stage);

        public abstract Builder place(Place place);

        public abstract Builder driver(String driver);

        public abstract Builder unit(Unit unit);

        public abstract Builder note(String note);

        public abstract Builder sources(List<String> sources);

        /** The risk. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract Risk build();

        @Override
        public String toString() {
            return "builder of a risk";
        }
    }
}
