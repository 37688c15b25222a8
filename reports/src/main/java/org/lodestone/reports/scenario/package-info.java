/**
 * Scenarios: the same assumptions, each with a value in every scenario, and the one the reader has chosen.
 *
 * <p>A value that a scenario does not set itself is the one of the base scenario, by formula. The <em>chosen</em> value of
 * an assumption is picked by the selector, so everything that leans on it follows when the reader chooses anew.
 */
@NullMarked
package org.lodestone.reports.scenario;

import org.jspecify.annotations.NullMarked;
