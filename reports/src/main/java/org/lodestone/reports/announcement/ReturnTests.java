package org.lodestone.reports.announcement;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** The p-values of two-sided tests of zero: how often returns as far from it as these would come by chance. Empty where there are too few. */
final class ReturnTests {

    /**
     * The fewest announcements that are tested. Of five, all on one side of zero, neither the signs nor the ranks fall below 5%: 2/32;
     * of six they may: 2/64.
     */
    static final int FEWEST = 6;

    private ReturnTests() {}

    /** By the mean over its standard error, of Student's t with one degree of freedom less than returns; empty where these do not differ. */
    static OptionalDouble ofMean(double[] returns) {
        boolean differ = Arrays.stream(returns).distinct().count() > 1;
        return returns.length < FEWEST || !differ
                ? OptionalDouble.empty()
                : OptionalDouble.of(TTest.withDefaults().test(returns).getPValue());
    }

    /** By the number above zero, of the binomial of one half; a return of zero is on neither side and left out. */
    static OptionalDouble ofSigns(double[] returns) {
        double[] sided = withoutZeros(returns);
        int above = (int) Arrays.stream(sided).filter(one -> one > 0).count();
        return sided.length < FEWEST
                ? OptionalDouble.empty()
                : OptionalDouble.of(BinomialTest.withDefaults()
                        .test(sided.length, above, 0.5)
                        .getPValue());
    }

    /**
     * By the ranks of their sizes (Wilcoxon); a return of zero is left out. Exact where no two are of one size, else by the normal with a
     * correction for ties and continuity.
     */
    static OptionalDouble ofRanks(double[] returns) {
        double[] sided = withoutZeros(returns);
        return sided.length < FEWEST
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        WilcoxonSignedRankTest.withDefaults().test(sided).getPValue());
    }

    private static double[] withoutZeros(double[] returns) {
        return Arrays.stream(returns).filter(one -> one != 0).toArray();
    }
}
