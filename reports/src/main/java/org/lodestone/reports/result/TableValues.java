package org.lodestone.reports.result;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.LongTable;

/** The values of the tables of one id, each once: those of the model are kept, and those of long tables made as they are asked for. */
final class TableValues {

    private final String id;
    private final Map<Key, Result> ofModel = new LinkedHashMap<>();
    private final List<LongTable> longTables = new ArrayList<>();

    TableValues(String id) {
        this.id = id;
    }

    boolean has(Key key) {
        return ofModel.containsKey(key);
    }

    void put(Key key, Result result) {
        ofModel.put(key, result);
    }

    void add(LongTable table) {
        longTables.add(table);
    }

    Stream<Result> stream() {
        SetMultimap<Key, String> shown = HashMultimap.create();
        ImmutableSet<Key> again = shownAgain();
        return Stream.concat(
                ofModel.values().stream(), longTables.stream().flatMap(table -> rows(table, shown, again)));
    }

    /** The keys that several of the long tables show. */
    private ImmutableSet<Key> shownAgain() {
        Multiset<Key> keys = HashMultiset.create();
        longTables.forEach(
                table -> table.columns().forEach(column -> what(column).ifPresent(keys::add)));
        return keys.stream().filter(key -> keys.count(key) > 1).collect(toImmutableSet());
    }

    private Stream<Result> rows(LongTable table, SetMultimap<Key, String> shown, Set<Key> again) {
        Set<String> named = new HashSet<>();
        return IntStream.range(0, table.rows()).boxed().flatMap(row -> {
            String company = table.of().apply(row);
            String of = named.add(company) ? company : company + ", row " + (row + 1);
            return table.columns().stream()
                    .flatMap(column -> what(column)
                            .filter(key -> !again.contains(key) || shown.put(key, of))
                            .flatMap(key -> result(key, of, column, row))
                            .stream());
        });
    }

    private static Optional<Key> what(LongTable.Column column) {
        return column.fold(numbers -> Optional.of(numbers.what()), LongTable.Words::what);
    }

    /** The value in a cell; empty where an empty cell stands among numbers. */
    private Optional<Result> result(Key key, String of, LongTable.Column column, int row) {
        DataTable.Entry entry = DataTableBuilder.entry(column, row);
        Result.Kind kind = column.fold(
                numbers -> numbers.computed() ? Result.Kind.STORED : Result.Kind.FIGURE, words -> Result.Kind.LABEL);
        return kind != Result.Kind.LABEL && entry.value().equals(Value.empty())
                ? Optional.empty()
                : Optional.of(new Result(
                        id, key.what().id(), of, "", key.in().name(), entry.value(), entry.unit(), kind, ""));
    }
}
