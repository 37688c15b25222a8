/**
 * Dated measures of governments, the stages they touch, and their status when last read.
 */
@NullMarked
package org.lodestone.core.policy;

import org.jspecify.annotations.NullMarked;
