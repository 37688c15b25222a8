/**
 * The research pack: which sections there are and in which order, with the ones that look at all others.
 *
 * <p>A new section is one line in {@link org.lodestone.reports.pack.ResearchPack}, besides its own package.
 */
@NullMarked
package org.lodestone.reports.pack;

import org.jspecify.annotations.NullMarked;
