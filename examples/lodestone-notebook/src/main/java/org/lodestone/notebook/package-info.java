/**
 * Notebooks in JShell: a {@link org.lodestone.notebook.Listing} shows rows as text or as a Tablesaw table, a
 * {@link org.lodestone.notebook.YearChart} and a {@link org.lodestone.notebook.ColumnChart} are saved as pictures, and
 * {@link org.lodestone.notebook.Notebooks} runs scripts and says what failed.
 */
@NullMarked
package org.lodestone.notebook;

import org.jspecify.annotations.NullMarked;
