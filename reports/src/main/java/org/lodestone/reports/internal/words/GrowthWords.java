package org.lodestone.reports.internal.words;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Definitions.whetherAbove;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.reports.formula.Formula;

/** The words on growth, which is a fall where it is below zero. */
public final class GrowthWords {

    private GrowthWords() {}

    /** {@code grows 1.1%} or {@code falls 1.1%}. */
    public static Formula grows(Formula growth, int digits) {
        return moves(growth, "grows ", "falls ", digits);
    }

    /** {@code grew 1.1%} or {@code fell 1.1%}. */
    public static Formula grew(Formula growth, int digits) {
        return moves(growth, "grew ", "fell ", digits);
    }

    /** After {@link #grew} of another growth: {@code 14.4%}, or {@code grew 14.4%} where that was a fall, or the other way round. */
    public static Formula alsoGrew(Formula growth, Formula said, int digits) {
        Formula alike = growth.isAtLeast(ZERO).then(said.isAtLeast(ZERO), ZERO.isAbove(said));
        return alike.then(percent(growth.magnitude(), digits), grew(growth, digits));
    }

    private static Formula moves(Formula growth, String up, String down, int digits) {
        Formula shown = growth.rounded(digits + 2); // of a ratio, so that what reads 0.0% is no fall
        return sentence(shown.isAtLeast(ZERO).then(text(up), text(down)), percent(growth.magnitude(), digits));
    }

    /**
     * Growth to come beside growth so far, which is told: {@code slower than the 4.75%}, {@code no faster a fall than the 4.10%},
     * and where one is a fall and the other is not, {@code against the +4.75%}.
     */
    public static Formula beside(Formula then, Formula now, Words words) {
        Formula up = sentence(whetherAbove(then, now, words.slower, words.noSlower), percent(then, 2));
        Formula down =
                sentence(whetherAbove(then, now, words.fasterFall, words.noFasterFall), percent(then.magnitude(), 2));
        Formula turn = sentence(text(words.turn), signedPercent(then, 2));
        Formula compared = now.isAtLeast(ZERO)
                .then(then.isAtLeast(ZERO).then(up, turn), then.isAtLeast(ZERO).then(turn, down));
        return then.minus(now).isKnown().then(compared, sentence(text(words.notKnown), percent(then, 2)));
    }

    /** The words of a comparison, at the start of a sentence or within one. */
    public enum Words {
        FIRST(
                "Slower than the ",
                "No slower than the ",
                "A faster fall than the ",
                "No faster a fall than the ",
                "Against the ",
                "Not to be compared with the "),
        THEN(
                ", and slower than the ",
                ", and no slower than the ",
                ", and a faster fall than the ",
                ", and no faster a fall than the ",
                ", and against the ",
                ", nor with the ");

        private final String slower;
        private final String noSlower;
        private final String fasterFall;
        private final String noFasterFall;
        private final String turn;
        private final String notKnown;

        Words(String slower, String noSlower, String fasterFall, String noFasterFall, String turn, String notKnown) {
            this.slower = slower;
            this.noSlower = noSlower;
            this.fasterFall = fasterFall;
            this.noFasterFall = noFasterFall;
            this.turn = turn;
            this.notKnown = notKnown;
        }
    }
}
