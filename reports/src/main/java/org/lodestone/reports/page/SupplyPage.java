package org.lodestone.reports.page;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Panel;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supply;

/**
 * The page on a measure of supply: what was, as last revised, and what the chosen scenario expects, in one table.
 *
 * <p>Reserves, mining and separation are this page with another measure. Rows are the places of the forecast, or the largest ones
 * where there is none; the rest of the total is one row.
 */
final class SupplyPage {

    /** So many observed years stand before a forecast, and without one. */
    private static final int YEARS_BEFORE_FORECAST = 4;

    private static final int YEARS = 6;
    /** So many places are named where no forecast says which. */
    private static final int NAMED = 6;

    private static final int LARGEST = 3;

    private final Dataset dataset;
    private final Supply used;
    private final ImmutableSortedMap<Period, Supply> editions;
    private final Optional<SupplyForecast> forecast;
    private final Optional<Conclusion> slowing;
    private final Optional<ForecastStudy> study;
    private final ImmutableList<Period> years;
    private final ImmutableList<Place> named;
    private final Term term;
    private final Model.Builder model = Model.builder();

    private SupplyPage(Analyses analyses, Supply used) {
        this.dataset = analyses.dataset();
        this.used = used;
        String measure = used.measure().id();
        this.editions = editions(analyses, used);
        this.study = analyses.forecast();
        this.forecast = study.flatMap(one -> one.chosen().supply(measure));
        this.slowing = study.stream()
                .flatMap(one -> one.chosen().conclusions().stream())
                .filter(one -> one.kind() == Conclusion.Kind.GROWTH_BELOW
                        && one.measure().equals(measure))
                .findFirst();
        this.years = years();
        this.named = named();
        this.term = Term.of(used.measure()).sub("page");
        editions.values().forEach(supply -> model.include(supply.model()));
        forecast.ifPresent(one -> model.include(one.model()));
    }

    /** The page of a measure; empty where no shares follow from its figures. */
    static Optional<Part> of(Analyses analyses, String name, Section.Group group, Measure measure) {
        return analyses.supplies()
                .supply(measure.id())
                .filter(supply ->
                        supply.hasShares(supply.latest()) && supply.places().size() > 1)
                .map(supply -> new SupplyPage(analyses, supply).part(name, group));
    }

    /** The supply that each observed year is taken from: the newest edition that has it. */
    private static ImmutableSortedMap<Period, Supply> editions(Analyses analyses, Supply used) {
        ImmutableSortedMap.Builder<Period, Supply> own = ImmutableSortedMap.naturalOrder();
        analyses.supplies()
                .history(used.measure().id())
                .ifPresentOrElse(
                        history -> history.editions().forEach((year, supply) -> {
                            if (supply.observed().contains(year)) {
                                own.put(year, supply);
                            }
                        }),
                        () -> used.observed().forEach(year -> own.put(year, used)));
        return own.build();
    }

    private ImmutableList<Period> years() {
        List<Period> observed = editions.keySet().asList();
        int shown = forecast.isPresent() ? YEARS_BEFORE_FORECAST : YEARS;
        return Stream.concat(
                        observed.stream().skip(Math.max(0, observed.size() - shown)),
                        forecast.stream()
                                .flatMap(one -> one.years().stream())
                                .filter(year -> year.compareTo(latest()) > 0))
                .collect(ImmutableList.toImmutableList());
    }

    private Period latest() {
        return last(editions.keySet().asList());
    }

    private Period end() {
        return last(years);
    }

    private static Period last(List<Period> years) {
        return years.get(years.size() - 1);
    }

    private Supply newest() {
        return edition(latest());
    }

    private ImmutableList<Place> named() {
        List<Place> places = forecast.map(SupplyForecast::places).orElse(newest().places());
        return places.stream()
                .filter(place -> place.kind() != Place.Kind.OTHER)
                .limit(forecast.isPresent() ? places.size() : NAMED)
                .collect(ImmutableList.toImmutableList());
    }

    // ---------------------------------------------------------------- values

