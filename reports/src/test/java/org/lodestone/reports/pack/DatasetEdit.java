package org.lodestone.reports.pack;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;

/**
 * A dataset in which one amount of one row is another. Of thousands few are drawn, so that it is made when it is asked for.
 *
 * @param name table, line, column, and what the amount was and is
 */
record DatasetEdit(String name, Supplier<Dataset> made) {

    private static final List<BigDecimal> FACTORS = List.of(new BigDecimal("1.37"), new BigDecimal("0.61"));
    private static final MathContext DIGITS = new MathContext(6);

    /** Every amount that a row of a dataset states, higher and lower, where the table takes it. */
    static ImmutableList<DatasetEdit> all(Dataset dataset) {
        return dataset.tables().stream().flatMap(table -> of(dataset, table)).collect(ImmutableList.toImmutableList());
    }

    Dataset dataset() {
        return made.get();
    }

    private static <R> Stream<DatasetEdit> of(Dataset dataset, Table<R> table) {
        List<R> rows = dataset.rows(table);
        return Stream.iterate(0, at -> at < rows.size(), at -> at + 1)
                .flatMap(at -> table.stated().stream().flatMap(column -> of(dataset, table, rows, at, column)));
    }

    private static <R> Stream<DatasetEdit> of(Dataset dataset, Table<R> table, List<R> rows, int at, String column) {
        TableRow row = table.row(rows.get(at));
        return amount(row.cell(column)).stream()
                .flatMap(amount -> FACTORS.stream().map(amount::multiply))
                .map(amount -> amount.round(DIGITS).stripTrailingZeros().toPlainString())
                .flatMap(amount -> parsed(dataset, table, row, column, amount)
                        .map(changed -> {
                            List<R> others = new ArrayList<>(rows);
                            others.set(at, changed);
                            String name = table + ".csv:" + (at + 2) + " "
                                    + row.key().values() + " " + column + " " + row.cell(column) + " -> " + amount;
                            return new DatasetEdit(name, Suppliers.memoize(() -> dataset.supposing(table, others)));
                        })
                        .stream());
    }

    /** A number; neither a year nor zero, of which there is no more or less. */
    private static Optional<BigDecimal> amount(String cell) {
        try {
            BigDecimal amount = new BigDecimal(cell);
            return amount.signum() == 0 ? Optional.empty() : Optional.of(amount);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static <R> Optional<R> parsed(Dataset dataset, Table<R> table, TableRow row, String column, String amount) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.put(column, amount);
        try {
            return Optional.of(table.parse(cells, dataset));
        } catch (IllegalArgumentException refused) { // a share above the whole, part of a year
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
