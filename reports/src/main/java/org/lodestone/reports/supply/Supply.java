package org.lodestone.reports.supply;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.RowsAndTotal;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The supply of one measure in one edition: mine production by country in MCS 2025.
 *
 * <p>Amounts are in the measure's unit. Every method gives the key of a value; {@link #model} holds what stands behind it,
 * so {@code supply.value(supply.share(china, year))} is a number and the same key is a live cell in a workbook.
 */
public final class Supply {

    /** Sums of decimal fractions may differ in the last bits. */
    private static final int DIGITS = 6;

    private final Measure measure;
    private final String edition;
    private final ImmutableTable<Place, Period, Figure> figures;
    private final ImmutableList<Period> years;
    private final ImmutableList<Period> observed;
    private final ImmutableList<Place> places;
    private final ImmutableList<Place> rows;
    private final ValueUnit unit;
    private final Key published;
    private final Map<String, Key> parts = new ConcurrentHashMap<>();
    private final Calculations values = new Calculations(Definitions.MODEL);

    private Supply(Measure measure, String edition, ImmutableList<Figure> all) {
        this.measure = measure;
        this.edition = edition;
        this.unit = ValueUnit.of(measure.unit());
        this.published = Term.of(measure).key().in(Case.of(edition));
        // what was observed goes before what a case assumes
        this.figures = all.stream()
                .collect(ImmutableTable.toImmutableTable(
                        Figure::place, Figure::period, figure -> figure, (a, b) -> isObserved(a) ? a : b));
        this.years = figures.columnKeySet().stream().sorted().collect(toImmutableList());
        this.observed = years.stream()
                .filter(year -> figures.column(year).values().stream().anyMatch(Supply::isObserved))
                .collect(toImmutableList());
        this.places = figures.rowKeySet().stream()
                .filter(Supply::isNamed)
                .sorted(Comparator.comparingDouble(
                                (Place place) -> -number(place, latest()).orElse(-1))
                        .thenComparing(Place::name))
                .collect(toImmutableList());
        // as the list of a set, which is asked for each place whether it has it
        this.rows = Stream.concat(places.stream(), Stream.of(Place.OTHER).filter(figures::containsRow))
                .collect(toImmutableSet())
                .asList();
        rows.forEach(this::name);
        ranks().forEach(this::ordinal);
        years.forEach(this::putIn);
        values.close();
    }

    private void putIn(Period year) {
        figures.rowKeySet().forEach(place -> putIn(place, year));
        total(year);
        count(year);
        differenceFromPrinted(year);
        sumsToPrintedIfAny(year);
        rows.forEach(place -> shareOfPrinted(place, year));
        rows.forEach(place -> share(place, year));
        growth(year);
        growthOfPrinted(year);
        rows.forEach(place -> growth(place, year));
        hhi(year);
        hhiWithOthersAsOne(year);
        cr3(year);
        cr5(year);
        withoutLargest(year);
        places.forEach(place -> rank(place, year));
        for (int rank : ranks()) {
            rankedName(rank, year);
            rankedShare(rank, year);
        }
    }

    private void putIn(Place place, Period year) {
        Model.Builder model = values.building();
        Key amount = amount(place, year);
        figure(place, year)
                .ifPresentOrElse(figure -> model.figure(amount, inMeasureUnit(figure), unit, figure.citation()), () -> {
                    if (place.kind() != Place.Kind.WORLD) {
                        model.label(amount, Observation.Reason.NOT_AVAILABLE.code());
                    }
                });
    }

    /**
     * The supply of a measure in the dataset's default edition, or else in the newest one that has figures for it; empty where
     * none has. Throws if the dataset has no such measure.
     */
    public static Optional<Supply> of(Dataset dataset, String measure) {
        return edition(dataset, measure).flatMap(edition -> of(dataset, measure, edition));
    }

