/**
 * Sensitivity of earnings: what a change of product prices does to the net profit of the companies that sell them.
 *
 * <pre>dE = sum over products of q (dP / (1 + VAT) - pass-through dP)(1 - royalty)(1 - hedged)(1 - minority), less tax</pre>
 *
 * <p>Tax is due on what is profit and not on a loss: a loss that stays a loss after the change pays none, and a price at
 * which nothing is earned is the same before tax and after it.
 *
 * <p>All else stays as it was in the period of the earnings: volumes, costs other than ore whose price follows, and exchange
 * rates. A price with a floor moves earnings only where it is above the floor. <em>Elasticity</em> is the change of net profit
 * in percent for a change of prices of one percent; it is the same for earnings per share, since the number of shares stays.
 */
@NullMarked
package org.lodestone.reports.earnings;

import org.jspecify.annotations.NullMarked;
