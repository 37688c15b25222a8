package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * The way of ore to the plants of a later stage, in one scenario.
 *
 * <pre>
 * contained = mined · content                                by place
 * part run  = min(1, yield · ore of the pool / ore wanted)   by pool
 * left      = ore of the pool − ore taken
 * fed       = yield · (ore of the remainder + Σ left · open) + scrap within + unrecorded feed
 * </pre>
 *
 * <p>The remainder is the place that takes what pools leave. Of the first year all is known but what no statistics show: what the figures
 * need beyond recorded ore and scrap is its unrecorded feed. Amounts are in the unit of what is fed.
 */
public final class OreFlow {

    private final SupplyForecast fed;
    private final ImmutableList<SupplyForecast> before;
    private final Supplies figures;
    private final Limit remainder;
    private final Optional<Scrap> scrap;
    private final Scenarios scenarios;
    private final Calculations values;
    private final ImmutableList<Feed> feeds;
    private final ImmutableList<Tracked> ownOre;
    private final ImmutableList<String> pools;

    /**
     * @param before the supplies that feed it
     * @param remainder the limit of the place that takes what pools leave
     * @param values takes the calculations
     */
    OreFlow(
            SupplyForecast fed,
            List<SupplyForecast> before,
            Limit remainder,
            Supplies figures,
            Optional<Scrap> scrap,
            Scenarios scenarios,
            Calculations values) {
        this.fed = fed;
        this.before = ImmutableList.copyOf(before);
        this.remainder = remainder;
        this.figures = figures;
        this.scrap = scrap;
        this.scenarios = scenarios;
        this.values = values;
        this.feeds = figures.dataset().outlook().feeds().stream()
                .filter(feed -> feed.measure().equals(fed.measure().id()))
                .collect(toImmutableList());
        this.ownOre = before.stream()
                .flatMap(supply -> Stream.concat(supply.pipeline().stream(), supply.stockpiles().stream())
                        .filter(line -> !line.line().isSupply()
                                || line.line().pool().isPresent()
                                || supply.contentOfOre(line).isPresent()))
                .collect(toImmutableList());
        this.pools = Stream.concat(
                        feeds.stream().flatMap(feed -> feed.pool().stream()),
                        ownOre.stream().flatMap(line -> line.line().pool().stream()))
                .distinct()
                .collect(toImmutableList());
        for (Feed feed : feeds) {
            if (feed.contained().isPresent()) {
                values.building()
                        .include(contained(feed).model())
                        .include(mined(feed).model());
            }
        }
    }

    private Supply contained(Feed feed) {
        return figures.newest(feed.contained().orElseThrow()).orElseThrow();
    }

    private Supply mined(Feed feed) {
        return figures.supply(feed.from(), feed.edition().orElseThrow()).orElseThrow();
    }

    /** The place that takes what the pools leave. */
    public Place remainder() {
        return remainder.place();
    }

    /** The ore of each place, in the order of the dataset. */
    public ImmutableList<Feed> feeds() {
        return feeds;
    }

    /** The pools, in the order of the dataset: those of places, and then those that a mine has for itself. */
    public ImmutableList<String> pools() {
        return pools;
    }

    /** The plants that take from a pool. */
    private ImmutableList<Tracked> plants(String pool) {
        return fed.pipeline().stream()
                .filter(line -> line.line().pool().equals(Optional.of(pool)))
                .collect(toImmutableList());
    }

    /** Asks for what the pages show. */
    void ask() {
        for (String pool : pools) {
            fed.years().forEach(year -> left(pool, year));
            if (fed.isChosen()) {
                allowed(pool);
            }
        }
    }

    private Key key(String part, Subject of, Period year, Supplier<Formula> formula) {
        return values.as(Key.of(fed.term("feed").sub(part), of, year, fed.in()), formula);
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return key(part, Subject.NONE, year, formula);
    }

    private Formula yieldIn(Period year) {
        return scenarios.number(remainder.use().orElseThrow(), year, fed.in());
    }

    // ---------------------------------------------------------------- what is in the ore

    /**
     * The part of a tonne mined at a place that is of the measure: as assumed, or what figures have contained over what was mined then.
     *
     * <p>Of a place that the figures do not name it is that of all they do not name.
     */
    public Key content(Feed feed) {
        return values.as(fed.term("feed").sub("content").of(Subject.of(feed.place())), () -> {
            Supply contained = contained(feed);
            Supply mined = mined(feed);
            Period year = contained.latest();
            List<Place> named =
                    contained.places().stream().filter(Place::isCountry).toList();
            return named.contains(feed.place())
                    ? contained.amount(feed.place(), year).over(mined.amount(feed.place(), year))
                    : rest(contained, named, year).over(rest(mined, named, year));
        });
    }

