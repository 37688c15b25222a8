package org.lodestone.core.dataset;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.research.PublicationFile;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.valuation.Valuation;

/**
 * Reads a folder of tables into a {@link Dataset}.
 *
 * <p>Cells are text until their column says what they are, in no locale: {@code NA} is <em>not available</em> where a
 * value belongs, and no more than two letters elsewhere. A bad line is reported and left out; every other is kept.
 *
 * <p>Beside a run that writes the folder a dataset is read as it was or as it will be. Of one that is being written for a
 * second there is none, and the problem says so.
 */
final class DatasetReader {

    private DatasetReader() {}

    /** The same of a dataset that has tables of one's own; {@link Dataset#rows} gives their records. */
    static Reading read(Path folder, List<Table<?>> own) {
        requireNonNull(folder, "folder");
        requireNonNull(own, "own");
        Problems problems = new Problems();
        try {
            FolderFiles files = files(folder, own);
            if (files.has(Manifest.FILE)) {
                return read(files, own);
            }
            problems.add(
                    Manifest.FILE,
                    0,
                    Files.isDirectory(folder)
                            ? "is not in '" + folder + "'. Check the path, or start a dataset there."
                            : "there is no folder " + folder + ". Check the path.");
        } catch (IOException e) {
            problems.add(folder.toString(), 0, String.valueOf(e.getMessage()));
        }
        return new Reading(Optional.empty(), problems.sorted(), problems.sortedNotes());
    }

    /** The files of a folder that a dataset may have, all of one moment. */
    static FolderFiles files(Path folder, List<Table<?>> own) throws IOException {
        return FolderFiles.read(folder, DatasetWriter.files(withOwn(own)));
    }

    private static ImmutableList<Table<?>> withOwn(List<Table<?>> own) {
        ImmutableList<Table<?>> all =
                Stream.concat(Table.all().stream(), own.stream()).collect(ImmutableList.toImmutableList());
        Set<String> names = new HashSet<>();
        for (Table<?> table : all) {
            if (!names.add(table.name())) {
                throw new IllegalArgumentException("There are two tables '" + table.name()
                        + "', and a dataset tells its tables apart by their names. Give your own another name.");
            }
        }
        return all;
    }

    /** The dataset in these files, one of which is {@code datapackage.json}. */
    static Reading read(FolderFiles files, List<Table<?>> own) {
        Problems problems = new Problems();
        ImmutableList<Table<?>> tables = withOwn(own);
        Optional<Dataset> dataset =
                ManifestReader.read(files, tables, problems).map(manifest -> read(files, manifest, tables, problems));
        return new Reading(dataset, problems.sorted(), problems.sortedNotes());
    }

    private static Dataset read(FolderFiles files, Manifest manifest, List<Table<?>> all, Problems problems) {
        Tables tables = new Tables(new FolderTables(files, manifest, problems), problems);
        Dataset.Builder dataset = Dataset.builder(manifest.name())
                .title(manifest.title())
                .resource(manifest.resource())
                .subject(manifest.subject())
                .defaultEdition(known(manifest.edition(), manifest.editionLine(), tables))
                .gathered(manifest.gathered());
        all.forEach(table -> put(table, tables, dataset));
        checkTogether(tables, dataset);
        if (files.has(PublicationFile.FILE)) {
            PublicationFile.read(
                            files.content(PublicationFile.FILE),
                            Publication.of(manifest.resource()),
                            id -> conclusion(id, tables),
                            product -> price(product, tables),
                            problems)
                    .ifPresent(dataset::publication);
        }
        Optional<Screen> screen = ScreenFile.screen(tables).read(files, problems);
        Optional<Screen> benefit = ScreenFile.benefit(tables, screen).read(files, problems);
        return dataset.screen(screen).benefit(benefit).unchecked();
    }

