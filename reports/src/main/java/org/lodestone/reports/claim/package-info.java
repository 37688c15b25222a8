/**
 * Whether the figures a text prints can be reproduced from the dataset, and how.
 *
 * <p>A printed figure stands for every number that rounds to it. It is recomputed from the edition the text used; the ways
 * of working it out that were tried are kept with what they give, and so is what the newest edition says. The verdicts are
 * those of {@link org.lodestone.core.research.Verdict}.
 */
@NullMarked
package org.lodestone.reports.claim;

import org.jspecify.annotations.NullMarked;
