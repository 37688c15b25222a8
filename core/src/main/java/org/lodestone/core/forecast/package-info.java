/**
 * The parts a forecast is made from: scenarios, what limits supply, what projects add, how the market balances, and what could
 * turn out otherwise.
 *
 * <p>These are rules, not results. They name assumptions by id; an {@link org.lodestone.core.research.Assumption} gives
 * the value in each scenario. A <em>limit</em> is a ceiling on what a place supplies: a capacity, a quota or its feed.
 * The <em>pipeline</em> is what projects add to it. A <em>conclusion</em> is a sentence about the result that a number
 * decides, and a <em>shock</em> is the size a risk is given.
 */
@NullMarked
package org.lodestone.core.forecast;

import org.jspecify.annotations.NullMarked;
