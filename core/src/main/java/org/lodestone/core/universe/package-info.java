/**
 * Companies by the tens of thousands, as columns of numbers and words: a {@link org.lodestone.core.universe.Universe}.
 *
 * <p>A {@link org.lodestone.core.universe.UniverseReader} reads one from a table that somebody else's program wrote, by the names its
 * columns have there, together with the screen that is asked of it.
 */
@NullMarked
package org.lodestone.core.universe;

import org.jspecify.annotations.NullMarked;
