package org.lodestone.reports.valuation;

import org.lodestone.core.internal.text.OneLine;

/**
 * The tonnes a year that are a company's own, by ownership: its mining quota, or else its output.
 *
 * <p>Where what others own of them is not stated, those in its accounts are the most that can be its own. Where only its stakes in
 * what others run are known, these are the least. {@link Comp#bound(CompMeasure)} says which.
 *
 * @param of whose quota, or which output; empty where there is none, or none is known
 * @param period the year
 * @param reason why so much, or why it is not known
 */
public record OwnTonnes(String of, String period, String reason) {

    @Override
    public String toString() {
        return OneLine.of("own tonnes", of, period, reason);
    }
}
