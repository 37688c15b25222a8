package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.countOfKnown;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sumOfKnown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.sheet.supply.SecondUnit;
import org.lodestone.reports.supply.Supply;

/**
 * A measure of supply year by year: each observed year from the newest edition that has it, then the forecast of the chosen
 * scenario. Where one year was observed and there is no forecast, the outlook of its edition follows.
 *
 * <p>Places are those of the forecast, or the largest ones where there is none; the rest of the total is one block.
 */
final class SupplyYears {

    /** The number of observed years that stand before a forecast, and without one. */
    private static final int YEARS_BEFORE_FORECAST = 4;

    private static final int YEARS = 6;
    /** The number of places that are named where no forecast says which. */
    private static final int NAMED = 6;
    /** The number of places that are drawn in a colour of their own. */
    private static final int DRAWN = 4;

    private static final int LARGEST = 3;

    private final ImmutableSortedMap<Period, Supply> editions;
    private final Optional<SupplyForecast> forecast;
    private final ImmutableList<Period> outlook;
    private final ImmutableList<Period> years;
    private final ImmutableList<Place> named;
    private final ImmutableList<Place> drawn;
    private final PageSentences said;

    SupplyYears(Analyses analyses, Supply used, PageSentences said) {
        this.said = said;
        this.editions = editions(analyses, used);
        this.forecast = analyses.forecast()
                .flatMap(study -> study.chosen().supply(used.measure().id()));
        this.outlook = forecast.isPresent() || editions.size() > 1
                ? ImmutableList.of()
                : outlookOf(editions.values().iterator().next());
        this.years = shownYears();
        editions.values().forEach(supply -> said.model().include(supply.model()));
        forecast.ifPresent(one -> said.model().include(one.model()));
        this.named = largestFirst();
        this.drawn = largestOfEither();
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

    private static ImmutableList<Period> outlookOf(Supply newest) {
        return newest.years().stream()
                .filter(year -> year.compareTo(newest.latest()) > 0)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Period> shownYears() {
        List<Period> observed = editions.keySet().asList();
        int shown = forecast.isPresent() ? YEARS_BEFORE_FORECAST : YEARS;
        return Stream.of(
                        observed.stream().skip(Math.max(0, observed.size() - shown)),
                        forecast.stream().flatMap(one -> one.years().stream()).filter(this::isExpected),
                        outlook.stream())
                .flatMap(some -> some)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Place> largestFirst() {
        List<Place> places = forecast.map(SupplyForecast::places).orElse(newest().places());
        return places.stream()
                .filter(place -> place.kind() != Place.Kind.OTHER)
                .sorted(Comparator.comparingDouble(this::inLatest).reversed())
                .limit(forecast.isPresent() ? places.size() : NAMED)
                .collect(ImmutableList.toImmutableList());
    }

    private double inLatest(Place place) {
        return newest().places().contains(place) ? number(newest().model(), newest().amount(place, latest())) : 0;
    }

    /** The largest of the latest observed year and of the last of the forecast, in the order of all. */
    private ImmutableList<Place> largestOfEither() {
        ImmutableSet<Place> largest = named.stream()
                .sorted(Comparator.comparingDouble((Place place) -> Math.max(inLatest(place), atEnd(place)))
                        .reversed())
                .limit(DRAWN)
                .collect(ImmutableSet.toImmutableSet());
        return named.stream().filter(largest::contains).collect(ImmutableList.toImmutableList());
    }

    private double atEnd(Place place) {
        return forecast.map(one -> number(one.model(), one.amount(place, end())))
                .orElse(0.0);
    }

    private static double number(Model model, Key amount) {
        return model.value(amount).number().orElse(0);
    }

    // ---------------------------------------------------------------- years and places

    ImmutableList<Period> all() {
        return years;
    }

    Period first() {
        return years.get(0);
    }

    /** The latest observed year. */
    Period latest() {
        return editions.lastKey();
    }

    /** The last year of the forecast, or of what was observed. */
    Period end() {
        return years.get(years.size() - 1);
    }

    /** Whether observed years are from more than one edition. */
    boolean hasSeveralEditions() {
        return editions.values().stream().map(Supply::edition).distinct().count() > 1;
    }

    boolean hasForecast() {
        return forecast.isPresent();
    }

    /** A value of the forecast, where there is one. */
    <T> Optional<T> ifForecast(Supplier<T> value) {
        return forecast.map(one -> value.get());
    }

    /** Whether a year is the forecast's. */
    boolean isExpected(Period year) {
        return forecast.isPresent() && isAhead(year);
    }

    private boolean isAhead(Period year) {
        return year.compareTo(latest()) > 0;
    }

    /** The first year of the forecast, or of an outlook. */
    Optional<Period> firstAhead() {
        return years.stream().filter(this::isAhead).findFirst();
    }

    boolean hasOutlook() {
        return !outlook.isEmpty();
    }

    /** The supply of the latest observed year. */
    Supply newest() {
        return edition(latest());
    }

    private Supply edition(Period year) {
        return Optional.ofNullable(editions.get(outlook.contains(year) ? latest() : year))
                .orElseThrow();
    }

    /** Whether every row of a year has a figure. */
    boolean allKnown(Period year) {
        return isExpected(year) || edition(year).allKnown(year);
    }

    /** The observed years that are shown. */
    private Stream<Period> observed() {
        return years.stream().filter(year -> !isAhead(year));
    }

    /** Whether more than one year was observed. */
    boolean areSeveral() {
        return observed().count() > 1;
    }

    /** Whether the totals of all observed years lack the same places: else one of them is not a change of another. */
    boolean isComparable() {
        return observed().map(this::unknown).distinct().count() == 1;
    }

    /** The first year whose total compares with the latest: of the same edition, and of the same places. */
    Period firstComparable() {
        return observed()
                .filter(year -> edition(year).equals(newest()) && unknown(year).equals(unknown(latest())))
                .findFirst()
                .orElseThrow();
    }

    /** The countries with a figure in every observed year, the largest of the latest first. */
    ImmutableList<Place> knownThroughout() {
        return newest().places().stream()
                .filter(place ->
                        observed().allMatch(year -> edition(year).known(year).contains(place)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether as many rows of a year have a figure as when the pack was made. */
    Formula hasAsManyFigures(Period year) {
        Supply supply = edition(year);
        Key made = said.model()
                .label(
                        said.page().sub("rows with a figure").key().at(year),
                        supply.known(year).size());
        return countOfKnown(span(supply.rows(), place -> supply.amount(place, year)))
                .isEqualTo(made);
    }

    private ImmutableSet<Place> unknown(Period year) {
        Supply supply = edition(year);
        return Sets.difference(ImmutableSet.copyOf(supply.rows()), ImmutableSet.copyOf(supply.known(year)))
                .immutableCopy();
    }

    /** The largest of the latest observed year first. */
    ImmutableList<Place> named() {
        return named;
    }

    /** Those that a chart names. */
    ImmutableList<Place> drawn() {
        return drawn;
    }

    /** Whether anything of a total is from places that are not named, or may be: what a risk adds is of no country alone. */
    boolean hasOthers() {
        return years.stream().anyMatch(year -> !named.containsAll(placesOf(year)))
                || forecast.filter(one -> !one.additionsOfGroups().isEmpty()).isPresent();
    }

    /** Whether anything of a total is from places that a chart does not name. */
    boolean hasNotDrawn() {
        return drawn().size() < named.size() || hasOthers();
    }

    /** Whether the three largest are some of more, so that their share says something. */
    boolean hasMoreThanThree() {
        return named.size() > LARGEST || (named.size() == LARGEST && hasOthers());
    }

    /** Whether an edition leaves out a place that another names. */
    boolean hasGaps() {
        return years.stream().anyMatch(year -> !placesOf(year).containsAll(named));
    }

    private ImmutableList<Place> placesOf(Period year) {
        return isExpected(year)
                ? forecast.orElseThrow().places()
                : edition(year).rows();
    }

    Place leader() {
        return newest().places().get(0);
    }

    /** Whether there is a forecast that names the leader, and does not count it among other countries. */
    boolean hasForecastOfLeader() {
        return forecast.filter(one -> one.places().contains(leader())).isPresent();
    }

    Formula.Span over(Function<Period, Key> value) {
        return span(years, value);
    }

    // ---------------------------------------------------------------- values

    /** The amount that a place supplies in a year; a dash where the year's edition, or the forecast, does not name it. */
    Key amount(Place place, Period year) {
        if (!placesOf(year).contains(place)) {
            return said.model()
                    .label(said.page().sub("not named").of(Subject.of(place)).at(year), Words.NONE);
        }
        return isExpected(year)
                ? forecast.orElseThrow().amount(place, year)
                : edition(year).amount(place, year);
    }

    Key total(Period year) {
        return isExpected(year)
                ? forecast.orElseThrow().total(year)
                : edition(year).total(year);
    }

    /** The total in another unit. */
    Key totalIn(SecondUnit second, Period year) {
        return said.value("total in " + second.unit(), year, second.of(total(year)));
    }

    private List<Key> amounts(List<Place> places, Period year) {
        return places.stream().map(place -> amount(place, year)).toList();
    }

    /** The joint supply of the places not named. */
    Key others(Period year) {
        return rest("other countries", named, year);
    }

    /** The joint supply of the places that a chart does not name. */
    Key notDrawn(Period year) {
        return rest("not drawn", drawn(), year);
    }

    /** The share of a place in what some places supply together. */
    Key shareAmong(List<Place> places, Place place, Period year) {
        return said.value(
                said.page()
                        .sub("share among those known throughout")
                        .of(Subject.of(place))
                        .at(year),
                Concentration.share(amount(place, year), Formula.sum(span(amounts(places, year)))));
    }

    private Key rest(String what, List<Place> places, Period year) {
        return said.value(what, year, total(year).minus(sumOfKnown(span(amounts(places, year)))));
    }

    Key share(Place place, Period year) {
        return said.value(
                said.page().sub("share").of(Subject.of(place)).at(year),
                Concentration.share(amount(place, year), total(year)));
    }

    Key othersShare(Period year) {
        return said.value("share of other countries", year, Concentration.share(others(year), total(year)));
    }

    /** Growth on the year before, in the newest edition that has both; in the forecast, of the total. */
    Optional<Key> growth(Period year) {
        if (isExpected(year)) {
            return forecast.map(one -> one.growth(year));
        }
        return editionOfGrowth(year).flatMap(supply -> supply.growth(year));
    }

    Key compoundOf(Place place) {
        return compound(place.name(), fromWhere(place), amount(place, end()));
    }

    Key compoundOfOthers() {
        return compound(
                "other countries",
                said.value(
                        "other countries, where the forecast starts",
                        total(latest()).minus(sumOfKnown(span(named, this::fromWhere)))),
                others(end()));
    }

    /** The amount from which a forecast goes on: of a country that goes by its plants what they made, else its figure. */
    private Key fromWhere(Place place) {
        return forecast.filter(one -> one.years().contains(latest()))
                .map(one -> one.amount(place, latest()))
                .orElseGet(() -> amount(place, latest()));
    }

    /** Whether the growth of a country is that of its plants, and not from its figure. */
    boolean growsByPlants() {
        return forecast.filter(one -> named.stream().anyMatch(one::goesByPlant)).isPresent();
    }

    Key compoundOfTotal() {
        return compound("total", total(latest()), total(end()));
    }

    /** Compound growth from the latest observed year to the end of the forecast. */
    private Key compound(String of, Key first, Key last) {
        Key between = said.model().label(said.page().sub("years ahead").key(), end().year() - latest().year());
        return said.value("growth a year", of, Growth.compound(last, first, between));
    }

    /** The share of the three largest: of all that an edition names, and of those that the forecast does. */
    Key threeLargest(Period year) {
        if (!isExpected(year) && edition(year).cr3(year).isPresent()) {
            return edition(year).cr3(year).orElseThrow();
        }
        List<Key> places = IntStream.rangeClosed(1, LARGEST)
                .mapToObj(place ->
                        said.model().label(said.page().sub("place").of(Subject.of(Integer.toString(place))), place))
                .toList();
        return said.value("three largest", year, Concentration.largest(amounts(named, year), places, total(year)));
    }

    /** The index of the edition of the year; in the forecast, the places that it does not name stay divided as in the latest year. */
    Key hhi(Period year) {
        if (!isExpected(year)) {
            return edition(year).hhi(year);
        }
        Formula total = total(year);
        Formula index = Concentration.hhi(amounts(named, year), total);
        if (!notNamed().isEmpty()) {
            Formula share = Concentration.share(others(year), total);
            index = index.plus(share.times(share).times(hhiOfOthers()));
        }
        return said.value("HHI, other countries split up", year, index);
    }

    /** The places of the latest year that have no row. */
    private List<Place> notNamed() {
        return newest().places().stream()
                .filter(place -> !named.contains(place))
                .toList();
    }

    /** The index among the places that have no row; zero where they have nothing. */
    private Key hhiOfOthers() {
        Formula others = others(latest());
        return said.value(
                "HHI among other countries",
                others.isAbove(ZERO).then(Concentration.hhi(amounts(notNamed(), latest()), others), ZERO));
    }

    /** The name of the edition that a year is from; none of a forecast. */
    Optional<Key> editionOf(Period year, Function<String, String> name) {
        return isExpected(year)
                ? Optional.empty()
                : Optional.of(said.model()
                        .label(
                                said.page().sub("edition").key().at(year),
                                name.apply(edition(year).edition())));
    }

    /** The edition in which a growth is taken; none of a forecast, or where none has both years. */
    Optional<Supply> editionOfGrowth(Period year) {
        return isExpected(year)
                ? Optional.empty()
                : editions.descendingMap().values().stream()
                        .filter(supply -> supply.growth(year).isPresent())
                        .findFirst();
    }
}
