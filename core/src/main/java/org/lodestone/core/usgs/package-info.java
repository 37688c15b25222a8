/**
 * Releases of the U.S. Geological Survey: the data of its Mineral Commodity Summaries, in every shape they were published in.
 *
 * <p>{@link org.lodestone.core.usgs.UsgsReader} reads the files, {@link org.lodestone.core.usgs.UsgsReading} holds every figure
 * in them and every cell that is no figure with the reason, and {@link org.lodestone.core.usgs.UsgsDataset} makes a dataset of
 * what concerns one commodity, in which the latter are {@link org.lodestone.core.figure.Unread}.
 *
 * <p>Inside, it goes from the file to the figure: a shape (wide, salient or long) takes a row apart with the readers of what is
 * printed in a header, a type, a place, a unit or a value; all rows of a table together tell what a remark on one of them means;
 * and the names of several releases are set side by side by the words that tell counts apart. Footnote marks that ran into a
 * name ({@code Russiae}) are told by rule: a name without them is a known place, and the name with them is not. What no rule
 * settles is a problem, never a guess.
 */
@NullMarked
package org.lodestone.core.usgs;

import org.jspecify.annotations.NullMarked;
