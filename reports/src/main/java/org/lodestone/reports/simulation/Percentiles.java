package org.lodestone.reports.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Percentiles of unsorted numbers, by moving only the wanted ranks to their place. */
final class Percentiles {

    private Percentiles() {}

    /** The percentiles for some shares, {@code NaN} if there are no numbers. Reorders the numbers. */
    static double[] of(double[] numbers, double[] shares) {
        int last = numbers.length - 1;
        if (last < 0) {
            double[] none = new double[shares.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        int[] ranks = Arrays.stream(shares)
                .mapToInt(p -> (int) (p * last))
                .flatMap(rank -> IntStream.of(rank, Math.min(rank + 1, last)))
                .sorted()
                .distinct()
                .toArray();
        place(numbers, 0, last, ranks, 0, ranks.length);
        return Arrays.stream(shares).map(p -> between(numbers, p * last)).toArray();
    }

    private static double between(double[] numbers, double place) {
        int rank = (int) place;
        double share = place - rank;
        return share == 0 ? numbers[rank] : numbers[rank] + share * (numbers[rank + 1] - numbers[rank]);
    }

    /** Places the ranks from {@code a} to before {@code b}, the middle one first, so that each side gets shorter. */
    private static void place(double[] numbers, int from, int to, int[] ranks, int a, int b) {
        if (a < b) {
            int middle = (a + b) / 2;
            int rank = ranks[middle];
            select(numbers, from, to, rank);
            place(numbers, from, rank - 1, ranks, a, middle);
            place(numbers, rank + 1, to, ranks, middle + 1, b);
        }
    }

    /**
     * Reorders the numbers of a range so that the one of a rank stands in its place, smaller ones before and larger ones
     * after it: the algorithm SELECT of Floyd and Rivest (1975), which narrows a long range by a sample of it first.
     */
    private static void select(double[] numbers, int from, int to, int rank) {
        int left = from;
        int right = to;
        while (right > left) {
            if (right - left > 600) {
                double n = right - left + 1.0;
                double i = rank - left + 1.0;
                double size = 0.5 * Math.exp(2 * Math.log(n) / 3);
                double margin = 0.5 * Math.sqrt(Math.log(n) * size * (n - size) / n) * Math.signum(i - n / 2);
                int low = (int) Math.max(left, rank - i * size / n + margin);
                int high = (int) Math.min(right, rank + (n - i) * size / n + margin);
                select(numbers, low, high, rank);
            }
            double pivot = numbers[rank];
            int i = left;
            int j = right;
            while (i <= j) {
                while (numbers[i] < pivot) {
                    i++;
                }
                while (numbers[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double x = numbers[i];
                    numbers[i++] = numbers[j];
                    numbers[j--] = x;
                }
            }
            if (j < rank) {
                left = i;
            }
            if (i > rank) {
                right = j;
            }
        }
    }
}
