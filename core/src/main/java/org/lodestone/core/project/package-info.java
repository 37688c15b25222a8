/**
 * Mines and plants that are planned, built or running, with their reserves, output and slips.
 */
@NullMarked
package org.lodestone.core.project;

import org.jspecify.annotations.NullMarked;
