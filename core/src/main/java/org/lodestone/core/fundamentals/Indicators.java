package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping.Kind;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.internal.table.LibraryTable;

/** Which indicators of a program are which facts: those of {@code indicators.csv}, and what a mapping adds or says anew. */
record Indicators(ImmutableMap<String, Meaning> meanings) {

    private static final String FILE = "indicators.csv";

    /** Those of one table of a program; several tables share a name with different units, such as {@code total_share}. */
    static Indicators of(Program program, String table, Mapping mapping) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (NamedCsvRecord row : LibraryTable.rows(Indicators.class, FILE)) {
            if (row.getField("program").equals(program.toString())
                    && (table.isEmpty() || row.getField("table").equals(table))) {
                meanings.put(row.getField("indicator"), meaning(row));
            }
        }
        mapping.facts().forEach((indicator, meaning) -> meanings.put(indicator, meaning));
        return new Indicators(ImmutableMap.copyOf(meanings));
    }

    private static Meaning meaning(NamedCsvRecord row) {
        return Meaning.of(
                row.getField("fact"),
                Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                Timing.valueOf(row.getField("timing").toUpperCase(Locale.ROOT)),
                row.getField("scope"),
                row.getField("unit"));
    }

    Optional<Meaning> find(String indicator) {
        return Optional.ofNullable(meanings.get(indicator));
    }

    /** Their names, those that go before others first. */
    Iterable<String> names() {
        return meanings.keySet();
    }
}
