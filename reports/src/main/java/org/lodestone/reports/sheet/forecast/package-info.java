/**
 * The backup sheets of a forecast: scenarios, supply and demand year by year, how published outlooks and past growth compare, and how
 * late dates of projects came.
 */
@NullMarked
package org.lodestone.reports.sheet.forecast;

import org.jspecify.annotations.NullMarked;
