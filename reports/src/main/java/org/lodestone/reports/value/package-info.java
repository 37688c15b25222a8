/**
 * The worth of projects and companies at the prices of a deck, and the price that a share price implies.
 *
 * <p>Cash flows are real, in the money of the deck, before interest. They fall in the middle of each year and are worth what they are at
 * the start of the first. <em>Net asset value</em> is the value of a company's share in its projects and operations, less what
 * enterprise value adds to market value. <em>Implied price</em> is the flat price of the product at which that is the share price.
 */
@NullMarked
package org.lodestone.reports.value;

import org.jspecify.annotations.NullMarked;
