/**
 * The argument of an analyst: claims, the risks to them, the assumptions behind a forecast, and the dates to watch.
 *
 * <p>A {@link org.lodestone.core.research.Claim} is a figure as a note prints it, to be recomputed. An
 * {@link org.lodestone.core.research.Assumption} is an analyst's choice in a scenario, never to be mistaken for a figure. An
 * {@link org.lodestone.core.research.Event} has a date that may change the argument. A
 * {@link org.lodestone.core.research.Publication} says who publishes it all.
 */
@NullMarked
package org.lodestone.core.research;

import org.jspecify.annotations.NullMarked;
