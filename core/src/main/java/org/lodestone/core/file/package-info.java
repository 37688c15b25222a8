/**
 * Files and folders that are written whole or not at all.
 *
 * <p>What is new is written beside what is there, under a name that ends in {@code .unfinished}, and takes its place only
 * when it is complete. What an interrupted run left under such a name is cleared by the next.
 */
@NullMarked
package org.lodestone.core.file;

import org.jspecify.annotations.NullMarked;
