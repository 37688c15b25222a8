package org.lodestone.reports.chain;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/** The keys of a chain: each is spelled here and nowhere else. {@link ChainAnalysis} gives them their values. */
class ChainKeys {

    private static final Term CHAIN = Term.of("chain");

    private final ImmutableList<Stage> stages;
    private final ImmutableList<StageRow> rows;
    private final ImmutableList<Place> places;
    private final ImmutableList<PrintedFigure> shares;
    private final ImmutableList<PrintedFigure> alone;
    private final String edition;

    ChainKeys(
            ImmutableList<Stage> stages,
            ImmutableList<StageRow> rows,
            ImmutableList<Place> places,
            ImmutableList<PrintedFigure> shares,
            ImmutableList<PrintedFigure> alone,
            String edition) {
        this.stages = stages;
        this.rows = rows;
        this.places = places;
        this.shares = shares;
        this.alone = alone;
        this.edition = edition;
    }

    /** The stages, from the ground on. */
    public ImmutableList<Stage> stages() {
        return stages;
    }

    /** The stages with their measures: a stage with two measures has two rows. */
    public ImmutableList<StageRow> rows() {
        return rows;
    }

    /** Every country that one of the measures names. */
    public ImmutableList<Place> places() {
        return places;
    }

    /** Shares of a stage that somebody printed without the amounts behind them, outlooks left out, the newest first. */
    public ImmutableList<PrintedFigure> shares() {
        return shares;
    }

    /** Amounts of a measure that only one country has a figure for. */
    public ImmutableList<PrintedFigure> alone() {
        return alone;
    }

    /** The dataset's default edition. */
    public String edition() {
        return edition;
    }

    /** The rows of one stage. */
    public List<StageRow> rows(Stage stage) {
        return rows.stream().filter(row -> row.stage().equals(stage)).toList();
    }

    /** The stages that somebody has a figure by country for. */
    public List<Stage> measured() {
        return stages.stream()
                .filter(stage -> !withoutFigures().contains(stage))
                .toList();
    }

    /** The stages that nobody has a figure by country for. */
    public List<Stage> withoutFigures() {
        return rows.stream()
                .filter(row -> row.measure().isEmpty())
                .map(StageRow::stage)
                .toList();
    }

    /** The share, in percent, from which a country has a stage: an input. */
    public Key threshold() {
        return CHAIN.sub("threshold").key();
    }

    /** The name of a country, as a value. */
    public Key name(Place place) {
        return CHAIN.sub("country").of(Subject.of(place));
    }

    /** The label of a row, as a value that others pick from. */
    public Key name(StageRow row) {
        return key(row, "name");
    }

    // ---------------------------------------------------------------- shares

    /** A country's share of a row that has a measure: of the sum of rows, or as printed. */
    public Key share(StageRow row, Place place) {
        return key(row, "share").of(Subject.of(place));
    }

    /** The share of the block of other countries. */
    public Key shareOfOthers(StageRow row) {
        return share(row, Place.OTHER);
    }

    /** The name of the largest holder. */
    public Key largest(StageRow row) {
        return key(row, "largest holder");
    }

    /** The share of the largest holder in a row, as a ratio. */
    public Key largestShare(StageRow row) {
        return key(row, "share of the largest");
    }

    /** The part of the whole that is left without the largest holder (N−1). */
    public Key left(StageRow row) {
        return key(row, "left without the largest");
    }

    /** The Herfindahl-Hirschman index, its lower end. */
    public Key hhi(StageRow row) {
        return key(row, "HHI, low");
    }

    /** The index with all other countries counted as one. */
    public Key hhiUpper(StageRow row) {
        return key(row, "HHI, high");
    }

    // ---------------------------------------------------------------- who has what

    /**
     * 1 where a country's share of a row that has a measure reaches the threshold, 0 where it does not; missing where it is
     * not known.
     */
    public Key has(StageRow row, Place place) {
        return key(row, "has").of(Subject.of(place));
    }

    /** 1 where a country has a stage by one of its measures, 0 where it has not; missing where no measure tells. */
    public Key has(Stage stage, Place place) {
        return key(stage, "has").of(Subject.of(place));
    }

    /** The same in words: yes, no or n/a. */
    public Key inWords(Stage stage, Place place) {
        return key(stage, "has, in words").of(Subject.of(place));
    }

    /** The number of countries that reach the threshold in a row. */
    public Key holders(StageRow row) {
        return key(row, "holders");
    }

    /** The number of countries that are known to have a stage. */
    public Key holders(Stage stage) {
        return key(stage, "holders");
    }

    /** 1 where a country has every stage, 0 where it lacks one; missing where it lacks none but not all are known. */
    public Key hasAll(Place place) {
        return key("has all").of(Subject.of(place));
    }

    /** The same in words, with the stages that are not known. */
    public Key allInWords(Place place) {
        return key("has all, in words").of(Subject.of(place));
    }

    /** The number of countries that have every stage; missing as long as figures leave it open for one. */
    public Key wholeChains() {
        return key("countries with every stage");
    }

    /** The number of countries that are known to have every stage. */
    public Key knownWholeChains() {
        return key("countries known to have every stage");
    }

    /** 1 where figures neither show nor rule out that a country has every stage, else 0. */
    public Key open(Place place) {
        return key("open").of(Subject.of(place));
    }

    /** The number of countries of which figures leave it open. */
    public Key openChains() {
        return key("countries not ruled out");
    }

    /** 1 where a country is known to have every stage that has figures by country, else 0. */
    public Key hasMeasured(Place place) {
        return key("has all that are measured").of(Subject.of(place));
    }

    /** The number of countries that are known to have every stage that has figures by country. */
    public Key measuredChains() {
        return key("countries with every measured stage");
    }

    /** The first country that is known to have every stage that has figures by country. */
    public Key firstMeasured() {
        return key("first country with every measured stage");
    }

    // ---------------------------------------------------------------- narrowest

    /** The row with the highest index, by name. */
    public Key narrowest() {
        return key("narrowest");
    }

    /** The highest Herfindahl-Hirschman index of all rows, from 0 to 10,000. */
    public Key highestHhi() {
        return key("highest HHI");
    }

    /** The row that keeps least without its largest holder, by name. */
    public Key leastLeft() {
        return key("least left, row");
    }

    /** The least part of the whole that any row keeps without its largest holder, as a ratio. */
    public Key leastLeftShare() {
        return key("least left");
    }

    /** A value of the narrowest row, such as its largest holder. */
    public Formula ofNarrowest(Function<StageRow, Key> what) {
        Formula place = Formula.call(Fn.FIND, narrowest().ref(), Formula.span(each(this::name)));
        return Formula.call(Fn.PICK, Formula.span(each(what)), place);
    }

    private List<Key> each(Function<StageRow, Key> key) {
        return rows.stream().map(key).toList();
    }

    static Key printed(Term term, Place place, Period period) {
        return term.sub("as printed").of(Subject.of(place)).at(period);
    }

    private Key key(String part) {
        return CHAIN.sub(part).key().in(Case.of(edition));
    }

    private Key key(StageRow row, String part) {
        return new Term("row " + row.id(), row.label()).sub(part).key().in(Case.of(edition));
    }

    private Key key(Stage stage, String part) {
        return new Term("stage " + stage.id(), "stage " + stage.name())
                .sub(part)
                .key()
                .in(Case.of(edition));
    }
}
