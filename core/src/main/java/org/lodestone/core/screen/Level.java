package org.lodestone.core.screen;

/**
 * A group of criteria with a weight of its own, such as all that count resources.
 *
 * @param weight against the other levels; any number from zero
 */
public record Level(String name, double weight) {

    public Level {
        Weights.check("level", name, weight);
    }
}
