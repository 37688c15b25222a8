/**
 * Prices, trade and demand, and what shares did when something was announced.
 *
 * <p>Prices say whether they include VAT, since Chinese quotes usually do. Shares and growth rates of trade are rows in
 * percent beside the tonnages.
 */
@NullMarked
package org.lodestone.core.market;

import org.jspecify.annotations.NullMarked;
