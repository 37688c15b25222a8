package org.lodestone.reports.benefit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.reports.formula.Values;

/** The gains of a screen as numbers, turned so that more is better, for what is tried many times over. */
final class KnownGains {

    /** Weights that differ by less weigh the same. */
    private static final double NOTHING = 1e-9;

    private final double[] shares;
    private final double[][] least;
    private final double[][] most;
    private final boolean[][] known;

    /** The ends of a gain that is not known are those of all that are. */
    KnownGains(BenefitScreen screen, Values values) {
        int companies = screen.companies().size();
        int criteria = screen.screen().criteria().size();
        this.shares = new double[criteria];
        this.least = new double[companies][criteria];
        this.most = new double[companies][criteria];
        this.known = new boolean[companies][criteria];
        for (int c = 0; c < criteria; c++) {
            read(screen, c, values);
        }
    }

    private void read(BenefitScreen screen, int c, Values values) {
        Criterion criterion = screen.screen().criteria().get(c);
        boolean isMoreBetter = criterion.direction() == Direction.HIGHER;
        shares[c] = values.number(screen.share(criterion)).orElse(0);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < companies(); i++) {
            CompanyBenefit company = screen.companies().get(i);
            double low = values.number(screen.least(criterion, company)).orElse(Double.NaN);
            double high = values.number(screen.most(criterion, company)).orElse(Double.NaN);
            known[i][c] = !Double.isNaN(low) && !Double.isNaN(high);
            least[i][c] = isMoreBetter ? low : -high;
            most[i][c] = isMoreBetter ? high : -low;
            if (known[i][c]) {
                lowest = Math.min(lowest, least[i][c]);
                highest = Math.max(highest, most[i][c]);
            }
        }
        for (int i = 0; i < companies(); i++) {
            if (!known[i][c]) {
                least[i][c] = lowest;
                most[i][c] = highest;
            }
        }
    }

    int companies() {
        return least.length;
    }

    int criteria() {
        return shares.length;
    }

    /** Whether a gain that weighs something lies between two ends. */
    boolean isGap(int company, int criterion) {
        return shares[criterion] > 0
                && Double.isFinite(least[company][criterion])
                && least[company][criterion] < most[company][criterion];
    }

    /** Work done with a gap closed, at a part of the way from its least to its most; it is open again after it. */
    void with(int company, int criterion, double part, Runnable work) {
        double low = least[company][criterion];
        double high = most[company][criterion];
        boolean was = known[company][criterion];
        least[company][criterion] = low + (high - low) * part;
        most[company][criterion] = least[company][criterion];
        known[company][criterion] = true;
        work.run();
        least[company][criterion] = low;
        most[company][criterion] = high;
        known[company][criterion] = was;
    }

    // ---------------------------------------------------------------- who gains more

    /** Whether one surely gains more than another by shares of weight. */
    private boolean surelyMore(int company, int than, double[] by) {
        return isMore(won(company, than), by);
    }

    /** By gain: 1 where one surely gains more than another, 0 where both gain the same, and -1 where neither is sure. */
    private double[] won(int company, int than) {
        double[] won = new double[criteria()];
        for (int c = 0; c < won.length; c++) {
            boolean both = known[company][c] && known[than][c];
            boolean same = both && least[company][c] == most[than][c];
            won[c] = same ? 0 : both && least[company][c] > most[than][c] ? 1 : -1;
        }
        return won;
    }

    private static boolean isMore(double[] won, double[] by) {
        double balance = 0;
        for (int c = 0; c < by.length; c++) {
            balance += won[c] * by[c];
        }
        return balance > NOTHING;
    }

    /** The number of some shares of weight by which no other company surely gains more. */
    int timesUnbeaten(int company, List<double[]> weights) {
        double[][] others = IntStream.range(0, companies())
                .filter(other -> other != company)
                .mapToObj(other -> won(other, company))
                .filter(won -> Arrays.stream(won).anyMatch(one -> one > 0))
                .toArray(double[][]::new);
        int times = 0;
        for (double[] by : weights) {
            times += isBeaten(others, by) ? 0 : 1;
        }
        return times;
    }

    private static boolean isBeaten(double[][] others, double[] by) {
        for (double[] won : others) {
            if (isMore(won, by)) {
                return true;
            }
        }
        return false;
    }

    /** The ranks between the best and the worst of each company, added up. */
    double openRanks() {
        int sure = 0;
        for (int i = 0; i < companies(); i++) {
            for (int j = 0; j < companies(); j++) {
                sure += i != j && surelyMore(i, j, shares) ? 1 : 0;
            }
        }
        // each pair that is sure takes a rank from the best of one and from the worst of the other
        return companies() * (companies() - 1) - 2.0 * sure;
    }

    /** The share of weight that each company wins of the others on average, all gaps drawn evenly. */
    double[] weightWon() {
        double[] won = new double[companies()];
        for (int i = 0; i < won.length; i++) {
            for (int j = 0; j < won.length; j++) {
                for (int c = 0; i != j && c < shares.length; c++) {
                    won[i] += shares[c] * chance(least[i][c], most[i][c], least[j][c], most[j][c]) / (won.length - 1);
                }
            }
        }
        return won;
    }

    /** The chance that a number drawn evenly between two ends is above another drawn so; a half where both are the same. */
    static double chance(double low, double high, double otherLow, double otherHigh) {
        if (low == high && otherLow == otherHigh) {
            return low == otherLow ? 0.5 : low > otherLow ? 1 : 0;
        }
        if (low == high) {
            return Math.min(1, Math.max(0, (low - otherLow) / (otherHigh - otherLow)));
        }
        if (otherLow == otherHigh) {
            return 1 - chance(otherLow, otherHigh, low, high);
        }
        return (below(high, otherLow, otherHigh) - below(low, otherLow, otherHigh)) / (high - low);
    }

    /** The integral up to a number of the chance that one drawn evenly between two ends is below. */
    private static double below(double x, double low, double high) {
        double inside = Math.min(high, Math.max(low, x)) - low;
        return inside * inside / (2 * (high - low)) + Math.max(0, x - high);
    }
}
