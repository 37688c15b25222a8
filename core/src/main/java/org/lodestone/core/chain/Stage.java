package org.lodestone.core.chain;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;

/**
 * A step from the ground to the product.
 *
 * @param order where it is shown, counted from the ground
 * @param feeds ids of the stages that take what this one makes
 * @param description empty when the name says it all
 */
public record Stage(String id, int order, String name, ImmutableList<String> feeds, String description) {

    @Override
    public String toString() {
        return OneLine.of(name, feeds.isEmpty() ? "" : "feeds " + String.join(" and ", feeds));
    }
}
