/**
 * Amounts and what they are amounts of.
 *
 * <p>A {@link org.lodestone.core.quantity.Unit} carries its <em>basis</em>: what a tonne is a tonne of (REO, NdPr oxide,
 * magnet REE, gross weight), or which currency a price is in. Amounts on different bases never add and never form a
 * share; only a named {@link org.lodestone.core.quantity.Conversion}, which is an assumption with a reason, leads from
 * one to another. A units framework that sees both as mass would add them: that is the mistake to prevent.
 */
@NullMarked
package org.lodestone.core.quantity;

import org.jspecify.annotations.NullMarked;
