/**
 * The note beside a research pack: its argument in a few pages, as a document for Word or as one page of HTML.
 *
 * <p>{@link org.lodestone.excel.note.NoteText} says what stands in a note and in which order; {@link
 * org.lodestone.excel.note.NoteDocument} and {@link org.lodestone.excel.note.NotePage} are two ways to set it. What they set
 * are words and plots of {@link org.lodestone.excel.PrintedBlocks}, so no number is written, and no chart named, by a rule of
 * their own. That is why both stand here and not among the reports: how a number is shown is known where the workbook is made.
 */
@NullMarked
package org.lodestone.excel.note;

import org.jspecify.annotations.NullMarked;
