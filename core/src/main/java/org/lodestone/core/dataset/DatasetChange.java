package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.internal.file.FileContent;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.file.FolderTurn;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;

/**
 * Rows to be put into a dataset that is there, what each will do, and the problems they would bring. For whatever adds to an
 * analyst's own folder, such as an import.
 *
 * <pre>
 * DatasetChange change = Datasets.change(folder, List.of(
 *         SourceTables.SOURCES.row(new Source("wind-2026-11", "Wind, export of 3 November 2026", Optional.empty())),
 *         TableRow.of("company-facts", Map.of("company", "600111.SH", "fact", "revenue", …, "sources", "wind-2026-11"))));
 * change.added();      // and replaced, with what stood there, and unchanged: all that --dry-run tells
 * change.problems();   // empty, or nothing can be written
 * change.write();
 * </pre>
 *
 * <p>Of a table with a key ({@code id} of companies, {@code id, scenario, step} of assumptions) a row takes the place of the
 * one with its key. Of a table without one (company facts, stakes, quotas, prices, demand), in which sources may disagree, a
 * row is added unless one says the same, or is named to be replaced. No row is taken away. Every other line of the files keeps its bytes, as does
 * {@code datapackage.json}, but for tables that are new in it.
 *
 * <p>Planning writes nothing: the result is read before it is in any file. Rows may come in any order; a row that names an
 * id, a source above all, needs that id in the dataset or among the rows.
 */
public final class DatasetChange {

    private final Path folder;
    private final FolderFiles there;
    private final ImmutableList<TableEdit> edits;
    private final ImmutableList<Problem> problems;
    private final ImmutableMap<String, byte[]> files;

    private DatasetChange(
            Path folder,
            FolderFiles there,
            ImmutableList<TableEdit> edits,
            ImmutableList<Problem> problems,
            ImmutableMap<String, byte[]> files) {
        this.folder = folder;
        this.there = there;
        this.edits = edits;
        this.problems = problems;
        this.files = files;
    }

    /** A row that takes the place of another of the same key. */
    public record Replaced(TableRow before, TableRow after) {

        /** The columns in which the two differ. */
        public ImmutableList<String> columns() {
            return after.cells().keySet().stream()
                    .filter(column -> !after.cell(column).equals(before.cell(column)))
                    .collect(toImmutableList());
        }

        @Override
        public String toString() {
            return OneLine.joined(before + " to " + after);
        }
    }

    static DatasetChange plan(
            Path folder, Collection<TableRow> rows, Collection<Replaced> replacements, Map<String, Double> weights)
            throws IOException {
        List<TableRow> given = Stream.concat(
                        rows.stream(), replacements.stream().map(Replaced::after))
                .toList();
        List<Table<?>> own = given.stream()
                .<Table<?>>map(TableRow::table)
                .distinct()
                .filter(table -> !Table.all().contains(table))
                .toList();
        FolderFiles there = DatasetReader.files(folder, own);
        Reading before = there.has(Manifest.FILE) ? DatasetReader.read(there, own) : DatasetReader.read(folder, own);
        if (before.dataset().isEmpty()) {
            throw new DataException(before.problems());
        }
        Problems problems = new Problems();
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<TableEdit> edits = new ArrayList<>();
        for (Table<?> table : eachAfterThoseItRefersTo(own)) {
            ImmutableList<TableRow> ofTable =
                    given.stream().filter(row -> row.table().equals(table)).collect(toImmutableList());
            if (!ofTable.isEmpty()) {
                FileContent file = there.content(table.file());
                if (there.has(table.file())) {
                    file.refusal().ifPresent(reason -> problems.add(table.file(), 0, reason));
                }
                byte[] text = there.has(table.file())
                        ? file.bytes()
                        : CsvText.table(table, List.of()).getBytes(UTF_8);
                TableEdit edit = TableEdit.of(table, text, ofTable, replacements, problems);
                edits.add(edit);
                if (edit.changes()) {
                    files.put(table.file(), edit.content().getBytes(UTF_8));
                }
            }
        }
        list(there, edits, files, problems);
        if (!weights.isEmpty()) {
            String screen = new String(there.content(ScreenFile.SCREEN).bytes(), UTF_8);
            files.put(ScreenFile.SCREEN, ScreenEdit.withWeights(screen, weights).getBytes(UTF_8));
        }
        ImmutableList<Problem> all = problems.sorted();
        return new DatasetChange(
                folder,
                there,
                ImmutableList.copyOf(edits),
                all.isEmpty() ? brought(there.with(files), own, before) : all,
                ImmutableMap.copyOf(files));
    }

