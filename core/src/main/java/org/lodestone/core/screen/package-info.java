/**
 * A screen of companies: criteria with their weights, and how their scores become one; and how it is read from a file
 * and written.
 *
 * <p>The steps and their terms follow the OECD and JRC <em>Handbook on Constructing Composite Indicators</em> (2008).
 */
@NullMarked
package org.lodestone.core.screen;

import org.jspecify.annotations.NullMarked;
