package org.lodestone.notebook;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Rows with columns that are said once, shown as text or taken as a Tablesaw table.
 *
 * <pre>
 * Listing.of(mined.rows())
 *         .words("Country", Place::name)
 *         .number("t REO", Shown.WHOLE, place -&gt; mined.value(mined.amount(place, year)))
 *         .number("Share", Shown.PERCENT_2, place -&gt; mined.value(mined.share(place, year)))
 * </pre>
 *
 * <p>Its {@link #toString} is the table as text, with numbers at the right and what is missing as its published code. Jupyter shows
 * it as {@link #toHtml}. A table of a pack is a listing as well:
 *
 * <pre>
 * Listing.all(ResearchPack.of(dataset).part("Chain").orElseThrow()).forEach(System.out::println);
 * </pre>
 */
public final class Listing<R> {

    /** Words wrap after so many letters. */
    private static final int WIDEST = 64;

    private static final Character[] RULED = new Character[AsciiTable.NO_BORDERS.length];

    static {
        RULED[8] = '-';
    }

    private final String heading;
    private final ImmutableList<R> rows;
    private final ImmutableList<Field<R>> fields;
    private final ImmutableList<String> notes;

    /** A column: its text, and for one of numbers its value. */
    private record Field<R>(
            String header,
            HorizontalAlign side,
            Function<R, String> text,
            Function<Collection<R>, tech.tablesaw.columns.Column<?>> column) {}

    private Listing(
            String heading, ImmutableList<R> rows, ImmutableList<Field<R>> fields, ImmutableList<String> notes) {
        this.heading = heading;
        this.rows = rows;
        this.fields = fields;
        this.notes = notes;
    }

    /** Rows of any kind, to which columns are added. */
    public static <R> Listing<R> of(Collection<? extends R> rows) {
        return new Listing<>("", ImmutableList.copyOf(rows), ImmutableList.of(), ImmutableList.of());
    }

    /** All tables of a part of a pack, in their order, each with its heading, or the finding that it shows, and the notes under it. */
    public static ImmutableList<Listing<Row>> all(Part part) {
        Part whole = part.laidOut();
        Values values = whole.model().values();
        ImmutableList.Builder<Listing<Row>> all = ImmutableList.builder();
        String finding = "";
        for (Block block : whole.sections().stream().flatMap(Section::allBlocks).toList()) {
            Optional<org.lodestone.reports.report.Table> table = block.as(org.lodestone.reports.report.Table.class);
            if (table.isPresent()) {
                all.add(of(table.get(), values).under(finding));
            }
            finding = block.as(Exhibit.class)
                    .map(exhibit -> exhibit.finding().text(values) + "\n" + exhibit.caption())
                    .orElse("");
        }
        return all.build();
    }

    private Listing<R> under(String other) {
        return heading.isEmpty() ? new Listing<>(other, rows, fields, notes) : this;
    }

    /**
     * A table of a report, in the columns that have anything in them.
     *
     * @param values of its model, as {@code part.model().values()}
     */
    public static Listing<Row> of(org.lodestone.reports.report.Table table, Values values) {
        Listing<Row> listing = new Listing<>(table.heading(), table.rows(), ImmutableList.of(), table.notes());
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            String header = table.header(table.columns().get(i), values);
            Function<Row, String> text = row -> row.texts(values).get(at);
            Function<Row, OptionalDouble> number =
                    row -> row.value(at).map(cell -> values.number(cell.key())).orElse(OptionalDouble.empty());
            if (table.rows().stream().anyMatch(row -> number.apply(row).isPresent())) {
                Shown shown = shown(table.rows(), at);
                listing = listing.numbers(header, text, number, one -> shown.text(Value.of(one)));
            } else if (table.rows().stream().anyMatch(row -> !text.apply(row).isEmpty())) {
                listing = table.columns().get(i).role() == org.lodestone.reports.report.Column.Role.WORD
                        ? listing.right(header, text)
                        : listing.words(header, text);
            }
        }
        return listing;
    }

    /** How the numbers of a column are shown where all are shown alike, and with the decimals that each has where not. */
    private static Shown shown(Collection<Row> rows, int column) {
        List<Shown> all = rows.stream()
                .flatMap(row -> row.value(column).stream())
                .map(Cell.Of::shown)
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : Shown.AS_IS;
    }

    /** The rows of a Tablesaw table, by their position, in the columns that it has. */
    public static Listing<Integer> of(Table table) {
        Listing<Integer> rows = of(IntStream.range(0, table.rowCount()).boxed().toList());
        for (tech.tablesaw.columns.Column<?> column : table.columns()) {
            rows = column instanceof NumericColumn
                    ? rows.right(column.name(), column::getString)
                    : rows.words(column.name(), column::getString);
        }
        return rows;
    }

    /** The same with a column of words. */
    public Listing<R> words(String header, Function<? super R, ?> words) {
        return words(header, HorizontalAlign.LEFT, words);
    }

    /** The same with a column of words at the right, such as numbers that are shown in different ways. */
    public Listing<R> right(String header, Function<? super R, ?> words) {
        return words(header, HorizontalAlign.RIGHT, words);
    }

    private Listing<R> words(String header, HorizontalAlign side, Function<? super R, ?> words) {
        Function<R, String> text = row -> String.valueOf(words.apply(row));
        return with(new Field<>(
                header,
                side,
                text,
                some -> StringColumn.create(header, some.stream().map(text))));
    }

    /** The same with a column of values, each shown in one way. In a Tablesaw table a missing one is missing. */
    public Listing<R> number(String header, Shown shown, Function<? super R, Value> value) {
        return numbers(
                header,
                row -> shown.text(value.apply(row)),
                row -> value.apply(row).number(),
                number -> shown.text(Value.of(number)));
    }

    /** The same with a column of plain numbers, such as {@code 0.000} or {@code 0%} in {@link DecimalFormat}'s notation. */
    public Listing<R> number(String header, String format, Function<? super R, ? extends Number> number) {
        DecimalFormat written = new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT));
        return numbers(
                header,
                row -> text(written, number.apply(row).doubleValue()),
                row -> OptionalDouble.of(number.apply(row).doubleValue()),
                some -> text(written, some));
    }

    private static String text(DecimalFormat written, double number) {
        return Double.isNaN(number) ? Value.NOT_AVAILABLE : written.format(number);
    }

    private Listing<R> numbers(
            String header,
            Function<R, String> text,
            Function<R, OptionalDouble> number,
            DoubleFunction<String> printed) {
        return with(new Field<>(header, HorizontalAlign.RIGHT, text, some -> {
            DoubleColumn column = DoubleColumn.create(
                    header, some.stream().mapToDouble(row -> number.apply(row).orElse(Double.NaN)));
            column.setPrintFormatter(new Printed(printed));
            return column;
        }));
    }

    /** Prints the numbers of a Tablesaw column as the listing does. */
    private static final class Printed extends NumberColumnFormatter {
        private final DoubleFunction<String> text;

        Printed(DoubleFunction<String> text) {
            this.text = text;
        }

        @Override
        public String format(double number) {
            return text.apply(number);
        }
    }

    private Listing<R> with(Field<R> field) {
        return new Listing<>(
                heading,
                rows,
                ImmutableList.<Field<R>>builder().addAll(fields).add(field).build(),
                notes);
    }

    /** The rows as a Tablesaw table, to filter, sort, join and count. It is a copy: what is done to it changes nothing here. */
    public Table toTablesaw(String name) {
        return Table.create(name, fields.stream().map(field -> field.column().apply(rows)));
    }

    /** The table as HTML, for a notebook that shows it: numbers at the right, its heading above and its notes below. */
    public String toHtml() {
        String heads =
                fields.stream().map(field -> cell("th", field, field.header())).collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> fields.stream()
                        .map(field -> cell("td", field, field.text().apply(row)))
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining());
        return (heading.isEmpty() ? "" : "<p><b>" + escaped(heading).replace("\n", "</b><br><b>") + "</b></p>\n")
                + "<table>\n<thead><tr>" + heads + "</tr></thead>\n<tbody>\n" + body + "</tbody>\n</table>\n"
                + notes.stream().map(note -> "<p>" + escaped(note) + "</p>\n").collect(Collectors.joining());
    }

    private static <R> String cell(String tag, Field<R> field, String text) {
        String side = field.side() == HorizontalAlign.RIGHT ? "right" : "left";
        return "<" + tag + " style=\"text-align:" + side + "\">" + escaped(text) + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    /** The table as text, with its heading above and its notes below. */
    @Override
    public String toString() {
        if (fields.isEmpty()) {
            return "A listing needs a column: add one with words(…) or number(…).";
        }
        return Stream.of(Stream.of(heading), Stream.of(table()), notes.stream())
                .flatMap(blocks -> blocks)
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private String table() {
        List<ColumnData<R>> columns = fields.stream().map(Listing::column).collect(Collectors.toList());
        String text = AsciiTable.builder()
                .lineSeparator("\n")
                .border(RULED)
                .data(rows, columns)
                .asString();
        // the library keeps room for a border at the edge
        return text.lines().map(line -> line.substring(1).stripTrailing()).collect(Collectors.joining("\n"));
    }

    private static <R> ColumnData<R> column(Field<R> field) {
        return new Column()
                .header(field.header())
                .headerAlign(field.side())
                .dataAlign(field.side())
                .maxWidth(WIDEST, OverflowBehaviour.NEWLINE)
                .with(field.text());
    }
}
