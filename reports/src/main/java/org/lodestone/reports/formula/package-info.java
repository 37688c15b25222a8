/**
 * A calculation, said once.
 *
 * <p>A {@link org.lodestone.reports.formula.Formula} is a small tree over {@link org.lodestone.reports.formula.Key keys}.
 * Java evaluates it; a workbook prints it. It therefore knows values and their meaning, never cells. A
 * {@link org.lodestone.reports.formula.Model} says for each key whether it is a figure with a source, an assumption, a
 * definition or a calculation.
 *
 * <p>Missing is not zero: a calculation that needs a figure which is withheld or not published is itself missing, and
 * says so, in Java and in the workbook alike. {@link org.lodestone.reports.formula.Fn} states the rule of each function.
 */
@NullMarked
package org.lodestone.reports.formula;

import org.jspecify.annotations.NullMarked;
