/**
 * How sure the order of a screen is.
 *
 * <p>A screen ranks companies by scores under several criteria, and the weights of these are a judgement. Here they are
 * drawn at random, many times over ({@link org.lodestone.reports.robustness.RankAcceptability}): the <em>rank
 * acceptability</em> of a company is the share of draws in which it has a rank, its <em>central weights</em> are the mean
 * of those with which it comes first, and a <em>winning share</em> is the share of draws in which it scores above another
 * company. The terms are those of SMAA-2 (Lahdelma and Salminen, <em>SMAA-2: Stochastic Multicriteria Acceptability
 * Analysis for Group Decision Making</em>, Operations Research 49(3), 2001). {@link
 * org.lodestone.reports.robustness.Robustness.LeaveOneOut} ranks without one of the criteria, as the OECD and JRC <em>Handbook on
 * Constructing Composite Indicators</em> (2008, step 7) advises, and {@link
 * org.lodestone.reports.robustness.SobolIndices} say which weights the ranks vary with (Saltelli et al., <em>Variance based
 * sensitivity analysis of model output</em>, Computer Physics Communications 181, 2010). {@link
 * org.lodestone.reports.robustness.Overtaking} has the smallest changes by which one company passes another.
 */
@NullMarked
package org.lodestone.reports.robustness;

import org.jspecify.annotations.NullMarked;
