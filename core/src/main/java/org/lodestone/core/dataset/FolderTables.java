package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.internal.text.Nearest;

/** The files of tables in a folder: those that are listed and have the columns that rows need. */
record FolderTables(FolderFiles folder, Manifest manifest, Problems problems) implements TableTexts {

    @Override
    public boolean lists(Table<?> table) {
        return manifest.tables().containsKey(table.name());
    }

    @Override
    public Optional<CsvTable> of(Table<?> table) {
        Manifest.Listed listed = manifest.tables().get(table.name());
        if (listed == null) {
            return Optional.empty();
        }
        Optional<CsvTable> parsed = TextFile.of(folder.content(table.file()), table.file(), problems)
                .flatMap(text -> CsvTable.parse(text, table, problems));
        return parsed.filter(file -> {
            compareWithSchema(table, listed, file.header());
            return headerFits(table, file.header());
        });
    }

    private boolean headerFits(Table<?> table, ImmutableList<String> header) {
        String file = table.file();
        for (String column : ImmutableSet.copyOf(header)) {
            if (Collections.frequency(header, column) > 1) {
                problems.add(file, 1, column, "is a column twice. Delete or rename one.");
            }
            if (!table.columnNames().contains(column)) {
                problems.add(
                        file,
                        1,
                        column,
                        "is not a column of " + table.name() + ". "
                                + Nearest.remedy(
                                        column,
                                        table.columnNames(),
                                        "Its columns are " + String.join(", ", table.columnNames()) + "."));
            }
        }
        Set<String> missing = Sets.difference(table.required(), ImmutableSet.copyOf(header));
        for (String column : missing) {
            problems.add(file, 1, column, "is missing, so no row can be read. Add the column.");
        }
        return missing.isEmpty();
    }

    private void compareWithSchema(Table<?> table, Manifest.Listed listed, ImmutableList<String> header) {
        if (!listed.fields().isEmpty() && !listed.fields().equals(header)) {
            problems.add(
                    Manifest.FILE,
                    listed.line(),
                    table.name(),
                    "its schema has the fields "
                            + String.join(", ", listed.fields()) + ", and " + table.file() + " the columns "
                            + String.join(", ", header)
                            + ". Make them the same.");
        }
    }
}
