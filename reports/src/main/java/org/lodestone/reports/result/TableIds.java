package org.lodestone.reports.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The ids of the library's tables, each with what it shows. They stay from one release to the next. */
final class TableIds {

    private static final ImmutableMap<String, String> LISTED = read();

    private TableIds() {}

    private static ImmutableMap<String, String> read() {
        ImmutableMap.Builder<String, String> listed = ImmutableMap.builder();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(Resources.toString(Resources.getResource(TableIds.class, "tables.csv"), UTF_8))) {
            csv.forEach(row -> listed.put(row.getField("id"), row.getField("shows")));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of tables cannot be read.", e);
        }
        return listed.buildOrThrow();
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
    static String in(Section section, Table table) {
        boolean isListed = section.group() != Section.Group.OWN && LISTED.containsKey(table.id());
        return (isListed ? table : table.ofOwn(section.name())).id();
    }
}
