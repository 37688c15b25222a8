package org.lodestone.core.usgs;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Problem;
import org.lodestone.core.text.Nearest;

/**
 * Everything that was found in files of releases: of each file every entry is a figure or a problem.
 *
 * @param files the files, as they were given
 * @param figures in the order of the files
 * @param problems by file, then by line
 */
public record UsgsReading(
        ImmutableList<UsgsFile> files, ImmutableList<UsgsFigure> figures, ImmutableList<UsgsProblem> problems) {

    /** The names under which its figures can be asked for: chapters and commodities, in the letters of a sentence. */
    public ImmutableSet<String> commodities() {
        return figures.stream()
                .flatMap(figure -> Stream.of(figure.chapter(), figure.commodity()))
                .map(CommodityName::inWords)
                .collect(toImmutableSet());
    }

    /**
     * The figures and problems of a commodity or a whole chapter, in the words of a release in any letters:
     * {@code lithium}, {@code Bauxite and alumina}. Files that only have a code of five letters in their names belong to what
     * begins with it. Throws if there is none of it.
     */
    public UsgsReading of(String name) {
        CommodityName wanted = CommodityName.of(name);
        Predicate<UsgsFigure> isWanted = wanted.isAChapterIn(figures)
                ? figure -> wanted.fits(figure.chapter())
                : figure -> wanted.fits(figure.commodity());
        List<UsgsFigure> found = figures.stream().filter(isWanted).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is not in these files. "
                    + Nearest.remedy(name, commodities(), "List what they have."));
        }
        return new UsgsReading(
                files,
                inFull(found, name),
                problems.stream()
                        .filter(problem -> wanted.fits(problem.chapter()) || wanted.fits(problem.commodity()))
                        .collect(toImmutableList()));
    }

    /** The figures, those of files that only have a code under a name in full. */
    private static ImmutableList<UsgsFigure> inFull(List<UsgsFigure> figures, String asked) {
        List<String> names = figures.stream()
                .map(UsgsFigure::commodity)
                .filter(name -> !CommodityName.isCode(name))
                .distinct()
                .toList();
        return figures.stream()
                .map(figure -> !CommodityName.isCode(figure.commodity())
                        ? figure
                        : figure.named(names.stream()
                                .filter(name -> CommodityName.of(name).fits(figure.commodity()))
                                .findFirst()
                                .orElse(asked)))
                .collect(toImmutableList());
    }

    /** What has to be read again by a person. */
    public ImmutableList<Problem> toBeFixed() {
        return problems.stream().map(UsgsProblem::problem).collect(toImmutableList());
    }

    /**
     * An entry that is no figure.
     *
     * @param chapter whose it is; empty where the file as a whole is meant
     */
    public record UsgsProblem(String chapter, String commodity, Problem problem) {}

    /**
     * A file of a release.
     *
     * @param edition the release: {@code MCS2026}; empty where the file is none
     * @param sha256 of its bytes, in hexadecimal digits
     * @param entries its rows, or where a row has several figures, its cells
     */
    public record UsgsFile(String name, String edition, String sha256, int entries, int figures, int problems) {}
}
