/**
 * Listed companies compared by what they cost.
 *
 * <p><em>Enterprise value</em> (EV) is market value plus the <em>bridge</em>: net debt, minorities and preferred of the newest balance sheet
 * before the price, less the cash of shares issued since. A <em>multiple</em> is a value over what is earned; it is not meaningful
 * ({@code nm}) for a loss or above a limit, and not available ({@code n/a}) where nothing is published. Prices compare within a
 * <em>window</em> of days, which a reader chooses: every number keeps its date, a price outside is shown and not counted, and what is known
 * to be wrong with a row is said. Tonnes are those <em>contained</em> in what a company mines or separates itself, by kind of product.
 */
@NullMarked
package org.lodestone.reports.valuation;

import org.jspecify.annotations.NullMarked;
