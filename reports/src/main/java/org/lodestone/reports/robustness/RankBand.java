package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableList;

/**
 * Some ranks in a row that are counted together: {@code rank 3}, or {@code ranks 11 to 20}.
 *
 * @param first the best of them, from 1
 * @param last the worst of them
 */
public record RankBand(int first, int last) {

    /** The number of companies that have a column for each rank. */
    private static final int EACH = 15;
    /** The number of ranks that have a column each where there are more companies. */
    private static final int BEST = 10;

    /** The bands of so many companies: each rank, or where that is too many, 1 to 10, 11 to 20, 21 to 50, 51 to 100. */
    static ImmutableList<RankBand> of(int companies) {
        ImmutableList.Builder<RankBand> bands = ImmutableList.builder();
        int last = companies <= EACH ? companies : BEST;
        for (int rank = 1; rank <= last; rank++) {
            bands.add(new RankBand(rank, rank));
        }
        while (last < companies) {
            int first = last + 1;
            last = Math.min(companies, next(last));
            bands.add(new RankBand(first, last));
        }
        return bands.build();
    }

    /** 10, 20, 50, 100, 200, 500 and so on. */
    private static int next(int bound) {
        return bound % 10 == 0 && Integer.toString(bound).charAt(0) == '2' ? bound / 2 * 5 : bound * 2;
    }

    /** In what share of draws a company has one of these ranks. */
    double share(CompanyRanks ranks) {
        return first == last ? ranks.share(first) : ranks.shareWithin(last) - ranks.shareWithin(first - 1);
    }

    @Override
    public String toString() {
        return first == last ? "rank " + first : "ranks " + first + " to " + last;
    }
}