    private static Formula rest(Supply supply, List<Place> named, Period year) {
        return supply.total(year).minus(Formula.sum(span(named, place -> supply.amount(place, year))));
    }

    private Formula contained(Formula mined, SupplyForecast from, Feed feed) {
        return feed.content()
                .map(id -> fed.ofContent(mined, from.measure().unit(), id))
                .orElseGet(() -> mined.times(content(feed)));
    }

    /** The amount of the measure in the ore of a place, without that of mines whose ore goes elsewhere. */
    public Key contained(Feed feed, Period year) {
        return key("contained", Subject.of(feed.place()), year, () -> {
            SupplyForecast from = from(feed);
            Formula mined = from.supplied(feed.place(), year);
            for (Tracked own : ownOre) {
                if (own.line().isSupply() && isOf(own, feed) && from.ahead().contains(year)) {
                    mined = mined.minus(from.added(own, year));
                }
            }
            return contained(mined, from, feed);
        });
    }

    /** The mines and stockpiles whose ore does not go with that of their place. */
    public ImmutableList<Tracked> ownOre() {
        return ownOre;
    }

    /** The amount of the measure in the ore of a mine or stockpile of its own; empty for a year in which it is within the figures. */
    public Optional<Key> contained(Tracked own, Period year) {
        Feed feed = feedOf(own);
        SupplyForecast from = from(feed);
        if (!from.ahead().contains(year)) {
            return Optional.empty();
        }
        return Optional.of(key("contained", Subject.of(own.line().id()), year, () -> {
            Formula mined = from.added(own, year);
            return from.contentOfOre(own)
                    .map(id -> fed.ofContent(mined, from.measure().unit(), id))
                    .orElseGet(() -> contained(mined, from, feed));
        }));
    }

