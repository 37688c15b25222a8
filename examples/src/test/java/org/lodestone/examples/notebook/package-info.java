/** Runs the notebooks and the snippets of the README, so that what a reader copies works. */
@NullMarked
package org.lodestone.examples.notebook;

import org.jspecify.annotations.NullMarked;
