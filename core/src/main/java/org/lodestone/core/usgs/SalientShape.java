package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.RawTable.RawRow;
import org.lodestone.core.usgs.UsgsFigure.Table;

/**
 * The shape of salient statistics until 2024: a row for each year of the United States, a column for each statistic, with
 * the code of its unit at the end of the header ({@code Imports_Metal_kg}).
 */
final class SalientShape {

    private static final Pattern HEADER = Pattern.compile("([A-Za-z]+)(?:_(.+))?_([A-Za-z0-9-]+)");

    private static final ImmutableMap<String, String> STATISTICS = ImmutableMap.<String, String>builder()
            .put("usprod", "Production")
            .put("imports", "Imports")
            .put("exports", "Exports")
            .put("shipments", "Shipments")
            .put("consump", "Consumption")
            .put("price", "Price")
            .put("stocks", "Stocks")
            .put("employment", "Employment")
            .put("nir", "Net import reliance")
            .buildOrThrow();

    private static final ImmutableSet<String> OTHERS = ImmutableSet.of("datasource", "source", "commodity", "year");

    private static final Place UNITED_STATES = Place.parse("United States");

    private final RawTable table;
    private final Entries entries;

    private SalientShape(RawTable table, Entries entries) {
        this.table = table;
        this.entries = entries;
    }

    static boolean fits(RawTable table) {
        return table.has("DataSource", "Commodity", "Year");
    }

    static String read(RawTable table, Entries entries) {
        SalientShape shape = new SalientShape(table, entries);
        table.rows().forEach(shape::row);
        return table.rows().get(0).cell(table.column("DataSource"));
    }

    private void row(RawRow row) {
        String commodity = row.cell(table.column("Commodity"));
        At at = new At(table.file(), row.line(), commodity, commodity);
        if (!row.broken().isEmpty()) {
            entries.problem(at, "", row.broken());
            return;
        }
        for (int column = 0; column < table.columns().size(); column++) {
            int here = column;
            String header = table.columns().get(column);
            if (!OTHERS.contains(header.toLowerCase(Locale.ROOT))
                    && !row.cell(column).isEmpty()) {
                entries.add(at, header, () -> figure(row, at, here));
            }
        }
    }

    private UsgsFigure figure(RawRow row, At at, int column) {
        Statistic statistic = Statistic.parse(table.columns().get(column), at.commodity());
        PrintedValue value = PrintedValue.parse(row.cell(column));
        return new UsgsFigure(
                row.cell(table.column("DataSource")),
                at.chapter(),
                at.commodity(),
                Table.UNITED_STATES,
                Measure.Kind.STATISTIC,
                statistic.name(),
                UNITED_STATES,
                Period.parse(row.cell(table.column("Year"))),
                value.value(),
                statistic.unit(),
                false,
                value.estimated() ? ImmutableList.of("Estimated.") : ImmutableList.of(),
                table.file(),
                row.line());
    }

    /** What a column counts, and in which unit. */
    private record Statistic(String name, Unit unit) {

        static Statistic parse(String header, String commodity) {
            Matcher matcher = HEADER.matcher(header);
            String of = matcher.matches() ? STATISTICS.get(matcher.group(1).toLowerCase(Locale.ROOT)) : null;
            if (of == null) {
                throw new IllegalArgumentException(
                        "the header does not say which statistic in which unit, such as Imports_Metal_kg. Look it up in the"
                                + " description of the file.");
            }
            if (!PrintedUnit.isCode(matcher.group(3))) {
                throw new IllegalArgumentException("'" + matcher.group(3)
                        + "' is no code of a unit, or one that ran into the word before it. Look it up in the description"
                        + " of the file.");
            }
            Unit unit = PrintedUnit.parse(matcher.group(3), Bases.ofCommodity(commodity));
            requireFitting(of, unit);
            String detail =
                    matcher.group(2) == null ? "" : ": " + matcher.group(2).replace('_', ' ');
            return new Statistic(of + detail, unit);
        }

        private static void requireFitting(String of, Unit unit) {
            boolean fits =
                    switch (of) {
                        case "Net import reliance" -> unit.dimension() == Dimension.SHARE;
                        case "Employment" -> unit.dimension() == Dimension.COUNT;
                        case "Price" -> unit.dimension() == Dimension.PRICE || unit.dimension() == Dimension.AS_PRINTED;
                        default -> unit.dimension() == Dimension.MASS;
                    };
            if (!fits) {
                throw new IllegalArgumentException("'" + unit + "' is not what " + of.toLowerCase(Locale.ROOT)
                        + " is in. Look up the unit in the" + " description of the file.");
            }
        }
    }
}
