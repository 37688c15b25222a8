/**
 * Datasets and how they are read.
 *
 * <p>A {@link org.lodestone.core.dataset.Dataset} is a folder that a person can edit in a spreadsheet and a program can
 * check: a Frictionless Data Package ({@code datapackage.json}) and CSV tables. The
 * {@link org.lodestone.core.dataset.DatasetReader} returns what it could read together with every
 * {@link org.lodestone.core.dataset.Problem} it met. {@code Layout} lists the tables and their columns; the classes named
 * after topics ({@code ChainTables}, {@code CompanyTables}) turn their rows into records. A
 * {@link org.lodestone.core.dataset.DatasetWriter} writes the folder, and {@link org.lodestone.core.dataset.TableRows} turns
 * records into rows. A {@link org.lodestone.core.dataset.DatasetChange} puts rows into a folder and leaves every other line as
 * it was typed.
 *
 * <p>A {@link org.lodestone.core.dataset.UniverseReader} reads a table of companies that somebody else's program wrote, by the
 * names its columns have there.
 */
@NullMarked
package org.lodestone.core.dataset;

import org.jspecify.annotations.NullMarked;
