/**
 * Where a figure is of.
 *
 * <p>A {@link org.lodestone.core.place.Place} has one name, however its source spells it: USGS's <em>Burma</em> and
 * IEA's <em>Myanmar</em> are one country. Names and codes (ISO 3166-1 alpha-2, and the usual XK for Kosovo) are in
 * {@code places.csv} beside these classes rather than in the JDK, whose names change with its version.
 */
@NullMarked
package org.lodestone.core.place;

import org.jspecify.annotations.NullMarked;
