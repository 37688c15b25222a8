package org.lodestone.reports.report;

import org.lodestone.core.time.Period;

/**
 * Something that is due, and that may change the argument.
 *
 * @param when the day, the month or the year it is due in
 * @param what is due: {@code Quota of the second batch}
 * @param where the section that it would change
 */
public record DateToWatch(Period when, String what, String where) {}
