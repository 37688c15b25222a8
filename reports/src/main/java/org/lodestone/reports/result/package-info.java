/**
 * The results of a report as data: each value one row, and each table with a number in each cell of a column of numbers, for programs
 * that read CSV or JSON.
 */
@NullMarked
package org.lodestone.reports.result;

import org.jspecify.annotations.NullMarked;
