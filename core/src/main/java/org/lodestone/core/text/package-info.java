/** Help with names that were typed almost right. */
@NullMarked
package org.lodestone.core.text;

import org.jspecify.annotations.NullMarked;
