package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.Commodities.Named;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.Entries.Printed;
import org.lodestone.core.usgs.RawTable.RawRow;
import org.lodestone.core.usgs.UsgsFigure.Table;

/**
 * The shape of 2022 to 2025: a row for each country, with production, capacity and reserves side by side.
 *
 * <p>Until 2024 there is a file for each commodity, whose name says which, and the unit is in the header ({@code
 * Prod_kt_est_2023}); the file of 2025 has columns for both. In some files the header of the column of types is not {@code
 * Type}: it is the one after the countries, and in one there is none. Where no column says the edition, the name of the file
 * does.
 */
final class WideShape {

    private static final Pattern ALSO_ESTIMATED =
            Pattern.compile("(?i)(?:also )?estimated in ([0-9]{4})(?: also)?[.]?");
    private static final Pattern NUMBER = Pattern.compile("[<>]?[0-9][0-9,.]*");
    private static final ImmutableSet<String> NAMING =
            ImmutableSet.of("source", "datasource", "country", "commodity", "unit_meas");

    private final RawTable table;
    private final Entries entries;
    private final Optional<ReleaseName> name;
    private final Optional<Named> ofFile;
    private final ImmutableList<WideHeader> amounts;
    private final int types;

    private WideShape(RawTable table, Entries entries) {
        this.table = table;
        this.entries = entries;
        this.name = ReleaseName.of(table.file());
        this.ofFile = Commodities.find(called());
        this.amounts = WideHeader.of(table);
        this.types = types();
    }

    static boolean fits(RawTable table) {
        return table.has("Country") && !WideHeader.of(table).isEmpty();
    }

    /** Reads the rows, and gives the edition that they say they are of. */
    static String read(RawTable table, Entries entries) {
        WideShape shape = new WideShape(table, entries);
        shape.requireCommodity();
        table.rows().forEach(shape::row);
        return table.rows().stream()
                .flatMap(row -> shape.edition(row).stream())
                .findFirst()
                .orElse("");
    }

    private void row(RawRow row) {
        Named of = commodity(row);
        At at = new At(table.file(), row.line(), of.chapter(), of.commodity());
        String place = row.cell(table.column("Country"));
        if (!row.broken().isEmpty()) {
            entries.problem(at, "", new Printed(place, row.cell(types), "", ""), row.broken());
            return;
        }
        for (WideHeader column : amounts) {
            String text = row.cell(column.column());
            if (!text.isEmpty()) {
                Printed printed = new Printed(place, measure(row, of, column), column.year(), text);
                entries.add(at, column.header(), printed, () -> figure(row, at, of, column));
            }
        }
        for (int column = 0; column < row.cells().size(); column++) {
            String text = row.cell(column);
            if (!text.isEmpty() && saysNothingOf(column, text)) {
                String header = table.header(column);
                entries.problem(
                        at,
                        header,
                        new Printed(place, "", "", text),
                        "'" + text + "' stands in column " + (column + 1) + ", " + why(header)
                                + ", so that nothing says what it counts. Look it up in the chapter.");
            }
        }
    }

    private static String why(String header) {
        if (header.isEmpty()) {
            return "which has no header";
        }
        return WideHeader.isNotes(header) ? "where notes stand" : "whose header is none of an amount";
    }

    /** Whether {@code text} stands where nothing says what it is: under no header, or as a number among notes. */
    private boolean saysNothingOf(int column, String text) {
        if (column == types || amounts.stream().anyMatch(amount -> amount.column() == column)) {
            return false;
        }
        String header = table.header(column);
        return WideHeader.isNotes(header)
                ? NUMBER.matcher(text).matches()
                : !NAMING.contains(header.toLowerCase(Locale.ROOT));
    }

    /** The name of the thing that is counted, as far as the row says it; where it says none, the header of the column. */
    private String measure(RawRow row, Named of, WideHeader column) {
        try {
            PrintedType type = PrintedType.parse(row.cell(types), of);
            return type.name(type.kind(column.kind()), column.detail());
        } catch (IllegalArgumentException e) {
            return column.header();
        }
    }

