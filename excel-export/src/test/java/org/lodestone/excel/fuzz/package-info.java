/** Fuzzing of each reader of outside files, with valid ones of which pieces are changed. */
@NullMarked
package org.lodestone.excel.fuzz;

import org.jspecify.annotations.NullMarked;
