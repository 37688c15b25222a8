package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.whetherAbove;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.risk.Turning;
import org.lodestone.reports.internal.supply.ReserveLife;
import org.lodestone.reports.internal.supply.SecondUnit;
import org.lodestone.reports.internal.supply.WhatIsKnown;
import org.lodestone.reports.internal.words.GrowthWords;
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
 * <p>Reserves, mining and separation are this page with another measure. Of reserves it says how long they last.
 */
final class SupplyPage {

    /** Most countries that the front page names. */
    private static final int MOST_LARGEST = 8;

    /** The most letters of a unit that stand beside an amount on one line. */
    private static final int LONGEST_UNIT = 14;

    /** The countries that have no row, of which a source may call some other countries. */
    private static final String OTHERS = "All other countries";

    private static final String DIFFERENT_COUNTRIES =
            "Totals compare only between years in which the same countries have a figure.";

    /** The most years of life that are told; of more it does not matter how many. */
    private static final int LONGEST_LIFE = 1_000;

    private static final double THOUSAND_UNITS = 1_000;

    private final Dataset dataset;
    private final Supply used;
    private final Measure measure;
    private final SupplyYears years;
    private final Optional<ForecastStudy> study;
    private final Optional<ReserveLife> life;
    private final Optional<SecondUnit> second;
    private final Model.Builder model = Model.builder();
    private final Term term;
    private final PageSentences said;

    private SupplyPage(Analyses analyses, Supply used) {
        this.term = Term.of(used.measure()).sub("page");
        this.dataset = analyses.dataset();
        this.used = used;
        this.measure = used.measure();
        this.study = analyses.forecast();
        this.years = new SupplyYears(analyses, used, term, model);
        this.life = measure.kind() == Measure.Kind.RESERVES
                ? ReserveLife.of(analyses.supplies(), years.newest())
                : Optional.empty();
        life.ifPresent(known -> model.include(known.model()));
        this.second = SecondUnit.of(dataset, measure).map(unit -> unit.in(model));
        this.said = new PageSentences(model, term);
    }

    /** The page of a measure; empty where no shares follow from its figures. */
    static Optional<Part> of(Analyses analyses, String name, Section.Group group, Measure measure) {
        return analyses.supplies()
                .supply(measure.id())
                .filter(supply -> !supply.observed().isEmpty())
                .filter(supply ->
                        supply.hasShares(supply.latest()) && supply.places().size() > 1)
                .map(supply -> new SupplyPage(analyses, supply).part(name, group));
    }

    private Part part(String name, Section.Group group) {
        Exhibit amounts = amounts();
        Block top = growths()
                .or(this::shareOfLeader)
                .<Block>map(beside -> Pair.of(amounts, beside))
                .orElse(amounts);
        Section page = Section.page(name, group, said.live("title", title()), standfirst(), List.of(top, byCountry()));
        return Part.builder(model)
                .section(page)
                .panel(Panel.Place.EXHIBIT, measure.kind() == Measure.Kind.RESERVES ? 40 : 50, amounts)
                .panel(Panel.Place.TABLE, measure.kind() == Measure.Kind.RESERVES ? 4 : 5, largest())
                .build();
    }

    private String unit() {
        return measure.unit().toString();
    }

    /** The unit beside an amount; one too long to stand in each row is that of the caption. */
    private String unitOfRow() {
        return unit().length() > LONGEST_UNIT ? "" : unit();
    }

    private Shown shown() {
        return Shown.of(measure.unit());
    }

    /** An amount in a sentence: one of thousands is read without decimals. */
    private Formula inSentence(Key amount) {
        double total = used.value(used.total(used.latest())).number().orElse(0);
        return amount.ref().fixed(total < THOUSAND_UNITS ? shown().decimals() : 0);
    }

    // ---------------------------------------------------------------- head

    private Saying title() {
        Period latest = years.latest();
        return say(
                        "{leader} has {share} of {measure} in {year}{trend}{life}",
                        with("leader", years.leader().name())
                                .with(
                                        "share",
                                        percent(
                                                years.share(years.leader(), latest)
                                                        .ref(),
                                                0))
                                .with("measure", whatIsKnown())
                                .with("year", latest.toString())
                                .with("trend", trend())
                                .with("life", life.map(this::lasting)))
                .orIfUnknown(shareNotKnown());
    }

    private Saying shareNotKnown() {
        return say(
                "The share of {leader} in {measure} of {year} is not known: a figure is missing",
                with("leader", years.leader().name())
                        .with("measure", whatIsKnown())
                        .with("year", years.latest().toString()));
    }

