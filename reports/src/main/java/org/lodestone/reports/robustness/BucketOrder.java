package org.lodestone.reports.robustness;

import java.util.Arrays;

/**
 * Puts numbers in order, the highest first.
 *
 * <p>Their range is cut into equal intervals, about two for each number. Each number goes to the interval it lies in, and
 * the few that share one are then put in order by insertion. Numbers that were in about the right order to begin with
 * cost little even where most share an interval.
 */
final class BucketOrder {

    private final int[] places;
    private final double[] sorted;
    private final int[] buckets;
    private final int[] starts;

    BucketOrder(int size) {
        this.places = new int[size];
        this.sorted = new double[size];
        this.buckets = new int[size];
        this.starts = new int[2 * size + 1];
    }

    /** Where the numbers stood, in their order. */
    int[] places() {
        return places;
    }

    /** The numbers in their order. */
    double[] sorted() {
        return sorted;
    }

    void sort(double[] numbers) {
        assignBuckets(numbers);
        for (int i = 0; i < numbers.length; i++) {
            int place = starts[buckets[i]]++;
            places[place] = i;
            sorted[place] = numbers[i];
        }
        insert();
    }

    /** Finds the bucket of every number, and where each bucket starts. */
    private void assignBuckets(double[] numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            low = number < low ? number : low;
            high = number > high ? number : high;
        }
        double perUnit = high > low ? (starts.length - 2) / (high - low) : 0;
        Arrays.fill(starts, 0);
        for (int i = 0; i < numbers.length; i++) {
            int bucket = (int) ((high - numbers[i]) * perUnit);
            buckets[i] = bucket;
            starts[bucket + 1]++;
        }
        for (int bucket = 1; bucket < starts.length; bucket++) {
            starts[bucket] += starts[bucket - 1];
        }
    }

    private void insert() {
        for (int i = 1; i < sorted.length; i++) {
            double number = sorted[i];
            if (sorted[i - 1] < number) {
                int place = places[i];
                int to = i;
                while (to > 0 && sorted[to - 1] < number) {
                    sorted[to] = sorted[to - 1];
                    places[to] = places[to - 1];
                    to--;
                }
                sorted[to] = number;
                places[to] = place;
            }
        }
    }
}
