package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * An assumption that could turn out otherwise: how far, and how it is drawn.
 *
 * @param assumption its id
 * @param year the one year for which it is moved; empty for its value in all years that have none of their own
 * @param as whether low and high are values, or changes to the value of the scenario
 * @param low in the unit of the assumption
 * @param high in the unit of the assumption
 * @param drawn its distribution in a simulation
 * @param variation the coefficient of variation of a gamma distribution
 * @param search how far from its value a break-even is looked for, in the unit of the assumption
 * @param lever how a reader of a pack changes it; empty where that is not offered
 * @param reason why it could go this far
 * @param sources ids of the sources it leans on; empty for a pure judgement
 */
public record Driver(
        String assumption,
        Optional<Period> year,
        As as,
        double low,
        double high,
        Drawn drawn,
        OptionalDouble variation,
        OptionalDouble search,
        Optional<Lever> lever,
        String reason,
        ImmutableList<String> sources) {

    /** The meaning of low and high. */
    public enum As {
        /** Low and high stand in place of the value of the scenario. */
        VALUE,
        /** Low and high are added to the value of the scenario. */
        CHANGE;

        /** The word in a dataset: {@code value}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a driver is drawn. */
    public enum Drawn {
        /** Not at all. */
        NOT,
        /** Any value between low and high alike. */
        UNIFORM,
        /** Rising from low to the value of the scenario and falling to high. */
        TRIANGULAR,
        /** Any whole number from low to high alike. */
        WHOLE,
        /** Gamma, with the value of the scenario as its mean. */
        GAMMA,
        /** All or nothing, with the value of the scenario as probability of all. */
        CHANCE;

        /** The word in a dataset: {@code triangular}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the assumptions that a reader of a pack changes in one place.
     *
     * @param title as a reader sees it, in a few words
     * @param group what it stands under
     * @param least the lowest value that counts, in the unit of the assumption
     * @param most the highest
     */
    public record Lever(String title, String group, double least, double most) {
        /** Throws if the lowest value is not below the highest. */
        public Lever {
            if (least >= most) {
                throw new IllegalArgumentException("Values from " + least + " to " + most
                        + " are allowed. Write the lower one first, and leave room between.");
            }
        }
    }

    /**
     * Throws if low is not below high, if a coefficient of variation is missing for a gamma distribution or given for
     * another, if it or the search is not above zero, if bounds of whole numbers are not whole, or if a driver of one
     * year has a lever.
     */
    public Driver {
        if (lever.isPresent() && year.isPresent()) {
            throw new IllegalArgumentException(
                    "A driver of one year is no lever: what is typed for all years or one stands"
                            + " with the driver of all years. Leave lever or year empty.");
        }
        if (low >= high) {
            throw new IllegalArgumentException(
                    "low is " + low + " and high " + high + ". Write the lower one first, and leave room between.");
        }
        if ((drawn == Drawn.GAMMA) != variation.isPresent()) {
            throw new IllegalArgumentException("A driver drawn as '" + drawn + "' "
                    + (variation.isPresent() ? "has no" : "needs a") + " coefficient of variation.");
        }
        if (variation.isPresent() && variation.getAsDouble() <= 0) {
            throw new IllegalArgumentException("variation is " + variation.getAsDouble()
                    + ". It must be above zero; what does not vary is not drawn.");
        }
        if (drawn == Drawn.WHOLE && (low != Math.rint(low) || high != Math.rint(high))) {
            throw new IllegalArgumentException("low is " + low + " and high " + high
                    + ", and whole numbers are drawn between them. Write whole numbers, or draw it as uniform.");
        }
        if (search.isPresent() && search.getAsDouble() <= 0) {
            throw new IllegalArgumentException("search is " + search.getAsDouble() + ". It must be above zero.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(assumption, year), as, drawn);
    }
}
