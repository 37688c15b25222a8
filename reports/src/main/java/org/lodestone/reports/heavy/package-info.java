/**
 * Heavy rare earths and their prices.
 *
 * <p>Which elements are heavy is a definition of the field: terbium to lutetium, and yttrium. Products and project lines
 * are heavy where their names name one.
 */
@NullMarked
package org.lodestone.reports.heavy;

import org.jspecify.annotations.NullMarked;
