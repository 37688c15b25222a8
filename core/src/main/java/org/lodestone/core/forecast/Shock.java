package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The size a risk is given: what an assumption becomes if the risk comes true. A risk may have several.
 *
 * @param risk id of the risk
 * @param assumption id of the assumption it moves
 * @param year the one year for which it is moved; empty for its value in all years that have none of their own
 * @param size in the unit of the assumption
 */
public record Shock(
        String risk,
        String assumption,
        Optional<Period> year,
        Change change,
        double size,
        String reason,
        ImmutableList<String> sources) {

    /** How a shock moves an assumption. */
    public enum Change {
        /** The size is added to its value. */
        ADD,
        /** The size takes the place of its value. */
        TO;

        /** The word in a dataset: {@code add}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return OneLine.of(risk, OneLine.joined(assumption, year), change);
    }
}
