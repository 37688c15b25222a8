/**
 * Prices to come, the terms on which companies sell, and the projects that are valued.
 *
 * <p>A <em>price deck</em> is the price of one product on one market in each year, in real money. A <em>contract</em> sets a floor under
 * it, or shares what is above a price. Amounts are named by ids of assumptions, so that scenarios and levers reach them.
 */
@NullMarked
package org.lodestone.core.valuation;

import org.jspecify.annotations.NullMarked;
