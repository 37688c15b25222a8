package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.PrintedFigure;
import org.lodestone.reports.chain.StageRow;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.supply.WhatIsKnown;
import org.lodestone.reports.supply.Supplies;

/** The page on the chain: who holds each stage, what would be left without that holder, and who could hold all stages. */
record ChainPage(ChainAnalysis chain, Supplies supplies, PageSentences said) {

    /** The weight of its exhibit among those for the front page. */
    private static final int FRONT_WEIGHT = 90;

    /** The weight of its table of countries there: less than one of companies. */
    private static final int COUNTRIES_WEIGHT = 10;

    private static final Term CHAIN = Term.of("chain").sub("page");

    /** The number of countries that stand in the table of shares: those with the highest share in any measure shown; Countries has all. */
    private static final int COUNTRIES = 8;
    /** The letters of a bar's name for which the front page has room on one line. */
    private static final int LETTERS_ON_FRONT = 33;

    /** The number of columns of shares that fit beside the bars. */
    private static final int MOST_SHARES = 5;

    /** The page; empty where no stage has figures by country. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.chain()
                .map(chain -> new ChainPage(chain, analyses.supplies(), PageSentences.of(CHAIN, chain.model())).part());
    }

    private Part part() {
        List<StageRow> told = chain.rowsWithFigures();
        List<Block> blocks = new ArrayList<>();
        if (!told.isEmpty()) {
            Exhibit countries = countries("chain-shares", 1);
            blocks.add(told.size() > 1 ? new Pair(leaders(this::barName), 6, countries, 7) : countries);
        }
        blocks.add(stages());
        Part.Builder part = Part.builder(said.model())
                .section(Section.page(Pages.CHAIN, Section.Group.CHAIN, title(), standfirst(), blocks));
        if (told.size() > 1) {
            part.panel(Panel.Place.EXHIBIT, FRONT_WEIGHT, leaders(areShort() ? this::barName : this::briefly));
        }
        if (!told.isEmpty()) {
            part.panel(Panel.Place.TABLE, COUNTRIES_WEIGHT, countries("first-shares", 2));
        }
        return part.build();
    }

    // ---------------------------------------------------------------- names and years of rows

    private Key label(String what, StageRow row, String words) {
        return said.model().label(CHAIN.sub(what).of(new Subject(row.id(), row.label())), words);
    }

    private Key measureOf(StageRow row) {
        return label("measure", row, inSentence(row));
    }

    private Key briefly(StageRow row) {
        return label(
                "in brief",
                row,
                row.measure()
                        .map(measure -> Words.byItself(subject(measure)))
                        .orElseGet(() -> row.stage().name()));
    }

    /** {@code Mine production: China}; the stage alone where nobody is known to hold most of it. */
    private Key barName(StageRow row) {
        return said.value(
                CHAIN.sub("bar").of(new Subject(row.id(), row.label())),
                words().with("name", briefly(row))
                        .with("leader", chain.largest(row))
                        .say("{name}[: {leader}]"));
    }

    private Key yearOf(StageRow row) {
        Key key = CHAIN.sub("year").of(new Subject(row.id(), row.label()));
        return year(row)
                .map(year -> said.model().label(key, year.year()))
                .orElseGet(() -> said.model().label(key, Words.NONE));
    }

    private Key measureAndEdition(StageRow row) {
        return label(
                "measure and edition",
                row,
                inSentence(row) + edition(row).map(name -> " (" + name + ")").orElse(""));
    }

    private Key stageAndMeasure(StageRow row) {
        return label(
                "stage and measure",
                row,
                row.label() + edition(row).map(name -> ", " + name).orElse(""));
    }

    private Key stageInSentence(StageRow row) {
        return label("stage in a sentence", row, Words.inSentence(row.stage().name()));
    }

    private static String inSentence(StageRow row) {
        return WhatIsKnown.before(row)
                + Words.inSentence(row.measure()
                        .map(Measure::name)
                        .orElseGet(() -> row.stage().name()));
    }

    /** The edition that the figures are from, where another has the year too. */
    private Optional<String> edition(StageRow row) {
        return row.supply()
                .filter(supply -> supplies.editions(supply.measure().id()).stream()
                        .anyMatch(other -> !other.edition().equals(supply.edition())
                                && other.observed().contains(supply.latest())))
                .map(supply -> supplies.dataset().editionName(supply.edition()));
    }