    private UsgsFigure figure(RawRow row, At at, Named commodity, WideHeader column) {
        String edition = edition(row).orElseThrow(() -> table.noEdition(row));
        PrintedPlace place = PrintedPlace.parse(row.cell(table.column("Country")));
        PrintedType type = PrintedType.parse(row.cell(types), commodity);
        Kind kind = type.kind(column.kind());
        Named of = kind == Kind.RESERVES ? type.of().ofReserves() : type.of();
        PrintedValue value = PrintedValue.parse(row.cell(column.column()));
        Period period = Period.parse(column.year().isEmpty() ? yearBefore(edition) : column.year());
        boolean estimated = column.estimated() || value.estimated();
        return new UsgsFigure(
                edition,
                of.chapter(),
                of.commodity(),
                Table.WORLD,
                kind,
                type.name(kind, column.detail()),
                place.part(),
                place.place(),
                period,
                value.value(),
                unit(row, column, type.basis(of)),
                notes(row.cell(column.notes()), period, estimated, type, place),
                table.file(),
                at.line());
    }

    private Unit unit(RawRow row, WideHeader column, String basis) {
        String unit =
                column.unit().isEmpty() ? row.cell(table.column("Unit_meas")).toLowerCase(Locale.ROOT) : column.unit();
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("the header '" + column.header()
                    + "' does not say the unit, and no column does. Look it up in the chapter.");
        }
        return PrintedUnit.parse(unit, basis);
    }

    /**
     * The note, after {@code Estimated.} where the header, the value, the type or the note itself says so, and before what
     * else is said in the type and with the place.
     */
    private static ImmutableList<String> notes(
            String note, Period period, boolean isEstimated, PrintedType type, PrintedPlace place) {
        Matcher also = ALSO_ESTIMATED.matcher(note);
        boolean saysOnlyThis = note.equalsIgnoreCase("estimated") || also.matches();
        boolean saysSo = note.equalsIgnoreCase("estimated")
                || (also.matches() && also.group(1).equals(period.toString()));
        ImmutableSet.Builder<String> notes = ImmutableSet.builder();
        if (isEstimated || saysSo) {
            notes.add("Estimated.");
        }
        if (!saysOnlyThis && !note.isEmpty()) {
            notes.add(note);
        }
        notes.addAll(type.remarks());
        if (!place.remark().isEmpty()) {
            notes.add(place.remark());
        }
        return notes.build().asList();
    }

    private Optional<String> edition(RawRow row) {
        return table.edition(row)
                .or(() -> name.map(ReleaseName::edition)
                        .filter(any -> row.cell(table.source()).isEmpty()));
    }

    private static String yearBefore(String edition) {
        return String.valueOf(Integer.parseInt(edition.substring("MCS".length())) - 1);
    }

    /** The word in the name of the file that says of which commodity it is. */
    private String called() {
        return name.map(ReleaseName::code).orElseGet(() -> table.file().replaceFirst("[.][^.]*$", ""));
    }

    /** Refuses a table of which neither a column nor its name says what it is of: whatever else is in its name is no commodity. */
    private void requireCommodity() {
        if (!table.has("Commodity") && ofFile.isEmpty()) {
            throw new DataException(
                    table.file(),
                    "does not say which commodity it is of: it has no column of commodities, and '" + called()
                            + "' in its name is none that is known. Call it as the release does, such as"
                            + " mcs2024-lithi_world.csv.");
        }
    }

    private Named commodity(RawRow row) {
        return table.has("Commodity") ? Commodities.of(row.cell(table.column("Commodity"))) : ofFile.orElseThrow();
    }

    /** The column of types: that which is called so, or the one after the countries; −1 where there is none. */
    private int types() {
        int called = table.column("Type", "Form");
        if (called >= 0) {
            return called;
        }
        int next = table.column("Country") + 1;
        boolean isAnother = next >= table.columns().size()
                || WideHeader.isNotes(table.columns().get(next))
                || NAMING.contains(table.columns().get(next).toLowerCase(Locale.ROOT))
                || amounts.stream().anyMatch(amount -> amount.column() == next)
                || hasValues(next);
        return isAnother ? -1 : next;
    }

    /** Whether numbers and codes stand in a column, and no words. */
    private boolean hasValues(int column) {
        List<String> cells = table.rows().stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(PrintedValue::isOne);
    }
}
