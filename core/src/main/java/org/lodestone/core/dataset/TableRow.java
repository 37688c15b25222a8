package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Map;
import org.lodestone.core.text.Nearest;

/**
 * A row of a table of a dataset, as text by column. {@link TableRows} makes one of each record.
 *
 * <pre>TableRow.of("sources", Map.of("id", "usgs-2025", "citation", "USGS MCS 2025"))</pre>
 *
 * @param table its name: {@code company-facts}
 * @param cells by column, in the order of the table; a column that is not named is empty
 */
public record TableRow(String table, ImmutableMap<String, String> cells) {

    /** Refuses a table or column that no dataset has, and text that no table can hold. */
    public TableRow {
        Layout layout = Layout.named(table);
        for (String column : Sets.difference(cells.keySet(), ImmutableSet.copyOf(layout.columns()))) {
            throw new IllegalArgumentException("'" + column + "' is not a column of " + table + ". "
                    + Nearest.remedy(
                            column, layout.columns(), "Its columns are " + String.join(", ", layout.columns()) + "."));
        }
        cells.forEach((column, cell) -> {
            if (cell.indexOf('\r') >= 0) {
                throw new IllegalArgumentException(table + ": " + column + ": '" + cell.replace("\r", "\\r")
                        + "' has a carriage return, which no table holds. End lines with a line feed alone.");
            }
        });
        ImmutableMap<String, String> given = cells;
        cells = layout.columns().stream()
                .collect(ImmutableMap.toImmutableMap(column -> column, column -> given.getOrDefault(column, "")));
    }

    public static TableRow of(String table, Map<String, String> cells) {
        return new TableRow(table, ImmutableMap.copyOf(cells));
    }

    /** What stands in a column; empty where nothing does. Refuses a column that the table does not have. */
    public String cell(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(table + " has no column '" + column + "'.");
        }
        return cell;
    }

    /** The cells that tell it apart from the other rows of its table; empty where these may differ in anything. */
    public ImmutableMap<String, String> key() {
        return layout().key().stream().collect(ImmutableMap.toImmutableMap(column -> column, this::cell));
    }

    Layout layout() {
        return Layout.named(table);
    }
}
