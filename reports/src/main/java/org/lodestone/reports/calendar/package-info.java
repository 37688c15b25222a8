/**
 * The dates of a dataset that may change an argument: what governments and companies have said will come, and what has come.
 *
 * <p>Today is not known here. What is next is counted from the time when the figures of a dataset had been gathered.
 */
@NullMarked
package org.lodestone.reports.calendar;

import org.jspecify.annotations.NullMarked;
