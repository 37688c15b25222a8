/**
 * Who supplies how much of a measure: totals, shares, growth, ranks and concentration, edition by edition.
 *
 * <p>A total is always named: the <em>sum of rows</em>, the <em>sum of known rows</em> where some are not published, or the
 * <em>printed total</em>, which statistics round. A share of one is not a share of another.
 */
@NullMarked
package org.lodestone.reports.supply;

import org.jspecify.annotations.NullMarked;
