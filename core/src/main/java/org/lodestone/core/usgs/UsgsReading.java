package org.lodestone.core.usgs;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.Problem;

/**
 * Everything that was found in files of releases: of each file every entry is a figure, says again what another file says,
 * or is a problem.
 *
 * @param files the files by name
 * @param figures in the order of the files
 * @param gaps in the place of figures that differ, where nothing tells which is meant: not available
 * @param sums of a country of which a table prints parts in rows of their own, under one total
 * @param problems by file, then by line
 */
public record UsgsReading(
        ImmutableList<UsgsFile> files,
        ImmutableList<UsgsFigure> figures,
        ImmutableList<UsgsFigure> gaps,
        ImmutableList<UsgsFigure> sums,
        ImmutableList<UsgsProblem> problems) {

    /** The figures, the gaps and the sums: all rows of the tables. */
    public ImmutableList<UsgsFigure> rows() {
        return Stream.of(figures, gaps, sums).flatMap(List::stream).collect(toImmutableList());
    }

    /** The names under which its figures can be asked for: chapters and commodities, in the letters of a sentence. */
    public ImmutableSet<String> commodities() {
        return Stream.of(names(figures, UsgsFigure::chapter), names(figures, UsgsFigure::commodity))
                .flatMap(Set::stream)
                .map(CommodityName::inWords)
                .collect(toImmutableSet());
    }

    /**
     * The reading of a commodity or a whole chapter alone, named in the words of a release in any letters: {@code lithium},
     * {@code Bauxite and alumina}, {@code graphite} for Graphite (natural), or as the code in the names of older files,
     * {@code lithi}. Throws if there is none of it, or if several could be meant.
     */
    public UsgsReading of(String name) {
        ImmutableList<UsgsFigure> rows = rows();
        Set<String> chapters = names(rows, UsgsFigure::chapter);
        Set<String> commodities = names(rows, UsgsFigure::commodity);
        CommodityName wanted = CommodityName.meantBy(name, Stream.concat(chapters.stream(), commodities.stream()));
        chapters.removeIf(chapter -> !wanted.fits(chapter));
        commodities.removeIf(commodity -> !wanted.fits(commodity));
        Predicate<UsgsFigure> isWanted =
                row -> chapters.isEmpty() ? commodities.contains(row.commodity()) : chapters.contains(row.chapter());
        List<UsgsFigure> found = rows.stream().filter(isWanted).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is not in these files. "
                    + Nearest.remedy(
                            name, commodities(), "They have " + commodities().size() + " others."));
        }
        return new UsgsReading(
                files,
                figures.stream().filter(isWanted).collect(toImmutableList()),
                gaps.stream().filter(isWanted).collect(toImmutableList()),
                sums.stream().filter(isWanted).collect(toImmutableList()),
                problems.stream()
                        .filter(problem -> wanted.fits(problem.chapter()) || wanted.fits(problem.commodity()))
                        .collect(toImmutableList()));
    }

    /** The few names that thousands of figures have. */
    private static Set<String> names(List<UsgsFigure> figures, Function<UsgsFigure, String> name) {
        return figures.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The problems with entries that a person has to read again. */
    public ImmutableList<Problem> toBeFixed() {
        return problems.stream().map(UsgsProblem::problem).collect(toImmutableList());
    }

    /**
     * An entry that is no figure.
     *
     * @param chapter whose it is; empty where a file does not say it
     * @param column the header of its column; empty where its row or the file as a whole is meant
     */
    public record UsgsProblem(String chapter, String commodity, String column, Unread unread) {

        /** The same as somebody should fix it. */
        public Problem problem() {
            return Problem.in(unread.file(), unread.line().orElse(0), column, unread.reason());
        }
    }

    /**
     * A file of a release.
     *
     * @param edition the release: {@code MCS2026}; empty where the file is none
     * @param sha256 of its bytes, in hexadecimal digits
     * @param entries its rows, or where a row has several figures, its cells
     * @param repeated those that say what another entry says too
     */
    public record UsgsFile(
            String name, String edition, String sha256, int entries, int figures, int repeated, int problems) {}

    /**
     * The dataset of a commodity or chapter, of whose figures alone this is, as {@link #of} gives them.
     *
     * @param name what the dataset is called, in small letters: {@code lithium}
     * @param resource the commodity, for titles: {@code Lithium}
     */
    public Dataset dataset(String name, String resource) {
        return new UsgsDataset(this).dataset(name, resource);
    }

    /** The name of the dataset of a commodity: {@code talc-and-pyrophyllite}. */
    public static String nameOf(String commodity) {
        return CommodityName.id(commodity);
    }

    /** All totals of world tables that have rows of countries, in the order of the files. */
    public ImmutableList<PrintedTotal> totals() {
        return PrintedTotal.of(this);
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(files, "file"),
                OneLine.count(figures, "figure"),
                OneLine.count(gaps, "gap"),
                OneLine.count(problems, "problem"));
    }
}
