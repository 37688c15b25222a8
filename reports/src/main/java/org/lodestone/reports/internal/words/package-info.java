/**
 * How words and numbers of sources read in a report: names of facts, products and elements, decimals as printed.
 */
@NullMarked
package org.lodestone.reports.internal.words;

import org.jspecify.annotations.NullMarked;