    /** The measure, of which a share is: of the known part, where the figure of a country is not published. */
    private String whatIsKnown() {
        return WhatIsKnown.before(years.newest(), years.latest()) + Words.inSentence(measure.name());
    }

    /** How the total grew and grows, as far as that is known. */
    private Optional<Saying> trend() {
        Optional<Saying> grew = years.growth(years.latest()).map(SupplyPage::grew);
        Optional<Saying> grows = years.hasForecast() ? Optional.of(grows(years)) : Optional.empty();
        if (grew.isEmpty() || grows.isEmpty()) {
            return grew.or(() -> grows)
                    .map(one ->
                            say("; the total {moves}", with("moves", one)).orIfUnknown("; its growth is not known"));
        }
        return Optional.of(say(
                        "; the total {grew} and {grows}", with("grew", grew).with("grows", grows))
                .orIfUnknown(say(
                        "; the total {grew}, growth to {end} is not known",
                        with("grew", grew).with("end", years.end().toString())))
                .orIfUnknown(say("; the total {grows}, growth so far is not known", with("grows", grows)))
                .orIfUnknown("; its growth is not known"));
    }

    private static Saying grew(Key growth) {
        return say("{grew}", with("grew", GrowthWords.grew(growth.ref(), 1)));
    }

    /** How long reserves last; nothing where nobody would believe it, since then one of the two units is in doubt. */
    private Saying lasting(ReserveLife known) {
        Formula over = known.years(Place.WORLD).ref();
        Saying clause = say(
                "; at the output of {year} reserves last {years} years",
                with("year", known.year().toString()).with("years", over.fixed(0)));
        return say("{clause}", with("clause", known.isBelievable().then(clause.clause(), text(""))))
                .orIfUnknown("; how long they last is not known");
    }

    private static Saying grows(SupplyYears years) {
        return say(
                "{grows} a year to {end} in {scenario}",
                with("grows", GrowthWords.grows(years.compoundOfTotal().ref(), 1))
                        .with("end", years.end().toString())
                        .with("scenario", Scenarios.IN_FORCE));
    }

    /** A sentence that sets the newest edition against the one used; where they are the same, the description of the measure. */
    private Block.Sentence standfirst() {
        Supply newest = years.newest();
        if (newest.edition().equals(used.edition())) {
            return Block.Sentence.plain(measure.description());
        }
        Period year = used.latest();
        Period revised = newest.years().contains(year) ? year : newest.latest();
        return said.live(
                "standfirst",
                say(
                        "{used}; {newest}. {measure}",
                        with("used", total(used, year, unit(), used.growth(year)))
                                .with("newest", total(newest, revised, "", Optional.empty()))
                                .with("measure", measure.description())));
    }

    /** A sentence on an edition's total for a year. */
    private Saying total(Supply supply, Period year, String unit, Optional<Key> growth) {
        String edition = dataset.editionName(supply.edition());
        return say(
                        "{edition} has {total}{unit}{known} for {year}{growth}",
                        with("edition", edition)
                                .with("total", inSentence(supply.total(year)))
                                .with("known", inKnownRows(supply.allKnown(year)))
                                .with("unit", unit.isEmpty() ? "" : " " + unit)
                                .with("year", year.toString())
                                .with("growth", growth.map(SupplyPage::more)))
                .orIfUnknown(say(
                        "{edition} has no total for {year} that is known",
                        with("edition", edition).with("year", year.toString())));
    }

    private static Saying more(Key growth) {
        return say(
                        ", {growth} {more} than the year before",
                        with("growth", percent(growth.ref().magnitude(), 2))
                                .with("more", growth.ref().isAtLeast(ZERO).then(text("more"), text("less"))))
                .orIfUnknown(", by how much it grew is not known");
    }

    // ---------------------------------------------------------------- charts

    private Exhibit amounts() {
        Exhibit bare = Exhibit.of(
                said.live("totals", totals()),
                measure.name() + ", " + unit() + asRevised(),
                years.all().size() == 1 ? bars() : stacked());
        Exhibit exhibit = years.isComparable() ? bare : bare.withNotes(DIFFERENT_COUNTRIES);
        return life.flatMap(ReserveLife::doubt)
                .map(doubt -> exhibit.withNote(said.live("doubt", doubt)))
                .orElse(exhibit);
    }

