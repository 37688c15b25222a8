/**
 * Tables that somebody else's program wrote, read row by row with their cells as text.
 *
 * <p>{@link org.lodestone.core.table.TextRows} are such a table while it is read: {@link
 * org.lodestone.core.table.TextRow} is the row it stands at, which knows its place in the file. {@link
 * org.lodestone.core.table.TableFiles} opens a file by what it holds: {@link org.lodestone.core.table.CsvFormat} is here,
 * and the module that knows workbooks has a {@link org.lodestone.core.table.TableFormat} of them. Nothing is held but the
 * row that is read, so a table may be of any length.
 *
 * <p>What keeps a table from being read at all is a {@link org.lodestone.core.problem.DataException}; what is wrong with a
 * row or a cell is told by the row, and later rows are still read.
 */
@NullMarked
package org.lodestone.core.table;

import org.jspecify.annotations.NullMarked;
