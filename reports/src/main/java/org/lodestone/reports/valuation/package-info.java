/**
 * Listed companies compared by what they cost.
 *
 * <p><em>Enterprise value</em> (EV) is market value plus the <em>bridge</em>: net debt, minorities and preferred. A <em>multiple</em>
 * is a value over what is earned; it is not meaningful ({@code nm}) for a loss or above a limit, and not available ({@code n/a})
 * where nothing is published. Prices are of different days and so compare roughly: every number keeps its date, and what is
 * known to be wrong with a row is said.
 */
@NullMarked
package org.lodestone.reports.valuation;

import org.jspecify.annotations.NullMarked;