    /** What a place supplies in a year, as its edition has it or the forecast says; a dash where the edition names it not. */
    private Key amount(Place place, Period year) {
        if (year.compareTo(latest()) > 0) {
            return forecast.orElseThrow().amount(place, year);
        }
        Supply supply = edition(year);
        return supply.places().contains(place)
                ? supply.amount(place, year)
                : model.label(term.sub("not named").of(Subject.of(place)).at(year), Words.NONE);
    }

    private Supply edition(Period year) {
        return Optional.ofNullable(editions.get(year)).orElseThrow();
    }

    private Key total(Period year) {
        return year.compareTo(latest()) > 0
                ? forecast.orElseThrow().total(year)
                : edition(year).total(year);
    }

    private List<Key> amounts(Period year) {
        return named.stream().map(place -> amount(place, year)).toList();
    }

    /** What the places not named supply together. */
    private Key others(Period year) {
        return model.calculation(
                term.sub("other countries").key().at(year), total(year).ref().minus(sumOfKnown(span(amounts(year)))));
    }

    private Key share(Place place, Period year) {
        return model.calculation(
                term.sub("share").of(Subject.of(place)).at(year),
                Concentration.share(amount(place, year).ref(), total(year).ref()));
    }

    private Key othersShare(Period year) {
        return model.calculation(
                term.sub("share of other countries").key().at(year),
                Concentration.share(others(year).ref(), total(year).ref()));
    }

    /** Growth on the year before, within the year's edition; in the forecast, of the total. */
    private Optional<Key> growth(Period year) {
        if (year.compareTo(latest()) <= 0) {
            return edition(year).growth(year);
        }
        return forecast.map(one -> one.growth(year));
    }

    /** Compound growth from the latest observed year to the end of the forecast. */
    private Key compound(String of, Key first, Key last) {
        Key between = model.label(term.sub("years ahead").key(), end().year() - latest().year());
        return model.calculation(
                term.sub("growth a year").of(Subject.of(of)), Growth.compound(last.ref(), first.ref(), between.ref()));
    }

    private Key compoundOfTotal() {
        return compound("total", total(latest()), total(end()));
    }

    private Key threeLargest(Period year) {
        List<Key> places = IntStream.rangeClosed(1, LARGEST)
                .mapToObj(place -> model.label(term.sub("place").of(Subject.of(Integer.toString(place))), place))
                .toList();
        return model.calculation(
                term.sub("three largest").key().at(year),
                Concentration.largest(amounts(year), places, total(year).ref()));
    }

    private Key hhi(Period year) {
        List<Key> all = new ArrayList<>(amounts(year));
        all.add(others(year));
        return model.calculation(
                term.sub("HHI, other countries as one").key().at(year),
                Concentration.hhi(all, total(year).ref()));
    }

    private Place leader() {
        return newest().places().get(0);
    }

    private String unit() {
        return used.measure().unit().toString();
    }

    private Shown shown() {
        return unit().startsWith("k") || unit().startsWith("M") ? Shown.ONE_DECIMAL : Shown.WHOLE;
    }

    // ---------------------------------------------------------------- sentences

    private Block.Sentence live(String what, Saying saying) {
        return Block.Sentence.live(model.calculation(term.sub(what).key(), saying.formula()));
    }

    private Saying title() {
        Period latest = latest();
        return say(
                "{leader} has {share} of {measure} in {year}{growth}{ahead}",
                with("leader", leader().name())
                        .with("share", percent(share(leader(), latest).ref(), 0))
                        .with("measure", Words.inSentence(used.measure().name()))
                        .with("year", latest.toString())
                        .with(
                                "growth",
                                growth(latest)
                                        .map(growth -> say(
                                                "; the total moved {growth}",
                                                with("growth", signedPercent(growth.ref(), 1)))))
                        .with("ahead", forecast.map(one -> ahead())));
    }

    private Saying ahead() {
        return say(
                "{comma} {growth} a year to {end} in {scenario}",
                with("comma", growth(latest()).isPresent() ? " and" : "; the total moves")
                        .with("growth", signedPercent(compoundOfTotal().ref(), 1))
                        .with("end", end().toString())
                        .with("scenario", Scenarios.SELECTOR));
    }

