/**
 * Forecasts of supply by place, project and year, in each scenario and as chosen, and of how it meets demand.
 *
 * <p>Supply of a place is the lowest of its limits, which is what <em>binds</em>, and on top what its projects add. Each
 * measure stays on its own basis: t REO of mine output never meets kt of magnet rare earths. Secondary supply is what
 * makes the first year balance, carried forward openly.
 */
@NullMarked
package org.lodestone.reports.forecast;

import org.jspecify.annotations.NullMarked;
