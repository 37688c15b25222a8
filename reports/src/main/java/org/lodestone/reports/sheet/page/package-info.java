/**
 * The pages of a research pack: what a reader sees of the analyses, about a page each, in the order of the argument.
 *
 * <p>A page is a function from {@linkplain org.lodestone.reports.analysis.Analyses the analyses} of a dataset to a {@link
 * org.lodestone.reports.report.Part}; it is empty where the dataset lacks what it shows. Its title is a finding with a number and a
 * year, live like the exhibits under it. What the pages rest on stands on the backup sheets, in the packages beside
 * this one.
 */
@NullMarked
package org.lodestone.reports.sheet.page;

import org.jspecify.annotations.NullMarked;