    private Optional<Period> year(StageRow row) {
        return row.supply()
                .map(supply -> supply.latest())
                .or(() -> row.measure()
                        .flatMap(measure -> printed(measure, PrintedFigure::used).stream()
                                .map(print -> print.figure().period())
                                .findFirst()));
    }

    /** The printed shares of a measure, the newest first. */
    private List<PrintedFigure> printed(Measure measure, Predicate<PrintedFigure> which) {
        return chain.shares().stream()
                .filter(print -> print.figure().measure().equals(measure))
                .filter(which)
                .toList();
    }

    // ---------------------------------------------------------------- head

    private Block.Sentence title() {
        if (chain.narrowestRow().isEmpty()) {
            return Block.Sentence.plain("No stage of the chain has amounts by country");
        }
        return said.live(
                "title",
                words().with("only", chain.onlyStage().isPresent())
                        .with("stage", chain.ofNarrowest(this::stageInSentence))
                        .with("leader", chain.ofNarrowest(chain::largest))
                        .with("share", chain.ofNarrowest(chain::largestShare))
                        .with("left", chain.ofNarrowest(chain::left))
                        .with("measure", chain.ofNarrowest(this::measureOf))
                        .with("year", chain.ofNarrowest(this::yearOf))
                        .with("several", chain.hasSeveralStages())
                        .say(
                                "{only?{leader} has {share:0%} of {measure} in {year}"
                                        + "{several?; no other stage of the chain has shares by country}"
                                        + "|The chain is narrowest at {stage}: without {leader}, {left:0%} of the {year} amount would be left}"
                                        + "|{only?Who has most of the chain|Where the chain is narrowest} is not known: a figure is missing"));
    }

    /** Who could hold all of it: of the stages that have figures by country; of the others nothing is known. */
    private Block.Sentence standfirst() {
        Formula whole = chain.measuredChains();
        int measured = chain.measured().size();
        return said.live(
                "standfirst",
                words().with("whole", chain.onlyStage().isEmpty())
                        .with("country", chain.firstMeasured())
                        .with("count", whole)
                        .with("single", measured == 1)
                        .with("two", measured == 2)
                        .with("measured", measured > 2, () -> number("stages with figures by country", measured))
                        .with("everyStage", measured == chain.stages().size())
                        .with("unmeasured", chain.withoutFiguresInWords().map(Formula::text))
                        .with("threshold", chain.threshold())
                        .say(
                                "{whole?{count>0?{count=1?Only {country} is|{count:0} countries are}|No country is} known to hold "
                                        + "{single?the one stage with figures by country"
                                        + "|{two?both|all {measured:0}} {everyStage?stages|stages with figures by country}}. }"
                                        + "[No figures by country: {unmeasured}. ]"
                                        + "A country holds a stage with {threshold:0}% or more of one of its measures."
                                        + "|The share from which a country holds a stage is not known."));
    }

    // ---------------------------------------------------------------- leaders and countries

    /** Whether the names with holders have room on one line of the front page. */
    private boolean areShort() {
        List<Key> names = chain.rows().stream().map(this::barName).toList();
        Values now = said.model().build().values();
        return names.stream().allMatch(name -> now.of(name).inSentence().length() <= LETTERS_ON_FRONT);
    }

    private Exhibit leaders(Function<StageRow, Key> name) {
        Chart.Series shares = Chart.series("Share of the largest holder", span(chain.rows(), chain::largestShare));
        for (StageRow row : chain.rows()) {
            if (row.isPrinted()) {
                shares = shares.printedOnly(chain.largestShare(row));
            } else if (chain.narrowestRow().filter(row::equals).isPresent()) {
                shares = shares.emphasised(chain.largestShare(row));
            }
        }
        Chart chart = Chart.bars("Share of the largest holder", "%")
                .series(shares)
                .named(span(chain.rows(), name))
                .unmeasured("No figures by country", ONE, said.model())
                .scaled(Chart.Scale.between(0, 1))
                .build();
        return Exhibit.of(
                said.live("leaders", firstAndNarrowest()), "Largest share, %; hatched: no figures; *: printed", chart);
    }

