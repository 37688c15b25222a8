package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A value that a calculation takes as given in one scenario, with its reason.
 *
 * @param id the same in every scenario
 * @param scenario name of the scenario
 * @param year the one year of its period for which it holds alone; empty for the value that holds in all others
 * @param step 1, 2, 3 where the assumption is a list, such as a ramp by year; 0 where it is a single value
 * @param name for headings and tables
 * @param value in {@code unit}
 * @param unit with its basis: {@code t REO/yr}, {@code %/yr}
 * @param period when it applies; {@link Period#NONE} for always
 * @param origin whether it was published, calculated, judged or chosen
 * @param reason why this value and no other
 * @param sources ids of the sources it leans on; empty for a pure judgement
 */
public record Assumption(
        String id,
        String scenario,
        Optional<Period> year,
        int step,
        String name,
        Observation value,
        Unit unit,
        Period period,
        Origin origin,
        String reason,
        ImmutableList<String> sources) {

    /** Where a value comes from, so that a choice is never mistaken for a figure. */
    public enum Origin {
        /** Published as it stands. */
        FIGURE,
        /** Calculated from published figures. */
        DERIVED,
        /** An analyst's judgement. */
        ASSUMED,
        /** A definition or a setting. */
        CHOICE;

        /** The word in a dataset: {@code derived}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, year, scenario), OneLine.amount(value, unit));
    }
}
