/**
 * What a screen of companies asks: criteria with their weights, and how their scores become one; and the
 * {@link org.lodestone.core.screen.Universe} of companies that it is asked of.
 *
 * <p>The steps and their terms follow the OECD and JRC <em>Handbook on Constructing Composite Indicators</em> (2008).
 */
@NullMarked
package org.lodestone.core.screen;

import org.jspecify.annotations.NullMarked;
