/**
 * Texts and numbers as people type them.
 *
 * <p>{@link org.lodestone.core.internal.text.Numbers} reads a printed number by a strict grammar and says what is wrong with one
 * that is not; {@link org.lodestone.core.table.NumberForm} is what may stand around its digits in a table of one's own;
 * {@link org.lodestone.core.internal.text.Nearest} finds the name that was probably meant.
 */
@NullMarked
package org.lodestone.core.internal.text;

import org.jspecify.annotations.NullMarked;
