/**
 * Who owns how much of whom in the end: stakes through other companies, and companies that own each other.
 *
 * <p>A <em>direct</em> stake is what is stated; the one that counts on a day is chosen by
 * {@link org.lodestone.core.company.StakeRegister}. An <em>effective</em> stake adds what is held through others: 60% of a
 * company that holds 50% of another is 30% of that one.
 */
@NullMarked
package org.lodestone.reports.ownership;

import org.jspecify.annotations.NullMarked;
