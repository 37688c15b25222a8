package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.CsvTable.Line;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.problem.Problems;
import org.lodestone.core.problem.TextFile;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.text.Nearest;

/** Reads the tables of a folder, each when it is first asked for: a row that refers to another table has that one read. */
final class Tables implements Row.Context {

    private final Path folder;
    private final Manifest manifest;
    private final Problems problems;
    private final ShareCodes codes;
    private final Map<Table<?>, Read<?>> read = new HashMap<>();
    private final Map<Column<?, ?>, Map<String, Integer>> firstLines = new HashMap<>();
    private final List<Premises.Use> uses = new ArrayList<>();

    /** What was read of a table. */
    private record Read<R>(ImmutableList<Lined<R>> lines, Known<R> known) {}

    Tables(Path folder, Manifest manifest, Problems problems) {
        this.folder = folder;
        this.manifest = manifest;
        this.problems = problems;
        this.codes = new ShareCodes(problems);
        known(CompanyTables.COMPANIES); // whose codes mend those that other tables have cut short
    }

    /** The rows that can be read, each with its line. */
    <R> ImmutableList<Lined<R>> lines(Table<R> table) {
        return read(table).lines();
    }

    @Override
    public <R> ImmutableList<R> rows(Table<R> table) {
        return Lined.rows(lines(table));
    }

    @Override
    public <R> Known<R> known(Table<R> table) {
        return read(table).known();
    }

    @Override
    public boolean isWhole(Table<?> table) {
        return areWhole(problems, table);
    }

    /** Whether no problem was met with some tables. Where one was, what seems to be missing may be in a row left out. */
    static boolean areWhole(Problems problems, Table<?>... tables) {
        return Stream.of(tables)
                .noneMatch(table ->
                        problems.any(problem -> problem.file().equals(table.file()) || isWhereListed(problem, table)));
    }

    private static boolean isWhereListed(Problem problem, Table<?> table) {
        return problem.file().equals(Manifest.FILE)
                && (problem.column().equals(table.name()) || problem.column().equals("path"));
    }

    @Override
    public void use(String assumption, Premises.Role role, String measure) {
        Optional<Unit> unit = known(ChainTables.MEASURES).find(measure).map(Measure::unit);
        uses.add(new Premises.Use(assumption, role, measure, unit));
    }

    /** What the rows read so far use assumptions for. */
    ImmutableList<Premises.Use> uses() {
        return ImmutableList.copyOf(uses);
    }

    @Override
    public Optional<Integer> earlier(Column<?, ?> column, String text, int line) {
        return Optional.ofNullable(
                firstLines.computeIfAbsent(column, lines -> new HashMap<>()).putIfAbsent(text, line));
    }

    Problems problems() {
        return problems;
    }

    boolean isListed(Table<?> table) {
        return manifest.tables().containsKey(table.name());
    }

    @SuppressWarnings("unchecked") // each is put in under its own table
    private <R> Read<R> read(Table<R> table) {
        Read<?> earlier = read.get(table);
        if (earlier == null) {
            read.put(
                    table,
                    new Read<R>(ImmutableList.of(), Known.unchecked(table))); // for rows that refer to their own table
            earlier = readNow(table);
            read.put(table, earlier);
        }
        return (Read<R>) earlier;
    }

    private <R> Read<R> readNow(Table<R> table) {
        Optional<CsvTable> file = file(table);
        ImmutableList.Builder<Lined<R>> lines = ImmutableList.builder();
        Map<String, R> byId = new LinkedHashMap<>();
        ImmutableSet.Builder<String> unread = ImmutableSet.builder();
        Map<List<?>, Integer> seen = new HashMap<>();
        for (Line line : file.map(CsvTable::rows).orElse(ImmutableList.of())) {
            ImmutableMap<String, String> cells =
                    codes.repaired(table, line.number(), cells(file.get().header(), line.cells()));
            Optional<R> row = line.whole()
                    ? new Row(table, line.number(), cells, this, problems).build(table, seen)
                    : Optional.empty();
            row.ifPresent(built -> lines.add(new Lined<>(built, line.number())));
            if (!table.key().isEmpty()) {
                String id = cells.getOrDefault(table.key().get(0), "");
                row.ifPresentOrElse(built -> byId.putIfAbsent(id, built), () -> unread.add(id));
            }
        }
        return new Read<>(
                lines.build(), new Known<>(table, ImmutableMap.copyOf(byId), unread.build(), file.isPresent()));
    }

    /** The file of a table, if it is listed and has the columns that rows need. */
    private Optional<CsvTable> file(Table<?> table) {
        Manifest.Listed listed = manifest.tables().get(table.name());
        if (listed == null) {
            return Optional.empty();
        }
        Optional<CsvTable> parsed =
                TextFile.readIn(folder, table.file(), problems).flatMap(text -> CsvTable.parse(text, table, problems));
        return parsed.filter(file -> {
            compareWithSchema(table, listed, file.header());
            return headerFits(table, file.header());
        });
    }

    private boolean headerFits(Table<?> table, ImmutableList<String> header) {
        String file = table.file();
        for (String column : ImmutableSet.copyOf(header)) {
            if (Collections.frequency(header, column) > 1) {
                problems.add(file, 1, column, "is a column twice. Delete or rename one.");
            }
            if (!table.columnNames().contains(column)) {
                problems.add(
                        file,
                        1,
                        column,
                        "is not a column of " + table.name() + ". "
                                + Nearest.remedy(
                                        column,
                                        table.columnNames(),
                                        "Its columns are " + commas(table.columnNames()) + "."));
            }
        }
        Set<String> missing = Sets.difference(table.required(), ImmutableSet.copyOf(header));
        for (String column : missing) {
            problems.add(file, 1, column, "is missing, so no row can be read. Add the column.");
        }
        return missing.isEmpty();
    }

    private void compareWithSchema(Table<?> table, Manifest.Listed listed, ImmutableList<String> header) {
        if (!listed.fields().isEmpty() && !listed.fields().equals(header)) {
            problems.add(
                    Manifest.FILE,
                    listed.line(),
                    table.name(),
                    "its schema has the fields "
                            + commas(listed.fields()) + ", and " + table.file() + " the columns " + commas(header)
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
