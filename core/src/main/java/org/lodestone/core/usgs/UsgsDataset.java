package org.lodestone.core.usgs;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;
import org.lodestone.core.usgs.UsgsReading.UsgsProblem;

/**
 * Makes a dataset of what releases say about a commodity.
 *
 * <p>Production, capacity and reserves of the world become measures of a short chain (mining, smelting, refining); what is
 * printed of the United States alone become statistics. Several releases become editions of the same measures, and the
 * newest is the one that is used.
 */
final class UsgsDataset {

    private static final String SERIES = "USGS Mineral Commodity Summaries";

    private final UsgsReading reading;
    private final UsgsMeasures measures;
    private final List<String> editions;

    /** That of the figures of a commodity or chapter, as {@link UsgsReading#of} gives them. */
    UsgsDataset(UsgsReading reading) {
        this.reading = reading;
        this.editions = reading.rows().stream()
                .map(UsgsFigure::edition)
                .distinct()
                .sorted()
                .toList();
        this.measures = new UsgsMeasures(worldFirst(), Lists.reverse(editions));
    }

    /**
     * The dataset of a commodity or chapter.
     *
     * @param name what the dataset is called, in small letters: {@code lithium}
     * @param resource the commodity, for titles: {@code Lithium}
     */
    Dataset dataset(String name, String resource) {
        String newest = editions.get(editions.size() - 1);
        return Dataset.builder(name)
                .title(resource)
                .resource(resource)
                .subject("What the Mineral Commodity Summaries of the U.S. Geological Survey print")
                .defaultEdition(newest)
                .gathered(released(newest))
                .sources(Maps.uniqueIndex(editions.stream().map(this::source).toList(), Source::id))
                .bases(bases())
                .editions(Maps.uniqueIndex(editions.stream().map(this::edition).toList(), Edition::id))
                .chain(Chain.of(measures.stages()))
                .measures(Maps.uniqueIndex(measures.all(), Measure::id))
                .figures(figures())
                .unread(reading.problems().stream().map(this::unread).distinct().toList())
                .build();
    }

    private ImmutableList<Figure> figures() {
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        for (UsgsFigure figure : worldFirst()) {
            Measure measure = measures.measure(figure);
            figures.add(new Figure(
                    measure,
                    figure.place(),
                    figure.period(),
                    "",
                    figure.edition(),
                    "",
                    figure.value(),
                    figure.unit().dimension() == Dimension.MASS
                            ? figure.unit().on(measure.unit().basis())
                            : figure.unit(),
                    new Citation(
                            ImmutableList.of(sourceId(figure.edition())),
                            Reliability.READ,
                            reading.sums().contains(figure) ? How.DERIVED : How.REPORTED,
                            String.join(" ", measures.ownNotes(figure)))));
        }
        return figures.build();
    }

    /** The unread entry, under the name of the measure it would have been of, where that is known. */
    private Unread unread(UsgsProblem problem) {
        Unread unread = problem.unread();
        return new Unread(
                unread.file(),
                unread.line(),
                unread.place(),
                measures.nameFor(unread.measure()),
                unread.period(),
                unread.text(),
                unread.reason());
    }

    private List<UsgsFigure> worldFirst() {
        return reading.rows().stream()
                .sorted(Comparator.comparing(UsgsFigure::table))
                .toList();
    }

    private ImmutableList<Basis> bases() {
        return measures.all().stream()
                .filter(measure -> measure.unit().dimension() == Dimension.MASS)
                .map(measure -> measure.unit().basis())
                .distinct()
                .map(basis -> new Basis(basis, Bases.name(basis), ""))
                .collect(toImmutableList());
    }

    private Edition edition(String id) {
        return new Edition(
                id, name(id), "U.S. Geological Survey", released(id), SERIES, ImmutableList.of(sourceId(id)));
    }

    /** The release with the files that were read of it, so that anybody can tell whether theirs are the same. */
    private Source source(String edition) {
        Set<String> used = reading.rows().stream()
                .filter(figure -> figure.edition().equals(edition))
                .map(UsgsFigure::file)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String files = reading.files().stream()
                .filter(file -> used.contains(file.name()))
                .map(UsgsDataset::named)
                .collect(Collectors.joining("; "));
        return new Source(
                sourceId(edition),
                "U.S. Geological Survey, Mineral Commodity Summaries " + year(edition) + ", data release, " + files,
                Optional.of("USGS " + name(edition)),
                Optional.of("https://doi.org/10.3133/mcs" + year(edition)));
    }

    private static String named(UsgsFile file) {
        return file.name() + " (SHA-256 " + file.sha256().substring(0, 16) + "…)";
    }

    private static String sourceId(String edition) {
        return "usgs-mcs-" + year(edition);
    }

    private static Period released(String edition) {
        return Period.parse(year(edition));
    }

    private static String name(String edition) {
        return "MCS " + year(edition);
    }

    private static String year(String edition) {
        return edition.substring("MCS".length());
    }
}
