package org.lodestone.reports.sheet.rows;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on statistics: of each country a line for each statistic, and what is printed of several countries together. */
public record StatisticSection(Dataset dataset, Statistics statistics) {

    /** The section; empty where the dataset has no statistics. */
    public static Optional<Part> of(Dataset dataset) {
        StatisticSection section = new StatisticSection(dataset, Statistics.of(dataset));
        return section.statistics.model().contents().isEmpty() ? Optional.empty() : Optional.of(section.part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Multimaps.asMap(statistics.byCountry()).forEach((country, series) -> blocks.add(ofCountry(country, series)));
        statistics.byPlace().forEach(series -> blocks.add(ofCountries(series)));
        blocks.add(single());
        String countries =
                statistics.byCountry().keySet().stream().map(Place::name).collect(joining(", "));
        return Part.of(
                Section.of(
                        "Statistics",
                        dataset.resource() + ": trade, use and prices as they are published"
                                + (countries.isEmpty() ? "" : " for " + countries),
                        "As printed, each line from one edition and in its own unit; nothing here enters a share or a sum",
                        Block.withContent(blocks)),
                statistics.model());
    }

    private Table ofCountry(Place country, List<Statistics.Series> series) {
        Table.YearBuilder table =
                Table.overYears(country.name(), periods(series)).id("country-statistics", country.name());
        for (Statistics.Series one : series) {
            table.optional(
                    statistics.label(one, country), one.unit().toString(), Shown.AS_IS, year -> one.key(country, year));
        }
        return table.build();
    }

    private static List<Period> periods(List<Statistics.Series> series) {
        return series.stream()
                .flatMap(one -> one.figures().stream())
                .map(Figure::period)
                .distinct()
                .sorted()
                .toList();
    }

    private Table ofCountries(Statistics.Series series) {
        Table.ListBuilder<Place> table = Table.of(series.measure().name() + ", " + series.unit(), series.places())
                .id("statistics", series.measure().name())
                .label("Country", Place::name)
                .sources();
        for (Period period : periods(List.of(series))) {
            table.optional(period.toString(), Shown.AS_IS, place -> series.key(place, period));
        }
        return table.build();
    }

    /** Statistics that the newest edition does not print. */
    private Table single() {
        return Table.of("What other editions print, or none", statistics.singles())
                .id("single-statistics")
                .label("Statistic", single -> single.figure().measure().name())
                .sources()
                .words("Of", single -> single.figure().place().name())
                .words("Period", single -> single.figure().period().toString())
                .words("By", single -> statistics.by(single.figure()))
                .value("As printed", Shown.AS_IS, Statistics.Single::key)
                .unit(single -> single.figure().unit().toString())
                .build();
    }
}
