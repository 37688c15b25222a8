/**
 * A published figure: what was printed, what it says, and how it is known.
 *
 * <p>What was printed need not be a number. It may be a bound ({@code >90000000}), a range ({@code 7–9}), or a code for a
 * figure that is withheld or not available. None of these is zero.
 */
@NullMarked
package org.lodestone.core.figure;

import org.jspecify.annotations.NullMarked;
