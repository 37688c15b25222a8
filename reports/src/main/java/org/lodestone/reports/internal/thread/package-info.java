/**
 * The threads on which draws are worked out.
 */
@NullMarked
package org.lodestone.reports.internal.thread;

import org.jspecify.annotations.NullMarked;
