package org.lodestone.core.dataset;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.text.Room;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.core.quantity.Unit;

/**
 * Reads a row of a table, cell by cell.
 *
 * <p>A cell that cannot be read is noted as a problem, and a stand-in is returned so that the other cells of the row are
 * read too. What is built from a row with a problem is dropped.
 */
public final class RowReader {

    /** The dataset that the row belongs to, as far as it is known. */
    interface Context {
        /** The rows of a table, for those that refer to them by id. */
        <R> Known<R> known(Table<R> table);

        /** All rows of a table. */
        <R> ImmutableList<R> rows(Table<R> table);

        /** Whether no problem was met with some tables. Where one was, what seems to be missing may be in a row left out. */
        boolean areWhole(Table<?>... tables);

        /** The first row of a group, by its line, and what it has in a column; this one where no row was before it. */
        <T> RowWithLine<T> first(Column<?, T> column, String group, RowWithLine<T> row);
    }

    /** The columns of which {@link #citation} is made, in a table that has them. */
    static final ImmutableSet<String> OF_CITATION = ImmutableSet.of("sources", "reliability", "how", "note");

    private final Table<?> table;
    private final int line;
    private final ImmutableMap<String, String> cells;
    private final Context context;
    private final Problems problems;
    private final Map<String, Object> values = new HashMap<>();
    private boolean dropped;

    RowReader(Table<?> table, int line, ImmutableMap<String, String> cells, Context context, Problems problems) {
        this.table = table;
        this.line = line;
        this.cells = cells;
        this.context = context;
        this.problems = problems;
    }

    /** The line it stands in. */
    public int line() {
        return line;
    }

    /** The value in a column. Where that cannot be read, a stand-in; the row is then dropped. */
    public <T> T get(Column<?, T> column) {
        return get(column, column.cell());
    }

    /** The value in a column that holds another kind of cell in this row. */
    public <T> T get(Column<?, ?> column, CellType<T> cell) {
        return cell.read(this, column.name());
    }

    /** An amount in a unit: not below zero, and not over the whole if it is a share. */
    public Observation get(Column<?, Observation> column, Unit unit) {
        return get(column, CellType.amount(unit));
    }

    /** Refuses an amount that cannot be: one below zero, or a share over the whole. */
    void requireAmount(Columns.Amount<?> amount) {
        get(amount.value(), get(amount.unit()));
    }

    /** Requires words that no other row of the table has in that column. */
    void unique(Column<?, String> column, String what) {
        String text = get(column);
        RowWithLine<String> first = context.first(column, text, new RowWithLine<>(text, table, line, problems));
        if (first.line() != line) {
            throw new IllegalArgumentException("'" + text + "' is the " + column.name() + " of the " + what + " in "
                    + first.at() + " already. Rename one of them.");
        }
    }

    /** Requires that a column says the same in every row of a group. */
    <T> void alike(Column<?, T> column, String group) {
        T value = get(column);
        if (!dropped) {
            RowWithLine<T> first = context.first(column, group, new RowWithLine<>(value, table, line, problems));
            if (!first.row().equals(value)) {
                problem(
                        column.name(),
                        "'" + group + "' is '" + value + "' here and '" + first.row() + "' in " + first.at()
                                + ". Write the same in both, or give one another name.");
            }
        }
    }

    /** A unit whose amounts add to those of the first row of a group: the {@code what} of that row. */
    Unit adding(Column<?, Unit> column, String group, String what) {
        Unit unit = get(column);
        if (dropped) {
            return unit;
        }
        RowWithLine<Unit> first = context.first(column, group, new RowWithLine<>(unit, table, line, problems));
        if (!first.row().comparableWith(unit)) {
            problem(
                    column.name(),
                    "'" + unit + "' does not add to the '" + first.row() + "' of the " + what + " in " + first.at()
                            + ". Convert one of the two, and say how in its note.");
        }
        return unit;
    }

    /** Whether a cell is filled in. */
    boolean says(Column<?, ?> column) {
        return !cell(column.name()).isEmpty();
    }

    /** Refuses a row in which one of these says something that nothing reads. */
    void requireBlank(List<? extends Column<?, ?>> columns, String why) {
        for (Column<?, ?> column : columns) {
            String text = get(column, CellType.TEXT);
            if (!text.isEmpty()) {
                throw new IllegalArgumentException(column.name() + " is '" + text + "', " + why);
            }
        }
    }

    /** Refuses a row in which another column than these says something. */
    void requireOnly(List<? extends Column<?, ?>> columns, String why) {
        requireBlank(
                table.columns().stream()
                        .filter(column -> !columns.contains(column))
                        .toList(),
                why);
    }

    /** The rows of another table, by id. */
    <R> Known<R> known(Table<R> other) {
        return context.known(other);
    }

    /** The rows of another table. */
    <R> Stream<R> rows(Table<R> other) {
        return context.rows(other).stream();
    }

    /** These names, which another table gives. */
    Known<String> names(Table<?> other, Stream<String> given) {
        ImmutableMap<String, String> names = Maps.toMap(given.iterator(), one -> one);
        return new Known<>(other, names, ImmutableSet.of(), context.areWhole(other));
    }

