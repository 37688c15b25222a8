package org.lodestone.core.quota;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * Something known of a quota before it was published, or where it never was.
 *
 * <pre>plan-2025,mining,2025,holder's plan,at least,China Northern Rare Earth,2025,195000,t REO,,,2025-05,…</pre>
 *
 * @param id tells it from the others
 * @param stages ids of the stages whose quota it speaks of
 * @param year the year of that quota
 * @param signal the kind of thing it is, in a word or two: {@code holder's plan}
 * @param effect how it bounds or moves the quota
 * @param holder the one holder that a floor is of; empty where it is of all together
 * @param period when what it tells of happened; of a price the year whose change on the year before counts
 * @param value in {@code unit}; empty where nothing is counted, or {@code prices.csv} has it
 * @param unit empty where there is no value
 * @param product the product of {@code prices.csv} whose price gives the direction
 * @param edition id of the edition that it stands in; empty where it stands in none
 * @param knownOn the day, month or year by whose end it was known; {@link Period#NONE} where that is when its edition came out
 * @param reason why it has that effect
 */
public record QuotaSignal(
        String id,
        ImmutableList<String> stages,
        Period year,
        String signal,
        Effect effect,
        Optional<String> holder,
        Period period,
        Optional<Observation> value,
        Optional<Unit> unit,
        Optional<String> product,
        String edition,
        Period knownOn,
        String reason,
        Citation citation) {

    /** How a signal bounds or moves a quota. */
    public enum Effect {
        /** The quota, or that of the holder, is not lower. */
        AT_LEAST,
        /** The quota is not higher. */
        AT_MOST,
        /** A price that rose or fell says in which half of the range the quota is. */
        DIRECTION,
        /** The first batch of the year became known: what was known before it is what a forecast could have used. */
        ANNOUNCED,
        /** The quota covers more or less than before: told, and not added. */
        SCOPE,
        /** It was weighed and not used. */
        NONE;

        /** The words in a dataset: {@code at least}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether it is an end of the range. */
        public boolean isBound() {
            return this == AT_LEAST || this == AT_MOST;
        }
    }

    /** Throws if it has no day by which it was known, if a bound has no number, or if it says what its effect has no use for. */
    public QuotaSignal {
        if (knownOn.equals(Period.NONE) && edition.isEmpty()) {
            throw new IllegalArgumentException("known_on is empty, and no edition says when it came out."
                    + " Write the day or the month by which it was known, or name its edition.");
        }
        if (value.isPresent() != unit.isPresent()) {
            throw new IllegalArgumentException(
                    "value is '" + value.map(Observation::toString).orElse("") + "' and unit '"
                            + unit.map(Unit::toString).orElse("") + "'. Write both, or leave both empty.");
        }
        if (effect.isBound() && value.flatMap(Observation::number).isEmpty()) {
            throw new IllegalArgumentException(
                    "value is '" + value.map(Observation::toString).orElse("") + "', and '" + effect
                            + "' needs a number. Write it, or the effect none with the reason.");
        }
        boolean moves = effect == Effect.DIRECTION;
        if ((moves || effect == Effect.ANNOUNCED) && value.isPresent()) {
            throw new IllegalArgumentException("value is '" + value.get() + "', which '" + effect + "' does not read"
                    + (moves ? ": the prices stand in prices.csv." : ".") + " Leave it and its unit empty.");
        }
        if (moves && (product.isEmpty() || period.kind() != Period.Kind.YEAR)) {
            throw new IllegalArgumentException("product is '" + product.orElse("") + "' and period '" + period
                    + "'. A direction needs a product of prices.csv and the year of its price, such as 2024.");
        }
        if (!moves && product.isPresent()) {
            throw new IllegalArgumentException(
                    "product is '" + product.get() + "', which only a direction reads." + " Leave it empty.");
        }
        if (holder.isPresent() && (effect == Effect.AT_MOST || moves || effect == Effect.ANNOUNCED)) {
            throw new IllegalArgumentException("holder is '" + holder.get() + "', and '" + effect
                    + "' is of all holders together. Leave it empty.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(id, stages, year),
                effect,
                value.map(amount -> OneLine.amount(amount, unit.orElseThrow())).orElse(""));
    }
}
