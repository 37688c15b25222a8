package org.lodestone.core.figure;

import com.google.auto.value.AutoBuilder;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A published number: what, where, when, in which release.
 *
 * <pre>mine-production,China,2024,,MCS2025,,270000,t REO,reported,estimated,S001,read</pre>
 *
 * @param measure what is counted, and its unit
 * @param place where; the world or other countries too, where a source prints them
 * @param period of the output or use; for reserves and capacity, the year they are stated for
 * @param scenarioCase the outlook's case, such as {@code STEPS}; empty for what was observed
 * @param edition id of the edition; empty when the source has none
 * @param revision the edition's revision, such as {@code v1.3}; empty for the first
 * @param value as printed: a number, a bound, a range, or why there is none
 * @param unit on the measure's basis, if not of its scale
 */
public record Figure(
        Measure measure,
        Place place,
        Period period,
        String scenarioCase,
        String edition,
        String revision,
        Observation value,
        Unit unit,
        Citation citation) {

    /** Throws if the unit is on another basis than the measure's, if the value is below zero, or if a share is over 100%. */
    public Figure {
        measure.requireUnit(unit);
        value.requireAmount(unit);
    }

    /** Whether its source marks it as an estimate. */
    public boolean isEstimate() {
        return citation.isEstimate();
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(measure.name(), place, period, scenarioCase, edition, revision),
                OneLine.amount(value, unit));
    }

    /** A builder of a figure. */
    public static Builder builder() {
        return new AutoBuilder_Figure_Builder().scenarioCase("").edition("").revision("");
    }

    /** Collects a figure, component by component. */
    @AutoBuilder(ofClass = Figure.class)
    public abstract static class Builder {

        Builder() {}

        public abstract Builder measure(Measure measure);

        public abstract Builder place(Place place);

        public abstract Builder period(Period period);

        public abstract Builder scenarioCase(String scenarioCase);

        public abstract Builder edition(String edition);

        public abstract Builder revision(String revision);

        /** The number as its source prints it; or a bound, a range, or the reason why there is none. */
        public abstract Builder value(Observation value);

        /** The unit of the value, with its basis: {@code t REO}. */
        public abstract Builder unit(Unit unit);

        /** The value and its unit as they are printed: {@code "270,000"}, {@code "t REO"}. */
        public Builder value(String printed, String unit) {
            return value(Observation.parse(printed)).unit(Unit.parse(unit));
        }

        /** Who says so, and how they know. */
        public abstract Builder citation(Citation citation);

        /** The same of what was read in these sources, which report it. */
        public Builder source(String... ids) {
            return citation(Citation.of(ids));
        }

        /** The figure. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract Figure build();
    }
}
