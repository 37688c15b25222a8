package org.lodestone.reports.attribution;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.formula.Key;

/**
 * Tonnes of one thing as they are a company's, on each basis.
 *
 * @param company id of the company
 * @param own whether it holds, runs or works them itself; else they are of another company that it owns a part of
 * @param stage id of the stage
 * @param ore always {@code ALL} but for quotas
 * @param of the quota's holder, the mine or the plant; {@code Whole company} with what is counted
 * @param period the year; for what is to come, when and how far it is
 * @param runBy who mines or separates; empty where not known
 * @param whole all tonnes of the quota, mine or plant, as far as they are stated; empty where none are
 * @param amounts what of them is the company's, on every basis
 * @param reason why so much, or why it is not known
 * @param sources ids of the sources
 */
public record Attributed(
        String company,
        boolean own,
        Kind kind,
        String stage,
        Ore ore,
        String of,
        String period,
        Unit unit,
        Optional<String> runBy,
        Optional<Key> whole,
        ImmutableMap<AttributionBasis, Key> amounts,
        String reason,
        ImmutableSet<String> sources) {

    /** The kind of tonnes. */
    public enum Kind {
        /** Tonnes that a state allots for a period. */
        QUOTA("Quota"),
        /** Tonnes a year that a mine or plant can make. */
        CAPACITY("Capacity"),
        /** Tonnes a year that a mine or plant is to make, once it is built. */
        PLANNED_CAPACITY("Capacity to come"),
        /** Tonnes that were made in a period. */
        OUTPUT("Output");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words: {@code Capacity to come}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** Throws unless there is a key for every basis. */
    public Attributed {
        if (amounts.size() != AttributionBasis.values().length) {
            throw new IllegalArgumentException(
                    "The tonnes of " + company + " in " + of + " need a key for every basis.");
        }
    }

    /** The company's tonnes on a basis. */
    public Key amount(AttributionBasis basis) {
        return Optional.ofNullable(amounts.get(basis)).orElseThrow();
    }

    @Override
    public String toString() {
        return OneLine.of(company, kind, stage, of, period, unit);
    }

    /** On which ground tonnes count as a company's. */
    public enum AttributionBasis {
        /** All of what it runs. */
        OPERATED,
        /** The tonnes in its accounts, subsidiaries in full. */
        CONSOLIDATED,
        /** Its share by ownership. */
        ATTRIBUTABLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
