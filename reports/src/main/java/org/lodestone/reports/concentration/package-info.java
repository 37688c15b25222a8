/**
 * How concentrated a supply is.
 *
 * <p>Shares are ratios of a named total. The Herfindahl-Hirschman index (HHI) runs from 0 to 10,000; see O. C. Herfindahl,
 * <em>Concentration in the U.S. Steel Industry</em> (1950), and the U.S. Horizontal Merger Guidelines for the scale.
 */
@NullMarked
package org.lodestone.reports.concentration;

import org.jspecify.annotations.NullMarked;
