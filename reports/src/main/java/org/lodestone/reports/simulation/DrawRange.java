package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;

/**
 * Some of the draws of a large run, for one of several machines.
 *
 * <p>It begins where a block of {@value #BLOCK} draws begins, because each block has its own random numbers.
 */
public record DrawRange(long first, int count) {

    /** The number of draws that share a stream of random numbers. */
    public static final int BLOCK = CompiledModel.BLOCK;

    /** Throws if the first draw does not begin a block, or there are no draws. */
    public DrawRange {
        if (first < 0 || first % BLOCK != 0) {
            throw new IllegalArgumentException("A range of draws begins at a multiple of " + BLOCK + ", not at " + first
                    + ". DrawRange.split makes ranges that fit together.");
        }
        if (count < 1) {
            throw new IllegalArgumentException("There must be at least one draw, not " + count + ".");
        }
    }

    /** About equal ranges that make up the given number of draws, at most as many as asked for. */
    public static ImmutableList<DrawRange> split(long draws, int parts) {
        if (draws < 1 || parts < 1) {
            throw new IllegalArgumentException(
                    "There must be at least one draw and one part, not " + draws + " draws in " + parts + " parts.");
        }
        long blocks = (draws + BLOCK - 1) / BLOCK;
        ImmutableList.Builder<DrawRange> ranges = ImmutableList.builder();
        for (int i = 0; i < parts; i++) {
            long from = blocks * i / parts * BLOCK;
            long to = Math.min(blocks * (i + 1) / parts * BLOCK, draws);
            if (to > from) {
                ranges.add(new DrawRange(from, Math.toIntExact(to - from)));
            }
        }
        return ranges.build();
    }
}
