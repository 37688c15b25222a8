package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A total that a release prints, beside the sum of the rows above it.
 *
 * <p>The two differ by rounding, by rows that are withheld, and by mistakes; a share depends on which of them it is of.
 *
 * @param rows how many rows there are
 * @param withoutNumber how many of these are no number: missing, a bound, a range
 * @param sumOfKnown of those that are
 * @param printed the total as it is printed
 */
public record PrintedTotal(
        String edition,
        String commodity,
        Measure.Kind kind,
        String name,
        Period period,
        Unit unit,
        int rows,
        int withoutNumber,
        BigDecimal sumOfKnown,
        Observation printed) {

    /** All totals of world tables that have rows of countries, in the order of the files. */
    public static ImmutableList<PrintedTotal> of(UsgsReading reading) {
        Map<List<Object>, List<UsgsFigure>> tables = new LinkedHashMap<>();
        for (UsgsFigure figure : reading.rows()) {
            if (figure.table() == UsgsFigure.Table.WORLD) {
                tables.computeIfAbsent(table(figure), table -> new ArrayList<>())
                        .add(figure);
            }
        }
        ImmutableList.Builder<PrintedTotal> totals = ImmutableList.builder();
        for (List<UsgsFigure> table : tables.values()) {
            List<UsgsFigure> rows =
                    table.stream().filter(figure -> !figure.isWorld()).toList();
            table.stream()
                    .filter(UsgsFigure::isWorld)
                    .filter(world -> !rows.isEmpty())
                    .forEach(world -> totals.add(of(world, rows)));
        }
        return totals.build();
    }

    private static PrintedTotal of(UsgsFigure world, List<UsgsFigure> rows) {
        List<BigDecimal> known =
                rows.stream().flatMap(row -> number(row.value()).stream()).toList();
        return new PrintedTotal(
                world.edition(),
                CommodityName.inWords(world.commodity()),
                world.kind(),
                world.name(),
                world.period(),
                world.unit(),
                rows.size(),
                rows.size() - known.size(),
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                world.value());
    }

    /** The printed total less the sum of the rows; empty where either is not known in full. */
    public Optional<BigDecimal> difference() {
        return withoutNumber > 0 ? Optional.empty() : number(printed).map(total -> total.subtract(sumOfKnown));
    }

    /**
     * Whether the difference is no more than rounding explains: half of the last digit that is printed before zeros. Empty
     * where there is none.
     */
    public Optional<Boolean> isRounding() {
        return difference().map(difference -> {
            BigDecimal total = number(printed).orElseThrow().stripTrailingZeros();
            BigDecimal lastDigit = BigDecimal.ONE.scaleByPowerOfTen(-total.scale());
            return difference.abs().multiply(BigDecimal.valueOf(2)).compareTo(lastDigit) <= 0;
        });
    }

    private static Optional<BigDecimal> number(Observation value) {
        return value.fold(
                exact -> Optional.of(exact.value()),
                bound -> Optional.empty(),
                range -> Optional.empty(),
                missing -> Optional.empty());
    }

    private static List<Object> table(UsgsFigure figure) {
        return List.of(
                figure.edition(),
                figure.chapter(),
                figure.commodity(),
                figure.kind(),
                figure.name().toLowerCase(Locale.ROOT),
                figure.period());
    }
}
