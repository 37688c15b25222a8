/**
 * Announcements, and the returns of shares around them against their market.
 *
 * <p>An abnormal return is that of the share less what the market, or the market model, would have let one expect: A. C. MacKinlay,
 * "Event Studies in Economics and Finance", Journal of Economic Literature 35 (1997), 13–39. Day 0 is the first trading day on which an announcement
 * was known. Each share is tested by itself: shares of one sector move together.
 */
@NullMarked
package org.lodestone.reports.announcement;

import org.jspecify.annotations.NullMarked;
