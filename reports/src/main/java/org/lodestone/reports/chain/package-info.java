/**
 * Who holds which stage of a chain, and who holds all of it.
 *
 * <p>A stage is told by its measures: mine production in t REO and magnet rare earths in kt are two measures of mining, and
 * stay two. A country <em>has</em> a stage when its share of one of these measures reaches a threshold, which is an
 * assumption. It has the <em>whole chain</em> when it has every stage; where a stage has no figures, nobody can tell.
 * <em>Left without the largest</em> is what remains of a stage when its largest holder fails (N−1).
 */
@NullMarked
package org.lodestone.reports.chain;

import org.jspecify.annotations.NullMarked;
