package org.lodestone.core.fundamentals;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableFormat;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRows;

/**
 * A file of figures of companies, and what its user says of it.
 *
 * <pre>
 * Fundamentals read = FundamentalsFile.of(file, Program.WIND)
 *         .date(LocalDate.of(2025, 10, 31))
 *         .formats(WorkbookFormat.INSTANCE)
 *         .read(dataset);
 * </pre>
 *
 * @param date of numbers that the file calls the latest ones
 * @param sourceId the id of the file as a source; made of the program and the name of the file unless given
 * @param company the id of the company a file of the SEC is about, where its name does not tell
 * @param formats of files beside CSV, such as workbooks
 */
public record FundamentalsFile(
        Path path,
        Program program,
        Mapping mapping,
        Optional<LocalDate> date,
        Optional<String> sourceId,
        Optional<String> company,
        ImmutableList<TableFormat> formats) {

    private static final int FINGERPRINT = 16;

    /** A file as a program exported it, to be read without a mapping. */
    public static FundamentalsFile of(Path path, Program program) {
        return new FundamentalsFile(
                path, program, Mapping.NONE, Optional.empty(), Optional.empty(), Optional.empty(), ImmutableList.of());
    }

    /** This file, described by a mapping. */
    public FundamentalsFile mapping(Mapping known) {
        return new FundamentalsFile(path, program, known, date, sourceId, company, formats);
    }

    /** This file, with the day of the numbers that it calls the latest. */
    public FundamentalsFile date(LocalDate latest) {
        return new FundamentalsFile(path, program, mapping, Optional.of(latest), sourceId, company, formats);
    }

    /** This file, cited under an id of its own. Throws if the id is blank or contains a semicolon. */
    public FundamentalsFile sourceId(String id) {
        checkArgument(!id.isBlank() && id.indexOf(';') < 0, "'%s' is no id. Write a word without semicolons.", id);
        return new FundamentalsFile(path, program, mapping, date, Optional.of(id), company, formats);
    }

    /** This file of the SEC, as one about the company of an id. */
    public FundamentalsFile company(String id) {
        return new FundamentalsFile(path, program, mapping, date, sourceId, Optional.of(id), formats);
    }

    /** This file, which may be in these formats as well as in CSV; they take the place of those named before. */
    public FundamentalsFile formats(TableFormat... known) {
        return new FundamentalsFile(path, program, mapping, date, sourceId, company, ImmutableList.copyOf(known));
    }

    /**
     * The figures of the file on the companies of {@code dataset}, with every problem it has. A table of numbers with more than digits
     * is read twice.
     */
    public Fundamentals read(Dataset dataset) {
        return read(dataset, ImmutableMap.of());
    }

    /** The reading by forms of numbers that are known for each column. */
    private Fundamentals read(Dataset dataset, ImmutableMap<String, ColumnForms> seen) {
        String name = String.valueOf(path.getFileName());
        Gathering gathering = new Gathering(name, program, new Source(id(), "", Optional.empty()), mapping.numbers());
        try {
            gathering = new Gathering(name, program, source(name), mapping.numbers());
            ImmutableMap<String, ColumnForms> now = read(dataset, gathering, seen);
            if (!now.equals(seen)) {
                return read(dataset, now);
            }
        } catch (DataException e) {
            e.problems().forEach(gathering::add);
        } catch (IOException e) {
            gathering.problem(
                    name, "cannot be read (" + e.getMessage() + "). Check that it is there and you may read it.");
        }
        return gathering.result();
    }

    /** Reads it, and gives how the numbers of a table are to be read; as {@code seen} where that tells no more. */
    private ImmutableMap<String, ColumnForms> read(
            Dataset dataset, Gathering gathering, ImmutableMap<String, ColumnForms> seen) throws IOException {
        if (program == Program.TABLE) {
            MappedReader reader = new MappedReader(this, dataset, gathering, seen);
            readRows(gathering, reader::read);
            return reader.isOfColumns() ? reader.seen() : seen;
        }
        requireNothingWritten(gathering);
        switch (program) {
            case WIND -> readRows(gathering, new WindReader(this, dataset, gathering)::read);
            case TUSHARE -> readRows(gathering, new TushareReader(this, dataset, gathering)::read);
            default -> new SecReader(this, dataset, gathering).read();
        }
        return seen;
    }

    private void requireNothingWritten(Gathering gathering) {
        mapping.facts().forEach((name, meaning) -> {
            if (!meaning.written().isEmpty()) {
                gathering.problem(
                        String.valueOf(path.getFileName()),
                        "is of a program that writes numbers in one form, and the mapping says \"written\" of '" + name
                                + "'. Take it out, or import the file as a table.");
            }
        });
    }

    private void readRows(Gathering gathering, Consumer<TextRows> reader) {
        TableOptions options = mapping.options().withRaggedRows().withBlankLines();
        try (TextRows rows = TableFiles.open(path, options, formats.toArray(new TableFormat[0]))) {
            reader.accept(rows);
            rows.notes().forEach(gathering::note);
        }
    }

    /** Named after the program and the file, so that a later export under the same name is the same source. */
    private String id() {
        String name = CharMatcher.forPredicate(Character::isLetterOrDigit)
                .negate()
                .trimAndCollapseFrom(MoreFiles.getNameWithoutExtension(path).toLowerCase(Locale.ROOT), '-');
        return sourceId.orElse(name.startsWith(program.toString()) ? name : program + "-" + name);
    }

    private Source source(String name) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new DataException(
                    name, Files.exists(path) ? "is not a file. Name one." : "is not there. Check its name.");
        }
        HashCode fingerprint = MoreFiles.asByteSource(path).hash(Hashing.sha256());
        return new Source(
                id(),
                program.title() + ", file '" + name + "', sha-256 "
                        + fingerprint.toString().substring(0, FINGERPRINT),
                Optional.empty());
    }

    /** The program that a file of figures comes from. */
    public enum Program {
        /** Wind's export to Excel or CSV: 证券代码, 证券简称, then indicators with their parameters in brackets. */
        WIND("Wind"),
        /** A table of the Tushare API as CSV: {@code ts_code}, dates as YYYYMMDD. */
        TUSHARE("Tushare"),
        /** {@code companyfacts} of the SEC as JSON. */
        SEC("SEC EDGAR"),
        /** Any table, with a mapping that says what its columns are. */
        TABLE("A table");

        private final String title;

        Program(String title) {
            this.title = title;
        }

        /** Its name for readers. */
        public String title() {
            return title;
        }

        /** The word on the command line and in ids of sources: {@code wind}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
