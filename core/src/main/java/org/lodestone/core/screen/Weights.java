package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

/** The check that a weight is allowed. */
final class Weights {

    private Weights() {}

    static void check(String of, String name, double weight) {
        checkArgument(
                Double.isFinite(weight) && weight >= 0,
                "The weight of %s '%s' is %s. A weight is a number from zero; weights are divided by their sum.",
                of,
                name,
                weight);
    }
}
