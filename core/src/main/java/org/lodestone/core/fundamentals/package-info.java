/**
 * Files of analysts: what Wind, Tushare, the SEC and one's own spreadsheets say of companies.
 *
 * <p>A {@link org.lodestone.core.fundamentals.FundamentalsFile} is read into {@link org.lodestone.core.fundamentals.Fundamentals}:
 * the facts it states in the terms of a dataset, and with them what each column was taken for, which rows were left out and
 * why. Which indicator is which fact is data, {@code indicators.csv}, and a {@link org.lodestone.core.fundamentals.Mapping} adds
 * to it. {@link org.lodestone.core.fundamentals.FactChanges} says what the facts would change in a dataset.
 *
 * <p>Terms: an <em>indicator</em> is what a program counts by its own name (营业收入, {@code total_mv},
 * {@code NetIncomeLoss}); a <em>fact</em> is what a dataset calls it ({@code revenue}).
 */
@NullMarked
package org.lodestone.core.fundamentals;

import org.jspecify.annotations.NullMarked;
