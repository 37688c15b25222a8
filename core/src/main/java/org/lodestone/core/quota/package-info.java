/**
 * The amounts that a government allows to be mined or separated.
 *
 * <p>China issues its rare earth quotas in batches, by stage, ore type and group. Batches sum to the year, but a batch that was
 * issued without publication is <em>not published</em>, and a batch is never extrapolated into a year. Press-rounded and
 * exact amounts of the same quota are kept side by side.
 */
@NullMarked
package org.lodestone.core.quota;

import org.jspecify.annotations.NullMarked;
