/**
 * The backup sheets on what would turn a conclusion: drivers and their break-evens, simulations, and the runs they rest on.
 */
@NullMarked
package org.lodestone.reports.sheet.risk;

import org.jspecify.annotations.NullMarked;
