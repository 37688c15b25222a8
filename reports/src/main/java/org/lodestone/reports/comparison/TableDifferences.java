package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.reports.comparison.TableDifference.RowDifference;

/**
 * Finds the rows of a table that differ between two datasets, whatever it is about.
 *
 * <p>The same number in another spelling or unit is no difference. Most rows that differ are told of as facts already; the
 * others are kept apart.
 */
record TableDifferences(
        Table<?> table,
        ImmutableList<TableRow> was,
        ImmutableList<TableRow> is,
        ImmutableListMultimap<TableRow, Fact> factsBefore,
        ImmutableListMultimap<TableRow, Fact> factsAfter,
        ImmutableSet<FactKey> told) {

    /** The tables of which rows differ. {@code differences} are the facts that do. */
    static ImmutableList<TableDifference> between(Dataset before, Dataset after, List<Difference> differences) {
        ImmutableSet<FactKey> told = differences.stream().map(Difference::key).collect(toImmutableSet());
        return Stream.concat(before.tables().stream(), after.tables().stream())
                .distinct()
                .filter(table -> !before.rows(table).equals(after.rows(table)))
                .map(table -> new TableDifferences(
                                table,
                                table.rows(before),
                                table.rows(after),
                                Facts.byRow(before, table),
                                Facts.byRow(after, table),
                                told)
                        .find())
                .filter(table -> !table.rows().isEmpty())
                .collect(toImmutableList());
    }

    private TableDifference find() {
        ImmutableList<RowDifference> rows =
                differing().stream().filter(row -> !isSpelling(row)).collect(toImmutableList());
        Set<String> editionsBefore = editions(was);
        Set<String> editionsAfter = editions(is);
        ImmutableList<RowDifference> untold = rows.stream()
                .filter(row -> !isTold(row))
                .filter(row -> !isOfOnlyOneEdition(row, editionsBefore, editionsAfter))
                .collect(toImmutableList());
        return new TableDifference(table.name(), was.size(), is.size(), rows, untold);
    }

    /**
     * Rows that are not on both sides. Two of the same key are one that was changed; in a table without a key, two of which one
     * column differs.
     */
    private List<RowDifference> differing() {
        Set<TableRow> come = without(is, was);
        Map<ImmutableMap<String, String>, TableRow> byKey = new HashMap<>();
        come.forEach(row -> byKey.put(row.key(), row));
        List<RowDifference> found = new ArrayList<>();
        for (TableRow row : without(was, is)) {
            Optional<TableRow> now = row.key().isEmpty()
                    ? come.stream()
                            .filter(other -> RowDifference.columns(row, other).size() == 1)
                            .findFirst()
                    : Optional.ofNullable(byKey.get(row.key()));
            now.ifPresent(come::remove);
            found.add(new RowDifference(Optional.of(row), now));
        }
        come.forEach(row -> found.add(new RowDifference(Optional.empty(), Optional.of(row))));
        return found;
    }

    private static Set<TableRow> without(List<TableRow> rows, List<TableRow> others) {
        Set<TableRow> left = new LinkedHashSet<>(rows);
        left.removeAll(ImmutableSet.copyOf(others));
        return left;
    }

    /** Whether only the spelling of a number differs, or its unit. */
    private boolean isSpelling(RowDifference row) {
        if (row.columns().isEmpty() || !table.stated().containsAll(row.columns())) {
            return false;
        }
        List<Fact> old = factsBefore.get(row.before().orElseThrow());
        List<Fact> now = factsAfter.get(row.after().orElseThrow());
        return !old.isEmpty()
                && old.size() == now.size()
                && old.stream()
                        .allMatch(fact -> now.stream()
                                .anyMatch(other -> other.key().equals(fact.key()) && other.saysTheSameAs(fact)));
    }

    private boolean isTold(RowDifference row) {
        return Stream.concat(
                        row.before().stream().flatMap(one -> factsBefore.get(one).stream()),
                        row.after().stream().flatMap(one -> factsAfter.get(one).stream()))
                .anyMatch(fact -> told.contains(fact.key()));
    }

    /** Whether the other side has nothing of its edition: then it says what an edition before it said as well. */
    private boolean isOfOnlyOneEdition(RowDifference row, Set<String> before, Set<String> after) {
        String edition = edition(row.shown());
        return !edition.isEmpty() && before.contains(edition) != after.contains(edition);
    }

    private ImmutableSet<String> editions(List<TableRow> rows) {
        return rows.stream().map(this::edition).collect(toImmutableSet());
    }

    private String edition(TableRow row) {
        return table.edition().map(column -> row.cell(column.name())).orElse("");
    }
}
