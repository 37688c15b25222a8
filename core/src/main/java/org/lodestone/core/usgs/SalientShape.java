package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.Commodities.Named;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.Entries.Printed;
import org.lodestone.core.usgs.RawTable.RawRow;
import org.lodestone.core.usgs.UsgsFigure.Table;

/**
 * The shape of salient statistics until 2024: a row for each year of the United States, a column for each statistic, with
 * the code of its unit at the end of the header ({@code Imports_Metal_kg}).
 */
final class SalientShape {

    private static final ImmutableSet<String> OTHERS = ImmutableSet.of("datasource", "source", "commodity", "year", "");

    private static final Place UNITED_STATES = Place.parse("United States");

    private final RawTable table;
    private final Entries entries;
    private final Optional<Named> ofFile;
    private final ImmutableList<Integer> amounts;

    private SalientShape(RawTable table, Entries entries) {
        this.table = table;
        this.entries = entries;
        this.ofFile = ReleaseName.of(table.file()).flatMap(name -> Commodities.find(name.code()));
        this.amounts = IntStream.range(0, table.columns().size())
                .filter(column -> !OTHERS.contains(table.columns().get(column).toLowerCase(Locale.ROOT)))
                .boxed()
                .collect(ImmutableList.toImmutableList());
    }

    static boolean fits(RawTable table) {
        return table.source() >= 0 && table.has("Year") && !WideShape.fits(table);
    }

    static String read(RawTable table, Entries entries) {
        SalientShape shape = new SalientShape(table, entries);
        shape.requireOwnCommodity();
        table.rows().forEach(shape::row);
        return table.rows().stream()
                .flatMap(row -> table.edition(row).stream())
                .findFirst()
                .orElseThrow(() -> new DataException(
                        table.file(),
                        "does not say which edition it is of: DataSource is '"
                                + table.rows().get(0).cell(table.source())
                                + "', not one such as MCS2024."));
    }

    /** Refuses a file under the name of another commodity than its rows are of, as far as both are known and have no word in common. */
    private void requireOwnCommodity() {
        ofFile.ifPresent(named -> table.rows().stream()
                .map(row -> row.cell(table.column("Commodity")))
                .filter(named::isStrangerTo)
                .findFirst()
                .ifPresent(printed -> {
                    throw new DataException(
                            table.file(),
                            "is called " + CommodityName.inWords(named.commodity()) + " and holds rows of "
                                    + CommodityName.inWords(printed)
                                    + ". It is left out, so that they do not stand as those of "
                                    + CommodityName.inWords(named.commodity())
                                    + ". Fetch the file again, or rename it if it is "
                                    + CommodityName.inWords(printed) + " that is wanted.");
                }));
    }

    private void row(RawRow row) {
        String printed = row.cell(table.column("Commodity"));
        Named of = ofFile.map(file -> file.meantIn(printed)).orElseGet(() -> Commodities.of(printed));
        At at = new At(table.file(), row.line(), of.chapter(), of.commodity());
        String year = row.cell(table.column("Year"));
        if (!row.broken().isEmpty()) {
            entries.problem(at, "", new Printed(UNITED_STATES.name(), "", year, ""), row.broken());
            return;
        }
        for (int column = 0; column < row.cells().size(); column++) {
            int here = column;
            String text = row.cell(column);
            String header = table.header(column);
            Printed cell = new Printed(UNITED_STATES.name(), header, year, text);
            if (!text.isEmpty() && header.isEmpty()) {
                entries.problem(
                        at,
                        "",
                        cell,
                        "'" + text + "' stands in column " + (column + 1)
                                + ", which has no header, so that nothing says what it counts. Look it up in the chapter.");
            } else if (!text.isEmpty() && amounts.contains(column)) {
                entries.add(at, header, cell, () -> figure(row, at, here));
            }
        }
    }

    private UsgsFigure figure(RawRow row, At at, int column) {
        String edition = table.edition(row).orElseThrow(() -> table.noEdition(row));
        SalientHeader header = SalientHeader.of(table, column, amounts);
        PrintedValue value = PrintedValue.parse(row.cell(column));
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        if (value.estimated()) {
            notes.add("Estimated.");
        }
        if (!header.doubt().isEmpty()) {
            notes.add(header.doubt());
        }
        return new UsgsFigure(
                edition,
                at.chapter(),
                at.commodity(),
                Table.UNITED_STATES,
                Measure.Kind.STATISTIC,
                header.name(),
                "",
                UNITED_STATES,
                Period.parse(row.cell(table.column("Year"))),
                value.value(),
                header.unit(Bases.ofCommodity(at.commodity())),
                notes.build(),
                table.file(),
                row.line());
    }
}
