package org.lodestone.reports.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Values;

/**
 * A table of values and words.
 *
 * <p>It says what belongs together, and never where it stands: columns of several tables need not agree in number, and a
 * value that belongs to another table is shown {@linkplain Cell#again again}.
 *
 * @param id by which programs know what it shows, whatever its heading is: {@code yearly-prices}; see {@link #idOf}
 * @param part what tells it from other tables of the same id, in words: a company, a scenario; empty where it is the only one
 * @param heading what the table shows
 * @param columns its columns
 * @param rows its rows, each with a cell for every column
 * @param shades spans to shade from low to high, each by itself
 * @param notes sentences under the table
 * @param wide whether it is as wide as the section, so that its last column takes what the others leave
 * @param forecastFrom the first year that is not observed: a dotted rule stands before it, and an E after it
 * @param way the section that its heading leads to; empty where it leads to none
 * @param area the name that a workbook gives the cells of its rows, for other programs to find; empty where it has none
 */
public record Table(
        String id,
        String part,
        String heading,
        ImmutableList<Column> columns,
        ImmutableList<Row> rows,
        ImmutableList<Formula.Span> shades,
        ImmutableList<String> notes,
        boolean wide,
        Optional<Period> forecastFrom,
        Optional<String> way,
        Optional<String> area)
        implements Block {

    private static final String OWN = "own.";
    private static final CharMatcher SIGNS =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).negate();

    @Override
    public <T> T fold(Block.Cases<T> cases) {
        return cases.table().apply(this);
    }

    /** Throws if a row has more or fewer cells than there are columns. */
    public Table {
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("Table '" + heading + "' has " + columns.size()
                        + " columns, but a row has " + row.cells().size() + " cells: " + row + ".");
            }
        }
    }

    @Override
    public String name() {
        return "table '" + heading + "'";
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public Stream<Key> keys() {
        return Streams.concat(
                columns.stream().flatMap(column -> column.live().stream()),
                rows.stream().flatMap(Row::values).map(Cell.Of::key),
                shades.stream().flatMap(span -> span.keys().stream()));
    }

    @Override
    public Optional<String> misfit(Units units) {
        return rows.stream().flatMap(row -> row.misfit(columns, units).stream()).findFirst();
    }

    /** The table under another id, and with other words for what tells it from those of that id. */
    public Table withId(String other, String what) {
        return new Table(other, what, heading, columns, rows, shades, notes, wide, forecastFrom, way, area);
    }

    /** The table on a page of one's own, whose id is none of the library's: {@code own.plants.recycling-plants}. */
    public Table ofOwn(String page) {
        return withId(ownId(id, page), part);
    }

    /** The id that a table on a page of one's own has. */
    public static String ownId(String id, String page) {
        String own = OWN + idOf(page);
        return id.startsWith(OWN) ? id : id.isEmpty() ? own : own + "." + id;
    }

    /** The table with other sentences under it. */
    public Table withNotes(List<String> others) {
        return new Table(
                id, part, heading, columns, rows, shades, ImmutableList.copyOf(others), wide, forecastFrom, way, area);
    }

    /** The id of a table by its heading, {@code Yearly prices, USD/kg} → {@code yearly-prices-usd-kg}; nothing for no heading. */
    public static String idOf(String heading) {
        return SIGNS.trimAndCollapseFrom(heading.toLowerCase(Locale.ROOT), '-');
    }

    /** The table with a heading that leads to a section, and shows it by an arrow. */
    public Table leadingTo(String section) {
        return new Table(
                id, part, heading + " →", columns, rows, shades, notes, wide, forecastFrom, Optional.of(section), area);
    }

    /** The header of a column: {@code 2025}, or {@code 2026E} where the year is not observed; a live one with these values. */
    public String header(Column column, Values values) {
        return column.live()
                .map(key -> values.of(key).inSentence())
                .or(() -> column.period()
                        .filter(year -> forecastFrom
                                .filter(from -> year.compareTo(from) >= 0)
                                .isPresent())
                        .map(year -> year + "E"))
                .orElse(column.header());
    }

    /** A table over years: label, unit, then one column a year. */
    public static YearBuilder overYears(String heading, List<Period> years) {
        return new YearBuilder(heading, years);
    }

    /**
     * A table over the years of some rows: a line for each label, which has the value of the row of that year.
     *
     * @param rows in the order in which labels are to stand
     * @param value by a row, such as {@link Part.Builder#figures} gives it
     */
    public static <T> YearBuilder overYears(
            String heading,
            List<T> rows,
            Function<? super T, String> label,
            Function<? super T, Period> year,
            String unit,
            Shown shown,
            Function<? super T, Key> value) {
        Map<String, Map<Period, Key>> values = new LinkedHashMap<>();
        for (T row : rows) {
            Key before = values.computeIfAbsent(label.apply(row), name -> new HashMap<>())
                    .put(year.apply(row), value.apply(row));
            if (before != null) {
                throw new IllegalArgumentException("Two rows of '" + label.apply(row) + "' are of " + year.apply(row)
                        + ", and the table '" + heading + "' has a cell for one. Let the label tell them apart.");
            }
        }
        YearBuilder table = overYears(
                heading, rows.stream().<Period>map(year).distinct().sorted().toList());
        values.forEach(
                (name, byYear) -> table.optional(name, unit, shown, period -> Optional.ofNullable(byYear.get(period))));
        return table;
    }

    /** A table with columns of its own. */
    public static <T> ListBuilder<T> of(String heading, List<T> items) {
        return new ListBuilder<>(heading, items);
    }

    /** Builds a table over years, row by row. */
    public static final class YearBuilder {
        private final String heading;
        private String id;
        private String part = "";
        private final List<Period> years;
        private final List<String> extras = new ArrayList<>();
        private final ImmutableList.Builder<Row> rows = ImmutableList.builder();
        private final ImmutableList.Builder<String> notes = ImmutableList.builder();
        private Optional<Period> forecastFrom = Optional.empty();

        private YearBuilder(String heading, List<Period> years) {
            this.heading = heading;
            this.id = idOf(heading);
            this.years = years;
        }

        /** The id by which programs know the table, where its heading has names of the dataset in it. */
        public YearBuilder id(String name) {
            return id(name, "");
        }

        /** The same of one of several tables alike, which programs read as one: what tells it from the others, in words. */
        public YearBuilder id(String name, String what) {
            id = name;
            part = what;
            return this;
        }

        /** Says from which year on nothing is observed. */
        public YearBuilder forecastFrom(Period year) {
            forecastFrom = Optional.of(year);
            return this;
        }

        /** Columns after the years, for all rows to come. */
        public YearBuilder extras(List<String> headers) {
            extras.addAll(headers);
            return this;
        }

        /** A row of values, one for each year. Extra columns that are left out stay empty. */
        public YearBuilder row(String label, String unit, Shown shown, Function<Period, Key> value, Cell... more) {
            return row(Row.Kind.BODY, new Cell.Words(label), unit, year -> new Cell.Of(value.apply(year), shown), more);
        }

        /** A row of values that not every year has: a year without one stays empty. */
        public YearBuilder optional(
                String label, String unit, Shown shown, Function<Period, Optional<Key>> value, Cell... more) {
            return row(Row.Kind.BODY, new Cell.Words(label), unit, year -> Cell.of(value.apply(year), shown), more);
        }

        /** The same where its name is itself a value, so that lists and charts can refer to it. */
        public YearBuilder optional(Key label, String unit, Shown shown, Function<Period, Optional<Key>> value) {
            return row(Row.Kind.BODY, new Cell.Of(label, Shown.TEXT), unit, year -> Cell.of(value.apply(year), shown));
        }

        /** A row with a value in one year alone. */
        public YearBuilder inYear(Period one, String label, String unit, Shown shown, Key value, Cell... more) {
            return optional(label, unit, shown, year -> year.equals(one) ? Optional.of(value) : Optional.empty(), more);
        }

        /** A row of values that belong to other tables. */
        public YearBuilder again(String label, String unit, Shown shown, Function<Period, Key> value) {
            return row(Row.Kind.BODY, new Cell.Words(label), unit, year -> Cell.again(value.apply(year), shown));
        }

        /** A total over the rows above it. */
        public YearBuilder total(String label, String unit, Shown shown, Function<Period, Key> value, Cell... more) {
            return row(
                    Row.Kind.TOTAL, new Cell.Words(label), unit, year -> new Cell.Of(value.apply(year), shown), more);
        }

        /** The title of the rows that follow. */
        public YearBuilder group(String title) {
            return row(Row.Kind.GROUP, new Cell.Words(title), "", year -> Cell.BLANK);
        }

        private YearBuilder row(Row.Kind kind, Cell label, String unit, Function<Period, Cell> value, Cell... more) {
            ImmutableList.Builder<Cell> cells = ImmutableList.<Cell>builder().add(label, new Cell.Words(unit));
            years.forEach(year -> cells.add(value.apply(year)));
            for (int i = 0; i < extras.size(); i++) {
                cells.add(i < more.length ? more[i] : Cell.BLANK);
            }
            rows.add(new Row(kind, cells.build()));
            return this;
        }

        /** Adds a sentence under the table. */
        public YearBuilder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /**
         * The table: names, units, a column for each year, then the extra ones. Columns of periods of which two are of one year, as a half and
         * the whole of it, stand side by side, not where that year stands on other sheets.
         */
        public Table build() {
            List<Column> columns = new ArrayList<>(
                    List.of(Column.of("", Column.Role.LABEL), Column.of(Column.UNITS, Column.Role.UNIT)));
            boolean isOfYears = years.stream().map(Period::year).distinct().count() == years.size();
            for (Period year : years) {
                columns.add(isOfYears ? Column.of(year) : Column.of(year.toString(), Column.Role.VALUE));
            }
            extras.forEach(header -> columns.add(Column.of(header, Column.Role.VALUE)));
            return new Table(
                    id,
                    part,
                    heading,
                    ImmutableList.copyOf(columns),
                    rows.build(),
                    ImmutableList.of(),
                    notes.build(),
                    false,
                    forecastFrom,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Builds a table of one row for each item, column by column. */
    public static final class ListBuilder<T> {
        private final String heading;
        private String id;
        private String part = "";
        private final List<T> items;
        private final List<Column> columns = new ArrayList<>();
        private final List<Function<T, Cell>> cells = new ArrayList<>();
        private final Map<String, Below> below = new LinkedHashMap<>();
        private final ImmutableList.Builder<Formula.Span> shades = ImmutableList.builder();
        private final ImmutableList.Builder<String> notes = ImmutableList.builder();
        private boolean wide;
        private Optional<String> area = Optional.empty();
        private Function<T, String> group = item -> "";
        private Predicate<T> warning = item -> false;

        /** A row under the others: its cells by the number of their column. */
        private record Below(Row.Kind kind, Map<Integer, Cell> cells) {}

        private ListBuilder(String heading, List<T> items) {
            this.heading = heading;
            this.id = idOf(heading);
            this.items = items;
        }

        /** The id by which programs know the table, where its heading has names of the dataset in it. */
        public ListBuilder<T> id(String name) {
            return id(name, "");
        }

        /** The same of one of several tables alike, which programs read as one: what tells it from the others, in words. */
        public ListBuilder<T> id(String name, String what) {
            id = name;
            part = what;
            return this;
        }

        /** Adds a column of names, one for each row. */
        public ListBuilder<T> label(String header, Function<T, String> text) {
            return column(header, Column.Role.LABEL, item -> new Cell.Words(text.apply(item)));
        }

        /** Names that are themselves values, so that lists and charts can refer to them. */
        public ListBuilder<T> labelOf(String header, Function<T, Key> key) {
            return column(header, Column.Role.LABEL, item -> new Cell.Of(key.apply(item), Shown.TEXT));
        }

        /** Adds a column of units. */
        public ListBuilder<T> unit(Function<T, String> unit) {
            return unit(Column.UNITS, unit);
        }

        /** A narrow column of words that say what a value is, such as its unit or its date. */
        public ListBuilder<T> unit(String header, Function<T, String> text) {
            return column(header, Column.Role.UNIT, item -> new Cell.Words(text.apply(item)));
        }

        /** Adds a column of a few words in each row. */
        public ListBuilder<T> words(String header, Function<T, String> text) {
            return column(header, Column.Role.WORDS, item -> new Cell.Words(text.apply(item)));
        }

        /** Adds a column of a sentence or more in each row. */
        public ListBuilder<T> prose(String header, Function<T, String> text) {
            return column(header, Column.Role.PROSE, item -> new Cell.Words(text.apply(item)));
        }

        /** Adds the ids by which programs know the rows, which are not printed. No column may follow. */
        public ListBuilder<T> ids(String header, Function<T, String> text) {
            return column(header, Column.Role.ID, item -> new Cell.Words(text.apply(item)));
        }

        /** Words that are values, such as the name of whoever comes first. */
        public ListBuilder<T> wordsOf(String header, Function<T, Key> key) {
            return column(header, Column.Role.WORDS, item -> new Cell.Of(key.apply(item), Shown.TEXT));
        }

        /** Sentences that are values. */
        public ListBuilder<T> proseOf(String header, Function<T, Key> key) {
            return column(header, Column.Role.PROSE, item -> new Cell.Of(key.apply(item), Shown.TEXT));
        }

        /** A word among values, at the edge of its column: a date, a rank, or a range. */
        public ListBuilder<T> word(String header, Function<T, Key> key) {
            return column(header, Column.Role.WORD, item -> new Cell.Of(key.apply(item), Shown.WORD));
        }

        /** A sentence, live or not. */
        public ListBuilder<T> sentence(String header, Column.Role role, Function<T, Block.Sentence> sentence) {
            return column(
                    header,
                    role,
                    item -> sentence.apply(item).<Cell>fold(key -> new Cell.Of(key, Shown.TEXT), Cell.Words::new));
        }

        /** Adds a column of values that belong here, unless an earlier table has them. */
        public ListBuilder<T> value(String header, Shown shown, Function<T, Key> key) {
            return column(header, Column.Role.VALUE, item -> new Cell.Of(key.apply(item), shown));
        }

        /** The same where each row has a format of its own. */
        public ListBuilder<T> value(String header, Function<T, Shown> shown, Function<T, Key> key) {
            return column(header, item -> new Cell.Of(key.apply(item), shown.apply(item)));
        }

        /** Values that belong to other tables. */
        public ListBuilder<T> again(String header, Shown shown, Function<T, Key> key) {
            return column(header, Column.Role.VALUE, item -> Cell.again(key.apply(item), shown));
        }

        /** Values that not every item has. */
        public ListBuilder<T> optional(String header, Shown shown, Function<T, Optional<Key>> key) {
            return column(
                    header,
                    shown == Shown.TEXT ? Column.Role.WORDS : Column.Role.VALUE,
                    item -> Cell.of(key.apply(item), shown));
        }

        /** The sources of each row's figures; in a table that is calculated throughout, those of the figures behind it. */
        public ListBuilder<T> sources() {
            return column("Source", Column.Role.SOURCES, item -> Cell.CITES);
        }

        /** Sources of rows that are words, not figures. */
        public ListBuilder<T> sources(Function<T, ? extends List<String>> ids) {
            return column("Source", Column.Role.SOURCES, item -> new Cell.Cites(ImmutableList.copyOf(ids.apply(item))));
        }

        /** A sign, such as a dot that marks a change. */
        public ListBuilder<T> symbol(String header, Function<T, Key> key) {
            return column(header, Column.Role.SYMBOL, item -> new Cell.Of(key.apply(item), Shown.TEXT));
        }

        /** Lets the last column take so many columns of a page. */
        public ListBuilder<T> across(int pageColumns) {
            int last = columns.size() - 1;
            columns.set(last, columns.get(last).across(pageColumns));
            return this;
        }

        /** Lets words that follow a cell stand over the last column, in place of its header. */
        public ListBuilder<T> headed(Key words) {
            int last = columns.size() - 1;
            columns.set(last, columns.get(last).headed(words));
            return this;
        }

        /** A column of values of any kind. */
        public ListBuilder<T> column(String header, Function<T, Cell> cell) {
            return column(header, Column.Role.VALUE, cell);
        }

        /** A column of any kind. */
        public ListBuilder<T> column(String header, Column.Role role, Function<T, Cell> cell) {
            columns.add(Column.of(header, role));
            cells.add(cell);
            return this;
        }

        /** Makes the table as wide as the section: its last column takes the width that the others leave. */
        public ListBuilder<T> wide() {
            wide = true;
            return this;
        }

        /** Gives the cells of its rows a name in the workbook. */
        public ListBuilder<T> named(String name) {
            area = Optional.of(name);
            return this;
        }

        /** Lets the name of a group stand over its first item; the items of a group follow each other. */
        public ListBuilder<T> grouped(Function<T, String> name) {
            group = name;
            return this;
        }

        /** Says which items a reader must not miss. */
        public ListBuilder<T> warning(Predicate<T> chosen) {
            warning = chosen;
            return this;
        }

        /** A cell under the last column, in the total of that name; columns in which it has none stay empty. */
        public ListBuilder<T> total(String name, Cell cell) {
            return below(Row.Kind.TOTAL, name, cell);
        }

        /** The same in a row of any kind. Rows under the others stand in the order in which they are first named. */
        public ListBuilder<T> below(Row.Kind kind, String name, Cell cell) {
            below.computeIfAbsent(name, row -> new Below(kind, new HashMap<>()))
                    .cells()
                    .put(columns.size() - 1, cell);
            return this;
        }

        /** Shades a span from low to high, by itself. */
        public ListBuilder<T> shade(Formula.Span span) {
            shades.add(span);
            return this;
        }

        /** Adds a sentence under the table. */
        public ListBuilder<T> note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /** A row that its name begins, with nothing in the columns that it leaves out. */
        private Row named(String name, Below row) {
            Stream<Cell> others = IntStream.range(1, columns.size())
                    .mapToObj(column -> row.cells().getOrDefault(column, Cell.BLANK));
            return new Row(
                    row.kind(),
                    Stream.concat(Stream.of(new Cell.Words(name)), others).collect(toImmutableList()));
        }

        /** The table: a row for each item, and a title wherever another group begins. */
        public Table build() {
            ImmutableList.Builder<Row> rows = ImmutableList.builder();
            String last = "";
            for (T item : items) {
                String name = group.apply(item);
                if (!name.equals(last)) {
                    rows.add(named(name, new Below(Row.Kind.GROUP, Map.of())));
                    last = name;
                }
                rows.add(new Row(
                        warning.test(item) ? Row.Kind.WARNING : Row.Kind.BODY,
                        cells.stream().map(cell -> cell.apply(item)).collect(toImmutableList())));
            }
            below.forEach((name, row) -> rows.add(named(name, row)));
            return new Table(
                    id,
                    part,
                    heading,
                    ImmutableList.copyOf(columns),
                    rows.build(),
                    shades.build(),
                    notes.build(),
                    wide,
                    Optional.empty(),
                    Optional.empty(),
                    area);
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                heading.isEmpty() ? "table" : heading, OneLine.count(rows, "row"), OneLine.count(columns, "column"));
    }
}
