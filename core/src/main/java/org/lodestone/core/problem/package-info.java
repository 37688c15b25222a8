/**
 * Problems with data that were read or put together: each {@link org.lodestone.core.problem.Problem} with its place, the value
 * found and the likely remedy. All are collected, so that the rest is still read. Where nothing can be made of the data, they come
 * as a {@link org.lodestone.core.problem.DataException}.
 */
@NullMarked
package org.lodestone.core.problem;

import org.jspecify.annotations.NullMarked;
