/**
 * The backup sheets on companies: what is stated of each, what is attributed to it, what it costs beside others, and what prices do to
 * its earnings.
 */
@NullMarked
package org.lodestone.reports.sheet.company;

import org.jspecify.annotations.NullMarked;
