package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.reports.quota.QuotaOutlook.Estimate;
import org.lodestone.reports.quota.QuotaOutlook.Range;

/**
 * The published totals of a stage, and what they alone say of a year to come: the last total at the average growth of all published
 * years, as far either way as the rule itself was off before.
 *
 * @param totals by year
 */
record QuotaPast(ImmutableSortedMap<Integer, Double> totals) {

    /** Fewer misses than this say nothing of a spread: the range is then from no growth to twice the average. */
    private static final int FEWEST_MISSES = 3;

    /** Sums and powers of ratios are not exact: what is nearer than this, as a share, is the same. */
    private static final double NEAR = 1e-12;

    private static final String NO_TOTAL = "No quota has been published.";
    private static final String NO_GROWTH =
            "No two years in a row have been published, so there is no growth to go by.";
    private static final String NO_SPREAD = "Growth was always the same: no spread to build a range on.";

    /** The totals that were published of the years before one. */
    QuotaPast before(int year) {
        return new QuotaPast(totals.headMap(year, false));
    }

    /** The latest year with a total. */
    Optional<Integer> last() {
        return totals.isEmpty() ? Optional.empty() : Optional.of(totals.lastKey());
    }

    double total(int year) {
        return totals.getOrDefault(year, Double.NaN);
    }

    /**
     * The mean of the yearly growths to a year.
     *
     * <pre>ḡ = mean of q(s) / q(s−1) − 1, for each published s whose year before is published too</pre>
     */
    private OptionalDouble averageGrowth(int to) {
        return totals.headMap(to, true).entrySet().stream()
                .filter(year -> totals.getOrDefault(year.getKey() - 1, 0.0) > 0)
                .mapToDouble(year -> year.getValue() / total(year.getKey() - 1) - 1)
                .average();
    }

    /** The total of a year so many years on, at the average growth to it. */
    private OptionalDouble centre(int from, int years) {
        OptionalDouble growth = averageGrowth(from);
        return growth.isEmpty() ? growth : OptionalDouble.of(total(from) * Math.pow(1 + growth.getAsDouble(), years));
    }

    /** How far the rule was off so many years ahead, either way, in shares of the total that it started from; the least first. */
    private ImmutableList<Double> misses(int years) {
        return totals.entrySet().stream()
                .filter(start -> start.getValue() > 0 && totals.containsKey(start.getKey() + years))
                .flatMap(start -> centre(start.getKey(), years).stream()
                        .mapToObj(centre -> Math.abs(total(start.getKey() + years) - centre) / start.getValue()))
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The miss that a further one does not pass with the chance that a range is to have.
     *
     * <pre>the k-th smallest of n, k = min(n, ⌈(1 − α) · (n + 1)⌉)</pre>
     */
    private static double reach(List<Double> misses) {
        int n = misses.size();
        int k = (int) Math.ceil((1 - QuotaOutlook.ALPHA) * (n + 1) - NEAR);
        return misses.get(Math.min(n, k) - 1);
    }

    /** The range of a year, or why there is none. */
    Estimate estimate(int year) {
        Optional<Integer> last = last();
        if (last.isEmpty()) {
            return Estimate.none(NO_TOTAL);
        }
        int start = last.get();
        int years = year - start;
        OptionalDouble centre = centre(start, years);
        if (centre.isEmpty()) {
            return Estimate.none(NO_GROWTH);
        }
        List<Double> misses = misses(years);
        double middle = centre.getAsDouble();
        double half = misses.size() < FEWEST_MISSES ? Math.abs(middle - total(start)) : reach(misses) * total(start);
        return half <= NEAR * total(start)
                ? Estimate.none(NO_SPREAD)
                : Estimate.of(new Range(Math.max(0, middle - half), middle, middle + half));
    }

    static QuotaPast of(Map<Integer, Double> totals) {
        return new QuotaPast(ImmutableSortedMap.copyOf(totals));
    }
}
