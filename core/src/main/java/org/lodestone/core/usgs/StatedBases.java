package org.lodestone.core.usgs;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.List;
import java.util.Set;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.usgs.UsgsFigure.Table;

/**
 * The basis of a tonne, where one row or release says it and another does not: mine production of nickel is of nickel
 * content in the release of 2023, and that of 2022 only says mine production.
 */
final class StatedBases {

    /** The thing that is counted, whatever a release says of the basis. */
    private record Counted(CommodityName commodity, Kind kind, String words) {
        static Counted of(UsgsFigure figure) {
            return new Counted(CommodityName.of(figure.commodity()), figure.kind(), CountedWords.of(figure));
        }
    }

    private StatedBases() {}

    /**
     * The figures, those of world tables that say no basis on the one that others of the same say, if it is one alone. Where
     * one release has two names for the words, these are two things.
     */
    static List<UsgsFigure> adopted(List<UsgsFigure> figures) {
        List<UsgsFigure> masses =
                figures.stream().filter(StatedBases::isMassOfWorldTable).toList();
        SetMultimap<Counted, String> stated = HashMultimap.create();
        masses.stream()
                .filter(UsgsFigure::isOnAStatedBasis)
                .forEach(figure -> stated.put(Counted.of(figure), figure.unit().basis()));
        stated.keySet().removeAll(CountedWords.ofTwoNames(masses, Counted::of));
        return figures.stream()
                .map(figure -> {
                    Set<String> bases = isMassOfWorldTable(figure) && !figure.isOnAStatedBasis()
                            ? stated.get(Counted.of(figure))
                            : Set.of();
                    return bases.size() == 1 ? figure.on(bases.iterator().next()) : figure;
                })
                .toList();
    }

    private static boolean isMassOfWorldTable(UsgsFigure figure) {
        return figure.table() == Table.WORLD && figure.unit().dimension() == Dimension.MASS;
    }
}
