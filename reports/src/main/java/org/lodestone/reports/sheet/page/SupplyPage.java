package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.Turning;
import org.lodestone.reports.sheet.supply.ReserveLife;
import org.lodestone.reports.sheet.supply.SecondUnit;
import org.lodestone.reports.sheet.supply.WhatIsKnown;
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

    private static final String SHARE_NOT_KNOWN =
            "|The share of {leader} in {measure} of {year} is not known: a figure is missing";

    private final Dataset dataset;
    private final Supply used;
    private final Measure measure;
    private final ShownUnit unit;
    private final SupplyYears years;
    private final Optional<Judged> judged;
    private final Optional<ReserveLife> life;
    private final Optional<SecondUnit> second;
    private final Optional<Firmness> firmness;
    private final Model.Builder model = Model.builder();
    private final Term term;
    private final PageSentences said;
    private final Optional<LimitExhibits> limits;
    private final Wording words;

    private SupplyPage(Analyses analyses, Supply used) {
        this.term = Term.of(used.measure()).sub("page");
        this.dataset = analyses.dataset();
        this.used = used;
        this.measure = used.measure();
        this.unit = ShownUnit.of(used);
        this.judged = analyses.forecast().flatMap(study -> Judged.of(study, measure));
        this.said = new PageSentences(model, term);
        this.years = new SupplyYears(analyses, used, said);
        this.life = measure.kind() == Measure.Kind.RESERVES
                ? ReserveLife.of(analyses.supplies(), years.newest())
                : Optional.empty();
        life.ifPresent(known -> model.include(known.model()));
        this.second = SecondUnit.of(dataset, measure).map(one -> one.in(model));
        this.firmness = Firmness.of(analyses.supplies(), years.newest());
        firmness.ifPresent(known -> model.include(known.prints().model()));
        this.limits = LimitExhibits.of(analyses, measure.id(), said);
        this.words = words().with("leader", years.leader().name())
                .with("measure", WhatIsKnown.before(years.newest(), years.latest()) + Words.inSentence(measure.name()))
                .with("unit", unit.toString())
                .with("year", years.latest())
                .with("first", years.first())
                .with("end", years.end())
                .with("share", years.share(years.leader(), years.latest()))
                .with("known", years.allKnown(years.latest()))
                .with("forecast", years.hasForecast());
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
        Block top = limits.flatMap(LimitExhibits::relief)
                .or(this::growths)
                .or(this::shareOfLeader)
                .<Block>map(beside -> Pair.of(amounts, beside))
                .orElse(amounts);
        Section page = Section.page(name, group, title(), standfirst(), List.of(top, byCountry()));
        return Part.builder(model)
                .section(page)
                .panel(Panel.Place.EXHIBIT, measure.kind() == Measure.Kind.RESERVES ? 40 : 50, amounts)
                .panel(Panel.Place.TABLE, measure.kind() == Measure.Kind.RESERVES ? 4 : 5, largest())
                .build();
    }

    /** The unit beside an amount; one too long to stand in each row is that of the caption. */
    private String unitOfRow() {
        String one = measure.unit().toString();
        return one.length() > LONGEST_UNIT ? "" : one;
    }

    private Shown shown() {
        return Shown.of(measure.unit());
    }

    // ---------------------------------------------------------------- head

    private Block.Sentence title() {
        Optional<Formula> grew = years.growth(years.latest()).map(growth -> GrowthWords.grew(growth, 1));
        Optional<Formula> grows = years.ifForecast(() -> GrowthWords.grows(years.compoundOfTotal(), 1));
        return said.live(
                "title",
                words.with("grew", grew)
                        .with("grows", grows)
                        .with("scenario", Scenarios.IN_FORCE)
                        .with("both", grew.isPresent() && grows.isPresent())
                        .with("believable", life.map(ReserveLife::isBelievable))
                        .with("output", life.map(known -> text(known.year().toString())))
                        .with("life", life.map(known -> known.years(Place.WORLD)))
                        .say("{leader} has {share:0%} of {measure} in {year}"
                                + "{both?[; the total {grew} and {grows} a year to {end} in {scenario}"
                                + "|; the total {grew}, growth to {end} is not known"
                                + "|; the total {grows} a year to {end} in {scenario}, growth so far is not known"
                                + "|; its growth is not known]"
                                + "|[; the total {grew}|; its growth is not known]"
                                + "[; the total {grows} a year to {end} in {scenario}|; its growth is not known]}"
                                + "[{believable?; at the output of {output} reserves last {life:0} years}"
                                + "|; how long they last is not known]" + SHARE_NOT_KNOWN));
    }

    /** A sentence that sets the newest edition against the one used; where they are the same, the description of the measure. */
    private Block.Sentence standfirst() {
        Supply newest = years.newest();
        if (limits.isPresent()) {
            return said.live("outside", limits.get().outside());
        }
        if (newest.edition().equals(used.edition())) {
            return Block.Sentence.plain(measure.description());
        }
        Period year = used.latest();
        Period revised = newest.years().contains(year) ? year : newest.latest();
        return said.live(
                "standfirst",
                words.with("used", total(used, year, true, used.growth(year)))
                        .with("newest", total(newest, revised, false, Optional.empty()))
                        .with("description", measure.description())
                        .say("{used}; {newest}. {description}"));
    }

    /** A clause on an edition's total for a year. */
    private Formula total(Supply supply, Period year, boolean withUnit, Optional<Key> growth) {
        return words().with("edition", dataset.editionName(supply.edition()))
                .with("total", unit.inSentence(supply.total(year)))
                .with("unit", unit.toString())
                .with("withUnit", withUnit)
                .with("known", supply.allKnown(year))
                .with("year", year)
                .with("growth", growth.map(key -> key.magnitude()))
                .with("more", growth.map(key -> key.isAtLeast(ZERO)))
                .clause("{edition} has {total}{withUnit? {unit}}{known?| in known rows} for {year}"
                        + "[, {growth:0.00%} {more?more|less} than the year before|, by how much it grew is not known]"
                        + "|{edition} has no total for {year} that is known");
    }

    // ---------------------------------------------------------------- charts

    private Exhibit amounts() {
        return Exhibit.of(
                        totals(),
                        measure.name() + ", " + unit + asRevised(),
                        years.all().size() == 1 ? bars() : stacked())
                .withNotes(years.isComparable() ? "" : DIFFERENT_COUNTRIES)
                .withNote(firmness.map(known -> said.live("firmness", known.sentence(unit))))
                .withNote(life.flatMap(ReserveLife::doubt).map(doubt -> said.live("doubt", doubt)));
    }

    /** The words of a caption on its years. */
    private String asRevised() {
        return (years.areSeveral() ? ", each year as last revised" : "")
                + (years.hasForecast()
                        ? "; E: forecast"
                        : outlook().map(name -> "; E: " + name).orElse(""));
    }

    /** The outlook that follows the one year that was observed, with its case: {@code IEA outlook 2025, IEA base case}. */
    private Optional<String> outlook() {
        String edition = years.newest().edition();
        return Optional.of(dataset.editionName(edition))
                .filter(name -> years.hasOutlook())
                .map(name -> Stream.concat(
                                Stream.of(name),
                                dataset.figures(measure.id(), edition).stream()
                                        .filter(figure -> figure.period().equals(years.end()))
                                        .map(Figure::scenarioCase)
                                        .distinct())
                        .collect(Collectors.joining(", ")));
    }

    private Chart bars() {
        return Chart.bars(measure.name(), unit.toString())
                .series(measure.name(), span(years.named(), place -> years.amount(place, years.latest())))
                .labelled(unit.shown())
                .build();
    }

    private Chart stacked() {
        Chart.Builder stack = Chart.stack(measure.name(), unit.toString());
        for (Place place : years.drawn()) {
            stack.series(place.name(), years.over(year -> years.amount(place, year)));
        }
        if (years.hasNotDrawn()) {
            stack.others("All others", years.over(years::notDrawn));
        }
        stack.total("World", years.over(years::total)).labelled(unit.shown());
        return withForecast(stack).build();
    }

    private Chart.Builder withForecast(Chart.Builder chart) {
        years.firstAhead().ifPresent(chart::forecastFrom);
        return chart;
    }

    private Block.Sentence totals() {
        Key now = years.total(years.latest());
        boolean grown = !years.firstComparable().equals(years.latest());
        return said.live(
                "totals",
                words.with("grown", grown)
                        .with(
                                "comparable",
                                Optional.of(now).filter(key -> grown).map(this::comparable))
                        .with("before", unit.inSentence(years.total(years.firstComparable())))
                        .with("from", years.firstComparable())
                        .with("counted", now.isKnown())
                        .with("now", unit.inSentence(now))
                        .with("second", second.map(one -> one.inBrackets(now, unit)))
                        .with("ahead", years.ifForecast(() -> unit.inSentence(years.total(years.end()))))
                        .with(
                                "outlook",
                                years.hasOutlook(),
                                () -> text(dataset.editionName(years.newest().edition())))
                        .with("theirs", years.hasOutlook(), () -> unit.inSentence(years.total(years.end())))
                        .say(
                                "{grown?{comparable?From {before} in {from} to |No comparable total of {from}; }}"
                                        + "{counted?{now} {unit}|The total is not known}{known?| in known rows} in {year}[{second}]"
                                        + "[, {ahead} in {end}|; that of {end} is not known]"
                                        + "[, {theirs} in {end} in the {outlook}|; that of {end} in the {outlook} is not known]"));
    }

    /** Whether the first total is one that the latest compares with, which it is until one of the two years lacks a figure that it had. */
    private Formula comparable(Key now) {
        return years.hasAsManyFigures(years.firstComparable())
                .and(years.hasAsManyFigures(years.latest()))
                .and(years.total(years.firstComparable()).minus(now).isKnown());
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
        judged.ifPresent(one ->
                chart.level(said.value("threshold in words", one.inWords()), said.value("threshold", one.threshold())));
        Formula finding = words.with("average", years.ifForecast(() -> years.compoundOfTotal()))
                .with("growth", known.get(known.size() - 1))
                .with("grows", years.ifForecast(() -> GrowthWords.grows(years.compoundOfTotal(), 1)))
                .with("plainly", judged.map(Judged::isOfNothing).orElse(ONE))
                .with("against", judged.map(one -> one.against(years.compoundOfTotal())))
                .say("{forecast?{plainly?The total {grows}|Growth averages {average:0.00%}} a year to {end}[{against}]"
                        + "|Growth of {growth:0.0%} in {year}}"
                        + "|Growth {forecast?to {end}|in {year}} is not known: a figure is missing");
        return Optional.of(Exhibit.of(
                said.live("growth", finding),
                "Growth on the year, %"
                        + (years.hasSeveralEditions() ? ", in the newest edition with both years" : "")
                        + (years.hasForecast() ? "; E: forecast" : ""),
                withForecast(chart).build()));
    }

    /** A conclusion on growth, and the threshold that it is judged against; of several bases the first. */
    private record Judged(Conclusion conclusion, Outcome chosen, Formula threshold) {

        static Optional<Judged> of(ForecastStudy study, Measure measure) {
            return study.chosen().conclusions().stream()
                    .filter(one -> one.kind() == Conclusion.Kind.GROWTH_BELOW
                            && one.measure().equals(measure.id()))
                    .findFirst()
                    .map(one -> new Judged(one, study.chosen(), study.chosen().threshold(one)));
        }

        /** Whether the threshold is zero, which a rise or a fall says by itself. */
        Formula isOfNothing() {
            return threshold.isKnown().then(threshold.isEqualTo(ZERO), ZERO);
        }

        private Wording words() {
            return Wording.words()
                    .with("threshold", threshold)
                    .with("years", chosen.bases(conclusion).stream().findFirst().map(base -> text(base.years())));
        }

        Formula against(Key growth) {
            boolean several = !chosen.bases(conclusion).isEmpty();
            return words().with("several", several)
                    .with("bases", Turning.basesInBrief(chosen, conclusion))
                    .with("pace", Optional.of(conclusion).filter(one -> several).map(one -> chosen.pace(one)))
                    .with("nothing", isOfNothing())
                    .with("above", growth.isAbove(threshold))
                    .clause(
                            "{several?, against {bases}: {pace}"
                                    + "|[{nothing?|, {above?above|below} the threshold of {threshold:0.00%}}|, against a threshold that is not known]}");
        }

        Formula inWords() {
            return words().say(
                            "{threshold:0.00%} {years}|Not known {years}|Threshold {threshold:0.00%}|Threshold not known");
        }
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
        Formula finding = words.with("now", share.apply(years.latest()))
                .with("before", share.apply(years.first()))
                .with("ofAll", same.isEmpty())
                .with("same", same.size())
                .with(
                        "outlook",
                        years.hasOutlook(),
                        () -> text(dataset.editionName(years.newest().edition())))
                .with("several", years.areSeveral())
                .with("theirs", years.hasOutlook(), () -> share.apply(years.end()))
                .say("{leader} has {now:0.0%}{ofAll?{known?| of known rows}} in {year}"
                        + "{several?[, after {before:0.0%} in {first}|; its share in {first} is not known]}"
                        + "[ and {theirs:0.0%} in {end} in the {outlook}|; its share in {end} in the {outlook} is not known]"
                        + "{ofAll?|, among the {same} countries with a figure in every year}" + SHARE_NOT_KNOWN);
        return Optional.of(Exhibit.of(
                said.live("share of the largest", finding),
                "Share of " + years.leader() + ", %" + asRevised(),
                withForecast(Chart.columns("Share of " + years.leader(), "%")
                                .series("Share", years.over(share))
                                .named(years.over(year -> YearNumber.add(model, year)))
                                .labelled(Shown.PERCENT))
                        .build()));
    }

    // ---------------------------------------------------------------- tables

    /** The largest countries in the latest year, for a front page that has no companies to name. */
    private Exhibit largest() {
        Period latest = years.latest();
        List<Place> places = years.named().stream().limit(MOST_LARGEST).toList();
        Table table = Table.of("", places)
                .id("largest-countries", measure.name())
                .label("Country", Place::name)
                .value(
                        measure.name() + " " + latest + ", " + measure.unit(),
                        shown(),
                        place -> years.amount(place, latest))
                .across(3)
                .value("Share", Shown.PERCENT, place -> years.share(place, latest))
                .across(3)
                .build();
        return Exhibit.of(shares("largest"), measure.name() + " by country, " + latest, table);
    }

    private Exhibit byCountry() {
        Table.YearBuilder table = Table.overYears("", years.all()).id("countries", measure.name());
        years.firstAhead().ifPresent(table::forecastFrom);
        table.extras(extras());
        for (Place place : years.named()) {
            table.row(
                    place.name(),
                    unitOfRow(),
                    shown(),
                    year -> years.amount(place, year),
                    extras(
                            years.share(place, years.latest()),
                            years.ifForecast(() -> years.share(place, years.end())),
                            years.ifForecast(() -> years.compoundOf(place)),
                            Optional.of(place)));
        }
        if (years.hasOthers()) {
            table.row(
                    OTHERS,
                    unitOfRow(),
                    shown(),
                    years::others,
                    extras(
                            years.othersShare(years.latest()),
                            years.ifForecast(() -> years.othersShare(years.end())),
                            years.ifForecast(years::compoundOfOthers),
                            Optional.empty()));
        }
        table.total(
                years.all().stream().allMatch(years::allKnown) ? "World, sum of rows" : "World, sum of known rows",
                unitOfRow(),
                shown(),
                years::total,
                extrasOfTotal());
        second.ifPresent(other -> table.row(
                "World, " + other.conversion().to().basis(),
                other.unit().toString(),
                Shown.WHOLE,
                year -> years.totalIn(other, year)));
        if (years.hasSeveralEditions()) {
            table.optional("Edition", "", Shown.WORD, year -> years.editionOf(year, dataset::editionName));
        }
        if (grows()) {
            table.optional(
                    years.hasSeveralEditions() ? "Growth within one edition" : "Growth on the year",
                    "%",
                    Shown.PERCENT,
                    years::growth);
        }
        table.row(years.leader() + ", share", "%", Shown.PERCENT, year -> years.share(years.leader(), year));
        if (years.hasMoreThanThree()) {
            table.row("Three largest", "%", Shown.PERCENT, years::threeLargest);
        }
        table.row(years.hasOthers() ? "HHI, other countries split up" : "HHI", "0 to 10,000", Shown.WHOLE, years::hhi);
        limits.ifPresent(one -> one.outside(table));
        return Exhibit.of(
                        shares("shares"),
                        measure.name() + " by country, " + measure.unit() + asRevised(),
                        table.build())
                .withNotes(note())
                .withNote(second.map(this::factor));
    }

    private Block.Sentence factor(SecondUnit second) {
        return said.live(
                "second unit",
                words.with("other", second.unit().toString())
                        .with("own", measure.unit())
                        .with("factor", second.factor())
                        .with("reason", second.conversion().reason())
                        .say("{other}: {own} times {factor:0.000}. {reason}"
                                + "|How many {other} there are to 1 {own} is not known."));
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

    /** The years in words; of less than one, and of a thousand and more, no number. */
    private Key life(Key years) {
        Formula most = model.label(term.sub("longest life told").key(), LONGEST_LIFE);
        return model.calculation(
                years.sub("on the page"),
                words().with("known", years.isKnown())
                        .with("short", ONE.isAbove(years))
                        .with("long", years.isAbove(most))
                        .with("most", most)
                        .with("years", years)
                        .with("notAvailable", Value.NOT_AVAILABLE)
                        .clause("{known?{short?<1|{long?>{most:0}|{years}}}|{notAvailable}}"));
    }

    private Cell[] extrasOfTotal() {
        if (years.hasForecast()) {
            return new Cell[] {Cell.BLANK, Cell.BLANK, new Cell.Of(years.compoundOfTotal(), Shown.PERCENT)};
        }
        return life.map(known ->
                        new Cell[] {Cell.BLANK, Cell.BLANK, new Cell.Of(life(known.years(Place.WORLD)), Shown.WHOLE)})
                .orElseGet(() -> new Cell[] {});
    }

    private Block.Sentence shares(String what) {
        return said.live(
                what,
                words.with("ahead", years.hasForecastOfLeader(), () -> years.share(years.leader(), years.end()))
                        .with("three", years.hasMoreThanThree(), () -> years.threeLargest(years.latest()))
                        .say("{leader} has {share:0.0%}{known?| of known rows} in {year}"
                                + "[ and {ahead:0.0%} in {end}|, its share in {end} is not known]"
                                + "[; the three largest have {three:0.0%} in {year}"
                                + "|; the share of the three largest is not known]" + SHARE_NOT_KNOWN));
    }

    /** Whether a year has a growth. */
    private boolean grows() {
        return years.all().stream().anyMatch(year -> years.growth(year).isPresent());
    }

    private String note() {
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
            if (years.growsByPlants()) {
                notes.add("Growth by plants: from what they made in " + years.latest() + ".");
            }
        }
        life.ifPresent(known -> notes.add("Life: reserves over output, both of " + known.year()
                + "; that of the world is of the countries with both figures."));
        if (several) {
            notes.add("All editions side by side: see Editions.");
        }
        return String.join(" ", notes);
    }

    /** {@code 2024 in MCS 2025, 2025 in MCS 2026}. */
    private String editionsOfGrowth() {
        return years.all().stream()
                .flatMap(year -> years.editionOfGrowth(year).stream()
                        .map(supply -> year + " in " + dataset.editionName(supply.edition())))
                .collect(Collectors.joining(", "));
    }

    /** The meaning of the dash of a country, or the place of one that has no row. */
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
