/** What fuzzing does to each reader of outside files: valid ones, with pieces of them changed. */
@NullMarked
package org.lodestone.excel.fuzz;

import org.jspecify.annotations.NullMarked;
