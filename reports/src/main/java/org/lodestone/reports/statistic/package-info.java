/**
 * Statistics of single countries beside what they produce: trade, consumption, prices, stocks, reliance on imports.
 *
 * <p>A statistic has a place, a year and a unit of its own, and is neither added to others nor divided by them.
 */
@NullMarked
package org.lodestone.reports.statistic;

import org.jspecify.annotations.NullMarked;
