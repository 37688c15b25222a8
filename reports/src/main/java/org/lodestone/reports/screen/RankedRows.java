package org.lodestone.reports.screen;

import java.util.Arrays;
import org.lodestone.reports.formula.Fn;

/**
 * Who comes first. Scores that agree to nine decimals share a rank, and the next rank counts them all: 1, 2, 2, 4.
 *
 * <p>Scores are rounded as the function {@link Fn#ROUND} does it, so that a sheet that ranks rounded scores says the same.
 *
 * @param ranks by row, from 1; 0 where there is no score
 * @param order the rows that have a score, by rank; those that share one in their own order
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package, and nobody compares two
record RankedRows(int[] ranks, int[] order) {

    static final int DECIMALS = 9;

    /** No two numbers farther apart than this are the same when rounded. */
    private static final double SURELY_APART = 2e-9;

    /** Ranks scores of which more is better; NaN is none. */
    static RankedRows of(double[] scores) {
        KnownValues known = new KnownValues(scores.length).take(scores);
        return of(known, new Ascending(known.count()).sort(known.values(), known.count()), scores.length);
    }

    /** Ranks the scores that {@code ascending} has sorted, of so many rows. */
    static RankedRows of(KnownValues known, Ascending ascending, int rows) {
        int count = known.count();
        int[] ranks = new int[rows];
        int[] order = new int[count];
        int ranked = 0;
        while (ranked < count) {
            int first = ranked;
            double best = ascending.at(count - 1 - first);
            while (ranked < count && areSame(best, ascending.at(count - 1 - ranked))) {
                int row = known.row(ascending.place(count - 1 - ranked));
                ranks[row] = first + 1;
                order[ranked] = row;
                ranked++;
            }
            if (ranked - first > 1) {
                Arrays.sort(order, first, ranked);
            }
        }
        return new RankedRows(ranks, order);
    }

    /** Whether two scores are the same to nine decimals. */
    static boolean areSame(double a, double b) {
        return a == b || (Math.abs(a - b) < SURELY_APART && rounded(a) == rounded(b));
    }

    /** The number of rows whose scores, by which they are ranked here, are more than another. */
    int above(double score, double[] scores) {
        int above = 0;
        int end = order.length;
        while (above < end) {
            int middle = (above + end) >>> 1;
            double other = scores[order[middle]];
            if (other > score && !areSame(other, score)) {
                above = middle + 1;
            } else {
                end = middle;
            }
        }
        return above;
    }

    /** The number of rows that share the rank of one that has a rank, itself included. */
    int sharing(int row) {
        int first = ranks[row] - 1;
        int next = first + 1;
        while (next < order.length && ranks[order[next]] == ranks[row]) {
            next++;
        }
        return next - first;
    }

    /** The number of rows whose scores are level with the highest, which is one of them; none where there is no score. */
    int level(double[] scores) {
        return order.length == 0 ? 0 : above(rounded(rounded(scores[order[0]]) - Constants.LEVEL_SCORES), scores);
    }

    static double rounded(double score) {
        return Fn.round(score, DECIMALS);
    }
}