    /** What a caption says of its years. */
    private String asRevised() {
        return (years.all().size() > 1 ? ", each year as last revised" : "")
                + (years.hasForecast() ? "; E: forecast" : "");
    }

    private Chart bars() {
        return Chart.bars(measure.name(), unit())
                .series(
                        measure.name(),
                        span(years.named().stream()
                                .map(place -> years.amount(place, years.latest()))
                                .toList()))
                .labelled(shown())
                .build();
    }

    private Chart stacked() {
        Chart.Builder stack = Chart.stack(measure.name(), unit());
        for (Place place : years.drawn()) {
            stack.series(place.name(), years.over(year -> years.amount(place, year)));
        }
        if (years.hasNotDrawn()) {
            stack.others("All others", years.over(years::notDrawn));
        }
        stack.total("World", years.over(years::total)).labelled(shown());
        return withForecast(stack).build();
    }

    private Chart.Builder withForecast(Chart.Builder chart) {
        years.firstExpected().ifPresent(chart::forecastFrom);
        return chart;
    }

    private Saying totals() {
        Key now = years.total(years.latest());
        return say(
                "{before}{now}{known} in {latest}{second}{ahead}",
                with("before", years.firstComparable().equals(years.latest()) ? text("") : before(now))
                        .with("known", inKnownRows(years.allKnown(years.latest())))
                        .with(
                                "now",
                                now.ref()
                                        .isKnown()
                                        .then(
                                                sentence(inSentence(now), text(" " + unit())),
                                                text("The total is not known")))
                        .with("latest", years.latest().toString())
                        .with("second", second.map(unit -> unit.inBrackets(now.ref())))
                        .with("ahead", years.hasForecast() ? atTheEnd() : text("")));
    }

    /** Of the total of a year, that it is of the known rows, where the figure of a country is not published. */
    private static String inKnownRows(boolean allKnown) {
        return allKnown ? "" : " in known rows";
    }

    /** The same of a share. */
    private String ofKnownRows(Period year) {
        return years.allKnown(year) ? "" : " of known rows";
    }

    /** The first total that the latest compares with, which it does until one of the two years lacks a figure that it had. */
    private Formula before(Key now) {
        Key first = years.total(years.firstComparable());
        Saying from = say(
                "From {first} in {from} to ",
                with("first", inSentence(first))
                        .with("from", years.firstComparable().toString()));
        Formula asKnown = years.hasAsManyFigures(years.firstComparable()).and(years.hasAsManyFigures(years.latest()));
        return asKnown.and(first.ref().minus(now.ref()).isKnown())
                .then(from.clause(), text("No comparable total of " + years.firstComparable() + "; "));
    }

    private Formula atTheEnd() {
        Key then = years.total(years.end());
        Saying told = say(
                ", {then} in {end}",
                with("then", inSentence(then)).with("end", years.end().toString()));
        return told.orIfUnknown(say(
                        "; that of {end} is not known", with("end", years.end().toString())))
                .clause();
    }

    private Optional<Exhibit> growths() {
        List<Key> known = years.all().stream()
                .flatMap(year -> years.growth(year).stream())
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        Chart.Builder chart = Chart.columns("Growth on the year", "%")
                .series("Growth", span(known))
                .labelled(Shown.PERCENT);
        threshold().ifPresent(threshold -> level(chart, threshold));
        Saying finding = years.hasForecast()
                ? say(
                                "Growth averages {growth} a year to {end}{against}",
                                with("growth", percent(years.compoundOfTotal().ref(), isJudged() ? 2 : 1))
                                        .with("end", years.end().toString())
                                        .with("against", threshold().map(this::against)))
                        .orIfUnknown(growthNotKnown("to", years.end()))
                : say(
                                "Growth of {growth} in {year}",
                                with(
                                                "growth",
                                                percent(
                                                        known.get(known.size() - 1)
                                                                .ref(),
                                                        1))
                                        .with("year", years.latest().toString()))
                        .orIfUnknown(growthNotKnown("in", years.latest()));
        return Optional.of(Exhibit.of(
                said.live("growth", finding),
                "Growth on the year, %"
                        + (years.hasSeveralEditions() ? ", in the newest edition with both years" : "")
                        + (years.hasForecast() ? "; E: forecast" : ""),
                withForecast(chart).build()));
    }

    /** Whether growth is compared with that which a note prints. */
    private boolean isJudged() {
        return conclusion().isPresent();
    }

