/**
 * A model under uncertainty: its formulas worked out for many random draws at once.
 *
 * <p>A {@link org.lodestone.reports.simulation.Distribution} says how an input, a <em>driver</em>, may turn out. A
 * {@link org.lodestone.reports.simulation.Simulation} takes a model, its drivers and the keys that are wanted, and works
 * out the model once per <em>draw</em>, a set of values for all drivers. {@link org.lodestone.reports.simulation.Draws}
 * holds what came out, for means, percentiles and shares. What is no model of formulas uses the same random numbers and
 * threads through {@link org.lodestone.reports.simulation.DriverDraws}.
 *
 * <p>No formula is written twice for this: every draw equals, to the bit, what the model yields when the drivers' values
 * are typed over its inputs. It is only faster, because a function is applied to a block of draws rather than to one.
 */
@NullMarked
package org.lodestone.reports.simulation;

import org.jspecify.annotations.NullMarked;
