package org.lodestone.reports.sheet.rows;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on statistics: of each country a line for each statistic, and what is printed of several countries together. */
public final class StatisticSection {

    /** Figures of one statistic in one edition, by place and period. */
    private record Series(Measure measure, String edition, ImmutableList<Figure> figures) {

        List<Place> places() {
            return figures.stream().map(Figure::place).distinct().toList();
        }

        /** Whether it is of one country, year by year. */
        boolean isOfOneCountry() {
            return places().size() == 1
                    && figures.stream().allMatch(figure -> figure.period().kind() == Period.Kind.YEAR);
        }

        Unit unit() {
            return figures.get(0).unit();
        }

        Optional<Key> key(Place place, Period period) {
            return figures.stream()
                    .filter(figure ->
                            figure.place().equals(place) && figure.period().equals(period))
                    .findFirst()
                    .map(this::key);
        }

        Key key(Figure figure) {
            return Term.of(measure)
                    .of(Subject.of(figure.place()))
                    .at(figure.period())
                    .in(Case.of(edition));
        }
    }

    private final Dataset dataset;
    private final List<Series> all;

    private StatisticSection(Dataset dataset) {
        this.dataset = dataset;
        this.all = dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.STATISTIC)
                .flatMap(measure -> series(dataset, measure).stream())
                .toList();
    }

    /** The section; empty where the dataset has no statistics. */
    public static Optional<Part> of(Dataset dataset) {
        StatisticSection section = new StatisticSection(dataset);
        return section.all.isEmpty() ? Optional.empty() : Optional.of(section.part());
    }

    /** The figures of the default edition, or of the newest that has any. */
    private static Optional<Series> series(Dataset dataset, Measure measure) {
        Stream<String> newestFirst = dataset.editions().values().stream()
                .sorted(Comparator.comparing(Edition::released).reversed())
                .map(Edition::id);
        return Stream.concat(Stream.of(dataset.defaultEdition()), newestFirst)
                .map(edition -> new Series(measure, edition, dataset.figures(measure.id(), edition)))
                .filter(series -> !series.figures().isEmpty())
                .findFirst();
    }

    private Part part() {
        Model.Builder model = Model.builder();
        for (Series series : all) {
            series.figures()
                    .forEach(figure -> model.figure(
                            series.key(figure),
                            Value.of(figure.value()),
                            ValueUnit.of(figure.unit()),
                            figure.citation()));
        }
        List<Block> blocks = new ArrayList<>();
        byCountry().forEach((country, series) -> blocks.add(ofCountry(country, series)));
        all.stream().filter(series -> !series.isOfOneCountry()).forEach(series -> blocks.add(ofCountries(series)));
        String countries = byCountry().keySet().stream().map(Place::name).collect(joining(", "));
        return Part.of(
                Section.of(
                        "Statistics",
                        dataset.resource() + ": trade, use and prices as they are published"
                                + (countries.isEmpty() ? "" : " for " + countries),
                        "As printed, each line from one edition and in its own unit; nothing here enters a share or a sum",
                        blocks),
                model.build());
    }

    private Map<Place, List<Series>> byCountry() {
        return all.stream()
                .filter(Series::isOfOneCountry)
                .collect(Collectors.groupingBy(
                        series -> series.places().get(0), LinkedHashMap::new, Collectors.toList()));
    }

    private Table ofCountry(Place country, List<Series> series) {
        List<Period> years = series.stream()
                .flatMap(one -> one.figures().stream())
                .map(Figure::period)
                .distinct()
                .sorted()
                .toList();
        Table.YearBuilder table = Table.overYears(country.name(), years).id("country-statistics", country.name());
        for (Series one : series) {
            table.optional(label(one, country), one.unit().toString(), Shown.AS_IS, year -> one.key(country, year));
        }
        return table.build();
    }

    /** Its name without the country before it, and with its edition where that is not the default. */
    private String label(Series series, Place country) {
        String name = series.measure().name();
        String of = country.name() + ": ";
        String bare = name.startsWith(of) ? Words.byItself(name.substring(of.length())) : name;
        return series.edition().equals(dataset.defaultEdition())
                ? bare
                : bare + ", " + dataset.editionName(series.edition());
    }

    private Table ofCountries(Series series) {
        List<Period> periods = series.figures().stream()
                .map(Figure::period)
                .distinct()
                .sorted()
                .toList();
        Table.ListBuilder<Place> table = Table.of(series.measure().name() + ", " + series.unit(), series.places())
                .id("statistics", series.measure().name())
                .label("Country", Place::name)
                .sources();
        for (Period period : periods) {
            table.optional(period.toString(), Shown.AS_IS, place -> series.key(place, period));
        }
        return table.build();
    }
}
