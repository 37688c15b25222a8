package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.RawTable.RawRow;
import org.lodestone.core.usgs.UsgsFigure.Table;

/**
 * The shape of 2022 to 2025: a row for each country, with production, capacity and reserves side by side.
 *
 * <p>Until 2024 there is a file for each commodity, whose name says which, and the unit is in the header ({@code
 * Prod_kt_est_2023}); the file of 2025 has columns for both. In some files the header of the column of types is not {@code
 * Type}: it is the one after the countries.
 */
final class WideShape {

    private static final Pattern FILE =
            Pattern.compile("(?:.*[/\\\\])?mcs[0-9]{4}-([a-z]{5})_.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern EDITION = Pattern.compile("MCS ?([0-9]{4})");
    private static final Pattern ALSO_ESTIMATED =
            Pattern.compile("(?i)(?:also )?estimated in ([0-9]{4})(?: also)?[.]?");

    private final RawTable table;
    private final Entries entries;
    private final ImmutableList<Amounts> amounts;

    /**
     * A column of numbers.
     *
     * @param unit the code of its unit; empty where another column has it
     * @param year empty where the header has none
     */
    private record Amounts(
            int column, String header, Kind kind, String unit, boolean estimated, String year, int notes) {}

    private WideShape(RawTable table, Entries entries) {
        this.table = table;
        this.entries = entries;
        this.amounts = amounts(table);
    }

    static boolean fits(RawTable table) {
        return table.has("Source", "Country") && !amounts(table).isEmpty();
    }

    /** Reads the rows, and gives the edition that they say they are of. */
    static String read(RawTable table, Entries entries) {
        WideShape shape = new WideShape(table, entries);
        table.rows().forEach(shape::row);
        return table.rows().stream()
                .map(row -> row.cell(table.column("Source")))
                .filter(source -> EDITION.matcher(source).matches())
                .findFirst()
                .map(source -> source.replace(" ", ""))
                .orElse("");
    }

    private static ImmutableList<Amounts> amounts(RawTable table) {
        List<Amounts> found = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            amounts(table, column).ifPresent(found::add);
        }
        return ImmutableList.copyOf(found);
    }

    private static Optional<Amounts> amounts(RawTable table, int column) {
        String header = table.columns().get(column);
        List<String> words = Splitter.on('_').omitEmptyStrings().splitToList(header);
        Optional<Kind> kind = words.isEmpty() ? Optional.empty() : kind(words.get(0));
        if (kind.isEmpty() || isNotes(header)) {
            return Optional.empty();
        }
        String unit = "";
        String year = "";
        boolean estimated = false;
        for (String word : words.subList(1, words.size())) {
            if (word.matches("[0-9]{4}")) {
                year = word;
            } else if (word.equalsIgnoreCase("est")) {
                estimated = true;
            } else {
                unit = word;
            }
        }
        return Optional.of(new Amounts(column, header, kind.get(), unit, estimated, year, notes(table, kind.get())));
    }

    private static Optional<Kind> kind(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "prod":
                return Optional.of(Kind.PRODUCTION);
            case "cap":
                return Optional.of(Kind.CAPACITY);
            case "reserve", "reserves":
                return Optional.of(Kind.RESERVES);
            default:
                return Optional.empty();
        }
    }

    private static boolean isNotes(String header) {
        return header.toLowerCase(Locale.ROOT).matches(".*_notes?");
    }

    private static int notes(RawTable table, Kind kind) {
        for (int column = 0; column < table.columns().size(); column++) {
            String header = table.columns().get(column);
            if (isNotes(header)
                    && kind(Splitter.on('_').splitToList(header).get(0)).equals(Optional.of(kind))) {
                return column;
            }
        }
        return -1;
    }

    private void row(RawRow row) {
        String commodity = commodity(row);
        At at = new At(table.file(), row.line(), commodity, commodity);
        if (!row.broken().isEmpty()) {
            entries.problem(at, "", row.broken());
            return;
        }
        for (Amounts column : amounts) {
            if (!row.cell(column.column()).isEmpty()) {
                entries.add(at, column.header(), () -> figure(row, at, column));
            }
        }
    }

    private UsgsFigure figure(RawRow row, At at, Amounts column) {
        int year = editionYear(row);
        PrintedPlace place = PrintedPlace.parse(row.cell(table.column("Country")));
        PrintedType type = PrintedType.parse(row.cell(typeColumn()), at.commodity());
        PrintedValue value = PrintedValue.parse(row.cell(column.column()));
        Period period = Period.parse(column.year().isEmpty() ? String.valueOf(year - 1) : column.year());
        String unit = column.unit().isEmpty() ? row.cell(table.column("Unit_meas")) : column.unit();
        String note = column.notes() < 0 ? "" : row.cell(column.notes());
        return new UsgsFigure(
                "MCS" + year,
                at.chapter(),
                at.commodity(),
                Table.WORLD,
                column.kind(),
                type.name(column.kind()) + (place.part().isEmpty() ? "" : ": " + place.part()),
                place.place(),
                period,
                value.value(),
                PrintedUnit.parse(unit.toLowerCase(Locale.ROOT), type.basis(place.part())),
                place.rounded(),
                notes(note, period, column.estimated() || value.estimated()),
                table.file(),
                row.line());
    }

    /** The note, after {@code Estimated.} where the header, the value or the note itself says so. */
    private static ImmutableList<String> notes(String note, Period period, boolean estimated) {
        Matcher also = ALSO_ESTIMATED.matcher(note);
        boolean saysOnlyThis = note.equalsIgnoreCase("estimated") || also.matches();
        boolean saysSo = note.equalsIgnoreCase("estimated")
                || (also.matches() && also.group(1).equals(period.toString()));
        return Stream.of(estimated || saysSo ? "Estimated." : "", saysOnlyThis ? "" : note)
                .filter(one -> !one.isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    private int editionYear(RawRow row) {
        String source = row.cell(table.column("Source"));
        Matcher edition = EDITION.matcher(source);
        if (!edition.matches()) {
            throw new IllegalArgumentException("'" + source + "' is no edition. Write one such as MCS2024.");
        }
        return Integer.parseInt(edition.group(1));
    }

    private String commodity(RawRow row) {
        if (table.column("Commodity") >= 0) {
            return row.cell(table.column("Commodity"));
        }
        Matcher named = FILE.matcher(table.file());
        return named.matches()
                ? named.group(1).toLowerCase(Locale.ROOT)
                : table.file().replaceFirst("[.][^.]*$", "");
    }

    private int typeColumn() {
        int named = table.column("Type");
        return named >= 0 ? named : table.column("Country") + 1;
    }
}
