/**
 * Companies: who they are, what is stated about them, who owns them.
 *
 * <p>A <em>fact</em> is one stated number with its period and its scope: whole company, attributable to its shareholders, a
 * segment, a subsidiary. Sources disagree, so several values for one fact stay side by side, and the one used is marked.
 * Market values are of different days and currencies: each is converted at the nearest earlier rate, never added.
 */
@NullMarked
package org.lodestone.reports.company;

import org.jspecify.annotations.NullMarked;
