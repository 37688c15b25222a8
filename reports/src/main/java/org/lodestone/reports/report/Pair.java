package org.lodestone.reports.report;

import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * Two blocks side by side. A page upright has twelve columns; one on its side has fourteen, of which the first is as wide as three.
 *
 * @param leftColumns how many columns of the page the left one takes
 * @param rightColumns how many the right one takes, at the page's right edge
 */
public record Pair(Block left, int leftColumns, Block right, int rightColumns) implements Block {

    /** Two charts on a page on its side, with a column between them. */
    public static Pair of(Block left, Block right) {
        return new Pair(left, 6, right, 7);
    }

    @Override
    public String name() {
        return left.name() + " beside " + right.name();
    }

    @Override
    public Stream<Key> keys() {
        return Stream.concat(left.keys(), right.keys());
    }

    @Override
    public Stream<Block> withParts() {
        return Stream.concat(Stream.of(this), Stream.concat(left.withParts(), right.withParts()));
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.pair().apply(this);
    }

    @Override
    public String toString() {
        return OneLine.of("side by side", left.name(), right.name());
    }
}
