/**
 * Pieces of models that several analyses say alike: years as numbers, past growth over editions, results that Java counted.
 */
@NullMarked
package org.lodestone.reports.internal.model;

import org.jspecify.annotations.NullMarked;
