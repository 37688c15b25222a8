package org.lodestone.reports.internal.words;

import static org.lodestone.reports.formula.Definitions.ONE;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Wording;

/** The words on a share of draws. */
public final class DrawWords {

    /** The digits to which a share is told; what only rounds to all has one more. */
    private static final int PERCENT = 2;

    private DrawWords() {}

    /** {@code 78% of draws}, {@code 99.8% of draws} or {@code all draws}. */
    public static Formula inDraws(Formula share) {
        return Wording.words()
                .with("all", share.isAtLeast(ONE))
                .with("nearly", share.rounded(PERCENT).isAtLeast(ONE))
                .with("share", share)
                .clause("{all?all draws|{nearly?{share:0.0%}|{share:0%}} of draws}");
    }
}
