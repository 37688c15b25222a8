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

/**
 * Finds the rows that differ between two datasets, in every table, whatever it is about.
 *
 * <p>The same number in another spelling or unit is no difference. Most rows that differ are told of as facts already; the
 * others are kept apart.
 */
final class TableDifferences {

    private final ImmutableListMultimap<TableRow, Fact> factsBefore;
    private final ImmutableListMultimap<TableRow, Fact> factsAfter;
    private final ImmutableSet<FactKey> told;

    private TableDifferences(Dataset before, Dataset after, List<Difference> differences) {
        this.factsBefore = Facts.byRow(before);
        this.factsAfter = Facts.byRow(after);
        this.told = differences.stream().map(Difference::key).collect(toImmutableSet());
    }

    /** The tables of which rows differ. {@code differences} are the facts that do. */
    static ImmutableList<TableDifference> between(Dataset before, Dataset after, List<Difference> differences) {
        TableDifferences finder = new TableDifferences(before, after, differences);
        return Stream.concat(before.tables().stream(), after.tables().stream())
                .distinct()
                .map(table -> finder.table(table, table.rows(before), table.rows(after)))
                .filter(table -> !table.rows().isEmpty())
                .collect(toImmutableList());
    }

    private TableDifference table(Table<?> table, List<TableRow> was, List<TableRow> is) {
        ImmutableList<RowDifference> rows =
                differing(was, is).stream().filter(row -> !isSpelling(row)).collect(toImmutableList());
        Set<String> editionsBefore = editions(table, was);
        Set<String> editionsAfter = editions(table, is);
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
    private static List<RowDifference> differing(List<TableRow> was, List<TableRow> is) {
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
        if (row.columns().isEmpty() || !row.shown().table().stated().containsAll(row.columns())) {
            return false;
        }
        List<Fact> was = factsBefore.get(row.before().orElseThrow());
        List<Fact> is = factsAfter.get(row.after().orElseThrow());
        return !was.isEmpty()
                && was.size() == is.size()
                && was.stream()
                        .allMatch(fact -> is.stream()
                                .anyMatch(other -> other.key().equals(fact.key()) && other.saysTheSameAs(fact)));
    }

    private boolean isTold(RowDifference row) {
        return Stream.concat(
                        row.before().stream().flatMap(one -> factsBefore.get(one).stream()),
                        row.after().stream().flatMap(one -> factsAfter.get(one).stream()))
                .anyMatch(fact -> told.contains(fact.key()));
    }

    /** Whether the other side has nothing of its edition: then it says what an edition before it said as well. */
    private static boolean isOfOnlyOneEdition(RowDifference row, Set<String> before, Set<String> after) {
        String edition = edition(row.shown().table(), row.shown());
        return !edition.isEmpty() && before.contains(edition) != after.contains(edition);
    }

    private static ImmutableSet<String> editions(Table<?> table, List<TableRow> rows) {
        return rows.stream().map(row -> edition(table, row)).collect(toImmutableSet());
    }

    private static String edition(Table<?> table, TableRow row) {
        return table.edition().map(column -> row.cell(column.name())).orElse("");
    }
}
