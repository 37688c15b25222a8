/** What goes wrong while files are read: problems are collected, and the rest is still read. */
@NullMarked
package org.lodestone.core.internal.problem;

import org.jspecify.annotations.NullMarked;
