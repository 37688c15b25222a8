/**
 * The worth of one tonne more at each limit of a stage that is fed: how many tonnes of that stage follow, how far this holds, and whose they
 * are.
 *
 * <p>A limit that binds is worth something, one that does not is worth nothing alone. The terms are those of the forecast: quota, capacity, ore,
 * pool.
 */
@NullMarked
package org.lodestone.reports.benefit;

import org.jspecify.annotations.NullMarked;
