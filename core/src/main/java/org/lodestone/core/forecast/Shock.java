package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * The size a risk is given: what an assumption becomes if the risk comes true. A risk may have several.
 *
 * @param risk id of the risk
 * @param assumption id of the assumption it moves
 * @param size in the unit of the assumption
 */
public record Shock(
        String risk, String assumption, Change change, double size, String reason, ImmutableList<String> sources) {

    /** How a shock moves an assumption. */
    public enum Change {
        /** The size is added to its value. */
        ADD,
        /** The size takes the place of its value. */
        TO;

        /** As a dataset writes it: {@code add}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
