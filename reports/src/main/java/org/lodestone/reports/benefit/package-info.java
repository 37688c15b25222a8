/**
 * Who benefits: what listed companies gain, in tonnes, profit and value, when a scenario, a price or a limit moves; and the worth of one tonne
 * more at each limit of a stage that is fed.
 *
 * <p>A gain is known, lies between two ends, or is not known; what is not known stays open. A limit that binds is worth something, one that does
 * not is worth nothing alone. The terms are those of the forecast: quota, capacity, ore, pool.
 */
@NullMarked
package org.lodestone.reports.benefit;

import org.jspecify.annotations.NullMarked;
