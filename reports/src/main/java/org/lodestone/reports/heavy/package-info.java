/**
 * Heavy rare earths in one view: the quota of the ore they come from, their prices, and who else separates them.
 *
 * <p>Which elements are heavy is a definition of the field, in {@link org.lodestone.reports.heavy.HeavyRareEarths}. Products
 * and project lines are heavy where their names name one.
 */
@NullMarked
package org.lodestone.reports.heavy;

import org.jspecify.annotations.NullMarked;
