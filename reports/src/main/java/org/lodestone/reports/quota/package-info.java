/**
 * Amounts that a government allows to be mined or separated, year by year: totals, growth, ores, holders and batches.
 *
 * <p>A quota is issued in <em>batches</em>, which sum to the <em>full year</em>. A year has a total only where one is
 * published or derived for the full year: batches never stand for a year, since another may follow, and one that is
 * <em>not published</em> stays so. A <em>holder</em> is who the quota was given to, which is not always who mines.
 */
@NullMarked
package org.lodestone.reports.quota;

import org.jspecify.annotations.NullMarked;
