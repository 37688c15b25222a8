package org.lodestone.core.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.lodestone.core.internal.text.OneLine;

/**
 * Some of the companies, ranked among themselves.
 *
 * @param filters which ones, instead of the screen's own filters where it has weights, and on top of them where not
 * @param weights of criteria, by name, when its companies are screened anew by them; without, they keep the scores they
 *     have among all
 */
public record League(String name, ImmutableList<Filter> filters, ImmutableMap<String, Double> weights) {

    /** Throws if a weight is not a finite number from zero. */
    public League {
        weights.forEach((criterion, weight) -> Weights.check("criterion", criterion, weight));
    }

    /** Whether its companies are screened by criteria of their own. */
    public boolean isOfItsOwn() {
        return !weights.isEmpty();
    }

    @Override
    public String toString() {
        return OneLine.of(name, filters, weights.isEmpty() ? "" : "weights of its own");
    }
}
