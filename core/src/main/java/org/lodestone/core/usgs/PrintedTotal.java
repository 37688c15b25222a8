package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.RowsAndTotal;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A total that a release prints, beside the sum of the rows above it.
 *
 * <p>A share depends on which of the two it is of.
 *
 * @param beside the total as it is printed, and the rows in sum
 */
public record PrintedTotal(
        String edition,
        String commodity,
        Measure.Kind kind,
        String name,
        Period period,
        Unit unit,
        RowsAndTotal beside) {

    /** All totals of world tables that have rows of countries, in the order of the files. */
    static ImmutableList<PrintedTotal> of(UsgsReading reading) {
        return reading.rows().stream()
                .filter(figure -> figure.table() == UsgsFigure.Table.WORLD)
                .collect(Collectors.groupingBy(OneTable::ofType, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(PrintedTotal::ofTable)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<PrintedTotal> ofTable(List<UsgsFigure> table) {
        List<UsgsFigure> rows =
                table.stream().filter(figure -> !figure.isWorld()).toList();
        return rows.isEmpty()
                ? Stream.empty()
                : table.stream().filter(UsgsFigure::isWorld).map(world -> of(world, rows));
    }

    private static PrintedTotal of(UsgsFigure world, List<UsgsFigure> rows) {
        return new PrintedTotal(
                world.edition(),
                CommodityName.inWords(world.commodity()),
                world.kind(),
                world.name(),
                world.period(),
                world.unit(),
                RowsAndTotal.of(rows.stream().map(UsgsFigure::value).toList(), world.value()));
    }

    /** The sum of the rows that are numbers. */
    public BigDecimal sumOfKnown() {
        return beside.sumOfKnown();
    }

    /** The total as it is printed. */
    public Observation printed() {
        return beside.total();
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(edition, name, period), OneLine.amount(beside.total(), unit));
    }
}
