/**
 * Companies, what is known about them, and who owns them.
 *
 * <p>Facts keep their own words for what they count and for whom ({@code scope}): operated, consolidated and attributable
 * amounts are different facts. Sources disagree on purpose, so two facts or stakes may contradict each other.
 */
@NullMarked
package org.lodestone.core.company;

import org.jspecify.annotations.NullMarked;
