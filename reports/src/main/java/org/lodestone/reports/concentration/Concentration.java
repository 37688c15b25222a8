package org.lodestone.reports.concentration;

import java.util.List;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.ValueUnit;

/** Measures of concentration, as formulas over shares. */
public final class Concentration {

    private Concentration() {}

    /** A share: {@code amount / total}, of one basis. Missing when either is missing or the total is zero. */
    public static Formula share(Formula amount, Formula total) {
        return amount.over(total).in(ValueUnit.NUMBER);
    }

    /**
     * The Herfindahl-Hirschman index of the known amounts, which is its lower end where a block of unknown members is
     * left out.
     *
     * <pre>HHI = 10,000 · Σ q² / Q² = 10,000 · Σ s²</pre>
     *
     * @param total Q, which may be more than the amounts given
     */
    public static Formula hhi(List<Key> amounts, Formula total) {
        return Formula.call(Fn.SUM_OF_SQUARES_OF_KNOWN, Formula.span(amounts))
                .over(total.times(total))
                .times(Definitions.INDEX_SCALE);
    }

    /**
     * The upper end of the index where a block of other holders, with share o, could be a single one.
     *
     * <pre>HHI + 10,000 · o²</pre>
     */
    public static Formula hhiWithBlock(Formula hhi, Formula block) {
        return hhi.plus(block.times(block).times(Definitions.INDEX_SCALE));
    }

    /** The n largest of some values together: CRn of shares. The places are the numbers 1 to n, as keys. */
    public static Formula largest(List<Key> values, List<Key> places) {
        return places.stream()
                .map(place -> Formula.call(Fn.LARGEST, Formula.span(values), place))
                .reduce(Formula::plus)
                .orElseThrow(() -> new IllegalArgumentException("The largest none have no sum."));
    }

    /** The share that the n largest amounts have of a total: CRn. */
    public static Formula largest(List<Key> amounts, List<Key> places, Formula total) {
        return largest(amounts, places).over(total);
    }

    /**
     * The rank of each amount among all, the largest first; equal amounts are ranked in the order of the list, so that
     * no two share a rank.
     */
    public static Formula rank(Key amount, List<Key> all) {
        Formula.Span among = Formula.span(all);
        return Formula.call(Fn.RANK, amount, among)
                .plus(Formula.call(Fn.COUNT_EQUAL, among.first(all.indexOf(amount) + 1), amount))
                .minus(Definitions.ONE);
    }

    /** The item that has a rank: a list sorted by rank reads {@code pick(items, ranks, 1)}, {@code … 2} and so on. */
    public static Formula ranked(List<Key> items, List<Key> ranks, Key place) {
        return Formula.lookUp(Formula.span(items), place, Formula.span(ranks));
    }
}