    private SupplyForecast from(Feed feed) {
        return before.stream()
                .filter(supply -> supply.measure().id().equals(feed.from()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isOf(Tracked line, Feed feed) {
        return line.line().measure().equals(feed.from())
                && from(feed).countsFor(line.place()).equals(feed.place());
    }

    /** The feed of the place of a mine. */
    private Feed feedOf(Tracked own) {
        return feeds.stream().filter(feed -> isOf(own, feed)).findFirst().orElseThrow();
    }

    // ---------------------------------------------------------------- pools

    /** The ore of a place, or of a mine there. */
    private record Ore(Feed feed, Key amount) {}

    /** The ore of a pool, or of none, as far as it is of the places of some feeds. */
    private List<Ore> ore(Optional<String> pool, List<Feed> of, Period year) {
        Stream<Ore> places =
                of.stream().filter(feed -> feed.pool().equals(pool)).map(feed -> new Ore(feed, contained(feed, year)));
        Stream<Ore> own = ownOre.stream()
                .filter(line -> poolOf(line).equals(pool))
                .filter(line -> of.contains(feedOf(line)))
                .flatMap(line -> contained(line, year).map(ore -> new Ore(feedOf(line), ore)).stream());
        return Stream.concat(places, own).toList();
    }

    /** The ore that goes to a pool: where it is of one place or mine, that in the ore of this. */
    public Key ore(String pool, Period year) {
        List<Ore> each = ore(Optional.of(pool), feeds, year);
        return each.size() == 1
                ? each.get(0).amount()
                : key("ore", Subject.of(pool), year, () -> together(each, Ore::amount));
    }

    private static Formula together(List<Ore> each, Function<Ore, Formula> part) {
        return Calculations.sum(each.stream().map(part));
    }

    /** The pool that a mine names, or else that of its place. */
    private Optional<String> poolOf(Tracked own) {
        return own.line().pool().or(feedOf(own)::pool);
    }

    /** The output of a pool's plants if there were ore enough; what runs beyond all plants takes that of its place. */
    public Key wanted(String pool, Period year) {
        return key("wanted", Subject.of(pool), year, () -> {
            Stream<Formula> plants = plants(pool).stream()
                    .filter(line -> !isFirst(year) || line.line().hasOwnOutput())
                    .map(line -> fromOre(line, isFirst(year) ? fed.made(line, year) : fed.planned(line, year)));
            Stream<Formula> rest = feeds.stream()
                    .filter(feed ->
                            feed.place().equals(Place.OTHER) && feed.pool().equals(Optional.of(pool)))
                    .map(feed -> fed.beyondPlants());
            return Calculations.sum(Stream.concat(plants, rest));
        });
    }

    private boolean isFirst(Period year) {
        return year.equals(fed.start());
    }

    private Formula fromOre(Tracked line, Formula planned) {
        return line.line()
                .scrap()
                .map(id -> planned.times(ONE.minus(scenarios.number(id, fed.in()))))
                .orElse(planned);
    }

    /** The output that the ore of a pool allows in the last year of the chosen scenario; no other shows it. */
    public Key allowed(String pool) {
        Period end = fed.horizon();
        return key("ore allows", Subject.of(pool), end, () -> ofOre(pool, end));
    }

    private Formula ofOre(String pool, Period year) {
        return yieldIn(year).times(ore(pool, year));
    }

    /** Whether what a pool leaves may reach the remainder: that of a mine with a pool of its own never does. */
    public boolean isOpen(String pool) {
        return feeds.stream().anyMatch(feed -> feed.pool().equals(Optional.of(pool)));
    }

    /** The part of what is wanted for which there is ore, in a year ahead: in the first all of it ran. */
    public Key partRun(String pool, Period year) {
        return key("part run", Subject.of(pool), year, () -> {
            Formula wanted = wanted(pool, year);
            return wanted.isAbove(ZERO).then(min(ONE, ofOre(pool, year).over(wanted)), ONE);
        });
    }

    /** The part run of the pool of what the figures have beyond all plants; empty where that takes from none. */
    Optional<Key> partRunBeyondPlants(Period year) {
        return feeds.stream()
                .filter(feed -> feed.place().equals(Place.OTHER))
                .flatMap(feed -> feed.pool().stream())
                .findFirst()
                .map(pool -> partRun(pool, year));
    }

    /** The output of some plants in a year ahead: of ore the part for which their pools have it, of scrap all. */
    Formula output(List<Tracked> plants, Period year) {
        List<Formula> parts = new ArrayList<>();
        for (String pool : pools) {
            plants.stream()
                    .filter(line -> line.line().pool().equals(Optional.of(pool)))
                    .map(line -> fromOre(line, fed.planned(line, year)))
                    .reduce(Formula::plus)
                    .ifPresent(ofOre -> parts.add(ofOre.times(partRun(pool, year))));
        }
        for (Tracked line : plants) {
            line.line()
                    .scrap()
                    .ifPresent(id -> parts.add(fed.planned(line, year).times(scenarios.number(id, fed.in()))));
        }
        return Calculations.sum(parts.stream());
    }

    /** The ore that the plants of a pool take. */
    public Key taken(String pool, Period year) {
        return key("taken", Subject.of(pool), year, () -> {
            Formula wanted = wanted(pool, year);
            return (isFirst(year) ? wanted : wanted.times(partRun(pool, year))).over(yieldIn(year));
        });
    }

    /** The ore of a pool that its plants leave; in the first year recorded ore may be less than they took. */
    public Key left(String pool, Period year) {
        return key(
                "left", Subject.of(pool), year, () -> max(ZERO, ore(pool, year).minus(taken(pool, year))));
    }

    /** The part of what a pool leaves that reaches the remainder. */
    public Key passedOn(String pool, Period year) {
        Optional<String> open = feeds.stream()
                .filter(feed -> feed.pool().equals(Optional.of(pool)))
                .findFirst()
                .flatMap(Feed::open);
        return key("passed on", Subject.of(pool), year, () -> scenarios.part(left(pool, year), open, year, fed.in()));
    }

    /** The ore of places that no plant takes and that is closed to the remainder, as output. */
    Formula spare(Place places, Period year) {
        return feeds.stream()
                .filter(feed -> places.members().contains(feed.place()))
                .flatMap(feed -> feed.pool().stream())
                .distinct()
                .<Formula>map(pool -> left(pool, year).minus(passedOn(pool, year)))
                .reduce(Formula::plus)
                .map(ore -> yieldIn(year).times(ore))
                .orElse(ZERO);
    }

    /** Whether any ore of some places goes to a pool. */
    boolean hasPools(Place places) {
        return feeds.stream()
                .anyMatch(feed ->
                        places.members().contains(feed.place()) && feed.pool().isPresent());
    }

    // ---------------------------------------------------------------- the remainder

    /** The ore that reaches the remainder: its own, that of places without a pool as far as it is open, and what pools pass on. */
    public Key reaching(Period year) {
        return key("reaching the remainder", year, () -> reaching(feeds, year));
    }

    private Formula reaching(List<Feed> of, Period year) {
        Formula ofNoPool = together(
                ore(Optional.empty(), of, year),
                ore -> scenarios.part(ore.amount(), ore.feed().open(), year, fed.in()));
        return pools.stream()
                .filter(this::isOpen)
                .<Formula>map(pool -> passedOn(pool, year))
                .reduce(ofNoPool, Formula::plus);
    }

    // ---------------------------------------------------------------- outside the remainder

    /** The ore of all places but the remainder. */
    public Formula outside(Period year) {
        return poolsOutside()
                .<Formula>map(pool -> ore(pool, year))
                .reduce(together(ore(Optional.empty(), feedsOutside(), year), Ore::amount), Formula::plus);
    }

    /** The part of it that plants there take. */
    public Formula takenOutside(Period year) {
        return Calculations.sum(poolsOutside().map(pool -> taken(pool, year)));
    }

    /** The part of it that reaches the remainder. */
    public Formula reachingFromOutside(Period year) {
        return reaching(feedsOutside(), year);
    }

    /** The pools of ore from outside: not that of a mine in the country of the remainder which has one for itself. */
    private Stream<String> poolsOutside() {
        return pools.stream()
                .filter(pool ->
                        !ore(Optional.of(pool), feedsOutside(), fed.horizon()).isEmpty());
    }

    private List<Feed> feedsOutside() {
        return feeds.stream().filter(feed -> !feed.place().equals(remainder())).toList();
    }

    /** The feed that the first year needs beyond recorded ore and scrap; as assumed, where a scenario sets it. */
    public Key unrecorded() {
        return unrecorded("unrecorded", scrap.map(Scrap::within));
    }

    private Key unrecorded(String part, Optional<? extends Formula> within) {
        Period start = fed.start();
        return key(part, start, () -> {
            Formula needed = fed.supplied(remainder(), start)
                    .minus(yieldIn(start).times(reaching(start)))
                    .minus(ofScrap(within, start));
            return remainder
                    .start()
                    .map(id ->
                            scenarios.amount(id, fed.measure().unit(), fed.in()).orElse(needed))
                    .orElse(needed);
        });
    }

    /** Whether some of what is fed may be scrap. */
    boolean hasScrap() {
        return scrap.isPresent();
    }

    private Formula ofScrap(Optional<? extends Formula> within, Period year) {
        return within.<Formula>map(share -> share.times(scrap.orElseThrow().amount(year)))
                .orElse(ZERO);
    }

    /** The supply that the feed of the remainder gives. */
    public Key fed(Period year) {
        return key("fed", year, () -> fed(unrecorded(), scrap.map(Scrap::within), year));
    }

    /** The same, if what supply counts is read in another way. */
    Key fed(Balance.Reading reading, Period year) {
        Optional<Formula> within = Optional.of(reading.within());
        return key("fed, " + reading, year, () -> fed(unrecorded("unrecorded, " + reading, within), within, year));
    }

    private Formula fed(Formula unrecorded, Optional<? extends Formula> within, Period year) {
        return yieldIn(year).times(reaching(year)).plus(ofScrap(within, year)).plus(kept(unrecorded, year));
    }

    /**
     * The unrecorded feed that remains in a year: the assumed part, where it has a year to be reached in equal steps.
     *
     * <pre>u(t) = u(0) · (1 + (kept − 1) · (t − t(0)) / (t(n) − t(0)))</pre>
     */
    private Formula kept(Formula unrecorded, Period year) {
        if (remainder.assumption().isEmpty() || isFirst(year)) {
            return unrecorded;
        }
        Formula kept = scenarios.number(remainder.assumption().get(), year, fed.in());
        if (remainder.until().filter(until -> year.compareTo(until) < 0).isEmpty()) {
            return unrecorded.times(kept);
        }
        Formula step = values.years(fed.start(), year)
                .over(values.years(fed.start(), remainder.until().get()));
        return unrecorded.times(ONE.plus(kept.minus(ONE).times(step)));
    }

    @Override
    public String toString() {
        return OneLine.of("feed of " + fed.measure().name(), fed.in(), pools());
    }
}
