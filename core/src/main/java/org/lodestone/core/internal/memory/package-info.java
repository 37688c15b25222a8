/**
 * Memory of values worked out already, so that none is worked out again.
 */
@NullMarked
package org.lodestone.core.internal.memory;

import org.jspecify.annotations.NullMarked;