    /** A unit on a basis that the dataset declares, and that {@code check} lets pass. */
    Unit unit(String column, UnaryOperator<Unit> check) {
        return read(column, text -> check.apply(requireDeclared(Unit.parse(Room.requireName(text)))), Unit.TIMES);
    }

    /** The id of a row in another table. */
    String reference(String column, Known<?> known) {
        return read(column, known::require, "");
    }

    /** Ids of rows in another table, separated by semicolons. */
    ImmutableList<String> references(String column, Known<?> known) {
        ImmutableList<String> ids = CellType.LIST.read(this, column);
        for (String id : ids) {
            try {
                known.require(id);
            } catch (IllegalArgumentException e) {
                problem(column, String.valueOf(e.getMessage()));
            }
        }
        return ids;
    }

    /** The record that an id of another table stands for. Without it the row is dropped. */
    <T> Optional<T> referred(String column, Known<T> known) {
        Optional<T> found = known.find(reference(column, known));
        dropped |= found.isEmpty();
        return found;
    }

    /** Empty where the cell is, and otherwise what {@code read} makes of it. */
    <T> Optional<T> optional(String column, Function<String, T> read) {
        boolean isOpen = cell(column).isEmpty() && !table.required().contains(column);
        return isOpen ? Optional.empty() : Optional.of(read.apply(column));
    }

    /** Sources, how they know, and the note. Unless the row says otherwise, the fact was reported, and read there. */
    public Citation citation() {
        return new Citation(
                references("sources", known(SourceTables.SOURCES)),
                cited("reliability", CellType.RELIABILITY, Reliability.READ),
                cited("how", CellType.HOW, How.REPORTED),
                cited("note", CellType.TEXT, ""),
                table.file() + ":" + line);
    }

    /** Part of the citation, in a table that has a column for it. */
    private <T> T cited(String column, CellType<T> cell, T otherwise) {
        return table.columnNames().contains(column) ? cell.read(this, column) : otherwise;
    }

    <T> T read(String column, Function<String, T> parse, T standIn) {
        String text = cell(column);
        if (CharMatcher.whitespace().matchesAllOf(text) && table.required().contains(column)) {
            problem(column, "is empty, and every row of " + table.name() + " needs it. Fill it in.");
            return standIn;
        }
        Optional<String> hidden = Visible.hidden(text);
        if (hidden.isPresent()) {
            problem(column, hidden.get());
            return standIn;
        }
        try {
            T value = parse.apply(text);
            Room.requireText(text);
            values.put(column, value);
            return value;
        } catch (IllegalArgumentException e) {
            problem(column, String.valueOf(e.getMessage()));
            return standIn;
        }
    }

    /**
     * The record of the row; empty if a cell could not be read, the whole is refused, or it is in {@code seen}, where the lines
     * of earlier rows are.
     */
    <R> Optional<R> build(Table<R> of, Map<List<?>, Integer> seen) {
        try {
            R built = of.build(this);
            if (dropped) {
                return Optional.empty();
            }
            Integer earlier = seen.putIfAbsent(identity(built), line);
            if (earlier != null) {
                noteDuplicateOf(earlier);
                return Optional.empty();
            }
            return Optional.of(built);
        } catch (IllegalArgumentException e) {
            if (!dropped) {
                problems.add(table.file(), line, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    /** The values that tell the row apart from others: those of its key, or else all that it says. */
    private List<?> identity(Object built) {
        return table.key().isEmpty()
                ? List.of(built)
                : table.key().stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .toList();
    }

    private void noteDuplicateOf(int earlier) {
        ImmutableList<String> key = table.key();
        if (key.isEmpty()) {
            problems.add(table.file(), line, "says the same as " + problems.at(earlier) + ". Delete one of the two.");
        } else if (key.size() == 1) {
            String column = key.get(0);
            problems.add(
                    table.file(),
                    line,
                    column,
                    "'" + cell(column) + "' is in " + problems.at(earlier) + " already. "
                            + (column.equals("id") ? "Rename one of them." : "Delete one of the two."));
        } else {
            problems.add(
                    table.file(),
                    line,
                    "has the same " + String.join(", ", key) + " as " + problems.at(earlier)
                            + ". Delete one of the two, or tell them apart.");
        }
    }

    private String cell(String column) {
        if (!table.columnNames().contains(column)) {
            throw new IllegalStateException(table.name() + " has no column " + column);
        }
        return cells.getOrDefault(column, "");
    }

    private void problem(String column, String message) {
        dropped = true;
        problems.add(table.file(), line, column, message);
    }

    /** Refuses a basis that {@code bases.csv} does not declare. */
    private Unit requireDeclared(Unit unit) {
        try {
            for (String basis :
                    unit.isMass() ? List.of(unit.basis()) : unit.contentOf().orElse(ImmutableList.of())) {
                known(SourceTables.BASES).require(basis);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + unit + "': its basis " + e.getMessage(), e);
        }
        return unit;
    }
}
