/**
 * Pieces of models that several analyses say alike: what an analysis calculates, years as numbers, results that Java counted, numbers by
 * their size.
 */
@NullMarked
package org.lodestone.reports.internal.model;

import org.jspecify.annotations.NullMarked;
