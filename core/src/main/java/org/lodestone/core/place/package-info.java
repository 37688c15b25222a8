/**
 * Countries by ISO 3166-1, and the aggregates that statistics print beside them: the world, other countries, groups.
 */
@NullMarked
package org.lodestone.core.place;

import org.jspecify.annotations.NullMarked;
