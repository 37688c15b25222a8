/**
 * Prices, trade, demand, and what a deposit's oxides are made of.
 */
@NullMarked
package org.lodestone.core.market;

import org.jspecify.annotations.NullMarked;
