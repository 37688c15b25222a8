package org.lodestone.reports.result;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;

/** Takes the tables of one id together, row by row. */
final class DataTableBuilder {

    private static final String PART = "part";
    private static final String GROUP = "group";
    private static final String SOURCE = "Source";
    private static final String NOTE = "Note";
    private static final Pattern YEAR = Pattern.compile("y[0-9]{4}");
    private static final String LOW = " low";
    private static final String HIGH = " high";

    private final String id;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<List<Map<String, DataTable.Entry>>> rows = new ArrayList<>();

    DataTableBuilder(String id) {
        this.id = id;
    }

    DataTable build() {
        Map<String, Tally> tallies = new HashMap<>();
        Iterable<Map<String, DataTable.Entry>> all = Iterables.concat(rows);
        all.forEach(row -> row.forEach((name, entry) ->
                tallies.computeIfAbsent(name, one -> new Tally()).count(entry)));
        return new DataTable(
                id,
                inOrder()
                        .map(name -> tallies.getOrDefault(name, new Tally()).field(name))
                        .collect(toImmutableList()),
                all);
    }

    /** The names, with all years in their order where the first of them stands: tables alike may begin with different ones. */
    private Stream<String> inOrder() {
        List<String> years =
                names.stream().filter(DataTableBuilder::isYear).sorted().toList();
        List<String> others = new ArrayList<>(names);
        int first = Math.max(0, Iterables.indexOf(others, DataTableBuilder::isYear));
        others.removeAll(years);
        others.addAll(first, years);
        return others.stream();
    }

    private static boolean isYear(String name) {
        return YEAR.matcher(name).matches();
    }

    /** Counts the numbers and texts that a column holds. */
    private static final class Tally {
        private final Set<String> units = new HashSet<>();
        private int numbers;
        private int texts;

        void count(DataTable.Entry entry) {
            if (entry.isNumber()) {
                numbers++;
                units.add(entry.unit());
            } else if (entry.isText()) {
                texts++;
            }
        }

        /** A column holds numbers where it has any, and no more words than numbers. */
        DataTable.Field field(String name) {
            boolean isNumber = numbers > 0 && numbers >= texts;
            return new DataTable.Field(
                    name,
                    isNumber,
                    isNumber && units.size() == 1 ? units.iterator().next() : "");
        }
    }

    void add(Table table, Scaled scaled) {
        List<String> columns = named(
                table.columns(),
                column -> column.period()
                        .map(Period::toString)
                        .orElseGet(() -> column.header().isEmpty() ? name(column.role()) : inOneLine(column.header())));
        List<Map<String, DataTable.Entry>> added = new ArrayList<>();
        String group = "";
        for (Row row : table.rows()) {
            if (row.kind() == Row.Kind.GROUP) {
                group = String.join("", row.texts(scaled.values()));
                continue;
            }
            Map<String, DataTable.Entry> entries = new LinkedHashMap<>();
            put(PART, table.part(), entries);
            put(GROUP, group, entries);
            for (int i = 0; i < columns.size(); i++) {
                put(columns.get(i), row, i, scaled, entries);
                if (table.columns().get(i).role() != Column.Role.UNIT) {
                    putEnds(columns.get(i), row, i, scaled, entries);
                }
            }
            if (!columns.contains(SOURCE)) {
                put(SOURCE, sources(row, scaled), entries);
            }
            put(NOTE, join(citations(row, scaled).map(Citation::note)), entries);
            added.add(entries);
        }
        Set<String> present = new HashSet<>(columns);
        added.forEach(row -> present.addAll(row.keySet()));
        add(columns, present, added);
    }

    void add(LongTable table) {
        List<String> columns = named(table.columns(), column -> inOneLine(column.header()));
        add(
                columns,
                Sets.union(table.part().isEmpty() ? Set.of() : Set.of(PART), Set.copyOf(columns)),
                Lists.transform(
                        ContiguousSet.closedOpen(0, table.rows()).asList(), row -> entries(table, columns, row)));
    }

