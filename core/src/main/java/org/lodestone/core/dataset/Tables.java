package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.lodestone.core.dataset.CsvTable.Line;
import org.lodestone.core.text.Nearest;

/** The tables of a dataset. Sources and bases are read first, since rows of every other table lean on them. */
final class Tables implements Row.Context {

    private final Path folder;
    private final Manifest manifest;
    private final Problems problems;
    private final ShareCodes codes;
    /** What the tables read so far declare; of one that is still to be read every id passes. */
    private final Map<String, Known<?>> declared = new HashMap<>();

    private final Set<String> read = new HashSet<>();
    private Uses uses = (assumption, role, measure) -> {};

    Tables(Path folder, Manifest manifest, Problems problems) {
        this.folder = folder;
        this.manifest = manifest;
        this.problems = problems;
        this.codes = new ShareCodes(problems);
        known(SourceTables.SOURCES);
        known(SourceTables.BASES);
    }

    @SuppressWarnings("unchecked") // each is put under the name of its own table
    <R> Known<R> declared(Table<R> table) {
        return (Known<R>) known(table.name());
    }

    @Override
    public Known<?> known(String table) {
        Known<?> known = declared.get(table);
        return known == null ? unchecked(Layout.named(table)) : known;
    }

    @Override
    public void use(String assumption, Premises.Role role, String measure) {
        uses.use(assumption, role, measure);
    }

    /** Who is told of the assumptions that rows use. */
    void onUse(Uses other) {
        uses = other;
    }

    /** What is told of the assumptions that rows use. */
    interface Uses {
        void use(String assumption, Premises.Role role, String measure);
    }

    /** Lets later tables refer to what is no id of a table, such as the holders of quotas. */
    void declare(String name, Known<?> known) {
        declared.put(name, known);
    }

    /** Lets later tables refer to rows; {@link #known} and {@link #grouped} do so by themselves. */
    <T> Known<T> declare(Known<T> known) {
        declared.put(known.table().name(), known);
        return known;
    }

    /** The rows of a table that can be read. */
    <R> ImmutableList<R> list(Table<R> table) {
        return list(table.layout(), table::build);
    }

    /** The same, each with its line. */
    <R> ImmutableList<Lined<R>> lined(Table<R> table) {
        return list(table.layout(), row -> new Lined<>(table.build(row), row.line()));
    }

    /** The rows of a table by their id. */
    <R> Known<R> known(Table<R> table) {
        return known(table.layout(), table::build);
    }

    /** Whether the table was looked at, also where it is not there. */
    boolean isRead(Table<?> table) {
        return read.contains(table.name());
    }

    Problems problems() {
        return problems;
    }

    boolean isListed(Layout layout) {
        return manifest.tables().containsKey(layout.name());
    }

    /** The rows of a table that can be read. */
    <T> ImmutableList<T> list(Layout layout, Function<Row, T> build) {
        ImmutableList.Builder<T> list = ImmutableList.builder();
        read(layout, build, (id, built) -> built.ifPresent(list::add));
        return list.build();
    }

    /** The rows of a table by their id. */
    <T> Known<T> known(Layout layout, Function<Row, T> build) {
        Map<String, T> byId = new LinkedHashMap<>();
        ImmutableSet.Builder<String> unread = ImmutableSet.builder();
        boolean there = read(
                layout, build, (id, built) -> built.ifPresentOrElse(row -> byId.put(id, row), () -> unread.add(id)));
        return declare(new Known<>(layout, ImmutableMap.copyOf(byId), unread.build(), there));
    }

    /** The rows of a table by an id that several of them share. */
    <T> Known<ImmutableList<T>> grouped(Layout layout, Function<Row, T> build) {
        ListMultimap<String, T> byId =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        ImmutableSet.Builder<String> unread = ImmutableSet.builder();
        boolean there = read(
                layout, build, (id, built) -> built.ifPresentOrElse(row -> byId.put(id, row), () -> unread.add(id)));
        ImmutableMap.Builder<String, ImmutableList<T>> lists = ImmutableMap.builder();
        byId.keySet().forEach(id -> lists.put(id, ImmutableList.copyOf(byId.get(id))));
        return declare(new Known<>(layout, lists.buildOrThrow(), unread.build(), there));
    }

    private static <T> Known<T> unchecked(Layout layout) {
        return new Known<>(layout, ImmutableMap.of(), ImmutableSet.of(), false);
    }

    /** Hands each row's id, if the table has ids, and what was built of it to {@code use}; false if there is no table. */
    private <T> boolean read(Layout layout, Function<Row, T> build, BiConsumer<String, Optional<T>> use) {
        read.add(layout.name());
        Manifest.Table listed = manifest.tables().get(layout.name());
        if (listed == null) {
            return false;
        }
        Optional<CsvTable> parsed = TextFile.readIn(folder, layout.file(), problems)
                .flatMap(text -> CsvTable.parse(text, layout, problems));
        if (parsed.isEmpty()) {
            return false;
        }
        CsvTable table = parsed.get();
        compareWithSchema(layout, listed, table.header());
        if (!headerFits(layout, table.header())) {
            return false;
        }
        Map<List<?>, Integer> seen = new HashMap<>();
        for (Line line : table.rows()) {
            ImmutableMap<String, String> cells =
                    codes.repaired(layout, line.number(), cells(table.header(), line.cells()));
            Optional<T> built = line.whole()
                    ? new Row(layout, line.number(), cells, this, problems).build(build, seen)
                    : Optional.empty();
            use.accept(cells.getOrDefault("id", ""), built);
        }
        return true;
    }

    private boolean headerFits(Layout layout, ImmutableList<String> header) {
        String file = layout.file();
        for (String column : ImmutableSet.copyOf(header)) {
            if (Collections.frequency(header, column) > 1) {
                problems.add(file, 1, column, "is a column twice. Delete or rename one.");
            }
            if (!layout.columns().contains(column)) {
                problems.add(
                        file,
                        1,
                        column,
                        "is not a column of " + layout.name() + ". "
                                + Nearest.remedy(
                                        column, layout.columns(), "Its columns are " + commas(layout.columns()) + "."));
            }
        }
        Set<String> missing = Sets.difference(layout.required(), ImmutableSet.copyOf(header));
        for (String column : missing) {
            problems.add(file, 1, column, "is missing, so no row can be read. Add the column.");
        }
        return missing.isEmpty();
    }

    private void compareWithSchema(Layout layout, Manifest.Table listed, ImmutableList<String> header) {
        if (!listed.fields().isEmpty() && !listed.fields().equals(header)) {
            problems.add(
                    Manifest.FILE,
                    listed.line(),
                    layout.name(),
                    "its schema has the fields "
                            + commas(listed.fields()) + ", and " + layout.file() + " the columns " + commas(header)
                            + ". Make them the same.");
        }
    }

    /** Cells by column, as far as there are both. Of a column that is there twice, the first. */
    private static ImmutableMap<String, String> cells(List<String> header, List<String> cells) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            byColumn.putIfAbsent(header.get(i), Harmless.text(cells.get(i)));
        }
        return ImmutableMap.copyOf(byColumn);
    }

    private static String commas(Collection<String> words) {
        return String.join(", ", words);
    }
}
