/** How a measure grew in the past, over the editions that have it. */
@NullMarked
package org.lodestone.reports.internal.growth;

import org.jspecify.annotations.NullMarked;