    /** What the newest edition made of the one used; otherwise what the measure is. */
    private Block.Sentence standfirst() {
        Period year = used.latest();
        Supply newest = newest();
        if (newest.edition().equals(used.edition()) || !newest.years().contains(year)) {
            return Block.Sentence.plain(used.measure().description());
        }
        return live(
                "standfirst",
                say(
                        "{used} has {before} {unit} for {year}{growth}; {newest} has {after}.",
                        with("used", dataset.editionName(used.edition()))
                                .with("before", used.total(year).ref().fixed(0))
                                .with("unit", unit())
                                .with("year", year.toString())
                                .with(
                                        "growth",
                                        used.growth(year)
                                                .map(growth -> say(
                                                        ", {growth} on the year",
                                                        with("growth", signedPercent(growth.ref(), 2)))))
                                .with("newest", dataset.editionName(newest.edition()))
                                .with("after", newest.total(year).ref().fixed(0))));
    }

    private Saying totals() {
        return say(
                "{first} {unit} in {from}, {now} in {latest}{ahead}",
                with("first", total(years.get(0)).ref().fixed(digits()))
                        .with("unit", unit())
                        .with("from", years.get(0).toString())
                        .with("now", total(latest()).ref().fixed(digits()))
                        .with("latest", latest().toString())
                        .with(
                                "ahead",
                                forecast.map(one -> say(
                                        ", {then} in {end}",
                                        with("then", total(end()).ref().fixed(digits()))
                                                .with("end", end().toString())))));
    }

    private int digits() {
        return shown() == Shown.WHOLE ? 0 : 1;
    }

    private Saying shares() {
        return say(
                "{leader}: {share} in {year}{ahead}; three largest {three}",
                with("leader", leader().name())
                        .with("share", percent(share(leader(), latest()).ref(), 1))
                        .with("year", latest().toString())
                        .with(
                                "ahead",
                                forecast.map(one -> say(
                                        ", {then} in {end}",
                                        with(
                                                        "then",
                                                        percent(
                                                                share(leader(), end())
                                                                        .ref(),
                                                                1))
                                                .with("end", end().toString()))))
                        .with("three", percent(threeLargest(latest()).ref(), 1)));
    }

    // ---------------------------------------------------------------- exhibits

    private Part part(String name, Section.Group group) {
        List<Block> blocks = new ArrayList<>();
        Exhibit amounts = Exhibit.of(
                live("totals", totals()),
                used.measure().name() + ", " + unit()
                        + forecast.map(one -> "; E: forecast").orElse(""),
                stacked());
        blocks.add(growths().<Block>map(growth -> Pair.of(amounts, growth)).orElse(amounts));
        blocks.add(Exhibit.of(
                        live("shares", shares()),
                        used.measure().name() + " by country, " + unit() + ", each year as last revised",
                        table())
                .withNotes(note()));
        Section page = Section.page(name, group, live("title", title()), standfirst(), blocks);
        return Part.builder(model)
                .section(page)
                .panel(Panel.Place.EXHIBIT, used.measure().kind() == Measure.Kind.RESERVES ? 40 : 50, amounts)
                .build();
    }

    private String note() {
        return "Years of different editions do not compare, so growth is taken within one edition. A country that an edition"
                + " does not name is in other countries (" + Words.NONE + "). n/a: no earlier year in that edition."
                + " Every edition stands side by side on Editions.";
    }

    private Chart stacked() {
        Chart.Builder stack = Chart.stack(used.measure().name(), unit());
        for (Place place : named.subList(0, Math.min(4, named.size()))) {
            stack.series(place.name(), over(year -> amount(place, year)));
        }
        return stack.others("All others", over(this::notDrawn))
                .total("World", over(this::total))
                .labelled(shown())
                .forecastFrom(firstAhead())
                .build();
    }

    /** The first year that is no observation. */
    private Period firstAhead() {
        return Period.year(latest().year() + 1);
    }

    /** What the places that the chart does not name supply together. */
    private Key notDrawn(Period year) {
        List<Key> drawn = amounts(year).subList(0, Math.min(4, named.size()));
        return model.calculation(
                term.sub("not drawn").key().at(year), total(year).ref().minus(sumOfKnown(span(drawn))));
    }

    private Formula.Span over(Function<Period, Key> value) {
        return span(years.stream().map(value).toList());
    }

