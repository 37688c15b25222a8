/**
 * The content of a report and its order: sections of key figures, sentences with live numbers, tables, charts and notes.
 *
 * <p>A section names keys of a {@link org.lodestone.reports.formula.Model}, never cells, fonts or widths: those belong to
 * whoever writes the report. Sources and remarks of a table's rows are not repeated here either, since the figures carry
 * them.
 */
@NullMarked
package org.lodestone.reports.report;

import org.jspecify.annotations.NullMarked;
