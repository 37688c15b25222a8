/**
 * The arithmetic of studies of projects, on plain numbers: cash flows with tax and losses carried forward, what a study leaves open, and
 * whether its tables of sensitivity hold together.
 */
@NullMarked
package org.lodestone.reports.internal.study;

import org.jspecify.annotations.NullMarked;
