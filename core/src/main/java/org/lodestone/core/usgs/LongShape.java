package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.Entries.Printed;
import org.lodestone.core.usgs.RawTable.RawRow;
import org.lodestone.core.usgs.UsgsFigure.Table;

/** The shape of 2026: one file with a row for each figure, of all tables of all chapters. */
record LongShape(RawTable table, Entries entries, String edition) {

    private static final List<String> COLUMNS = List.of(
            "MCSchapter",
            "Section",
            "Commodity",
            "Country",
            "Statistics",
            "Statistics_detail",
            "Unit",
            "Year",
            "Value",
            "Notes",
            "Othernotes");
    private static final String CRITICAL = "Iscriticalmineral";
    private static final Splitter NOTES = Splitter.on("--").trimResults().omitEmptyStrings();
    private static final Pattern DATA_IN =
            Pattern.compile("\\(Data in (?<unit>[^,]+?)(?:, (?<basis>.+?))?,? unless otherwise specified\\).*");
    /** The basis of a whole table, in its title: {@code World Mine Production (manganese content) and Reserves}. */
    private static final Pattern SECTION_BASIS = Pattern.compile("\\(([^()]+ (?:content|equivalent|weight))\\)");

    private static final Pattern SHORT_SPAN = Pattern.compile("([0-9]{2})([0-9]{2})–([0-9]{2})");

    private static final String PER_TON = "dollars per metric ton";

    static boolean fits(RawTable table) {
        return table.has(COLUMNS.toArray(String[]::new));
    }

    /** Reads the rows, and gives the edition they are of: the summaries of a year end with the year before. */
    static String read(RawTable table, Entries entries) {
        LongShape shape = new LongShape(table, entries, "MCS" + (newestYear(table) + 1));
        table.rows().forEach(shape::row);
        return shape.edition;
    }

    private static int newestYear(RawTable table) {
        int year = table.column("Year");
        return table.rows().stream()
                .map(row -> row.cell(year))
                .filter(text -> text.matches("20[0-9]{2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow(() -> new DataException(
                        table.file(), "has no year, from which its edition would be told. Fetch the file again."));
    }

    private void row(RawRow row) {
        At at = new At(table.file(), row.line(), cell(row, "MCSchapter"), cell(row, "Commodity"));
        Printed printed = new Printed(
                cell(row, "Country"), cell(row, "Statistics_detail"), cell(row, "Year"), cell(row, "Value"));
        if (!row.broken().isEmpty()) {
            entries.problem(at, "", printed, row.broken());
        } else if (isShifted(row)) {
            entries.problem(
                    at,
                    "",
                    printed,
                    "'" + critical(row) + "' is not Yes or No, so the cells of this row seem to have moved by a column."
                            + " Look it up in the chapter.");
        } else {
            entries.add(at, "", printed, () -> figure(row, at));
        }
    }

    private UsgsFigure figure(RawRow row, At at) {
        PrintedPlace place = PrintedPlace.parse(cell(row, "Country"));
        PrintedMeasure measure = PrintedMeasure.parse(cell(row, "Statistics_detail"));
        PrintedValue value = PrintedValue.parse(cell(row, "Value"));
        return new UsgsFigure(
                edition,
                at.chapter(),
                at.commodity(),
                tableOf(cell(row, "Section")),
                kind(row),
                name(row, measure),
                place.part(),
                place.place(),
                period(cell(row, "Year")),
                value.value(),
                unit(row, measure),
                notes(cell(row, "Notes"), place),
                table.file(),
                row.line());
    }

    private static Table tableOf(String section) {
        if (section.startsWith("World ")) {
            return Table.WORLD;
        }
        if (section.startsWith("Salient Statistics")) {
            return Table.UNITED_STATES;
        }
        if (section.startsWith("Import Sources")) {
            return Table.IMPORT_SOURCES;
        }
        throw new IllegalArgumentException(
                "'" + section + "' is no section that is known: World …, Salient Statistics…, Import Sources.");
    }

