/**
 * Screening: which of many companies come first by several criteria, and why.
 *
 * <p>Terms and steps follow the OECD and JRC <em>Handbook on Constructing Composite Indicators</em> (2008). Scores are
 * normalised, so that higher is better whatever the criterion counts.
 */
@NullMarked
package org.lodestone.reports.screen;

import org.jspecify.annotations.NullMarked;
