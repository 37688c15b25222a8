package org.lodestone.reports.valuation;

import org.lodestone.core.internal.text.OneLine;

/**
 * The tonnes a year that are a company's own, by ownership: its mining quota, or else its output.
 *
 * <p>Where what others own of them is not stated, those in its accounts are the most that can be its own. Where only its stakes in
 * what others run are known, these are the least.
 *
 * @param bound in which sense they are known
 * @param of whose quota, or which output; empty where there is none, or none is known
 * @param period the year
 * @param reason why so much, or why it is not known
 */
public record OwnTonnes(Bound bound, String of, String period, String reason) {

    static OwnTonnes none(String reason) {
        return new OwnTonnes(Bound.EXACT, "", "", reason);
    }

    @Override
    public String toString() {
        return OneLine.of("own tonnes", bound, of, period, reason);
    }
}
