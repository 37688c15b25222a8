/**
 * The periods figures belong to: calendar and fiscal years, halves, quarters, months, days and spans of them.
 */
@NullMarked
package org.lodestone.core.time;

import org.jspecify.annotations.NullMarked;
