/**
 * Decisions of governments along a chain, as dated measures with the state they were in when their source was written.
 *
 * <p>Nothing is counted by status: a status is in its source's words, as of its own date.
 */
@NullMarked
package org.lodestone.reports.policy;

import org.jspecify.annotations.NullMarked;
