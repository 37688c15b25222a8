/** Editions of one series against each other, which pages and the sheet of all editions both start from. */
@NullMarked
package org.lodestone.reports.internal.edition;

import org.jspecify.annotations.NullMarked;
