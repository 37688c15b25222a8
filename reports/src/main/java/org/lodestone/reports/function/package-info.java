/**
 * The machinery of functions, which those who print and draw calls ask a {@link org.lodestone.reports.formula.Fn function} for: how a
 * sheet spells it, what a missing argument does to it, where it has a result, and its arithmetic for many draws. For the modules of
 * Lodestone alone.
 */
@NullMarked
package org.lodestone.reports.function;

import org.jspecify.annotations.NullMarked;
