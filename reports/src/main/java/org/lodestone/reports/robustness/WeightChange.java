package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.lodestone.core.internal.text.OneLine;

/**
 * A change of weights, both as shares of their sum.
 *
 * @param from the weights of the screen, by criterion
 * @param to the weights after the change
 */
public record WeightChange(ImmutableMap<String, Double> from, ImmutableMap<String, Double> to) {

    /** By how much the weights change altogether, twice what is moved: Σ |to − from|. */
    public double size() {
        return to.entrySet().stream().mapToDouble(this::change).map(Math::abs).sum();
    }

    private double change(Map.Entry<String, Double> weight) {
        return weight.getValue() - from.getOrDefault(weight.getKey(), 0.0);
    }

    @Override
    public String toString() {
        return OneLine.of("other weights", to.keySet());
    }
}
