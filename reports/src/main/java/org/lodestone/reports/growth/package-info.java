/** Growth: on the year before, compound over a span, and the mean of yearly rates. */
@NullMarked
package org.lodestone.reports.growth;

import org.jspecify.annotations.NullMarked;