    private Measure.Kind kind(RawRow row) {
        String statistic = cell(row, "Statistics");
        if (tableOf(cell(row, "Section")) != Table.WORLD) {
            return Measure.Kind.STATISTIC;
        }
        return switch (statistic) {
            case "Production" -> Measure.Kind.PRODUCTION;
            case "Capacity" -> Measure.Kind.CAPACITY;
            case "Reserves" -> Measure.Kind.RESERVES;
            default ->
                throw new IllegalArgumentException(
                        "'" + statistic + "' is no statistic of a world table: Production, Capacity, Reserves.");
        };
    }

    /** The words of the detail, with the statistic before them where they do not say it. */
    private String name(RawRow row, PrintedMeasure measure) {
        String statistic = cell(row, "Statistics");
        Table in = tableOf(cell(row, "Section"));
        String name = measure.name();
        if (in == Table.IMPORT_SOURCES) {
            name = "Import sources: " + name;
        } else if (in == Table.UNITED_STATES && !mentions(name, statistic)) {
            name = statistic + ": " + name;
        }
        return name;
    }

    /** Whether the first letters of {@code statistic} begin a word of {@code name}: Stock in {@code Stocks, yearend}. */
    private static boolean mentions(String name, String statistic) {
        String stem = statistic.substring(0, Math.min(4, statistic.length())).toLowerCase(Locale.ROOT);
        return (" " + name.toLowerCase(Locale.ROOT)).contains(" " + stem);
    }

    private Unit unit(RawRow row, PrintedMeasure measure) {
        String words = cell(row, "Unit");
        if (words.equals("number")) {
            return PrintedUnit.parse(cell(row, "Statistics").equals("Employment") ? "num" : words, "");
        }
        return PrintedUnit.parse(isByMetricTonUnit(row, words) ? PER_TON + " unit" : words, basis(row, measure));
    }

    /** Whether the detail says that a price is by the metric ton unit, a hundredth of the ton that the unit says: manganese. */
    private boolean isByMetricTonUnit(RawRow row, String words) {
        return words.equals(PER_TON)
                && cell(row, "Statistics_detail").toLowerCase(Locale.ROOT).contains(PER_TON + " unit");
    }

    private String basis(RawRow row, PrintedMeasure measure) {
        String material = measure.material();
        Matcher data = DATA_IN.matcher(cell(row, "Othernotes"));
        String chapterBasis = data.matches() && data.group("basis") != null ? data.group("basis") : "";
        if (tableOf(cell(row, "Section")) == Table.WORLD && !material.isEmpty()) {
            return Bases.id(material);
        }
        Matcher section = SECTION_BASIS.matcher(cell(row, "Section"));
        if (section.find()) {
            return Bases.id(section.group(1));
        }
        return chapterBasis.isEmpty() ? Bases.ofCommodity(cell(row, "Commodity")) : Bases.id(chapterBasis);
    }

    private static ImmutableList<String> notes(String printed, PrintedPlace place) {
        return Stream.concat(
                        NOTES.splitToStream(printed.replace("Estimated .", "Estimated.")),
                        Stream.of(place.remark()).filter(remark -> !remark.isEmpty()))
                .collect(ImmutableList.toImmutableList());
    }

    private static Period period(String text) {
        Matcher span = SHORT_SPAN.matcher(text);
        return Period.parse(
                span.matches() ? span.group(1) + span.group(2) + "-" + span.group(1) + span.group(3) : text);
    }

    private boolean isShifted(RawRow row) {
        String critical = critical(row);
        return !critical.isEmpty() && !critical.equals("Yes") && !critical.equals("No");
    }

    private String critical(RawRow row) {
        return row.cell(Iterables.indexOf(table.columns(), column -> column.startsWith(CRITICAL)));
    }

    private String cell(RawRow row, String column) {
        return row.cell(table.column(column));
    }
}
