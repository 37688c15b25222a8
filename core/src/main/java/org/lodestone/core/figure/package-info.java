/**
 * Figures: what was observed, of what, where and when, and who says so.
 *
 * <p>An {@link org.lodestone.core.figure.Observation} keeps what was printed, be it a value, a bound or the code of a
 * missing figure (<em>NA</em> not available, <em>W</em> withheld, <em>XX</em> not applicable, as USGS prints them).
 * USGS revises: a {@link org.lodestone.core.figure.Figure} is complete only with its
 * {@link org.lodestone.core.figure.Edition}, and its {@link org.lodestone.core.figure.Citation} says where to look it up.
 */
@NullMarked
package org.lodestone.core.figure;

import org.jspecify.annotations.NullMarked;
