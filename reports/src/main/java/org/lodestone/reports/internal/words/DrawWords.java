package org.lodestone.reports.internal.words;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Wording;

/** The words on a share of draws. */
public final class DrawWords {

    /** The digits to which a share is told; what only rounds to all has one more. */
    private static final int DIGITS = 2;

    private DrawWords() {}

    /**
     * For a cell: {@code 78%}, {@code 99.8%}, {@code nearly all}, {@code all} or {@code <1%}; {@code by range} where no draw could have
     * come out otherwise.
     *
     * @param isOpen whether a draw could
     */
    public static Formula brief(Formula share, Formula isOpen) {
        return words(share)
                .with("byRange", isByRange(share, isOpen))
                .with("none", share.isEqualTo(ZERO))
                .with("rarely", share.rounded(DIGITS).isEqualTo(ZERO))
                .clause("{byRange?by range|{all?all|{nearly?nearly all|{finely?{share:0.0%}"
                        + "|{none?none|{rarely?<1%|{share:0%}}}}}}}");
    }

    /** Whether all draws come out alike since no draw could have come out otherwise. */
    public static Formula isByRange(Formula share, Formula isOpen) {
        return isOpen.isEqualTo(ZERO).and(share.isAtLeast(ONE).or(share.isEqualTo(ZERO)));
    }

    /** {@code 78% of draws}, {@code 99.8% of draws}, {@code nearly all draws} or {@code all draws}. */
    public static Formula inDraws(Formula share) {
        return words(share).clause("{all?all|{nearly?nearly all|{finely?{share:0.0%}|{share:0%}} of}} draws");
    }

    private static Wording words(Formula share) {
        return Wording.words()
                .with("all", share.isAtLeast(ONE))
                .with("nearly", share.rounded(DIGITS + 1).isAtLeast(ONE))
                .with("finely", share.rounded(DIGITS).isAtLeast(ONE))
                .with("share", share);
    }
}
