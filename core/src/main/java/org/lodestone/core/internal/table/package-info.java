/** How tables of analysts write units and numbers, and the CSV of the library: its own tables read, any rows printed. */
@NullMarked
package org.lodestone.core.internal.table;

import org.jspecify.annotations.NullMarked;
