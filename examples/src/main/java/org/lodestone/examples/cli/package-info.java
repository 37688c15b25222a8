/**
 * The command line: research packs, checks and analyses of a dataset without a line of Java.
 *
 * <p>A command finds a dataset, asks the library, and prints what it answers. Results go to standard output; progress and
 * what went wrong go to standard error. The exit code is 0 when all is well, 1 when the data has problems, 2 when the
 * command was used wrongly, 130 when it was interrupted.
 */
@NullMarked
package org.lodestone.examples.cli;

import org.jspecify.annotations.NullMarked;
