/**
 * When a figure holds.
 *
 * <p>A {@link org.lodestone.core.time.Period} is written as analysts write it (2024, FY2024, Q1 2025, 2025-07) and
 * orders by the day on which it ends. Nothing here knows today's date.
 */
@NullMarked
package org.lodestone.core.time;

import org.jspecify.annotations.NullMarked;
