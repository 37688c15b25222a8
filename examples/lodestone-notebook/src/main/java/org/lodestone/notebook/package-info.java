/**
 * Notebooks in JShell and in Jupyter: a {@link org.lodestone.notebook.Listing} shows rows, or a table of a pack, as text, as HTML or as
 * a Tablesaw table, a {@link org.lodestone.notebook.YearChart} and a {@link org.lodestone.notebook.ColumnChart} are a
 * {@link org.lodestone.notebook.Picture}, and {@link org.lodestone.notebook.Notebooks} runs scripts and says what failed.
 */
@NullMarked
package org.lodestone.notebook;

import org.jspecify.annotations.NullMarked;
