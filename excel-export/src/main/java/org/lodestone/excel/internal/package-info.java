/** The threads on which documents are made, so that a host keeps its own as they were. */
@NullMarked
package org.lodestone.excel.internal;

import org.jspecify.annotations.NullMarked;
