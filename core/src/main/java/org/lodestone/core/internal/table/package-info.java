/** How tables of analysts write units, and in which forms a column writes its numbers. */
@NullMarked
package org.lodestone.core.internal.table;

import org.jspecify.annotations.NullMarked;