    private static Saying growthNotKnown(String until, Period year) {
        return say(
                "Growth {until} {year} is not known: a figure is missing",
                with("until", until).with("year", year.toString()));
    }

    /** The conclusion on the growth of the measure. */
    private Optional<Conclusion> conclusion() {
        return study.flatMap(one -> one.chosen().conclusions().stream()
                .filter(conclusion -> conclusion.kind() == Conclusion.Kind.GROWTH_BELOW
                        && conclusion.measure().equals(measure.id()))
                .findFirst());
    }

    /** The threshold that growth is judged against; of several bases the first. */
    private Optional<Formula> threshold() {
        return conclusion().flatMap(one -> study.map(all -> all.chosen().threshold(one)));
    }

    private Saying against(Formula threshold) {
        ForecastStudy forecast = study.orElseThrow();
        Conclusion conclusion = conclusion().orElseThrow();
        if (!forecast.chosen().bases(conclusion).isEmpty()) {
            return say(
                    ", against {bases}: {pace}",
                    with("bases", Turning.basesInBrief(forecast.chosen(), conclusion))
                            .with("pace", forecast.chosen().pace(conclusion).ref()));
        }
        return say(
                        ", {against} the threshold of {threshold}",
                        with("against", whetherAbove(years.compoundOfTotal().ref(), threshold, "above", "below"))
                                .with("threshold", percent(threshold, 2)))
                .orIfUnknown(", against a threshold that is not known");
    }

    private void level(Chart.Builder chart, Formula threshold) {
        Key level = model.calculation(term.sub("threshold").key(), threshold);
        Formula shown = percent(level.ref(), 2);
        Saying name = conclusion()
                .flatMap(one -> study.stream()
                        .flatMap(all -> all.chosen().bases(one).stream())
                        .findFirst())
                .map(base -> say("{growth} {years}", with("growth", shown).with("years", base.years()))
                        .orIfUnknown(say("Not known {years}", with("years", base.years()))))
                .orElseGet(
                        () -> say("Threshold {growth}", with("growth", shown)).orIfUnknown("Threshold not known"));
        chart.level(model.calculation(term.sub("threshold in words").key(), name.formula()), level);
    }

    /**
     * The share of the largest holder over the years, where no growth follows from the editions: among the countries that every
     * year has a figure for, where years lack different ones.
     */
    private Optional<Exhibit> shareOfLeader() {
        if (years.all().size() < 2) {
            return Optional.empty();
        }
        List<Place> same = years.isComparable() ? List.of() : years.knownThroughout();
        if (!years.isComparable() && (same.size() < 2 || !same.contains(years.leader()))) {
            return Optional.empty();
        }
        Function<Period, Key> share = year ->
                same.isEmpty() ? years.share(years.leader(), year) : years.shareAmong(same, years.leader(), year);
        String among = same.isEmpty() ? "" : "among the " + same.size() + " countries with a figure in every year";
        Saying finding = say(
                        "{leader} has {now}{known} in {latest}{before}{among}",
                        with("leader", years.leader().name())
                                .with("known", same.isEmpty() ? ofKnownRows(years.latest()) : "")
                                .with("now", percent(share.apply(years.latest()).ref(), 1))
                                .with("latest", years.latest().toString())
                                .with(
                                        "before",
                                        say(
                                                        ", after {before} in {first}",
                                                        with(
                                                                        "before",
                                                                        percent(
                                                                                share.apply(years.first())
                                                                                        .ref(),
                                                                                1))
                                                                .with(
                                                                        "first",
                                                                        years.first()
                                                                                .toString()))
                                                .orIfUnknown(say(
                                                        "; its share in {first} is not known",
                                                        with(
                                                                "first",
                                                                years.first().toString()))))
                                .with("among", same.isEmpty() ? "" : ", " + among))
                .orIfUnknown(shareNotKnown());
        return Optional.of(Exhibit.of(
                said.live("share of the largest", finding),
                "Share of " + years.leader() + ", %, each year as last revised",
                Chart.columns("Share of " + years.leader(), "%")
                        .series("Share", years.over(share))
                        .named(years.over(this::number))
                        .labelled(Shown.PERCENT)
                        .build()));
    }

    private Key number(Period year) {
        YearNumber.add(model, year);
        return YearNumber.of(year);
    }

    // ---------------------------------------------------------------- tables

