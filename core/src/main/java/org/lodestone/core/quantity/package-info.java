/**
 * Amounts, their units, and what a tonne is a tonne of.
 *
 * <p>A tonne of rare earth oxides (t REO) is not a tonne of NdPr oxide, nor a tonne of ore. Such amounts never add and
 * never form a share; only a named {@link org.lodestone.core.quantity.Conversion} leads from one basis to another.
 */
@NullMarked
package org.lodestone.core.quantity;

import org.jspecify.annotations.NullMarked;
