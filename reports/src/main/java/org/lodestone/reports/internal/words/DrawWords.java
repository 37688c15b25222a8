package org.lodestone.reports.internal.words;

import static org.lodestone.reports.formula.Definitions.ONE;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Wording;

/** The words on a share of draws. */
public final class DrawWords {

    /** The digits to which a share is told; what only rounds to all has one more. */
    private static final int DIGITS = 2;

    private DrawWords() {}

    /** {@code 78% of draws}, {@code 99.8% of draws}, {@code nearly all draws} or {@code all draws}. */
    public static Formula inDraws(Formula share) {
        return Wording.words()
                .with("all", share.isAtLeast(ONE))
                .with("nearly", share.rounded(DIGITS + 1).isAtLeast(ONE))
                .with("finely", share.rounded(DIGITS).isAtLeast(ONE))
                .with("share", share)
                .clause("{all?all|{nearly?nearly all|{finely?{share:0.0%}|{share:0%}} of}} draws");
    }
}
