/**
 * Projects: what they are built for, what lies under them, what they made, and how far their dates slipped.
 *
 * <p>A <em>line</em> is one product of one mine or plant, with a nameplate capacity on its own basis. Capacities are added
 * only on one basis, within one stage and one {@linkplain org.lodestone.reports.project.Pipeline.Phase phase}; lines that state no
 * such capacity are named as left out. A resource is not a reserve.
 */
@NullMarked
package org.lodestone.reports.project;

import org.jspecify.annotations.NullMarked;
