package org.lodestone.core.fundamentals;

/**
 * Something in a file that was not taken, and why.
 *
 * @param place such as {@code wind.csv:14}
 * @param what stands there
 * @param reason the same for all that are left out alike
 */
public record LeftOut(String place, String what, String reason) {}
