/**
 * Tests of what could turn out otherwise: shocks, the size at which a conclusion turns, a tornado, and simulation.
 *
 * <p>All of it is worked out in Java on the trees of the forecast, for every scenario, and stored. A workbook looks up the
 * chosen scenario's and says with which inputs, draws and seed it was worked out.
 */
@NullMarked
package org.lodestone.reports.risk;

import org.jspecify.annotations.NullMarked;