    /**
     * The supply of a measure in an edition; empty where the edition names no country or group for it. Throws if the dataset has
     * no such measure or edition.
     */
    public static Optional<Supply> of(Dataset dataset, String measure, String edition) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        requireNonNull(edition, "edition");
        ImmutableList<Figure> figures = dataset.figures(measure, edition);
        return figures.stream()
                .filter(figure -> isNamed(figure.place()))
                .findFirst()
                .map(first -> new Supply(first.measure(), edition, figures));
    }

    /** The edition used for a measure where none is asked for. */
    public static Optional<String> edition(Dataset dataset, String measure) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        if (!dataset.figures(measure, dataset.defaultEdition()).isEmpty()) {
            return Optional.of(dataset.defaultEdition());
        }
        return editions(dataset, measure).stream().reduce((first, second) -> second);
    }

    /**
     * The editions that have figures for a measure, the oldest first, those whose release is not known before them. Throws if
     * the dataset has no such measure.
     */
    public static ImmutableList<String> editions(Dataset dataset, String measure) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        ImmutableList<String> editions = dataset.figures().stream()
                .filter(figure -> figure.measure().id().equals(measure))
                .map(Figure::edition)
                .distinct()
                .sorted(Comparator.comparing(dataset::released))
                .collect(toImmutableList());
        if (editions.isEmpty()) {
            dataset.measure(measure);
        }
        return editions;
    }

    /** The measure, such as mine production, in whose unit all amounts are. */
    public Measure measure() {
        return measure;
    }

    /** The id of the edition that the figures are from: {@code MCS2025}. */
    public String edition() {
        return edition;
    }

    // ---------------------------------------------------------------- years and places

    /** The years there are figures for. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The years that are not outlooks. */
    public ImmutableList<Period> observed() {
        return observed;
    }

    private static boolean isObserved(Figure figure) {
        return figure.scenarioCase().isEmpty();
    }

    /** The latest year that was observed; without any, the latest outlook. */
    public Period latest() {
        ImmutableList<Period> best = observed.isEmpty() ? years : observed;
        return best.get(best.size() - 1);
    }

    /** Countries and groups in order of their latest amount, the largest first. */
    public ImmutableList<Place> places() {
        return places;
    }

    private static boolean isNamed(Place place) {
        return place.kind() != Place.Kind.WORLD && place.kind() != Place.Kind.OTHER;
    }

    /** Whether there is a block of other countries. */
    public boolean other() {
        return figures.containsRow(Place.OTHER);
    }

    /** The places, and the block of other countries where there is one. */
    public ImmutableList<Place> rows() {
        return rows;
    }

    /** The rows of any of some supplies, the places of the first one first, and other countries last. */
    public static ImmutableList<Place> rows(List<Supply> supplies) {
        return Stream.concat(
                        supplies.stream().flatMap(supply -> supply.places().stream()),
                        supplies.stream().anyMatch(Supply::other) ? Stream.of(Place.OTHER) : Stream.empty())
                .distinct()
                .collect(toImmutableList());
    }

    /** The name of a place, as a value that lists and sentences can show. */
    public Key name(Place place) {
        return values.label(part("name").of(Subject.of(place)), place.name());
    }

    // ---------------------------------------------------------------- figures

    /** The published figure of a place in a year, or the code in its place. */
    public Key amount(Place place, Period year) {
        return published.of(Subject.of(place)).at(year);
    }

    private Optional<Figure> figure(Place place, Period year) {
        return Optional.ofNullable(figures.get(place, year));
    }

    private OptionalDouble number(Place place, Period year) {
        return figure(place, year).map(figure -> figure.value().known()).orElse(OptionalDouble.empty());
    }

    /** A figure in the unit of its measure, without a detour over binary fractions. */
    private Value inMeasureUnit(Figure figure) {
        return figure.value()
                .number()
                .filter(number -> !figure.unit().equals(measure.unit()))
                .map(number -> inMeasureUnit(figure, number))
                .map(number -> Value.of(number.doubleValue()))
                .orElse(Value.of(figure.value()));
    }

    private BigDecimal inMeasureUnit(Figure figure, BigDecimal amount) {
        return amount.multiply(figure.unit().scale()).divide(measure.unit().scale(), MathContext.DECIMAL128);
    }

    /** The rows that have a figure in a year. */
    public ImmutableList<Place> known(Period year) {
        return rows.stream().filter(place -> number(place, year).isPresent()).collect(toImmutableList());
    }

    /** Whether every row of a year has a figure. */
    public boolean allKnown(Period year) {
        return known(year).size() == rows.size();
    }

    /** The number of places that have more than nothing in a year. */
    public int producers(Period year) {
        return (int) places.stream()
                .filter(place -> number(place, year).orElse(0) > 0)
                .count();
    }

    /** Whether the source marks what it prints of a year as an estimate: the total, or the largest place where it prints none. */
    public boolean isEstimate(Period year) {
        return figure(Place.WORLD, year)
                .or(() -> figure(places.get(0), year))
                .filter(Figure::isEstimate)
                .isPresent();
    }

    // ---------------------------------------------------------------- the sum of rows, and shares of it

    /** The sum of rows; of known rows only, where some are not published: see {@link #allKnown}. */
    public Key total(Period year) {
        return key("sum of rows", year, () -> {
            Formula.Span amounts = amounts(rows, year);
            return allKnown(year) ? Formula.sum(amounts) : Formula.sumOfKnown(amounts);
        });
    }

    /** The number of places that have a figure. */
    public Key count(Period year) {
        return key("places with a figure", year, () -> Formula.countOfKnown(amounts(rows, year)));
    }

    /**
     * The share of the sum of rows; of known rows only, where some are not published: see {@link #allKnown}. It says
     * something only where {@link #hasShares}: of one country alone it is 100%.
     */
    public Key share(Place place, Period year) {
        return key("share of sum of rows", place, year, () -> Concentration.share(amount(place, year), total(year)));
    }

    /**
     * Whether shares of the sum of rows say something in a year: more than one row has a figure, and one of them has more
     * than nothing. The figure of one country alone would be a hundred percent of itself.
     */
    public boolean hasShares(Period year) {
        return known(year).size() > 1 && value(total(year)).number().orElse(0) > 0;
    }

    // ---------------------------------------------------------------- the printed total, and shares of it

    /** The total as printed, which is usually rounded and may be a bound. Not every edition prints one. */
    public Optional<Key> printedTotal(Period year) {
        return figure(Place.WORLD, year).map(printed -> amount(Place.WORLD, year));
    }

    /** The sum of rows less the printed total. */
    public Optional<Key> differenceFromPrinted(Period year) {
        return printedTotal(year)
                .map(printed -> key(
                        "sum of rows less printed total",
                        year,
                        () -> total(year).minus(printed)));
    }

    /**
     * Whether the rows sum to the printed total but for rounding of both, as {@link RowsAndTotal#isMissed} has it: 1 or 0. None where
     * no total is printed, or where the rows give no shares.
     *
     * <pre>
     * |sum of rows − printed total| ≤ half of the last digits printed
     * where a row is not known, only a sum above the total misses it
     * </pre>
     */
    public Optional<Key> sumsToPrinted(Period year) {
        return sumsToPrintedIfAny(year).filter(key -> hasShares(year));
    }

    private Optional<Key> sumsToPrintedIfAny(Period year) {
        return figure(Place.WORLD, year)
                .filter(printed -> printed.value().known().isPresent())
                .map(printed -> key("rows sum to printed total", year, () -> {
                    Formula above = total(year).minus(amount(Place.WORLD, year));
                    Formula missed = allKnown(year) ? above.magnitude() : above;
                    return rounding(printed, year)
                            .minus(missed)
                            .rounded(DIGITS)
                            .isAtLeast(ZERO)
                            .then(ONE, ZERO);
                }));
    }

    /** By how much rows may miss the printed total, since it and they are rounded. */
    private Key rounding(Figure printed, Period year) {
        BigDecimal rounding = rows.stream()
                .flatMap(place -> figure(place, year).stream())
                .map(row -> inMeasureUnit(row, RowsAndTotal.roundingOfRow(row.value())))
                .reduce(inMeasureUnit(printed, RowsAndTotal.roundingOfTotal(printed.value())), BigDecimal::add);
        return values.building()
                .computed(
                        part("rounding of printed total").at(year),
                        Value.of(rounding.doubleValue()),
                        unit,
                        "half of the last digit that is printed before zeros, of the total and of each row");
    }

    /** The years in which the rows miss the printed total by more than rounding explains. */
    public ImmutableList<Period> missed() {
        return years.stream()
                .filter(year -> sumsToPrinted(year)
                        .filter(key -> value(key).number().orElse(1) == 0)
                        .isPresent())
                .collect(toImmutableList());
    }

    /** The share of the printed total. */
    public Optional<Key> shareOfPrinted(Place place, Period year) {
        return printedTotal(year)
                .filter(printed -> rows.contains(place))
                .map(printed -> key(
                        "share of printed total",
                        place,
                        year,
                        () -> Concentration.share(amount(place, year), printed)));
    }

    // ---------------------------------------------------------------- growth

    /**
     * Growth of the sum of rows on the year before, within this edition. There is none where the two years are not known
     * for the same places: a sum over more countries is no growth.
     */
    public Optional<Key> growth(Period year) {
        return yearBefore(year)
                .filter(before -> known(year).equals(known(before)))
                .map(before -> key("growth of sum of rows", year, () -> {
                    Formula growth = onYearBefore(this::total, year);
                    Formula asMany = count(year).isEqualTo(count(before));
                    return allKnown(year) ? growth : asMany.then(growth, Formula.text(Value.NOT_AVAILABLE));
                }));
    }

    /** Growth of the printed total on the year before, within this edition. */
    public Optional<Key> growthOfPrinted(Period year) {
        return yearBefore(year)
                .filter(before -> printedTotal(before).isPresent())
                .flatMap(before -> printedTotal(year))
                .map(printed -> key(
                        "growth of printed total", year, () -> onYearBefore(one -> amount(Place.WORLD, one), year)));
    }

    /** Growth of one place's amount on the year before. */
    public Optional<Key> growth(Place place, Period year) {
        return yearBefore(year)
                .filter(before -> rows.contains(place))
                .map(before -> key("growth", place, year, () -> onYearBefore(one -> amount(place, one), year)));
    }

    private Optional<Period> yearBefore(Period year) {
        return Optional.of(year)
                .filter(one -> one.kind() == Period.Kind.YEAR && years.contains(one))
                .map(Period::previous)
                .filter(years::contains);
    }

    private static Formula onYearBefore(Function<Period, Key> amount, Period year) {
        return Growth.onYearBefore(amount.apply(year), amount.apply(year.previous()));
    }

    // ---------------------------------------------------------------- concentration

    /** The Herfindahl-Hirschman index, each other country counted as nothing: its lower end. */
    public Key hhi(Period year) {
        return key("HHI, others split up", year, () -> Concentration.hhi(amounts(year), total(year)));
    }

    /** The index with other countries counted as one: its upper end. */
    public Optional<Key> hhiWithOthersAsOne(Period year) {
        return number(Place.OTHER, year).isPresent()
                ? Optional.of(key(
                        "HHI, others as one",
                        year,
                        () -> Concentration.hhiWithBlock(hhi(year), share(Place.OTHER, year))))
                : Optional.empty();
    }

    /** The share of the three largest places. */
    public Optional<Key> cr3(Period year) {
        return largest(3, year);
    }

    /** The share of the five largest places. */
    public Optional<Key> cr5(Period year) {
        return largest(5, year);
    }

    private Optional<Key> largest(int number, Period year) {
        return years.contains(year) && places.size() >= number
                ? Optional.of(key("CR" + number, year, () -> shareOfLargest(number, year)))
                : Optional.empty();
    }

    private Formula shareOfLargest(int number, Period year) {
        List<Key> ordinals =
                ranks().subList(0, number).stream().map(this::ordinal).toList();
        return Concentration.largest(amounts(year), ordinals, total(year));
    }

    /** The supply without its largest place, over the whole: what is left if it fails. */
    public Key withoutLargest(Period year) {
        return key("share without the largest", year, () -> ONE.minus(shareOfLargest(1, year)));
    }

    // ---------------------------------------------------------------- ranking

    /** The rank of a place, the largest first. */
    public Key rank(Place place, Period year) {
        return key("rank", place, year, () -> Concentration.rank(amount(place, year), amounts(year)));
    }

    /** The name of whoever has a rank. */
    public Key rankedName(int rank, Period year) {
        return key("ranked name", rank, year, () -> ranked(this::name, rank, year));
    }

    /** The share of whoever has a rank in the sum of rows, as a ratio. */
    public Key rankedShare(int rank, Period year) {
        return key("ranked share", rank, year, () -> ranked(place -> share(place, year), rank, year));
    }

    private Formula ranked(Function<Place, Key> what, int rank, Period year) {
        return Concentration.ranked(each(what), each(place -> rank(place, year)), ordinal(rank));
    }

    private ImmutableList<Integer> ranks() {
        return IntStream.rangeClosed(1, places.size()).boxed().collect(toImmutableList());
    }

    /** The number of a place in the list of ranks: 1, 2, 3. */
    private Key ordinal(int rank) {
        return values.label(Term.of(measure).sub("place").of(Subject.of(Integer.toString(rank))), rank);
    }

    // ---------------------------------------------------------------- values and keys

    /** The value of a key of this supply. Throws if it has no such key. */
    public Value value(Key key) {
        return model().value(key);
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    private ImmutableList<Key> each(Function<Place, Key> what) {
        return values.all(places, what).keys();
    }

    private ImmutableList<Key> amounts(Period year) {
        return each(place -> amount(place, year));
    }

    private Formula.Span amounts(List<Place> of, Period year) {
        return Formula.span(of, place -> amount(place, year));
    }

    /** A part of the measure in this edition, of all places and years. */
    private Key part(String part) {
        return parts.computeIfAbsent(
                part, one -> Term.of(measure).sub(one).key().in(Case.of(edition)));
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(part(part).at(year), formula);
    }

    private Key key(String part, Place place, Period year, Supplier<Formula> formula) {
        return values.as(part(part).of(Subject.of(place)).at(year), formula);
    }

    private Key key(String part, int rank, Period year, Supplier<Formula> formula) {
        return values.as(part(part).of(Subject.of(Integer.toString(rank))).at(year), formula);
    }

    @Override
    public String toString() {
        return OneLine.of(measure.name(), edition, measure.unit(), OneLine.count(places, "place"), years);
    }
}
