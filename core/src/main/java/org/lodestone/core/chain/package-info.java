/**
 * A supply chain: its stages in order, and the measures taken at each.
 */
@NullMarked
package org.lodestone.core.chain;

import org.jspecify.annotations.NullMarked;
