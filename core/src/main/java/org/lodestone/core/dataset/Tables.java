package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.CsvTable.Line;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Unit;

/** Reads the tables of a dataset, each when it is first asked for: a row that refers to another table has that one read. */
final class Tables implements RowReader.Context {

    private final TableTexts texts;
    private final Problems problems;
    private final ShareCodes codes;
    private final Map<Table<?>, Read<?>> read = new HashMap<>();
    private final Map<Column<?, ?>, Map<String, RowWithLine<?>>> first = new HashMap<>();
    private final List<Premises.Use> uses = new ArrayList<>();

    /** The rows that were read of a table. */
    private record Read<R>(ImmutableList<RowWithLine<R>> lines, Known<R> known) {}

    Tables(TableTexts texts, Problems problems) {
        this.texts = texts;
        this.problems = problems;
        this.codes = new ShareCodes(problems);
        known(CompanyTables.COMPANIES); // whose codes mend those that other tables have cut short
    }

    /** The rows that can be read, each with its line. */
    <R> ImmutableList<RowWithLine<R>> lines(Table<R> table) {
        return read(table).lines();
    }

    @Override
    public <R> ImmutableList<R> rows(Table<R> table) {
        return RowWithLine.rows(lines(table));
    }

    @Override
    public <R> Known<R> known(Table<R> table) {
        return read(table).known();
    }

    @Override
    public boolean areWhole(Table<?>... tables) {
        return Stream.of(tables)
                .noneMatch(table ->
                        problems.any(problem -> problem.file().equals(table.file()) || isWhereListed(problem, table)));
    }

    private static boolean isWhereListed(Problem problem, Table<?> table) {
        return problem.file().equals(Manifest.FILE)
                && (problem.column().equals(table.name()) || problem.column().equals("path"));
    }

    /** Notes which assumptions the rule in a row uses, and what for. */
    private void noteUses(Table<?> table, RowReader row) {
        for (Columns.Used<?> used : table.uses()) {
            String assumption = row.get(used.premise(), CellType.TEXT);
            if (!assumption.isEmpty()) {
                String measure = used.measure().map(row::get).orElse("");
                Optional<Unit> unit = known(ChainTables.MEASURES).find(measure).map(Measure::unit);
                uses.add(new Premises.Use(assumption, used.role().apply(row), measure, unit));
            }
        }
    }

    /** The uses of assumptions in the rows read so far. */
    ImmutableList<Premises.Use> uses() {
        return ImmutableList.copyOf(uses);
    }

    @Override
    @SuppressWarnings("unchecked") // each is put in under its own column
    public <T> RowWithLine<T> first(Column<?, T> column, String group, RowWithLine<T> row) {
        return (RowWithLine<T>)
                first.computeIfAbsent(column, groups -> new HashMap<>()).computeIfAbsent(group, key -> row);
    }

    Problems problems() {
        return problems;
    }

    /** Adds a problem with a cell of a table, or with all cells of a column. */
    void problem(Table<?> table, int line, String column, String message) {
        problems.add(table.file(), line, column, message);
    }

    boolean isListed(Table<?> table) {
        return texts.lists(table);
    }

    @SuppressWarnings("unchecked") // each is put in under its own table
    private <R> Read<R> read(Table<R> table) {
        Read<?> earlier = read.get(table);
        if (earlier == null) {
            Known<R> unchecked = new Known<>(table, ImmutableMap.of(), ImmutableSet.of(), false);
            read.put(table, new Read<>(ImmutableList.of(), unchecked)); // for rows that refer to their own table
            earlier = readNow(table);
            read.put(table, earlier);
        }
        return (Read<R>) earlier;
    }

    private <R> Read<R> readNow(Table<R> table) {
        Optional<CsvTable> file = texts.of(table);
        ImmutableList.Builder<RowWithLine<R>> lines = ImmutableList.builder();
        Map<String, R> byId = new LinkedHashMap<>();
        ImmutableSet.Builder<String> unread = ImmutableSet.builder();
        Map<List<?>, Integer> seen = new HashMap<>();
        for (Line line : file.map(CsvTable::rows).orElse(ImmutableList.of())) {
            ImmutableMap<String, String> cells = codes.repaired(
                    table, line.number(), line.byColumn(file.get().header()));
            RowReader reader = new RowReader(table, line.number(), cells, this, problems);
            Optional<R> row = line.whole() ? reader.build(table, seen) : Optional.empty();
            if (line.whole()) {
                noteUses(table, reader);
            }
            row.ifPresent(built -> lines.add(new RowWithLine<>(built, table, line.number(), problems)));
            if (!table.key().isEmpty()) {
                String id = cells.getOrDefault(table.key().get(0), "");
                row.ifPresentOrElse(built -> byId.putIfAbsent(id, built), () -> unread.add(id));
            }
        }
        return new Read<>(
                lines.build(), new Known<>(table, ImmutableMap.copyOf(byId), unread.build(), file.isPresent()));
    }
}
