/**
 * The backup sheets on what is supplied: editions side by side, the chain by country, quotas, prices of heavy rare earths.
 */
@NullMarked
package org.lodestone.reports.sheet.supply;

import org.jspecify.annotations.NullMarked;
