/**
 * Workbooks of somebody else's, read row by row.
 *
 * <p>{@link org.lodestone.excel.read.WorkbookFormat} opens a sheet as the rows of text that every import reads. The parts of
 * a workbook (ECMA-376) are pulled out of its zip file as a stream, under limits that are checked before and while they are
 * unpacked, and no part may declare entities.
 */
@NullMarked
package org.lodestone.excel.read;

import org.jspecify.annotations.NullMarked;
