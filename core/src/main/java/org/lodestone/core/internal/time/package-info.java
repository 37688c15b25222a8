/** Days and longer spans as a reader sees them, for the library alone. */
@NullMarked
package org.lodestone.core.internal.time;

import org.jspecify.annotations.NullMarked;
