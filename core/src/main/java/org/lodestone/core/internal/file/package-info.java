/**
 * Files and folders that are written whole or not at all.
 *
 * <p>What is new is made beside its place, under a name of its own that begins with {@code .lodestone-}, readable to its owner
 * only, and takes its place when it is complete. Beside it lies a lock, held by the run that makes it; what a killed run left
 * has a lock that nobody holds, and the next run in the same folder takes it away.
 *
 * <p>Several files of a folder are changed in one step, {@link org.lodestone.core.internal.file.FolderTurn}, after which the
 * rest is completed by whoever comes next; who reads them has all from before it or all from after it,
 * {@link org.lodestone.core.internal.file.FolderFiles}.
 */
@NullMarked
package org.lodestone.core.internal.file;

import org.jspecify.annotations.NullMarked;