    private Optional<Block> growths() {
        List<Key> known = years.stream().flatMap(year -> growth(year).stream()).toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        Chart.Builder chart = Chart.columns("Growth on the year", "%")
                .series("Growth", span(known))
                .labelled(Shown.PERCENT)
                .forecastFrom(firstAhead());
        study.ifPresent(one -> slowing.ifPresent(conclusion -> toBeat(chart, threshold(one, conclusion))));
        Saying finding = forecast.isEmpty()
                ? say(
                        "Growth of {growth} in {year}",
                        with("growth", signedPercent(known.get(known.size() - 1).ref(), 1))
                                .with("year", latest().toString()))
                : say(
                        "Growth averages {growth} a year to {end}{against}",
                        with("growth", percent(compoundOfTotal().ref(), 1))
                                .with("end", end().toString())
                                .with("against", slowing.flatMap(this::against)));
        return Optional.of(Exhibit.of(
                live("growth", finding), "Growth on the year, %, within one edition; E: forecast", chart.build()));
    }

    /** The growth below which supply slows, as a line across the columns. */
    private void toBeat(Chart.Builder chart, Formula threshold) {
        Key level = model.calculation(term.sub("growth to beat").key(), threshold.over(Definitions.HUNDRED));
        Key name = model.calculation(
                term.sub("growth to beat in words").key(),
                Formula.sentence(Formula.text("To beat: "), percent(level.ref(), 2)));
        chart.level(name, level);
    }

    private static Formula threshold(ForecastStudy study, Conclusion conclusion) {
        return study.scenarios()
                .key(conclusion.threshold(), study.chosen().in())
                .ref();
    }

    private Optional<Saying> against(Conclusion conclusion) {
        return study.map(one -> say(
                "; the mark to beat is {threshold}%",
                with("threshold", threshold(one, conclusion).fixed(2))));
    }

    private Table table() {
        Table.YearBuilder table = Table.overYears("", years);
        forecast.ifPresent(one -> years.stream()
                .filter(year -> year.compareTo(latest()) > 0)
                .findFirst()
                .ifPresent(table::forecastFrom));
        List<String> extras = new ArrayList<>(List.of("Share " + latest()));
        if (forecast.isPresent()) {
            extras.add("Share " + end() + "E");
            extras.add("Growth a year");
        }
        table.extras(extras);
        for (Place place : named) {
            table.row(place.name(), unit(), shown(), year -> Optional.of(amount(place, year)), extras(place));
        }
        table.row("Other countries", unit(), shown(), year -> Optional.of(others(year)), othersExtras());
        table.total(
                "World, sum of rows",
                unit(),
                shown(),
                year -> Optional.of(total(year)),
                forecast.isEmpty()
                        ? new Cell[] {}
                        : new Cell[] {Cell.BLANK, Cell.BLANK, new Cell.Of(compoundOfTotal(), Shown.PERCENT)});
        table.row("Growth on the year", "%", Shown.PERCENT, this::growth);
        table.row(leader() + ", share", "%", Shown.PERCENT, year -> Optional.of(share(leader(), year)));
        table.row("Three largest", "%", Shown.PERCENT, year -> Optional.of(threeLargest(year)));
        table.row("HHI, other countries as one", "0 to 10,000", Shown.WHOLE, year -> Optional.of(hhi(year)));
        return table.build();
    }

    private Cell[] extras(Place place) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Of(share(place, latest()), Shown.PERCENT)));
        if (forecast.isPresent()) {
            cells.add(new Cell.Of(share(place, end()), Shown.PERCENT));
            cells.add(
                    new Cell.Of(compound(place.name(), amount(place, latest()), amount(place, end())), Shown.PERCENT));
        }
        return cells.toArray(Cell[]::new);
    }

    private Cell[] othersExtras() {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Of(othersShare(latest()), Shown.PERCENT)));
        if (forecast.isPresent()) {
            cells.add(new Cell.Of(othersShare(end()), Shown.PERCENT));
            cells.add(new Cell.Of(compound("other countries", others(latest()), others(end())), Shown.PERCENT));
        }
        return cells.toArray(Cell[]::new);
    }
}
