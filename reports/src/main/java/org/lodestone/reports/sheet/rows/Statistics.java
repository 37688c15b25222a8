package org.lodestone.reports.sheet.rows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.chain.PrintedFigure;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The statistics of a dataset in a model: of each measure what its newest edition prints, and one by one what other editions
 * print, or none, and what is an outlook of somebody.
 */
public final class Statistics {

    private final Dataset dataset;
    private final ImmutableList<Series> series;
    private final ImmutableList<Single> singles;
    private final Model model;

    /** Figures of one statistic in one edition, by place and period. */
    public record Series(Measure measure, String edition, ImmutableList<Figure> figures) {

        List<Place> places() {
            return figures.stream().map(Figure::place).distinct().toList();
        }

        /** Whether it is of one country, year by year. */
        boolean isOfOneCountry() {
            return places().size() == 1
                    && figures.stream().allMatch(figure -> figure.period().kind() == Period.Kind.YEAR);
        }

        /** Its unit. */
        public Unit unit() {
            return figures.get(0).unit();
        }

        /** The key of a place in a period; empty where it has no such figure. */
        public Optional<Key> key(Place place, Period period) {
            return figures.stream()
                    .filter(figure ->
                            figure.place().equals(place) && figure.period().equals(period))
                    .findFirst()
                    .map(Series::key);
        }

        /** The key of one of its figures. */
        public static Key key(Figure figure) {
            return PrintedFigure.ofStatistic(figure);
        }

        /** Whether it has a figure, or a later one, of the same place and period. */
        private boolean tells(Figure other) {
            return other.scenarioCase().isEmpty()
                    && (other.edition().equals(edition)
                            || key(other.place(), other.period()).isPresent());
        }
    }

    /** A figure by itself. */
    public record Single(Figure figure, Key key) {}

    private Statistics(Dataset dataset) {
        this.dataset = dataset;
        List<Measure> measures = dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.STATISTIC)
                .filter(measure -> !isForecast(dataset, measure))
                .toList();
        Map<String, Series> newest = new LinkedHashMap<>();
        measures.forEach(measure -> series(dataset, measure).ifPresent(series -> newest.put(measure.id(), series)));
        this.series = ImmutableList.copyOf(newest.values());
        Model.Builder filled = Model.builder();
        Set<Key> taken = new HashSet<>();
        for (Series one : series) {
            one.figures().forEach(figure -> put(filled, figure, Series.key(figure)));
            one.figures().forEach(figure -> taken.add(Series.key(figure)));
        }
        List<Single> others = new ArrayList<>();
        for (Measure measure : measures) {
            Optional<Series> shown = Optional.ofNullable(newest.get(measure.id()));
            dataset.figures().stream()
                    .filter(figure -> figure.measure().id().equals(measure.id()))
                    .filter(figure -> shown.filter(one -> one.tells(figure)).isEmpty())
                    .forEach(figure -> {
                        Key key = Series.key(figure);
                        Key free = Numbered.free(
                                key, n -> key.in(Case.of(figure.scenarioCase() + ", print " + n)), taken::add);
                        others.add(new Single(figure, put(filled, figure, free)));
                    });
        }
        this.singles = ImmutableList.copyOf(others);
        this.model = filled.build();
    }

    /** Whether it is a supply of a forecast, which has its figures. */
    private static boolean isForecast(Dataset dataset, Measure measure) {
        return dataset.outlook().limits().stream()
                .anyMatch(limit -> limit.measure().equals(measure.id()));
    }

    /** The statistics of a dataset, of which there may be none. */
    public static Statistics of(Dataset dataset) {
        return new Statistics(dataset);
    }

    private static Key put(Model.Builder model, Figure figure, Key key) {
        return model.figure(key, Value.of(figure.value()), ValueUnit.of(figure.unit()), figure.citation());
    }

    /** The figures of the default edition, or of the newest that has any. */
    private static Optional<Series> series(Dataset dataset, Measure measure) {
        Stream<String> newestFirst = dataset.editions().values().stream()
                .sorted(Comparator.comparing(Edition::released).reversed())
                .map(Edition::id);
        return Stream.concat(Stream.of(dataset.defaultEdition()), newestFirst)
                .map(edition -> new Series(measure, edition, observed(dataset.figures(measure.id(), edition))))
                .filter(series -> !series.figures().isEmpty())
                .findFirst();
    }

    private static ImmutableList<Figure> observed(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.scenarioCase().isEmpty())
                .collect(ImmutableList.toImmutableList());
    }

    /** Statistics as the newest edition of each prints them. */
    public ImmutableList<Series> series() {
        return series;
    }

    /** Statistics of other editions, or of none. */
    public ImmutableList<Single> singles() {
        return singles;
    }

    /** The figures that the newest edition of each statistic prints, one by one. */
    public Stream<Single> newest() {
        return series.stream()
                .flatMap(one -> one.figures().stream())
                .map(figure -> new Single(figure, Series.key(figure)));
    }

    /** Everything that stands behind the keys. */
    public Model model() {
        return model;
    }

    /** The statistics of each country by itself, year by year. */
    public ImmutableListMultimap<Place, Series> byCountry() {
        return Multimaps.index(
                series.stream().filter(Series::isOfOneCountry).toList(),
                one -> one.places().get(0));
    }

    /** Statistics of several places, or of other periods than years. */
    public List<Series> byPlace() {
        return series.stream().filter(one -> !one.isOfOneCountry()).toList();
    }

    /** Its name without the country before it, and with its edition where that is not the default. */
    public String label(Series one, Place country) {
        String bare = label(one.measure(), country);
        return one.edition().equals(dataset.defaultEdition()) ? bare : bare + ", " + dataset.editionName(one.edition());
    }

    /** Whose outlook a figure is, or else its edition. */
    public String by(Figure figure) {
        return figure.scenarioCase().isEmpty() ? dataset.editionName(figure.edition()) : figure.scenarioCase();
    }

    /** The name of a measure without the country before it. */
    public static String label(Measure measure, Place country) {
        String of = country.name() + ": ";
        return measure.name().startsWith(of) ? Words.byItself(measure.name().substring(of.length())) : measure.name();
    }
}