    /** All tables in an order in which each can be put in place. */
    static Set<Table<?>> eachAfterThoseItRefersTo(List<Table<?>> own) {
        Set<Table<?>> ordered = new LinkedHashSet<>();
        Table.all().forEach(table -> addAfterThoseItRefersTo(table, ordered));
        own.forEach(table -> addAfterThoseItRefersTo(table, ordered));
        return ordered;
    }

    private static void addAfterThoseItRefersTo(Table<?> table, Set<Table<?>> ordered) {
        table.columns().stream()
                .flatMap(column -> column.cell().refersTo().stream())
                .forEach(referred -> addAfterThoseItRefersTo(referred, ordered));
        ordered.add(table);
    }

    /** The rows for which there is none yet, table by table. */
    public ImmutableList<TableRow> added() {
        return edits.stream().flatMap(edit -> edit.added().stream()).collect(toImmutableList());
    }

    /** The rows that take the place of others, table by table. */
    public ImmutableList<Replaced> replaced() {
        return edits.stream().flatMap(edit -> edit.replaced().stream()).collect(toImmutableList());
    }

    /** The rows that are there already, table by table. */
    public ImmutableList<TableRow> unchanged() {
        return edits.stream().flatMap(edit -> edit.unchanged().stream()).collect(toImmutableList());
    }

    /** The problems that the dataset would have and does not have now; with any of them, nothing can be written. */
    public ImmutableList<Problem> problems() {
        return problems;
    }

    /** The row to be put in that a problem is of; empty where it is of a row that is there, or of a whole file. */
    public Optional<TableRow> row(Problem problem) {
        return edits.stream()
                .filter(edit -> edit.table().file().equals(problem.file()))
                .findFirst()
                .map(edit -> edit.lines().get(problem.line()));
    }

    /** The files that change, by name. */
    public ImmutableSet<String> files() {
        return files.keySet();
    }

    /**
     * Writes the change: all files, or none, also where the process is killed. Who reads the folder at the same time finds it
     * as it was or as it will be.
     *
     * @throws DataException if it would bring problems
     * @throws IOException if a file cannot be written, or one of the dataset was changed since this was planned; the folder is
     *     then as it was
     */
    public void write() throws IOException {
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        try (FolderTurn turn = FolderTurn.of(folder)) {
            Optional<String> changed = there.firstChanged(turn.read(there));
            if (changed.isPresent()) {
                throw new IOException(
                        folder.resolve(changed.get()) + " was changed while this was planned. Try again.");
            }
            turn.write(files);
        }
    }

    /** Lists tables that are new. */
    private static void list(FolderFiles there, List<TableEdit> edits, Map<String, byte[]> files, Problems problems) {
        String text = TextFile.of(there.content(Manifest.FILE), Manifest.FILE, new Problems())
                .map(TextFile::text)
                .orElse("");
        Set<String> listed = listed(text);
        List<Table<?>> unlisted = edits.stream()
                .<Table<?>>map(TableEdit::table)
                .filter(table -> !listed.contains(table.name()))
                .toList();
        if (unlisted.isEmpty()) {
            return;
        }
        List<Table<?>> tables = Stream.concat(
                        Table.all().stream().filter(table -> listed.contains(table.name())), unlisted.stream())
                .toList();
        List<ObjectNode> resources =
                unlisted.stream().map(table -> Schema.resource(table, tables)).toList();
        ManifestEdit.with(text, resources)
                .ifPresentOrElse(
                        more -> files.put(Manifest.FILE, more.getBytes(UTF_8)),
                        () -> problems.add(Manifest.FILE, 1, "resources", "is not a list, so no table can be added."));
    }

    /** The tables that are listed, also those whose file is not there. */
    private static Set<String> listed(String manifest) {
        return JsonPlace.parse(Manifest.FILE, manifest, new Problems()).stream()
                .flatMap(root -> root.list("resources").stream())
                .map(resource -> resource.node().path("name").asText())
                .collect(toImmutableSet());
    }

    /** The problems that come with the new files, and were not there before. Where in its file one stands does not count. */
    private static ImmutableList<Problem> brought(FolderFiles after, List<Table<?>> own, Reading before) {
        Multiset<Problem> known = HashMultiset.create();
        before.problems().forEach(problem -> known.add(anywhere(problem)));
        return DatasetReader.read(after, own).problems().stream()
                .filter(problem -> !known.remove(anywhere(problem)))
                .collect(toImmutableList());
    }

    private static Problem anywhere(Problem problem) {
        return new Problem(problem.file(), 0, problem.column(), problem.message());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "change of " + folder.getFileName(),
                added().size() + " added",
                replaced().size() + " replaced",
                unchanged().size() + " unchanged",
                OneLine.count(problems, "problem"));
    }
}
