/**
 * The backup sheet on projects: lines and capacities, what lies under them, what they made.
 */
@NullMarked
package org.lodestone.reports.sheet.project;

import org.jspecify.annotations.NullMarked;
