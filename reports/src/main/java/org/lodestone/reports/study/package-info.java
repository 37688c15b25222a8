/**
 * Studies of projects, audited: net present value, internal rate of return and payback that a study prints, recomputed from its own capital
 * cost, earnings and life, with the interval that what it does not print leaves open.
 */
@NullMarked
package org.lodestone.reports.study;

import org.jspecify.annotations.NullMarked;
