package org.lodestone.reports.simulation;

import org.lodestone.reports.formula.Key;

/**
 * The numbers that one driver draws, in blocks of {@value #BLOCK} draws.
 *
 * <p>A block is the same whoever asks for it and in whatever order, and does not depend on other drivers.
 */
public record DriverDraws(long seed, long driver, Distribution distribution) {

    /** The number of draws that share a stream of random numbers. */
    public static final int BLOCK = 256;

    /**
     * The draws of one driver.
     *
     * @param driver tells one driver from another: with the same key and seed, two draw from the same random numbers
     */
    static DriverDraws of(long seed, Key driver, Distribution distribution) {
        return new DriverDraws(seed, Streams.driver(driver), distribution);
    }

    /** Fills the first {@code n} places with the first {@code n} draws of a block. */
    public void fill(long block, double[] out, int n) {
        distribution.fill(Streams.of(seed, driver, block), out, 0, n);
    }
}
