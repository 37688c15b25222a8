package org.lodestone.reports.screen;

import org.lodestone.reports.formula.Model;

/**
 * A screen as formulas over the values of some companies: each step from a value to a rank stands behind a key.
 *
 * <p>It says the same as {@link Screening} does on arrays. Here a reader can follow it, and change a weight. Of a shortlist,
 * what depends on the companies that are not in it is Java's, and does not follow.
 */
public final class LiveScreen extends LiveScreenKeys {

    private final Model model;

    LiveScreen(LiveScreenKeys keys, Model model) {
        super(keys.screen(), keys.companies(), keys.among(), keys.in());
        this.model = model;
    }

    /** What stands behind the keys. */
    public Model model() {
        return model;
    }
}
