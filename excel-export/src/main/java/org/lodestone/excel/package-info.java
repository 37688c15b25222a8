/**
 * Writes a report as a workbook that is a live model.
 *
 * <p>Three steps with values between them: {@link org.lodestone.excel.Placement place} gives every value a cell,
 * {@link org.lodestone.excel.Printer print} turns calculations into cell formulas, and
 * {@link org.lodestone.excel.Drawing draw} puts both into a file. Only the last knows Apache POI.
 *
 * <p>The note beside a pack is its argument in a few pages. {@link org.lodestone.excel.NoteText} says what stands in it and in
 * which order; {@link org.lodestone.excel.NoteDocument} and {@link org.lodestone.excel.NotePage} are two ways to set it. What they
 * set are words and plots of {@link org.lodestone.excel.PrintedBlocks}, so no number is written, and no chart named, by a rule of
 * their own.
 */
@NullMarked
package org.lodestone.excel;

import org.jspecify.annotations.NullMarked;
