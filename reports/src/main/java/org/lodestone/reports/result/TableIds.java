package org.lodestone.reports.result;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import org.lodestone.core.internal.table.LibraryTable;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The ids of the library's tables, each with what it shows. They stay from one release to the next. */
final class TableIds {

    private static final String FILE = "tables.csv";

    private static final ImmutableMap<String, String> LISTED = read();

    private TableIds() {}

    private static ImmutableMap<String, String> read() {
        return LibraryTable.rows(requireNonNull(TableIds.class.getResourceAsStream(FILE)), FILE).stream()
                .collect(toImmutableMap(row -> row.getField("id"), row -> row.getField("shows")));
    }

    /** The ids, in the order in which they are listed. */
    static Iterable<String> all() {
        return LISTED.keySet();
    }

    /** The content of a table in words: the id itself of a table of one's own. */
    static String shows(String id) {
        return LISTED.getOrDefault(id, id);
    }

    /** The id of a table, which begins with {@code own.} where it is on a page of one's own, or none of the library's. */
    static String in(Section section, String id) {
        boolean isListed = section.group() != Section.Group.OWN && LISTED.containsKey(id);
        return isListed ? id : Table.ownId(id, section.name());
    }
}
