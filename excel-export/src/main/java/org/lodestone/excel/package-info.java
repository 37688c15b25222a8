/**
 * Writes a report as a workbook that is a live model.
 *
 * <p>Three steps with values between them: {@link org.lodestone.excel.Placement place} gives every value a cell,
 * {@link org.lodestone.excel.Printer print} turns calculations into cell formulas, and
 * {@link org.lodestone.excel.Drawing draw} puts both into a file. Only the last knows Apache POI.
 */
@NullMarked
package org.lodestone.excel;

import org.jspecify.annotations.NullMarked;
