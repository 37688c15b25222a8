/** The file that says who publishes research. */
@NullMarked
package org.lodestone.core.internal.research;

import org.jspecify.annotations.NullMarked;
