package org.lodestone.reports.comparison;

import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Key;

/**
 * A company in the screen, on both sides.
 *
 * @param rank missing where it is not ranked
 * @param why in words: which criteria's contributions moved, or that only others did
 */
public record CompanyShift(Company company, Pair rank, Pair score, String why) {

    /**
     * The earnings of a company, on both sides.
     *
     * @param reported net profit in millions, as reported
     * @param atLatestBefore net profit in millions, had its products cost what the dataset last knows of them; empty where
     *     no price of the market stands behind it
     * @param sensitivity what 10% more for its products adds, in millions, or the step the dataset sets
     */
    public record Profit(
            Company company,
            String currency,
            String period,
            String prices,
            Pair reported,
            Optional<Key> atLatestBefore,
            Optional<Key> atLatestAfter,
            Pair sensitivity,
            boolean moved) {

        @Override
        public String toString() {
            return OneLine.of(company.name(), "net profit in " + currency, period, moved ? "moved" : "not moved");
        }
    }

    /** Whether its rank or score changed. */
    public boolean moved() {
        return rank.moved() || score.moved();
    }

    @Override
    public String toString() {
        return OneLine.of(company.name(), moved() ? "moved" : "not moved", why);
    }
}
