/**
 * All analyses of a dataset, each worked out once and handed on to the sections of a pack and to the two sides of a comparison.
 */
@NullMarked
package org.lodestone.reports.analysis;

import org.jspecify.annotations.NullMarked;
