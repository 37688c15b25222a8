package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Map;
import org.lodestone.core.internal.text.OneLine;

/**
 * A row of a table of a dataset, as text by column. {@link Table#row} makes one of a record.
 *
 * <pre>TableRow.of("sources", Map.of("id", "usgs-2025", "citation", "USGS MCS 2025"))</pre>
 *
 * @param cells by column, in the order of the table; a column that is not named is empty
 */
public record TableRow(Table<?> table, ImmutableMap<String, String> cells) {

    /** Refuses a column that the table does not have, and text that no table can hold. */
    public TableRow {
        cells.keySet().forEach(table::column);
        cells.forEach((column, cell) -> {
            if (cell.indexOf('\r') >= 0) {
                throw new IllegalArgumentException(table + ": " + column + ": '" + cell.replace("\r", "\\r")
                        + "' has a carriage return, which no table holds. End lines with a line feed alone.");
            }
        });
        ImmutableMap<String, String> given = cells;
        cells = ImmutableMap.copyOf(Maps.asMap(table.columnNames(), column -> given.getOrDefault(column, "")));
    }

    /** A row of the table of this name; refuses one that no dataset has. */
    public static TableRow of(String table, Map<String, String> cells) {
        return new TableRow(Table.named(table), ImmutableMap.copyOf(cells));
    }

    /** The text in a column; empty where there is none. Refuses a column that the table does not have. */
    public String cell(String column) {
        return cells.getOrDefault(table.column(column).name(), "");
    }

    /** The cells that tell it apart from the other rows of its table; empty where these may differ in anything. */
    public ImmutableMap<String, String> key() {
        return Maps.toMap(table.key(), this::cell);
    }

    @Override
    public String toString() {
        return OneLine.of(table, cells.values());
    }
}
