package org.lodestone.core.screen;

/**
 * A group of criteria with a weight of its own, such as all that count resources. It may be part of a wider one.
 *
 * @param weight against the others of the level it is part of; any number from zero
 * @param level name of the level it is part of; empty where it is part of none
 */
public record Level(String name, double weight, String level) {

    /** Throws if the weight is not a finite number from zero. */
    public Level {
        Weights.check("level", name, weight);
    }

    /** A level that is part of no other. */
    public Level(String name, double weight) {
        this(name, weight, "");
    }
}
