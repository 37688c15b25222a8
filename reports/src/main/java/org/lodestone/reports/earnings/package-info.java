/**
 * Sensitivity of earnings: what a change of product prices does to the net profit of the companies that sell them.
 *
 * <pre>dE = sum over products of d(sales)(1 - passed on)(1 - royalty)(1 - hedged)(1 - minority), less tax</pre>
 *
 * <p>Sales are without value added tax. Those of a product of a price deck are at its spot, one for all who sell it, and on the
 * terms of contracts: floors, shares of a high price and caps bend the line. Others are at the last known price of their own. Tax is
 * due on what is profit and not on a loss: a loss that stays a loss after the change pays none.
 *
 * <p>Profits and volumes are of twelve months, by one rule: see {@link org.lodestone.reports.earnings.TwelveMonths}. Beside the sales of these
 * months at the spot stands the year after it, at the price of the deck and with the volume to come where a mine or plant is valued. All
 * else stays as it was: costs other than ore whose price follows, and exchange rates. <em>Elasticity</em> is the change of net profit in
 * percent for a rise of prices of one percent.
 */
@NullMarked
package org.lodestone.reports.earnings;

import org.jspecify.annotations.NullMarked;