    private static Map<String, DataTable.Entry> entries(LongTable table, List<String> columns, int row) {
        Map<String, DataTable.Entry> entries = new LinkedHashMap<>();
        put(PART, table.part(), entries);
        for (int i = 0; i < columns.size(); i++) {
            entries.put(columns.get(i), entry(table.columns().get(i), row));
        }
        return entries;
    }

    static DataTable.Entry entry(LongTable.Column column, int row) {
        return column.fold(
                numbers -> {
                    Value value = numbers.at().apply(row);
                    return new DataTable.Entry(
                            Scaled.value(value, numbers.shown()),
                            value.number().isEmpty() ? "" : Scaled.unit(numbers.unit(), numbers.shown()));
                },
                words -> DataTable.Entry.of(words.at().apply(row)));
    }

    private void add(List<String> columns, Set<String> present, List<Map<String, DataTable.Entry>> added) {
        Streams.concat(
                        Stream.of(PART, GROUP),
                        columns.stream().flatMap(name -> Stream.of(name, name + LOW, name + HIGH)),
                        Stream.of(SOURCE, NOTE))
                .filter(present::contains)
                .forEachOrdered(names::add);
        rows.add(added);
    }

    // ---------------------------------------------------------------- names

    /** The headers, of which one that stands there already has its number behind it. */
    private static <T> List<String> named(List<T> columns, Function<T, String> header) {
        List<String> named = new ArrayList<>();
        for (T column : columns) {
            // of a bare number, a reader of CSV cannot tell whether it is a header
            String name = header.apply(column).replaceFirst("^(?=[0-9]{4}$)", "y");
            named.add(Numbered.free(name, n -> name + " " + n, one -> !named.contains(one)));
        }
        return named;
    }

    /** A header, which may be broken to stand over a narrow column. */
    private static String inOneLine(String header) {
        return header.replace('\n', ' ');
    }

    private static String name(Column.Role role) {
        return switch (role) {
            case LABEL -> "Name";
            case UNIT -> "Unit";
            case SOURCES -> SOURCE;
            case SYMBOL -> "Mark";
            case VALUE, WORD, WORDS, STRONG, QUIET, PROSE -> "Remark";
            case ID -> "Id";
        };
    }

    // ---------------------------------------------------------------- cells

    private static void put(String name, String text, Map<String, DataTable.Entry> entries) {
        if (!text.isEmpty()) {
            entries.put(name, DataTable.Entry.of(text));
        }
    }

    private static void put(String name, Row row, int column, Scaled scaled, Map<String, DataTable.Entry> entries) {
        entries.put(
                name,
                row.cells()
                        .get(column)
                        .fold(new Cell.Cases<>(
                                value -> new DataTable.Entry(scaled.value(value), scaled.unit(value)),
                                DataTable.Entry::of,
                                cites -> DataTable.Entry.of(
                                        cites.ids().isEmpty() ? sources(row, scaled) : join(cites.ids().stream())),
                                uses -> DataTable.Entry.of(""),
                                goTo -> DataTable.Entry.of(goTo.text()),
                                web -> DataTable.Entry.of(web.url()),
                                blank -> DataTable.Entry.of(""))));
    }

    /** The ends of a range have columns of their own. */
    private static void putEnds(String name, Row row, int column, Scaled scaled, Map<String, DataTable.Entry> entries) {
        Optional<Cell.Of> value = row.value(column);
        Optional<Ends> ends = value.isPresent()
                ? scaled.ends(value.get())
                : Ends.of(requireNonNull(entries.get(name)).value(), List.of());
        ends.ifPresent(range -> {
            String unit = value.map(one -> scaled.unit(one, range)).orElse("");
            range.low().ifPresent(low -> entries.put(name + LOW, new DataTable.Entry(Value.of(low), unit)));
            range.high().ifPresent(high -> entries.put(name + HIGH, new DataTable.Entry(Value.of(high), unit)));
        });
    }

    private static String sources(Row row, Scaled scaled) {
        return join(citations(row, scaled).flatMap(citation -> citation.sources().stream()));
    }

    private static Stream<Citation> citations(Row row, Scaled scaled) {
        return row.values()
                .filter(value -> !value.again())
                .flatMap(value -> scaled.model().content(value.key()).asFigure().stream())
                .map(Content.Figure::citation);
    }

    private static String join(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
    }
}
