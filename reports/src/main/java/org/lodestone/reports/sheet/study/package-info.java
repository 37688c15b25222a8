/**
 * The backup sheets on studies of projects: what they print against what follows from it, and the cash flows of one of them.
 */
@NullMarked
package org.lodestone.reports.sheet.study;

import org.jspecify.annotations.NullMarked;
