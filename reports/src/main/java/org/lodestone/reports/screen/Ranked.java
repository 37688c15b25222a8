package org.lodestone.reports.screen;

import org.lodestone.core.internal.text.OneLine;

/**
 * A company with its rank.
 *
 * @param company where it stands in the universe
 */
public record Ranked(int rank, int company, String id, String name, double score) {

    @Override
    public String toString() {
        return OneLine.of(rank + ". " + name, "score " + OneLine.number(score));
    }
}
