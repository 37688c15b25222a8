/**
 * Prices of a resource, and trade across borders, as statistics print them year by year.
 *
 * <p>A series of prices belongs to one product, grade, unit and edition: editions may print different prices under one
 * name, and none continues another.
 */
@NullMarked
package org.lodestone.reports.market;

import org.jspecify.annotations.NullMarked;
