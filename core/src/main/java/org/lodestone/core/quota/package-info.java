/**
 * Quotas: how much may be mined or separated, in which batch, of which ore, by whom.
 */
@NullMarked
package org.lodestone.core.quota;

import org.jspecify.annotations.NullMarked;
