/**
 * Datasets: their tables, and how these are read and written.
 *
 * <p>A {@link org.lodestone.core.dataset.Dataset} is a folder that a person can edit in a spreadsheet and a program can
 * check: a Frictionless Data Package ({@code datapackage.json}) and CSV tables. The
 * {@link org.lodestone.core.dataset.DatasetReader} returns what it could read together with every
 * {@link org.lodestone.core.problem.Problem} it met.
 *
 * <p>A {@link org.lodestone.core.dataset.Table} declares what its columns hold and how a record is made of a row; the classes named
 * after topics ({@link org.lodestone.core.dataset.ChainTables}, {@link org.lodestone.core.dataset.CompanyTables}) have one for
 * each table. Those named rules check what rows must be together. A {@link org.lodestone.core.dataset.DatasetWriter} writes the
 * folder, and a {@link org.lodestone.core.dataset.DatasetChange} puts rows into one and leaves every other line as it was typed.
 */
@NullMarked
package org.lodestone.core.dataset;

import org.jspecify.annotations.NullMarked;
