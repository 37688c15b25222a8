package org.lodestone.reports.internal.words;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;

import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Wording;

/** The words on growth, which is a fall where it is below zero. */
public final class GrowthWords {

    private GrowthWords() {}

    /** {@code grows 1.1%} or {@code falls 1.1%}. */
    public static Formula grows(Formula growth, int digits) {
        return words(growth, digits).clause("{up?grows|falls} {growth}");
    }

    /** {@code grew 1.1%} or {@code fell 1.1%}. */
    public static Formula grew(Formula growth, int digits) {
        return words(growth, digits).clause("{up?grew|fell} {growth}");
    }

    /** After {@link #grew} of another growth: {@code 14.4%}, or {@code grew 14.4%} where that was a fall, or the other way round. */
    public static Formula alsoGrew(Formula growth, Formula said, int digits) {
        return words(growth, digits)
                .with("alike", growth.isAtLeast(ZERO).then(said.isAtLeast(ZERO), ZERO.isAbove(said)))
                .clause("{alike?{growth}|{up?grew|fell} {growth}}");
    }

    /** {@code up 1.1% on the year}, {@code down 1.1% on the year} or {@code unchanged on the year}. */
    public static Formula onTheYear(Formula growth) {
        return words(growth, 1)
                .with("flat", growth.rounded(3).isEqualTo(ZERO))
                .clause("{flat?unchanged|{up?up|down} {growth}} on the year");
    }

    private static Wording words(Formula growth, int digits) {
        return Wording.words()
                .with(
                        "up",
                        growth.rounded(digits + 2).isAtLeast(ZERO)) // of a ratio, so that what reads 0.0% is no fall
                .with("growth", percent(growth.magnitude(), digits));
    }

    /**
     * Growth to come beside growth so far, which is told: {@code Slower than the 4.75%}, {@code A slower fall than the 4.10%},
     * and where one is a fall and the other is not, {@code Against the +4.75%}.
     */
    public static Formula beside(Formula then, Formula now) {
        return besides(then, now)
                .clause(
                        "{known?{alike?{same?As fast{grows?| a fall} as|{more?{grows?Faster|A faster fall}|{grows?Slower|A slower fall}} than}"
                                + " the {then:0.00%}|Against the {signed:+0.00%}}|Not to be compared with the {signed:0.00%}}");
    }

    /** The same after such a comparison: {@code , slower than the 4.75%}. */
    public static Formula andBeside(Formula then, Formula now) {
        return besides(then, now)
                .clause(
                        "{known?{alike?, {same?as fast{grows?| a fall} as|{more?{grows?faster|a faster fall}|{grows?slower|a slower fall}} than}"
                                + " the {then:0.00%}|, against the {signed:+0.00%}}|, nor with the {signed:0.00%}}");
    }

    private static Wording besides(Formula then, Formula now) {
        return Wording.words()
                .with("known", then.minus(now).isKnown())
                .with("alike", now.isAtLeast(ZERO).then(then.isAtLeast(ZERO), ZERO.isAbove(then)))
                .with("grows", now.isAtLeast(ZERO))
                .with("same", then.isEqualTo(now))
                .with("more", now.magnitude().isAbove(then.magnitude()))
                .with("then", then.magnitude())
                .with("signed", then);
    }
}