    /** The largest countries in the latest year, for a front page that has no companies to name. */
    private Exhibit largest() {
        Period latest = years.latest();
        List<Place> places = years.named().stream().limit(MOST_LARGEST).toList();
        Table table = Table.of("", places)
                .label("Country", Place::name)
                .value(measure.name() + " " + latest + ", " + unit(), shown(), place -> years.amount(place, latest))
                .across(3)
                .value("Share", Shown.PERCENT, place -> years.share(place, latest))
                .across(3)
                .build();
        return Exhibit.of(said.live("largest", shares()), measure.name() + " by country, " + latest, table);
    }

    private Exhibit byCountry() {
        Table.YearBuilder table = Table.overYears("", years.all());
        years.firstExpected().ifPresent(table::forecastFrom);
        table.extras(extras());
        for (Place place : years.named()) {
            table.row(
                    place.name(),
                    unitOfRow(),
                    shown(),
                    year -> Optional.of(years.amount(place, year)),
                    extras(
                            years.share(place, years.latest()),
                            years.hasForecast() ? Optional.of(years.share(place, years.end())) : Optional.empty(),
                            years.hasForecast() ? Optional.of(years.compoundOf(place)) : Optional.empty(),
                            Optional.of(place)));
        }
        if (years.hasOthers()) {
            table.row(
                    OTHERS,
                    unitOfRow(),
                    shown(),
                    year -> Optional.of(years.others(year)),
                    extras(
                            years.othersShare(years.latest()),
                            years.hasForecast() ? Optional.of(years.othersShare(years.end())) : Optional.empty(),
                            years.hasForecast() ? Optional.of(years.compoundOfOthers()) : Optional.empty(),
                            Optional.empty()));
        }
        table.total(
                years.all().stream().allMatch(years::allKnown) ? "World, sum of rows" : "World, sum of known rows",
                unitOfRow(),
                shown(),
                year -> Optional.of(years.total(year)),
                extrasOfTotal());
        second.ifPresent(unit -> table.row(
                "World, " + unit.conversion().to().basis(),
                unit.unit().toString(),
                Shown.WHOLE,
                year -> Optional.of(years.totalIn(unit, year))));
        if (years.hasSeveralEditions()) {
            table.row("Edition", "", Shown.WORD, year -> years.editionOf(year, dataset::editionName));
        }
        if (grows()) {
            table.row(
                    years.hasSeveralEditions() ? "Growth within one edition" : "Growth on the year",
                    "%",
                    Shown.PERCENT,
                    years::growth);
        }
        table.row(
                years.leader() + ", share", "%", Shown.PERCENT, year -> Optional.of(years.share(years.leader(), year)));
        if (years.hasMoreThanThree()) {
            table.row("Three largest", "%", Shown.PERCENT, year -> Optional.of(years.threeLargest(year)));
        }
        table.row(
                years.hasOthers() ? "HHI, other countries split up" : "HHI",
                "0 to 10,000",
                Shown.WHOLE,
                year -> Optional.of(years.hhi(year)));
        Exhibit bare = Exhibit.of(
                said.live("shares", shares()), measure.name() + " by country, " + unit() + asRevised(), table.build());
        Exhibit exhibit = note().map(note -> bare.withNotes(note)).orElse(bare);
        return second.map(unit -> exhibit.withNote(said.live("second unit", how(unit))))
                .orElse(exhibit);
    }

    private Saying how(SecondUnit second) {
        String other = second.unit().toString();
        return say(
                        "{unit}: {measured} times {factor}. {reason}",
                        with("unit", other)
                                .with("measured", unit())
                                .with("factor", second.factor().ref().fixed(3))
                                .with("reason", second.conversion().reason()))
                .orIfUnknown(say(
                        "How many {unit} there are to 1 {measured} is not known.",
                        with("unit", other).with("measured", unit())));
    }

    private List<String> extras() {
        List<String> extras = new ArrayList<>(List.of("Share " + years.latest()));
        if (years.hasForecast()) {
            extras.add("Share " + years.end() + "E");
            extras.add("Growth a year");
        }
        life.ifPresent(known -> {
            extras.add("Output " + known.year());
            extras.add("Life, years");
        });
        return extras;
    }

