/**
 * Mines and plants: what they could make, what they made, and how late they ran.
 *
 * <p>A {@link org.lodestone.core.project.Project} is one line of a project, since a mine and its separation plant differ in
 * status, product and basis. <em>Nameplate</em> capacity is what the line is built for.
 */
@NullMarked
package org.lodestone.core.project;

import org.jspecify.annotations.NullMarked;
