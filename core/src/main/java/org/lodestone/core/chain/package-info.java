/**
 * The supply chain: its stages, and what is measured at each.
 *
 * <p>A {@link org.lodestone.core.chain.Stage} (mining, separation, magnets) feeds others; a
 * {@link org.lodestone.core.chain.Measure} is one way to count what happens there, in one unit on one basis. Two
 * measures of one stage, such as USGS's REO and IEA's magnet rare earths, stay two.
 */
@NullMarked
package org.lodestone.core.chain;

import org.jspecify.annotations.NullMarked;