    /** The largest holder of the first measure, and that of the narrowest; of the latter nothing where that is the first. */
    private Formula firstAndNarrowest() {
        return ofFirst()
                .say("{leader} has {share:0%} of {measure}{same?|{sameYear?| in {year}}{sameLeader? and|, {narrowest}}"
                        + " {narrowestShare:0%} of {narrowestMeasure}} in {narrowestYear}"
                        + "|{narrowest} has {narrowestShare:0%} of {narrowestMeasure} in {narrowestYear}; who has most of {measure} is not known"
                        + "|{leader} has {share:0%} of {measure} in {year}{another?; where the chain is narrowest is not known}"
                        + "|Who has most of {measure} is not known: a figure is missing");
    }

    private Wording ofFirst() {
        StageRow first = chain.rowsWithFigures().get(0);
        boolean another = chain.narrowestRow().filter(row -> !row.equals(first)).isPresent();
        return words().with("leader", chain.largest(first))
                .with("share", chain.largestShare(first))
                .with("measure", measureAndEdition(first))
                .with("year", yearOf(first))
                .with("holders", chain.holders(first))
                .with("threshold", chain.threshold())
                .with("another", another)
                .with("same", another, () -> sameAsNarrowest(this::measureOf, first))
                .with("sameYear", another, () -> sameAsNarrowest(this::yearOf, first))
                .with("sameLeader", another, () -> sameAsNarrowest(chain::largest, first))
                .with("narrowest", another, () -> chain.ofNarrowest(chain::largest))
                .with("narrowestShare", another, () -> chain.ofNarrowest(chain::largestShare))
                .with("narrowestMeasure", another, () -> chain.ofNarrowest(this::measureAndEdition))
                .with("narrowestYear", another, () -> chain.ofNarrowest(this::yearOf))
                .with("narrowestHolders", another, () -> chain.ofNarrowest(chain::holders));
    }

    private Formula sameAsNarrowest(Function<StageRow, Key> text, StageRow row) {
        return Formula.call(Fn.SAME_TEXT, chain.ofNarrowest(text), text.apply(row));
    }

    /** @param across how many columns of a page a share takes */
    private Exhibit countries(String id, int across) {
        List<StageRow> told = chain.rowsWithFigures();
        List<StageRow> shown = told.subList(0, Math.min(MOST_SHARES, told.size()));
        List<Place> places = foremost(shown);
        Table.ListBuilder<Place> table =
                Table.of("", places).id(id).labelOf("Country", chain::name).across(2);
        for (StageRow row : shown) {
            table.value(header(row), Shown.PERCENT, place -> chain.share(row, place))
                    .across(across);
            table.shade(span(places, place -> chain.share(row, place)));
        }
        Formula finding = ofFirst()
                .say("{holders:0} {holders=1?country holds|countries hold} {threshold:0}% or more of {measure}"
                        + "[{same?|, {narrowestHolders} of {narrowestMeasure}}|; where the chain is narrowest is not known]"
                        + "|How many countries hold {threshold:0}% or more of {measure} is not known: a figure is missing"
                        + "|How many countries hold a stage is not known: the share that it takes is missing");
        return Exhibit.of(said.live("countries", finding), "Share of each stage by country, %", table.build())
                .withNotes("n/a: the measure does not list the country.");
    }

    /** The countries with the highest share in any of the measures, in the order of the first stage. */
    private List<Place> foremost(List<StageRow> shown) {
        List<Place> chosen = chain.places().stream()
                .sorted(Comparator.comparingDouble((Place place) -> highestShare(shown, place))
                        .reversed())
                .limit(COUNTRIES)
                .toList();
        return chain.places().stream().filter(chosen::contains).toList();
    }

    private double highestShare(List<StageRow> shown, Place place) {
        return shown.stream()
                .flatMapToDouble(row -> chain.model().values().number(chain.share(row, place)).stream())
                .max()
                .orElse(0);
    }

    private String header(StageRow row) {
        return row.measure().map(Measure::name).orElseThrow()
                + year(row).map(year -> " " + year).orElse("")
                + edition(row).map(name -> ", " + name).orElse("");
    }

    // ---------------------------------------------------------------- stages

