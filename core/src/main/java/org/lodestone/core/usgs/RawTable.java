package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableLimits;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;

/**
 * A file of a release as it stands: its header and its rows, without the blank ones that older files end in.
 *
 * @param columns without blanks, in which they are not alike from file to file
 */
record RawTable(String file, String sha256, ImmutableList<String> columns, ImmutableList<RawRow> rows) {

    /** Releases have less than 3 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** The blank within {@code United States} of a file that was saved on a Macintosh, as Windows shows it. */
    private static final Pattern MACINTOSH_BLANK = Pattern.compile("(?<=[a-z])Ê(?=[A-Z])");

    private static final CharMatcher BLANKS = CharMatcher.whitespace().or(CharMatcher.is('\uFEFF'));

    /** A row that holds something. */
    record RawRow(int line, ImmutableList<String> cells, String broken) {
        /** The cell in {@code column}; empty where the table has no such column, or the row ends before it. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** Reads {@code file}, which is told apart by {@code name}; throws a {@link DataException} where it is no table. */
    static RawTable read(String name, Path file) {
        byte[] bytes = bytes(file);
        TableOptions options = TableOptions.DEFAULT
                .limits(TableLimits.DEFAULT.withFileBytes(MOST_BYTES))
                .encoding(encoding(bytes));
        try (TextRows rows = TableFiles.open(file, options)) {
            if (!rows.next()) {
                throw rows.withoutRows();
            }
            ImmutableList<String> header = cells(rows.row());
            List<RawRow> all = new ArrayList<>();
            while (rows.next()) {
                ImmutableList<String> cells = cells(rows.row());
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    all.add(new RawRow(rows.row().line(), cells, problem(rows.row())));
                }
            }
            if (all.isEmpty()) {
                throw rows.withoutRows();
            }
            return new RawTable(
                    name,
                    Hashing.sha256().hashBytes(bytes).toString(),
                    header.stream().map(BLANKS::removeFrom).collect(ImmutableList.toImmutableList()),
                    ImmutableList.copyOf(all));
        }
    }

    /** Where a column is that is called by one of {@code names}; −1 where there is none. */
    int column(String... names) {
        for (String name : names) {
            int column = Iterables.indexOf(columns, name::equalsIgnoreCase);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    /** The header of {@code column}; empty where a row is longer than the header. */
    String header(int column) {
        return column < columns.size() ? columns.get(column) : "";
    }

    /** The column that says the edition. */
    int source() {
        return column("DataSource", "Source");
    }

    /** The edition that a row says it is of: {@code MCS2024}; empty where it says none. */
    Optional<String> edition(RawRow row) {
        return Optional.of(row.cell(source()).replace(" ", "")).filter(text -> text.matches("MCS20[0-9]{2}"));
    }

    IllegalArgumentException noEdition(RawRow row) {
        return new IllegalArgumentException("'" + row.cell(source()) + "' is no edition. Write one such as MCS2024.");
    }

    boolean has(String... names) {
        return List.of(names).stream().allMatch(name -> column(name) >= 0);
    }

    private static ImmutableList<String> cells(TextRow row) {
        ImmutableList.Builder<String> cells = ImmutableList.builder();
        for (int i = 0; i < row.size(); i++) {
            cells.add(BLANKS.trimAndCollapseFrom(
                    MACINTOSH_BLANK.matcher(row.cell(i)).replaceAll(" "), ' '));
        }
        return cells.build();
    }

    private static String problem(TextRow row) {
        if (row.problem().isPresent()) {
            return row.problem().get();
        }
        for (int i = 0; i < row.size(); i++) {
            if (row.problem(i).isPresent()) {
                return row.problem(i).get();
            }
        }
        return "";
    }

    /** UTF-8 where the bytes are that, and otherwise Windows-1252, in which the release of 2026 is. */
    private static Charset encoding(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS_1252;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new DataException(
                    String.valueOf(file.getFileName()),
                    "cannot be read (" + e.getMessage() + "). Check that you may read it.",
                    e);
        }
    }
}
