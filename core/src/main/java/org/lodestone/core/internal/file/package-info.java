/**
 * Files and folders that are written whole or not at all.
 *
 * <p>What is new is made beside its place, under a name of its own that begins with {@code .lodestone-}, readable to its owner
 * only, and takes its place when it is complete. Beside it lies a lock, held by the run that makes it; what a killed run left
 * has a lock that nobody holds, and the next run in the same folder takes it away.
 */
@NullMarked
package org.lodestone.core.internal.file;

import org.jspecify.annotations.NullMarked;
