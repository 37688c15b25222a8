package org.lodestone.reports.screen;

import java.util.Arrays;

/**
 * Sorts numbers, and knows where each stood.
 *
 * <p>The bits of a double, read as a whole number, grow with it, so that they can be dealt into 2,048 heaps by eleven bits at
 * a time, without comparing any (a radix sort): for tens of thousands of companies about six times as fast as comparisons.
 * One word holds the upper 33 bits of a number, enough for six digits, and in the other 31 the place where it stood: three
 * deals sort by them. The few numbers that agree so far are put right by insertion; where they are many, all is dealt by
 * the lower bits first.
 */
final class Ascending {

    private static final int DIGIT = 11;
    private static final int HEAPS = 1 << DIGIT;
    private static final int PLACE_BITS = 31;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    private final int[][] heaps = new int[3][HEAPS];
    private long[] keys;
    private long[] spare;
    private double[] values = {};
    private int count;

    /** For up to {@code most} values. */
    Ascending(int most) {
        this.keys = new long[most];
        this.spare = new long[most];
    }

    /** Sorts the first {@code number} of {@code all}, which stay as they are. Equals keep their order. */
    Ascending sort(double[] all, int number) {
        values = all;
        count = number;
        for (int i = 0; i < count; i++) {
            keys[i] = (ordered(all[i]) & ~PLACE) | i;
        }
        deal();
        if (!insertWithin(count)) {
            sortByAllBits();
        }
        return this;
    }

    /** The k-th smallest, from 0. */
    double at(int k) {
        return values[place(k)];
    }

    /** Where the k-th smallest stood. */
    int place(int k) {
        return (int) (keys[k] & PLACE);
    }

    /** The bits of a number, so that they grow with it when read without a sign; one zero for both. */
    private static long ordered(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0);
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    private void sortByAllBits() {
        for (int i = 0; i < count; i++) {
            keys[i] = ordered(values[i]) << (64 - PLACE_BITS) | i;
        }
        deal();
        for (int i = 0; i < count; i++) {
            int place = place(i);
            keys[i] = (ordered(values[place]) & ~PLACE) | place;
        }
        deal();
    }

    /** Sorts the keys by all bits above the place. */
    private void deal() {
        countHeaps();
        for (int digit = 0; digit < heaps.length; digit++) {
            dealBy(PLACE_BITS + digit * DIGIT, starts(heaps[digit]));
            long[] dealt = spare;
            spare = keys;
            keys = dealt;
        }
    }

    private void countHeaps() {
        int[] first = heaps[0];
        int[] second = heaps[1];
        int[] third = heaps[2];
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        Arrays.fill(third, 0);
        for (int i = 0; i < count; i++) {
            long key = keys[i];
            first[(int) (key >>> PLACE_BITS) & (HEAPS - 1)]++;
            second[(int) (key >>> (PLACE_BITS + DIGIT)) & (HEAPS - 1)]++;
            third[(int) (key >>> (PLACE_BITS + 2 * DIGIT))]++;
        }
    }

    /** Where each heap starts, in place of how many it gets. */
    private static int[] starts(int[] counts) {
        int start = 0;
        for (int i = 0; i < counts.length; i++) {
            int size = counts[i];
            counts[i] = start;
            start += size;
        }
        return counts;
    }

    private void dealBy(int shift, int[] next) {
        long[] from = keys;
        long[] to = spare;
        for (int i = 0; i < count; i++) {
            long key = from[i];
            to[next[(int) (key >>> shift) & (HEAPS - 1)]++] = key;
        }
    }

    /** Puts right what agrees in the upper bits; gives up after so many moves. */
    private boolean insertWithin(int moves) {
        int left = moves;
        for (int i = 1; i < count; i++) {
            long key = keys[i];
            if ((keys[i - 1] ^ key) >>> PLACE_BITS == 0) {
                double value = values[(int) (key & PLACE)];
                int j = i;
                while (j > 0 && at(j - 1) > value && left > 0) {
                    keys[j] = keys[j - 1];
                    j--;
                    left--;
                }
                keys[j] = key;
            }
        }
        return left > 0 || count == 0;
    }
}
