/** The backup sheets of a valuation: price decks, cash flows year by year, and the net asset value of companies. */
@NullMarked
package org.lodestone.reports.sheet.value;

import org.jspecify.annotations.NullMarked;
