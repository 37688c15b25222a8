package org.lodestone.core.company;

/**
 * Where a share is traded.
 *
 * @param mic the exchange's ISO 10383 code, such as {@code XSHG}
 * @param symbol as the exchange writes it, with leading zeros: {@code 000831}
 */
public record Listing(String mic, String symbol) {}
