/**
 * What was worked out already, and is not worked out again.
 */
@NullMarked
package org.lodestone.core.internal.memory;

import org.jspecify.annotations.NullMarked;
