/**
 * The backup sheets that list rows of a dataset as they are: prices and trade, statistics, policies, dates, claims.
 *
 * <p>A series of prices, or a statistic, belongs to one product or place, unit and edition; it is neither added to others nor continued
 * by another. A status is in its source's words, as of its own date, and none is counted. Today is not known here: what is next is
 * counted from the time when the figures of a dataset had been gathered.
 */
@NullMarked
package org.lodestone.reports.sheet.rows;

import org.jspecify.annotations.NullMarked;
