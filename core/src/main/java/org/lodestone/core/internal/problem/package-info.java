/** Problems met while files are read: they are collected, and the rest is still read. */
@NullMarked
package org.lodestone.core.internal.problem;

import org.jspecify.annotations.NullMarked;
