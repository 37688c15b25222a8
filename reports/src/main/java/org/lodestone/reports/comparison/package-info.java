/**
 * Comparison of two datasets, of two editions of one, or of one before and after a new fact is typed in.
 *
 * <p>A {@link org.lodestone.reports.comparison.Fact} is one thing a dataset says, under a
 * {@link org.lodestone.reports.comparison.FactKey} that is also what an analyst types to replace it:
 * {@code figure/mine-production/Myanmar/2024}. A {@link org.lodestone.reports.comparison.Comparison} holds the facts that
 * differ, and what they do to totals and shares, claims, conclusions and their break-evens, ranks and profits. Every change
 * of a total, a growth, a share and an index is split into parts that add up to it.
 */
@NullMarked
package org.lodestone.reports.comparison;

import org.jspecify.annotations.NullMarked;
