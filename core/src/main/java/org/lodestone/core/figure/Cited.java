package org.lodestone.core.figure;

/**
 * A builder of what is cited.
 *
 * @param <B> the builder itself
 */
public interface Cited<B> {

    /** Who says so, and how they know. */
    B citation(Citation citation);

    /** The same of what was read in these sources, which report it. */
    default B source(String... ids) {
        return citation(Citation.of(ids));
    }
}
