/** A screen as a file says it: read from JSON with every mistake in its line, and written as one would type it. */
@NullMarked
package org.lodestone.core.internal.screen;

import org.jspecify.annotations.NullMarked;
