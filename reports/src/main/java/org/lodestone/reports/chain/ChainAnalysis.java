package org.lodestone.reports.chain;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * Who holds which stage of the chain, in the latest observed year of each measure.
 *
 * <p>Every method gives the key of a value; {@link #model} holds what stands behind it.
 */
public final class ChainAnalysis {

    /** Id of the assumption from which share on, in percent, a country has a stage. */
    public static final String THRESHOLD = "has-stage-threshold";

    /**
     * The share, in percent, from which a country has a stage where a dataset sets none: an assumption, which a reader may
     * overtype. Below it a holder could not supply one customer in twenty.
     */
    static final int USUAL_THRESHOLD = 5;

    private static final String NO_THRESHOLD =
            "Not among the assumptions of the dataset; below it a holder could not supply one customer in"
                    + " twenty. Type another share, in percent.";

    private static final Term CHAIN = Term.of("chain");
    private static final String WITH_ALL_MEASURED = "countries with every measured stage";

    private final ImmutableList<Stage> stages;
    private final ImmutableList<StageRow> rows;
    private final ImmutableList<Place> places;
    private final ImmutableList<PrintedFigure> shares;
    private final ImmutableList<PrintedFigure> alone;
    private final Case edition;
    private final Calculations values = new Calculations(Definitions.MODEL);

    private ChainAnalysis(Supplies supplies, ImmutableList<StageRow> rows) {
        Dataset dataset = supplies.dataset();
        this.stages = dataset.chain().stages();
        this.rows = rows;
        this.places = places(dataset, rows);
        this.shares = PrintedFigure.of(supplies, rows, measure -> measure.kind() == Measure.Kind.SHARE);
        this.alone = PrintedFigure.of(
                supplies,
                rows,
                measure -> measure.isOfOutput()
                        && StageRow.byCountry(supplies, measure).isEmpty());
        this.edition = Case.of(dataset.defaultEdition());
        putThreshold(dataset);
        places.forEach(this::name);
        Stream.of(shares, alone)
                .flatMap(List::stream)
                .forEach(printed -> values.building()
                        .figure(
                                printed.key(),
                                Value.of(printed.figure().value()),
                                ValueUnit.of(printed.figure().unit()),
                                printed.figure().citation()));
        rows.forEach(this::putIn);
        stages.forEach(this::putIn);
        places.forEach(this::putIn);
        wholeChains();
        knownWholeChains();
        openChains();
        measuredChains();
        firstMeasured();
        highestHhi();
        narrowest();
        leastLeftShare();
        leastLeft();
        values.close();
    }

    private void putIn(StageRow row) {
        name(row);
        row.supply().ifPresent(supply -> values.building().include(supply.model()));
        boolean isTold = row.measure().isPresent();
        if (isTold) {
            places.forEach(place -> share(row, place));
        }
        shareOfOthers(row);
        largestShare(row);
        largest(row);
        left(row);
        hhi(row);
        hhiUpper(row);
        if (isTold) {
            places.forEach(place -> has(row, place));
        }
        holders(row);
    }

    private void putIn(Stage stage) {
        for (Place place : places) {
            inWords(stage, place);
        }
        holders(stage);
    }

    private void putIn(Place place) {
        allInWords(place);
        open(place);
        hasMeasured(place);
    }

    /** Empty where no stage of the chain has figures by country. */
    public static Optional<ChainAnalysis> of(Dataset dataset) {
        return of(Supplies.of(dataset));
    }

    /** The same as {@link #of(Dataset)} gives, from supplies that may be worked out already. */
    public static Optional<ChainAnalysis> of(Supplies supplies) {
        ImmutableList<StageRow> rows = StageRow.of(supplies);
        return rows.stream().allMatch(row -> row.measure().isEmpty())
                ? Optional.empty()
                : Optional.of(new ChainAnalysis(supplies, rows));
    }

    // ---------------------------------------------------------------- stages, rows and countries

    /** The stages, from the ground on. */
    public ImmutableList<Stage> stages() {
        return stages;
    }

    /** Whether there are several stages; the page on a stage tells all that a chain of one would. */
    public boolean hasSeveralStages() {
        return stages.size() > 1;
    }

    /** The one stage that there is, or that has figures, where only one has: there is nothing to compare it with. */
    public Optional<Stage> onlyStage() {
        if (!hasSeveralStages()) {
            return Optional.of(stages.get(0));
        }
        List<Stage> told = rows.stream()
                .filter(row -> row.measure().isPresent())
                .map(StageRow::stage)
                .distinct()
                .toList();
        return told.size() == 1 && narrowestRow().isPresent() ? Optional.of(told.get(0)) : Optional.empty();
    }

    /** The stages that somebody has a figure by country for. */
    public ImmutableList<Stage> measured() {
        return stages.stream()
                .filter(stage -> !withoutFigures().contains(stage))
                .collect(toImmutableList());
    }

    /** The stages that nobody has a figure by country for. */
    public ImmutableList<Stage> withoutFigures() {
        return rows.stream()
                .filter(row -> row.measure().isEmpty())
                .map(StageRow::stage)
                .collect(toImmutableList());
    }

    /** The same as a sentence lists them; empty where every stage has figures. */
    public Optional<String> withoutFiguresInWords() {
        List<String> names = withoutFigures().stream()
                .map(stage -> Words.inSentence(stage.name()))
                .toList();
        return Optional.of(Words.listed(names)).filter(words -> !words.isEmpty());
    }

    /** The stages with their measures: a stage with two measures has two rows. */
    public ImmutableList<StageRow> rows() {
        return rows;
    }

    /** The rows that have figures, of amounts or printed. */
    public ImmutableList<StageRow> rowsWithFigures() {
        return rows.stream().filter(row -> row.measure().isPresent()).collect(toImmutableList());
    }

    /** The rows of one stage. */
    public ImmutableList<StageRow> rows(Stage stage) {
        return rows.stream().filter(row -> row.stage().equals(stage)).collect(toImmutableList());
    }

    /** The label of a row, as a value that others pick from. */
    public Key name(StageRow row) {
        return values.label(key(row, "name"), row.label());
    }

    /** Whether a measure has a block of other countries. */
    public boolean hasOthers() {
        return rows.stream().flatMap(row -> row.supply().stream()).anyMatch(Supply::other);
    }

    /** Every country that one of the measures names. */
    public ImmutableList<Place> places() {
        return places;
    }

    private static ImmutableList<Place> places(Dataset dataset, List<StageRow> rows) {
        Stream<Place> measured =
                rows.stream().flatMap(row -> row.supply().stream()).flatMap(supply -> supply.places().stream());
        Stream<Place> printed = rows.stream()
                .filter(StageRow::isPrinted)
                .flatMap(row -> PrintedFigure.observed(dataset, row.measure().orElseThrow()).stream())
                .map(Figure::place)
                .filter(Place::isCountry);
        return Stream.concat(measured, printed).distinct().collect(toImmutableList());
    }

    /** The name of a country, as a value. */
    public Key name(Place place) {
        return values.label(CHAIN.sub("country").of(Subject.of(place)), place.name());
    }

    // ---------------------------------------------------------------- shares

    /** A country's share of a row that has a measure: of the sum of rows, or as printed. */
    public Key share(StageRow row, Place place) {
        Optional<Formula> share = row.supply().isPresent()
                ? row.supply()
                        .filter(supply -> supply.rows().contains(place))
                        .map(supply -> supply.share(place, supply.latest()))
                : printed(row, place).map(printed -> printed.over(HUNDRED));
        return known(key(row, "share").of(Subject.of(place)), share.isPresent(), share::orElseThrow);
    }

    private Optional<Key> printed(StageRow row, Place place) {
        return shares.stream()
                .filter(share -> share.used()
                        && row.measure().equals(Optional.of(share.figure().measure()))
                        && share.figure().place().equals(place))
                .map(PrintedFigure::key)
                .findFirst();
    }

    /** Shares of a stage that somebody printed without the amounts behind them, outlooks left out, the newest first. */
    public ImmutableList<PrintedFigure> shares() {
        return shares;
    }

    /** Amounts of a measure that only one country has a figure for. */
    public ImmutableList<PrintedFigure> alone() {
        return alone;
    }

    /** The share of the block of other countries. */
    public Key shareOfOthers(StageRow row) {
        return share(row, Place.OTHER);
    }

    /** The share of the largest holder in a row, as a ratio. */
    public Key largestShare(StageRow row) {
        return known(
                key(row, "share of the largest"),
                row.measure().isPresent(),
                () -> Formula.call(Fn.MAX_OF_KNOWN, shares(row)));
    }

    /** The name of the largest holder, of shares that are worked out or printed. */
    public Key largest(StageRow row) {
        return known(key(row, "largest holder"), row.measure().isPresent(), () -> {
            Formula largest = largestShare(row);
            return largest.isKnown()
                    .then(Formula.lookUp(span(places, this::name), largest, shares(row)), notAvailable());
        });
    }

    private Formula.Span shares(StageRow row) {
        return span(places, place -> share(row, place));
    }

    /** The part of the whole that is left without the largest holder (N−1); of printed shares the whole is not known. */
    public Key left(StageRow row) {
        return known(key(row, "left without the largest"), row.isMeasured(), () -> ONE.minus(largestShare(row)));
    }

    /** The Herfindahl-Hirschman index, its lower end. */
    public Key hhi(StageRow row) {
        return known(
                key(row, "HHI, low"), row.isMeasured(), () -> ofSupply(row, supply -> supply.hhi(supply.latest())));
    }

    /** The index with all other countries counted as one. */
    public Key hhiUpper(StageRow row) {
        return known(
                key(row, "HHI, high"),
                row.isMeasured(),
                () -> ofSupply(
                        row,
                        supply -> supply.hhiWithOthersAsOne(supply.latest()).orElse(supply.hhi(supply.latest()))));
    }

    private static Formula ofSupply(StageRow row, Function<Supply, Key> what) {
        return row.supply().map(what).orElseThrow();
    }

    // ---------------------------------------------------------------- who has what

    /** The share, in percent, from which a country has a stage: an input. */
    public Key threshold() {
        return CHAIN.sub("threshold").key();
    }

    /** The dataset's threshold; without one there is the usual one, and a remark that it is. */
    private void putThreshold(Dataset dataset) {
        Optional<Assumption> own = dataset.assumptions().stream()
                .filter(assumption -> assumption.id().equals(THRESHOLD))
                .findFirst();
        values.building()
                .assumption(
                        threshold(),
                        own.map(found -> Value.of(found.value())).orElse(Value.of(USUAL_THRESHOLD)),
                        ValueUnit.PERCENT,
                        own.map(Assumption::reason).orElse(NO_THRESHOLD),
                        own.map(Assumption::sources).orElse(ImmutableList.of()));
        values.building().name(threshold(), "HasStageThreshold");
    }

    /**
     * 1 where a country's share of a row that has a measure reaches the threshold, 0 where it does not; missing where it is
     * not known. One that a measure does not list is somewhere in the block of others: where all of that is too little, so is
     * the country.
     */
    public Key has(StageRow row, Place place) {
        boolean inBlock = row.supply()
                .filter(supply -> supply.other() && !supply.places().contains(place))
                .isPresent();
        return values.as(
                key(row, "has").of(Subject.of(place)),
                () -> inBlock
                        ? reaches(shareOfOthers(row)).then(notAvailable(), ZERO)
                        : reaches(share(row, place)).then(ONE, ZERO));
    }

    private Formula reaches(Key share) {
        return share.isAtLeast(threshold().over(HUNDRED));
    }

    /** The number of countries that reach the threshold in a row. */
    public Key holders(StageRow row) {
        return known(
                key(row, "holders"),
                row.measure().isPresent(),
                () -> Formula.sumOfKnown(span(places, place -> has(row, place))));
    }

    /** 1 where a country has a stage by one of its measures, 0 where it has not; missing where no measure tells. */
    public Key has(Stage stage, Place place) {
        List<StageRow> told = told(stage);
        return known(key(stage, "has").of(Subject.of(place)), !told.isEmpty(), () -> {
            Formula.Span measures = span(told, row -> has(row, place));
            return told.size() == 1 ? has(told.get(0), place) : Formula.call(Fn.MAX_OF_KNOWN, measures);
        });
    }

    private List<StageRow> told(Stage stage) {
        return rows(stage).stream().filter(row -> row.measure().isPresent()).toList();
    }

    /** The same in words: yes, no or n/a. */
    public Key inWords(Stage stage, Place place) {
        return values.as(
                key(stage, "has, in words").of(Subject.of(place)), () -> inWords(has(stage, place), notAvailable()));
    }

    private static Formula inWords(Key flag, Formula otherwise) {
        return flag.isKnown().then(flag.isEqualTo(ONE).then(text("yes"), text("no")), otherwise);
    }

    /** The number of countries that are known to have a stage. */
    public Key holders(Stage stage) {
        return known(
                key(stage, "holders"),
                !told(stage).isEmpty(),
                () -> Formula.sumOfKnown(span(places, place -> has(stage, place))));
    }

    // ---------------------------------------------------------------- who has the whole chain

    /** 1 where a country has every stage, 0 where it lacks one; missing where it lacks none but not all are known. */
    public Key hasAll(Place place) {
        return key("has all", place, () -> {
            Formula.Span flags = span(stages, stage -> has(stage, place));
            Formula lacksOne = Formula.call(Fn.MIN_OF_KNOWN, flags).isEqualTo(ZERO);
            Formula allKnown = Formula.sum(flags).isKnown();
            return lacksOne.then(ZERO, allKnown.then(ONE, notAvailable()));
        });
    }

    /** The same in words, with the stages that are not known. */
    public Key allInWords(Place place) {
        return key("has all, in words", place, () -> inWords(hasAll(place), notKnown(place)));
    }

    /** The stages whose flag is missing, as a list with commas. */
    private Formula notKnown(Place place) {
        List<Formula> parts = new ArrayList<>();
        List<Key> before = new ArrayList<>();
        for (Stage stage : stages) {
            Key flag = has(stage, place);
            parts.add(words().with("known", flag.isKnown())
                    .with("later", !before.isEmpty())
                    .with(
                            "allBefore",
                            !before.isEmpty(),
                            () -> Formula.sum(span(before)).isKnown())
                    .with("stage", Words.inSentence(stage.name()))
                    .clause("{known?|{later?{allBefore?|, }}{stage}}"));
            before.add(flag);
        }
        return words().with("stages", Wording.inARow("", parts)).clause("not known: {stages}");
    }

    /** 1 where figures neither show nor rule out that a country has every stage, else 0. */
    public Key open(Place place) {
        return key("open", place, () -> hasAll(place).isKnown().then(ZERO, ONE));
    }

    /** The number of countries that have every stage; missing as long as figures leave it open for one. */
    public Key wholeChains() {
        return key("countries with every stage", () -> Formula.sum(span(places, this::hasAll)));
    }

    /** The number of countries that are known to have every stage. */
    public Key knownWholeChains() {
        return key(
                "countries known to have every stage",
                () -> Formula.call(Fn.COUNT_EQUAL, span(places, this::hasAll), ONE));
    }

    /** The number of countries of which figures leave it open. */
    public Key openChains() {
        return key("countries not ruled out", () -> Formula.sum(span(places, this::open)));
    }

    /**
     * 1 where a country is known to have every stage that has figures by country, else 0: a stage of which it is not known
     * counts as one that the country has not.
     */
    private Key hasMeasured(Place place) {
        return key("has all that are measured", place, () -> {
            Key all = values.label(
                    key(WITH_ALL_MEASURED).sub("stages"), measured().size());
            Formula.Span flags = span(measured(), stage -> has(stage, place));
            return Formula.call(Fn.COUNT_EQUAL, flags, ONE).isEqualTo(all).then(ONE, ZERO);
        });
    }

    /** The number of countries that are known to have every stage that has figures by country. */
    public Key measuredChains() {
        return key(WITH_ALL_MEASURED, () -> Formula.sum(span(places, this::hasMeasured)));
    }

    /** The first country that is known to have every stage that has figures by country. */
    public Key firstMeasured() {
        return key(
                "first country with every measured stage",
                () -> Formula.lookUp(span(places, this::name), ONE, span(places, this::hasMeasured)));
    }

    // ---------------------------------------------------------------- narrowest

    /** The highest Herfindahl-Hirschman index of all rows, from 0 to 10,000. */
    public Key highestHhi() {
        return ofMeasured("highest HHI", () -> Formula.call(Fn.MAX_OF_KNOWN, span(rows, this::hhi)));
    }

    /** The row with the highest index, by name; not known once the index of a measured row is not. */
    public Key narrowest() {
        return ofMeasured("narrowest", () -> rowOf(highestHhi(), this::hhi));
    }

    /** The least part of the whole that any row keeps without its largest holder, as a ratio. */
    private Key leastLeftShare() {
        return ofMeasured("least left", () -> Formula.call(Fn.MIN_OF_KNOWN, span(rows, this::left)));
    }

    /** The row that keeps least without its largest holder, by name. */
    public Key leastLeft() {
        return ofMeasured("least left, row", () -> rowOf(leastLeftShare(), this::left));
    }

    private Key ofMeasured(String part, Supplier<Formula> formula) {
        return known(key(part), rows.stream().anyMatch(StageRow::isMeasured), formula);
    }

    private Formula rowOf(Key extreme, Function<StageRow, Key> what) {
        List<StageRow> measured = rows.stream()
                .filter(row -> row.supply()
                        .filter(supply ->
                                supply.value(supply.hhi(supply.latest())).isNumber())
                        .isPresent())
                .toList();
        return Formula.sum(span(measured, what))
                .isKnown()
                .then(Formula.lookUp(span(rows, this::name), extreme, span(rows, what)), notAvailable());
    }

    /** A value of the narrowest row, such as its largest holder. */
    public Formula ofNarrowest(Function<StageRow, Key> what) {
        return Formula.lookUp(span(rows, what), narrowest(), span(rows, this::name));
    }

    /** The row with the highest index as figures stand. */
    public Optional<StageRow> narrowestRow() {
        Value name = model().value(narrowest());
        return rows.stream()
                .filter(StageRow::isMeasured)
                .filter(row -> model().value(name(row)).equals(name))
                .findFirst();
    }

    // ---------------------------------------------------------------- values and keys

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    private static Formula notAvailable() {
        return text(Value.NOT_AVAILABLE);
    }

    private Key known(Key key, boolean isKnown, Supplier<Formula> formula) {
        return isKnown ? values.as(key, formula) : values.label(key, Value.NOT_AVAILABLE);
    }

    private Key key(String part, Supplier<Formula> formula) {
        return values.as(key(part), formula);
    }

    private Key key(String part, Place place, Supplier<Formula> formula) {
        return values.as(key(part).of(Subject.of(place)), formula);
    }

    private Key key(String part) {
        return CHAIN.sub(part).key().in(edition);
    }

    private Key key(StageRow row, String part) {
        return new Term("row " + row.id(), row.label()).sub(part).key().in(edition);
    }

    private Key key(Stage stage, String part) {
        return new Term("stage " + stage.id(), "stage " + stage.name())
                .sub(part)
                .key()
                .in(edition);
    }

    @Override
    public String toString() {
        return OneLine.of("chain", OneLine.count(stages, "stage"), OneLine.count(places, "country"), edition);
    }
}