    private Exhibit stages() {
        Table table = Table.of("", chain.rows())
                .id("chain")
                .labelOf("Stage and measure", this::stageAndMeasure)
                .across(3)
                .column("Year", Column.Role.SYMBOL, row -> new Cell.Of(yearOf(row), Shown.ORDINAL))
                .wordsOf("Largest holder", chain::largest)
                .across(1)
                .value("Its share", Shown.PERCENT, chain::largestShare)
                .value("Rest of world", Shown.PERCENT, chain::left)
                .value("HHI", Shown.WHOLE, chain::hhi)
                .value("Countries that hold it", Shown.ORDINAL, chain::holders)
                .column("Shares as printed", Column.Role.PROSE, this::prints)
                .build();
        return Exhibit.of(
                        said.live("stages", known()),
                        "Shares of the sum of rows; HHI from 0 to 10,000"
                                + (chain.hasOthers() ? ", other countries split up" : ""),
                        table)
                .withNotes("Rest of world: the share of all others. A printed share has no amounts behind it that could"
                        + " be checked, so nothing is worked out from it. Measures on different bases do not add.");
    }

    /** The numbers of stages with amounts, with no more than printed shares, and with nothing. */
    private Formula known() {
        Formula measured = known("stages with amounts", StageRow::isMeasured);
        boolean hasPrinted = chain.rows().stream().anyMatch(StageRow::isPrinted);
        int without = chain.withoutFigures().size();
        return words().with("measured", measured)
                .with("all", number("stages", chain.stages().size()))
                .with("several", chain.hasSeveralStages())
                .with("printed", hasPrinted, () -> known("stages with printed shares", StageRow::isPrinted))
                .with("without", without > 0, () -> number("stages without figures", without))
                .say("{measured:0} of {all:0} {several?stages|stage} {measured=1?has|have} amounts by country"
                        + "[, {printed:0} only a printed share][, {without:0} no figures]");
    }

    /** The number of stages that have a share that is known, by rows of a kind. */
    private Formula known(String stages, Predicate<StageRow> kind) {
        Formula count = chain.stages().stream()
                .flatMap(stage -> chain.rows(stage).stream()
                        .filter(kind)
                        .map(row -> chain.largestShare(row).isKnown())
                        .reduce(Formula::or)
                        .stream())
                .map(known -> known.then(ONE, ZERO))
                .reduce(Formula::plus)
                .orElse(ZERO);
        return said.value(stages, count);
    }

    private Formula number(String of, int number) {
        return said.model().label(CHAIN.sub(of).key(), number);
    }

    /** The newest printed share of each measure of the row's stage, beside its first row. */
    private Cell prints(StageRow row) {
        if (!chain.rows(row.stage()).get(0).equals(row)) {
            return Cell.BLANK;
        }
        List<Formula> parts = new ArrayList<>();
        for (Measure measure : measures(row.stage())) {
            printed(
                            measure,
                            print -> print.figure().place().isCountry()
                                    && chain.model()
                                            .values()
                                            .of(print.key())
                                            .number()
                                            .isPresent())
                    .stream()
                    .findFirst()
                    .ifPresent(print -> parts.add(inWords(measure, print, parts.isEmpty())));
        }
        return parts.isEmpty()
                ? new Cell.Words(Words.NONE)
                : new Cell.Of(
                        said.value(CHAIN.sub("printed").of(Subject.of(row.stage())), Wording.inARow("; ", parts)),
                        Shown.TEXT);
    }

    private static Formula inWords(Measure measure, PrintedFigure print, boolean first) {
        String share = subject(measure);
        return words().with("share", first ? Words.byItself(share) : share)
                .with("place", print.figure().place().toString())
                .with("year", print.figure().period())
                .with("percent", asPrinted(print.key()))
                .clause("{share}: {place} {percent}% in {year}|{share}: {place} not known in {year}");
    }

    /** The thing that a share is of: {@code refining} of {@code Share of refining}. */
    static String subject(Measure share) {
        return share.name().replaceFirst("^Share of ", "");
    }

    /** The percentage with as many decimals as it has, two at most, whatever is typed over it. */
    private static Formula asPrinted(Formula percent) {
        return hasNoMoreThan(0, percent)
                .then(percent.fixed(0), hasNoMoreThan(1, percent).then(percent.fixed(1), percent.fixed(2)));
    }

    private static Formula hasNoMoreThan(int decimals, Formula number) {
        return number.rounded(decimals).isEqualTo(number);
    }

    private ImmutableList<Measure> measures(Stage stage) {
        return chain.shares().stream()
                .map(print -> print.figure().measure())
                .filter(measure -> measure.stage().equals(stage.id()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
