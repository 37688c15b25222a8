/** The output of projects in years that are over, which attribution and the sheets on projects both start from. */
@NullMarked
package org.lodestone.reports.internal.output;

import org.jspecify.annotations.NullMarked;