    private Cell[] extras(Key share, Optional<Key> then, Optional<Key> growth, Optional<Place> place) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell.Of(share, Shown.PERCENT)));
        then.ifPresent(key -> cells.add(new Cell.Of(key, Shown.PERCENT)));
        growth.ifPresent(key -> cells.add(new Cell.Of(key, Shown.PERCENT)));
        life.ifPresent(known -> place.filter(known.places()::contains).ifPresent(here -> {
            cells.add(new Cell.Of(known.mined(here), shown()));
            cells.add(new Cell.Of(life(known.years(here)), Shown.WHOLE));
        }));
        return cells.toArray(Cell[]::new);
    }

    /** Of less than a year, and of a thousand and more, it only says so. */
    private Key life(Key years) {
        Formula most =
                model.label(term.sub("longest life told").key(), LONGEST_LIFE).ref();
        Formula more = sentence(text(">"), most.fixed(0));
        Formula told = ONE.isAbove(years.ref())
                .then(text("<1"), years.ref().isAbove(most).then(more, years.ref()));
        return model.calculation(years.sub("on the page"), years.ref().isKnown().then(told, text(Value.NOT_AVAILABLE)));
    }

    private Cell[] extrasOfTotal() {
        if (years.hasForecast()) {
            return new Cell[] {Cell.BLANK, Cell.BLANK, new Cell.Of(years.compoundOfTotal(), Shown.PERCENT)};
        }
        return life.map(known ->
                        new Cell[] {Cell.BLANK, Cell.BLANK, new Cell.Of(life(known.years(Place.WORLD)), Shown.WHOLE)})
                .orElseGet(() -> new Cell[] {});
    }

    private Formula leaderShare(Period year) {
        return percent(years.share(years.leader(), year).ref(), 1);
    }

    private Saying shares() {
        String latest = years.latest().toString();
        return say(
                        "{leader} has {share}{known} in {year}{ahead}{three}",
                        with("leader", years.leader().name())
                                .with("share", leaderShare(years.latest()))
                                .with("known", ofKnownRows(years.latest()))
                                .with("year", latest)
                                .with(
                                        "ahead",
                                        years.hasForecastOfLeader()
                                                ? Optional.of(shareAhead())
                                                : Optional.<Saying>empty())
                                .with(
                                        "three",
                                        years.hasMoreThanThree()
                                                ? Optional.of(threeLargest(latest))
                                                : Optional.<Saying>empty()))
                .orIfUnknown(shareNotKnown());
    }

    private Saying threeLargest(String latest) {
        return say(
                        "; the three largest have {three} in {year}",
                        with("three", percent(years.threeLargest(years.latest()).ref(), 1))
                                .with("year", latest))
                .orIfUnknown("; the share of the three largest is not known");
    }

    private Saying shareAhead() {
        String end = years.end().toString();
        return say(
                        " and {then} in {end}",
                        with("then", leaderShare(years.end())).with("end", end))
                .orIfUnknown(say(", its share in {end} is not known", with("end", end)));
    }

    /** Whether a year has a growth. */
    private boolean grows() {
        return years.all().stream().anyMatch(year -> years.growth(year).isPresent());
    }

    private Optional<String> note() {
        boolean several = years.hasSeveralEditions();
        List<String> notes = new ArrayList<>();
        notNamed(several ? "an edition" : "the source").ifPresent(notes::add);
        if (!years.isComparable()) {
            notes.add(DIFFERENT_COUNTRIES);
        }
        if (several && grows()) {
            notes.add("Growth is within the newest edition with both years (" + editionsOfGrowth()
                    + "), since figures of two editions do not compare.");
        }
        if (years.hasForecast()) {
            if (years.hasOthers()) {
                notes.add("HHI to come: all other countries stay divided as in " + years.latest() + ".");
            }
            notes.add("n/a: nothing in " + years.latest() + " to compare with.");
        }
        life.ifPresent(known -> notes.add("Life: reserves over output, both of " + known.year()
                + "; that of the world is of the countries with both figures."));
        if (several) {
            notes.add("All editions side by side: see Editions.");
        }
        return Optional.of(String.join(" ", notes)).filter(text -> !text.isEmpty());
    }

    /** {@code 2024 in MCS 2025, 2025 in MCS 2026}. */
    private String editionsOfGrowth() {
        return years.all().stream()
                .flatMap(year -> years.editionOfGrowth(year).stream()
                        .map(supply -> year + " in " + dataset.editionName(supply.edition())))
                .collect(Collectors.joining(", "));
    }

    /** What the dash of a country stands for, or where a country is that has no row. */
    private Optional<String> notNamed(String source) {
        if (years.hasOthers()) {
            return Optional.of(
                    "A country that " + source + " does not name is among all other countries (" + Words.NONE + ").");
        }
        return years.hasGaps()
                ? Optional.of(Words.NONE + ": " + source + " does not name the country.")
                : Optional.empty();
    }
}
