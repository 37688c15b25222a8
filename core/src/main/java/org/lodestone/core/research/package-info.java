/**
 * A note's argument: the figures it prints, the risks it names, and the assumptions a reader may change.
 */
@NullMarked
package org.lodestone.core.research;

import org.jspecify.annotations.NullMarked;
