package org.lodestone.reports.report;

import java.util.Optional;
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

    /** The same of charts that a page may lack: one alone where there is no other, and none where there is neither. */
    public static Optional<Block> of(Optional<? extends Block> left, Optional<? extends Block> right) {
        return of(left, 6, right, 7);
    }

    /** Blocks that a page may lack, side by side where it has both. */
    public static Optional<Block> of(
            Optional<? extends Block> left, int leftColumns, Optional<? extends Block> right, int rightColumns) {
        return left.isPresent() && right.isPresent()
                ? Optional.of(new Pair(left.get(), leftColumns, right.get(), rightColumns))
                : Stream.<Block>concat(left.stream(), right.stream()).findFirst();
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
