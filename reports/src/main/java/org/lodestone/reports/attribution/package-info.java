/**
 * Whose tonnes they are: what listed companies hold, run and own of quotas, capacity and output.
 *
 * <p>Three bases, which do not add. <em>Operated</em> is all of what a company runs, whoever owns it. <em>Consolidated</em> is
 * what stands in its accounts, subsidiaries in full. <em>Attributable</em> is its share by ownership. Where a split is not
 * published the amount is missing and says so: nothing is spread over companies by guess.
 */
@NullMarked
package org.lodestone.reports.attribution;

import org.jspecify.annotations.NullMarked;