    /** All that reading a dataset would tell of it if it were written. */
    static ImmutableList<Problem> problems(Dataset.Content said) {
        Problems problems = Problems.ofRows();
        Tables tables = new Tables(new BuiltTables(said.rows()), problems);
        said.rows().tables().forEach(tables::lines);
        checkTogether(tables, Dataset.builder("")); // whose rows are not wanted: those that were given stay
        known(said.defaultEdition(), 0, tables);
        said.screen().ifPresent(one -> ScreenFile.screen(tables).check(one, problems));
        said.benefit()
                .ifPresent(one -> ScreenFile.benefit(tables, said.screen()).check(one, problems));
        said.publication().ifPresent(one -> {
            check(one.lead(), "lead", id -> conclusion(id, tables), problems);
            check(one.leadPrice(), "price", product -> price(product, tables), problems);
        });
        return problems.sorted().stream().map(BuiltTables::placed).collect(ImmutableList.toImmutableList());
    }

    private static void check(String said, String field, Consumer<String> known, Problems problems) {
        try {
            if (!said.isEmpty()) {
                known.accept(said);
            }
        } catch (IllegalArgumentException e) {
            problems.add(PublicationFile.FILE, 0, field, e);
        }
    }

    private static <R> void put(Table<R> table, Tables tables, Dataset.Builder dataset) {
        dataset.rows(table, tables.rows(table));
    }

    /** Rows that are sound each by itself may not go together. Those that must not stay are left out. */
    private static void checkTogether(Tables tables, Dataset.Builder dataset) {
        dataset.chain(new ChainRules(tables).sound());
        CompanyRules.check(tables.lines(CompanyTables.COMPANIES));
        new StakeRules(tables.lines(CompanyTables.STAKES)).check();
        new FactRules(tables.lines(CompanyTables.FACTS)).check();
        QuotaSignalRules.check(tables.lines(QuotaTables.QUOTA_SIGNALS));
        new SourceRules(tables.lines(SourceTables.SOURCES)).check();
        NewestFigures figures =
                new NewestFigures(tables.rows(ChainTables.FIGURES), tables.known(SourceTables.EDITIONS));
        Premises premises = new Premises(tables, figures);
        premises.checkTogether();
        dataset.rows(ForecastTables.ASSUMPTIONS, premises.assumptions())
                .rows(
                        ExposureTables.EXPOSURES,
                        new ExposureRules(tables, premises).sound(tables.lines(ExposureTables.EXPOSURES)));
        new StudyRules(tables, premises).check();
        Valuation valuation = ValuationTables.valuation(tables::rows);
        new ValuationRules(tables, premises, valuation).check();
        new ForecastRules(tables, premises, figures, ForecastTables.outlook(tables::rows), valuation).check();
        if (tables.rows(ForecastTables.SCENARIOS).stream().noneMatch(Scenario::isBase)) {
            // Without a base scenario there is no forecast at all.
            ForecastTables.RULES.forEach(table -> dataset.rows(table, ImmutableList.of()));
        }
    }

    /** The id of a conclusion; refuses one that the dataset does not have. */
    private static String conclusion(String id, Tables tables) {
        Known<Conclusion> known = tables.known(ForecastTables.CONCLUSIONS);
        if (!known.checked()) {
            throw new IllegalArgumentException("'" + id + "' is no conclusion: there is no "
                    + ForecastTables.CONCLUSIONS.file() + ". Add it there, or leave the field out.");
        }
        return known.require(id);
    }

    /** A product that has prices, or one with its grade; refuses others. */
    private static String price(String product, Tables tables) {
        ImmutableSet<String> priced = tables.rows(MarketTables.PRICES).stream()
                .flatMap(price -> Stream.of(price.product(), price.name()))
                .collect(ImmutableSet.toImmutableSet());
        if (!priced.contains(product)) {
            throw UnknownIdException.of(
                    product,
                    "a product of " + MarketTables.PRICES.file(),
                    priced,
                    "Use a product of it, or product and grade; or leave the field out.");
        }
        return product;
    }

    /** The edition, if there is one of that id; none otherwise, which is a problem. */
    private static String known(String edition, int line, Tables tables) {
        try {
            return edition.isEmpty() ? "" : tables.known(SourceTables.EDITIONS).require(edition);
        } catch (IllegalArgumentException e) {
            tables.problems().add(Manifest.FILE, line, "edition", e);
            return "";
        }
    }
}
