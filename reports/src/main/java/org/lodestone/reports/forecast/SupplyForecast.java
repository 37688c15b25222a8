package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.scenario.Arrival;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * The supply of one measure in the years to come, in one scenario.
 *
 * <pre>supply(place, year) = min(limits) + Σ projects, and on top the additions of risks</pre>
 *
 * <p>Amounts are in the measure's unit. Every method gives the key of a value in {@link #model}.
 */
public final class SupplyForecast {

    private final Dataset dataset;
    private final Supply observed;
    private final ImmutableList<Period> years;
    private final ImmutableList<Limit> limits;
    private final ImmutableListMultimap<Place, Limit> limitsOfPlaces;
    private final ImmutableList<Tracked> pipeline;
    private final ImmutableListMultimap<Place, Tracked> linesOfPlaces;
    private final ImmutableList<Tracked> stockpiles;
    private final Map<List<Object>, Tracked> firstOfTheirKind = new HashMap<>();
    private final ImmutableList<Addition> additions;
    private final Period first;
    private final Optional<OreFlow> feed;
    private final Scenarios scenarios;
    private final Case in;
    private final Calculations values;
    private final Map<String, Term> terms = new ConcurrentHashMap<>();

    /**
     * @param before the supplies that feed it
     * @param scrap what is recovered, where a balance knows of it
     */
    SupplyForecast(
            Supplies figures,
            Supply observed,
            Pipeline projects,
            List<SupplyForecast> before,
            Optional<Scrap> scrap,
            Scenarios scenarios,
            Case in) {
        this.dataset = figures.dataset();
        this.observed = observed;
        this.years = ForecastStudy.years(dataset, observed);
        this.limits = dataset.outlook().limits().stream()
                .filter(limit -> limit.measure().equals(measure().id()))
                .filter(limit -> limit.place().kind() == Place.Kind.OTHER
                        || observed.places().contains(limit.place()))
                .collect(toImmutableList());
        this.limitsOfPlaces = Multimaps.index(limits, Limit::place);
        this.pipeline = tracked(PipelineLine::isSupply);
        this.linesOfPlaces = Multimaps.index(pipeline, line -> countsFor(line.place()));
        this.stockpiles = tracked(line -> line.counts() == PipelineLine.Counts.STOCKPILE);
        Iterables.concat(pipeline, stockpiles).forEach(line -> firstOfTheirKind.putIfAbsent(kind(line), line));
        this.additions = dataset.outlook().additions().stream()
                .filter(addition -> addition.measure().equals(measure().id()))
                .collect(toImmutableList());
        this.first = Stream.concat(Stream.of(this), before.stream())
                .map(supply -> supply.ahead().get(0))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        this.scenarios = scenarios;
        this.in = in;
        this.values = new Calculations(observed.model(), projects.model(), scenarios.model());
        before.forEach(supply -> values.building().include(supply.model()));
        scrap.ifPresent(one -> values.building().include(one.model()));
        this.feed = limits.stream()
                .filter(limit -> limit.path() == Limit.Path.FED)
                .findFirst()
                .map(limit -> new OreFlow(this, before, limit, figures, scrap, scenarios, values));
        ask();
        values.close();
    }

    private void ask() {
        years().forEach(values::year);
        limits.stream()
                .filter(limit -> !isOfPlants(limit.place()))
                .forEach(limit -> years().forEach(year -> limit(limit, year)));
        for (Tracked line : pipeline) {
            increment(line);
            bindsProject(line);
        }
        for (Tracked line : Iterables.concat(pipeline, stockpiles)) {
            first(line);
            line.line().disruption().ifPresent(id -> lost(line));
            if (!isFed(line) || isChosen()) {
                ahead().forEach(year -> added(line, year));
            }
        }
        for (Period year : years()) {
            for (Place place : places()) {
                if (!year.equals(start())) {
                    binds(place, year);
                }
            }
            total(year);
            if (feed.filter(OreFlow::hasScrap).isPresent()) {
                for (Balance.Reading reading : Balance.Reading.values()) {
                    total(reading, year);
                }
            }
        }
        for (Period year : years()) {
            places().forEach(place -> share(place, year));
            additionsOfGroups().forEach(addition -> share(addition, year));
        }
        growthYears().forEach(this::growth);
        averageGrowth();
        feed.ifPresent(OreFlow::ask);
    }

    private ImmutableList<Tracked> tracked(Predicate<PipelineLine> which) {
        return dataset.outlook().pipeline().stream()
                .filter(line -> line.measure().equals(measure().id()))
                .filter(which)
                .flatMap(this::tracked)
                .collect(toImmutableList());
    }

    private Stream<Tracked> tracked(PipelineLine line) {
        return dataset.projects().stream()
                .filter(project -> project.id().equals(line.project()))
                .map(project -> new Tracked(line, project));
    }

    /** The figures it starts from. */
    public Supply observed() {
        return observed;
    }

    /** The measure that is forecast, in whose unit all amounts are. */
    public Measure measure() {
        return observed.measure();
    }

    /** The scenario. */
    public Case in() {
        return in;
    }

    /** Whether it is that of the chosen scenario, of which pages show more than of others. */
    public boolean isChosen() {
        return in.equals(Scenarios.CHOSEN);
    }

    /** The observed year from which the forecast starts. */
    public Period start() {
        return years.get(0);
    }

    /** The last year of the forecast. */
    public Period horizon() {
        return years.get(years.size() - 1);
    }

    /** The start and every year of the forecast. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The years after the start. */
    public ImmutableList<Period> ahead() {
        return years.subList(1, years.size());
    }

    /** The places with a limit, in the order of the dataset. */
    public ImmutableList<Place> places() {
        return limitsOfPlaces.keySet().asList();
    }

    /** The limits that hold each place; {@link Place#OTHER} is every place without a limit of its own. */
    public ImmutableList<Limit> limits() {
        return limits;
    }

    /** The limits that hold a place, of which the lowest binds; none for a place without a limit of its own. */
    public ImmutableList<Limit> limits(Place place) {
        return limitsOfPlaces.get(place);
    }

    /** The projects of the pipeline that add supply, each with the line that states its capacity. */
    public ImmutableList<Tracked> pipeline() {
        return pipeline;
    }

    /** The projects that count for a place. */
    public ImmutableList<Tracked> pipeline(Place place) {
        return linesOfPlaces.get(place);
    }

    /** Stockpiles whose ore feeds a later stage, and is no supply. */
    ImmutableList<Tracked> stockpiles() {
        return stockpiles;
    }

    /** The way of ore to its plants; empty where no earlier stage feeds it. */
    public Optional<OreFlow> feed() {
        return feed;
    }

    /** Supply that a risk would bring, on top of limits and pipeline. */
    public ImmutableList<Addition> additions() {
        return additions;
    }

    /** The additions of groups, whose tonnes cannot be told apart by place. */
    public ImmutableList<Addition> additionsOfGroups() {
        return additions.stream()
                .filter(addition -> !places().contains(countsFor(addition.place())))
                .collect(toImmutableList());
    }

    /** A place itself where it has a limit, or is a group of places that have; or else other countries. */
    Place countsFor(Place place) {
        return limitsOfPlaces.containsKey(place) || place.kind() == Place.Kind.GROUP ? place : Place.OTHER;
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    Term term(String part) {
        return Remembered.of(
                part, terms, one -> Term.of(measure()).sub("forecast").sub(one));
    }

    private Key key(String part, Place place, Period year) {
        return Key.of(term(part), Subject.of(place), year, in);
    }

    private Key key(String part, Tracked line) {
        return Key.of(term(part), Subject.of(line.line().id()), Period.NONE, in);
    }

    private Key key(String part, Addition addition, Period year) {
        return Key.of(term(part), Subject.of(addition.id()), year, in);
    }

    private Unit unit() {
        return measure().unit();
    }

    // ---------------------------------------------------------------- what runs

    /** The supply of a place in a year that the figures have; of all places without a limit for the rest. */
    private Formula figure(Place place, Period year) {
        if (place.kind() != Place.Kind.OTHER) {
            return observed.amount(place, year);
        }
        Formula named = Calculations.sum(
                places().stream().filter(one -> one.kind() != Place.Kind.OTHER).map(one -> observed.amount(one, year)));
        return max(ZERO, observed.total(year).minus(named));
    }

    /** The part of the figures of the start beyond all plants that say what they make: no less than nothing. */
    Key beyondPlants() {
        return values.as(key("beyond plants", Place.OTHER, start()), () -> {
            Formula others = figure(Place.OTHER, start());
            for (Place place : places()) {
                if (isOfPlants(place)) {
                    others = others.plus(observed.amount(place, start())).minus(today(place, start()));
                }
            }
            return max(ZERO, others.minus(today(Place.OTHER, start())));
        });
    }

    /** The name of a place for a row; of one that goes by plants with that. */
    public String name(Place place) {
        return goesByPlant(place) ? place + ", by plant" : place.name();
    }

    /** The name of a project for a row; with its product, where another line is of the same name. */
    public String name(Tracked line) {
        boolean isAlone = pipeline.stream()
                        .filter(other -> other.name().equals(line.name()))
                        .count()
                == 1;
        return isAlone ? line.name() : line.name() + ", " + line.project().product();
    }

    /** Whether plants of a place say what they make, so that its first year is not its figure; other countries have more beside theirs. */
    public boolean goesByPlant(Place place) {
        return isOfPlants(place) || hasToday(place);
    }

    /** Whether the supply of a place is that of its plants alone. */
    public boolean isOfPlants(Place place) {
        return limits(place).stream().anyMatch(limit -> limit.path() == Limit.Path.PLANTS);
    }

    /** Whether a plant takes the ore of a pool, so that ahead it makes what it plans as far as there is ore. */
    public boolean isFed(Tracked line) {
        return feed.isPresent() && line.line().pool().isPresent();
    }

    /** The output today of those plants of a place that say it. */
    private Formula today(Place place, Period year) {
        return Calculations.sum(pipeline(place).stream()
                .filter(line -> line.line().hasOwnOutput())
                .filter(line -> year.equals(start()) || !isFed(line))
                .map(line -> made(line, year)));
    }

    private boolean hasToday(Place place) {
        return pipeline(place).stream().anyMatch(line -> line.line().hasOwnOutput());
    }

    /** A ceiling on what runs: at the start what is assumed or else what the figures have, and then on its path. That of plants is theirs. */
    public Key limit(Limit limit, Period year) {
        return values.as(key(limit.kind() + " limit", limit.place(), year), () -> {
            if (limit.path() == Limit.Path.FED) {
                return year.equals(start())
                        ? figure(limit.place(), year)
                        : feed.orElseThrow().fed(year);
            }
            if (year.equals(start())) {
                return limit.start()
                        .map(id -> scenarios.amount(id, unit(), in))
                        .orElseGet(() -> hasToday(limit.place()) ? beyondPlants() : figure(limit.place(), year));
            }
            Formula before = limit(limit, year.previous());
            return switch (limit.path()) {
                case HELD -> before;
                case GROWTH ->
                    before.times(ONE.plus(scenarios.number(limit.assumption().orElseThrow(), year, in)));
                case LEVEL -> level(limit, year);
                case OUTLOOK -> delivered(limit, year);
                case PLANTS, FED -> throw new IllegalStateException("'" + limit + "' is not on a path of its own.");
            };
        });
    }

    /**
     * In equal steps from the start to the level.
     *
     * <pre>x(t) = x(0) + (level − x(0)) · (t − t(0)) / (t(n) − t(0))</pre>
     */
    private Formula level(Limit limit, Period year) {
        Period until = limit.until().orElseThrow();
        Formula level = scenarios.amount(limit.assumption().orElseThrow(), unit(), Comparators.min(year, until), in);
        if (!year.last().isBefore(until.last())) {
            return level;
        }
        Formula first = limit(limit, start());
        return first.plus(level.minus(first).times(values.years(start(), year)).over(values.years(start(), until)));
    }

    /**
     * The part of an outlook's increase that is delivered by a year.
     *
     * <pre>x(t) = x(0) + (outlook − x(0)) · delivery · phasing(t)</pre>
     */
    private Formula delivered(Limit limit, Period year) {
        String phasing = limit.phasing().orElseThrow();
        List<Key> steps = scenarios.steps(phasing, in);
        int step = Math.min(year.year() - start().year(), steps.size());
        Formula first = limit(limit, start());
        Formula increase =
                outlookKey(limit.place(), limit.until().orElseThrow()).minus(first);
        return first.plus(increase.times(scenarios.number(limit.assumption().orElseThrow(), in))
                .times(scenarios.asNumber(steps.get(step - 1), phasing)));
    }

    /** The figure of an outlook that a limit of a place leads to, the same in every scenario; empty where none does in that year. */
    public Optional<Key> outlook(Place place, Period year) {
        return Optional.of(outlookKey(place, year)).filter(model()::has);
    }

    private Key outlookKey(Place place, Period year) {
        return values.as(term("as the outlook has it").of(Subject.of(place)).at(year), () -> figure(place, year));
    }

    /**
     * The supply of a place without its projects: at the start the figures, then the lowest of its limits; what plants make today with
     * it, of those that are fed at the start alone.
     */
    public Key running(Place place, Period year) {
        if (runsAtItsLimit(place)) {
            return limit(limits(place).get(0), year);
        }
        return values.as(key("what runs", place, year), () -> {
            Formula made = today(place, year);
            if (isOfPlants(place)) {
                return made;
            }
            Formula beyond = !year.equals(start())
                    ? lowest(place, limit -> allowed(limit, year))
                    : hasToday(place) ? beyondPlants() : figure(place, year);
            return made.equals(ZERO) ? beyond : made.plus(beyond);
        });
    }

    /** Whether a place runs at the one limit it has in every year: all of it is used, and no plant says what it makes beside it. */
    public boolean runsAtItsLimit(Place place) {
        return limits(place).size() == 1
                && !hasToday(place)
                && limits(place).stream()
                        .allMatch(limit -> limit.path() != Limit.Path.PLANTS
                                && limit.path() != Limit.Path.FED
                                && limit.start().isEmpty()
                                && limit.use().isEmpty());
    }

    /** Whether one limit binds a place whatever is assumed: it has no other, and no plants that could lack ore. */
    public boolean hasOneLimit(Place place) {
        return limits(place).size() == 1 && !isOfPlants(place) && pools(place).isEmpty();
    }

    /** The pools whose ore plants of a place take. */
    private List<String> pools(Place place) {
        return pipeline(place).stream()
                .filter(this::isFed)
                .flatMap(line -> line.line().pool().stream())
                .distinct()
                .toList();
    }

    private Formula lowest(Place place, Function<Limit, Formula> allowed) {
        return limits(place).stream().map(allowed).reduce(Formula::min).orElseThrow();
    }

    /** The amount that a limit allows: of a capacity, the part that is used, and for which there is ore. */
    private Formula allowed(Limit limit, Period year) {
        Formula ceiling = limit(limit, year);
        if (limit.path() == Limit.Path.FED) {
            return ceiling;
        }
        Formula used = scenarios.part(ceiling, limit.use(), year, in);
        return feed.filter(flow -> limit.place().equals(Place.OTHER) && hasToday(Place.OTHER))
                .flatMap(flow -> flow.partRunBeyondPlants(year))
                .map(used::times)
                .orElse(used);
    }

    /** The kind of limit that is lowest, of equal ones the first; of plants, the feed where the ore of a pool of theirs falls short. */
    public Key binds(Place place, Period year) {
        return values.as(key("what binds", place, year), () -> {
            List<String> pools = pools(place);
            if (!pools.isEmpty()) {
                Formula least = pools.stream()
                        .<Formula>map(pool -> feed.orElseThrow().partRun(pool, year))
                        .reduce(Formula::min)
                        .orElseThrow();
                return ONE.isAbove(least).then(text(Limit.Kind.FEED.toString()), text(Limit.Kind.CAPACITY.toString()));
            }
            Formula lowest = running(place, year);
            ImmutableList<Limit> last = limits(place).reverse();
            Formula binds = text(last.get(0).kind().toString());
            for (Limit limit : last.subList(1, last.size())) {
                Formula isLowest = lowest.isAtLeast(allowed(limit, year));
                binds = isLowest.then(text(limit.kind().toString()), binds);
            }
            return binds;
        });
    }

    // ---------------------------------------------------------------- what projects add

    /** The tonnes that a project could add once it is ramped up, if it comes. */
    public Key increment(Tracked line) {
        return values.as(key("new tonnes", line), () -> switch (line.line().counts()) {
            case NEW, STOCKPILE -> usable(line);
            case WHOLE -> max(ZERO, usable(line).minus(today(line)));
            case SCALED -> scaled(line);
            case NOT -> throw new IllegalArgumentException("'" + line + "' does not count.");
        });
    }

    /** The output that a project can make and pass on, in the measure's unit: of its stated capacity, or else of that in REO. */
    private Formula usable(Tracked line) {
        Optional<String> content = contentOf(line);
        if (content.isPresent()) {
            return ofContent(ceiling(line), capacityUnit(line), content.get());
        }
        if (line.line().capacity().isPresent()) {
            return Definitions.inUnit(ceiling(line), capacityUnit(line), unit());
        }
        Optional<Unit> stated = line.project().unit().filter(own -> own.basis().equals(unit().basis()));
        if (stated.isPresent()) {
            return Definitions.inUnit(ceiling(line), stated.get(), unit());
        }
        Formula capacity = Definitions.inUnit(Pipeline.capacityInReo(line.project()), Pipeline.REO, unit());
        return outlet(line).isPresent() ? capacity.times(ceiling(line).over(stated(line))) : capacity;
    }

    /**
     * A place's supply grows as its project grows over what it makes today, to its capacity or what takes its output.
     *
     * <pre>new = q(0) · (min(capacity, outlet) / output today − 1), not below zero</pre>
     */
    private Formula scaled(Tracked line) {
        Formula now = inUnitOf(line, line.line().runs().orElseThrow());
        return max(ZERO, today(line).times(ceiling(line).over(now).minus(ONE)));
    }

    /** The content by which the capacity of a line becomes supply: that of a mine is of what its ore feeds. */
    private Optional<String> contentOf(Tracked line) {
        return line.line().content().filter(id -> !capacityUnit(line).basis().equals(unit().basis()));
    }

    /** The content of the ore of a mine in what it feeds; empty where its content is that of a capacity on another basis. */
    Optional<String> contentOfOre(Tracked mine) {
        return contentOf(mine).isPresent() ? Optional.empty() : mine.line().content();
    }

    /** The output of a plant or mine today, or else the supply of its place at the start. */
    private Formula today(Tracked line) {
        return line.line()
                .runs()
                .filter(id -> line.line().hasOwnOutput())
                .map(id -> inMeasure(
                        line, scenarios.key(id, in), scenarios.premise(id).unit()))
                .orElseGet(() -> figure(line.place(), start()));
    }

    /** The output of a plant or mine in a year without what is new, for one that says it. */
    public Key made(Tracked line, Period year) {
        String id = line.line().runs().orElseThrow();
        Key made = scenarios.key(id, year, in);
        Period own = made.equals(scenarios.key(id, in)) ? Period.NONE : year;
        return values.as(
                key("makes today", line).at(own),
                () -> inMeasure(line, made, scenarios.premise(id).unit()));
    }

    private Formula inMeasure(Tracked line, Formula amount, Unit of) {
        return contentOf(line)
                .map(content -> ofContent(amount, of, content))
                .orElseGet(() -> Definitions.inUnit(amount, of, unit()));
    }

    private Unit capacityUnit(Tracked line) {
        return line.line()
                .capacity()
                .map(id -> scenarios.premise(id).unit())
                .or(() -> line.project().unit())
                .orElseThrow();
    }

    /** The capacity of a project or what the next stage can take of it, whichever is less, in its own unit. */
    private Formula ceiling(Tracked line) {
        return outlet(line).map(taken -> min(stated(line), taken)).orElseGet(() -> stated(line));
    }

    /** The capacity of a project in its own unit: as assumed, or as its line states it. */
    private Formula stated(Tracked line) {
        return line.line()
                .capacity()
                .<Formula>map(id -> scenarios.key(id, in))
                .orElseGet(() -> Pipeline.capacity(line.project()));
    }

    /** The most that the next stage can take of the output of a project, in the unit of the project's capacity. */
    private Optional<Formula> outlet(Tracked line) {
        return line.line().outlet().map(id -> inUnitOf(line, id));
    }

    private Formula inUnitOf(Tracked line, String id) {
        return scenarios.amount(id, capacityUnit(line), in);
    }

    /** The limit that keeps a project from more: its capacity, or the stage that takes its output. */
    public Key bindsProject(Tracked line) {
        Formula capacity = text("own " + Limit.Kind.CAPACITY);
        return values.as(
                key("what binds", line),
                () -> outlet(line)
                        .map(taken -> stated(line).isAbove(taken).then(text(nextStage()), capacity))
                        .orElse(capacity));
    }

    /** The stage that takes what this measure counts. */
    private String nextStage() {
        List<Stage> stages = dataset.chain().stages();
        for (int i = 0; i + 1 < stages.size(); i++) {
            if (stages.get(i).id().equals(measure().stage())) {
                return Words.inSentence(stages.get(i + 1).name());
            }
        }
        return "the next stage";
    }

    /** The first year of a project, its delay counted: what came earlier would be in the figures already. */
    public Key first(Tracked line) {
        return values.as(
                key("first year", firstOfItsKind(line)),
                () -> max(values.year(first), arrival(line).planned()));
    }

    /** The first line that comes with this one: two products of a plant have one start and one ramp. */
    private Tracked firstOfItsKind(Tracked line) {
        return requireNonNull(firstOfTheirKind.get(kind(line)));
    }

    private static List<Object> kind(Tracked line) {
        return List.of(line.line().coming(), line.line().speed());
    }

    /** The share of a project's output that is lost, in the unit of its assumption; only where one is assumed. */
    public Key lost(Tracked line) {
        return values.as(
                key("disruption", line),
                () -> scenarios.key(line.line().disruption().orElseThrow(), in));
    }

    /** How far a project is ramped up, by its age: year − first year + 1. */
    public Key ramp(Tracked line, Period year) {
        return values.as(
                key("ramp", firstOfItsKind(line)).at(year),
                () -> arrival(line).reached(values.year(year).minus(first(line)).plus(ONE)));
    }

    private Arrival arrival(Tracked line) {
        return Arrival.of(scenarios, line.line(), in);
    }

    /** The tonnes that a project adds to what runs today, weighted by its probability, less what is lost; of a plant, as far as there is ore. */
    public Key added(Tracked line, Period year) {
        return values.as(key("added", line).at(year), () -> {
            if (!isFed(line)) {
                return expected(line, year);
            }
            Formula output = feed.orElseThrow().output(List.of(line), year);
            return line.line().hasOwnOutput() ? output.minus(made(line, year)) : output;
        });
    }

    private Formula expected(Tracked line, Period year) {
        return lessLost(line, increment(line).times(arrival(line).probability()).times(ramp(line, year)), year);
    }

    /** The tonnes that a project adds to what runs today if it comes, and there is ore for all of it. */
    public Formula ifItComes(Tracked line, Period year) {
        return lessLost(line, increment(line).times(ramp(line, year)), year);
    }

    private Formula lessLost(Tracked line, Formula tonnes, Period year) {
        return line.line()
                .disruption()
                .map(id -> tonnes.times(max(ZERO, ONE.minus(lost(line, id, year)))))
                .orElse(tonnes);
    }

    /** The output that a plant plans in a year ahead: what it makes today and what is expected on top, whether there is ore for it or not. */
    public Key planned(Tracked line, Period year) {
        return values.as(key("planned", line).at(year), () -> {
            Formula expected = expected(line, year);
            return line.line().hasOwnOutput() ? made(line, year).plus(expected) : expected;
        });
    }

    /** The share that is lost in a year: that of all years, by project, where it has none of its own. */
    private Formula lost(Tracked line, String id, Period year) {
        Key inYear = scenarios.key(id, year, in);
        boolean isOwn = !inYear.equals(scenarios.key(id, in));
        return scenarios.asNumber((isOwn ? inYear : lost(line)), id);
    }

    // ---------------------------------------------------------------- on top

    /**
     * The tonnes that an addition brings, in equal steps over its years.
     *
     * <pre>amount · share · (t − from) / (until − from); nothing before, and all of it after</pre>
     *
     * <p>Where its places feed pools it runs on the ore that their plants leave and that is closed to the remainder.
     */
    public Key added(Addition addition, Period year) {
        return values.as(key("on top", addition, year), () -> {
            if (!year.first().isAfter(addition.from().last())) {
                return ZERO;
            }
            Period when = Comparators.min(year, addition.until());
            Formula amount = addition.content()
                    .map(id -> ofContent(
                            scenarios.key(addition.amount(), when, in),
                            scenarios.premise(addition.amount()).unit(),
                            id))
                    .orElseGet(() -> scenarios.amount(addition.amount(), unit(), when, in));
            Formula reaching = scenarios.part(amount, addition.share(), when, in);
            Formula coming = year.last().isBefore(addition.until().last())
                    ? reaching.times(values.years(addition.from(), year))
                            .over(values.years(addition.from(), addition.until()))
                    : reaching;
            return feed.filter(flow -> flow.hasPools(addition.place()))
                    .map(flow -> min(coming, flow.spare(addition.place(), year)))
                    .orElse(coming);
        });
    }

    /** An amount of another basis, by how much of the measure's basis is in it. */
    Formula ofContent(Formula amount, Unit of, String content) {
        Formula ratio = scenarios.number(content, in);
        Formula inMeasure = scenarios.premise(content).unit().contentOf().isPresent()
                ? ratio
                : ratio.countedAs(
                        ValueUnit.of(unit()).over(ValueUnit.of(of)).unscaled(),
                        "a content says how much of the measure is in a tonne");
        return Definitions.inUnit(amount, of, new Unit(of.dimension(), of.basis(), unit().word()))
                .times(inMeasure);
    }

    /** The supply in the last year of the places that an addition is on top of, without it. */
    public ImmutableList<Key> under(Addition addition) {
        return addition.place().members().stream()
                .map(this::countsFor)
                .distinct()
                .filter(limitsOfPlaces::containsKey)
                .map(place -> amount(place, horizon()))
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- together

    /** The supply of a place in a year that the figures have or the forecast reaches, additions with it. */
    Formula supplied(Place place, Period year) {
        return ahead().contains(year) ? withAdditions(place, year) : figure(place, year);
    }

    /** The supply of a place, its projects with it. */
    public Key amount(Place place, Period year) {
        return values.as(key("supply", place, year), () -> {
            if (year.equals(start())) {
                return running(place, year);
            }
            List<Tracked> fed = pipeline(place).stream().filter(this::isFed).toList();
            List<Tracked> others =
                    pipeline(place).stream().filter(line -> !isFed(line)).toList();
            List<Formula> parts = new ArrayList<>();
            if (!isOfPlants(place) || !others.isEmpty()) {
                parts.add(running(place, year));
            }
            others.forEach(line -> parts.add(added(line, year)));
            if (!fed.isEmpty()) {
                parts.add(feed.orElseThrow().output(fed, year));
            }
            return Calculations.sum(parts.stream());
        });
    }

    /** The supply of a place, additions with it. */
    Formula withAdditions(Place place, Period year) {
        return additions.stream()
                .filter(addition -> countsFor(addition.place()).equals(place))
                .<Formula>map(addition -> added(addition, year))
                .reduce(amount(place, year), Formula::plus);
    }

    /** The supply of all places in a year, with projects and additions. */
    public Key total(Period year) {
        return values.as(term("total").key().at(year).in(in), () -> {
            Stream<Key> ofPlaces = places().stream().map(place -> amount(place, year));
            Stream<Key> onTop = additions.stream().map(addition -> added(addition, year));
            return Formula.sum(span(Stream.concat(ofPlaces, onTop).toList()));
        });
    }

    /** The supply of all places, if the feed of the remainder is read in another way. */
    Key total(Balance.Reading reading, Period year) {
        if (feed.filter(OreFlow::hasScrap).isEmpty() || year.equals(start())) {
            return total(year);
        }
        return values.as(term("total, " + reading).key().at(year).in(in), () -> {
            Place remainder = feed.get().remainder();
            Formula running = lowest(
                    remainder,
                    limit -> limit.path() == Limit.Path.FED ? feed.get().fed(reading, year) : allowed(limit, year));
            return total(year).minus(running(remainder, year)).plus(running);
        });
    }

    /** The totals of all years, in order. */
    public Formula.Span totals() {
        return span(years(), this::total);
    }

    /** The share of the total that a place supplies, additions with it. */
    public Key share(Place place, Period year) {
        return values.as(key("share", place, year), () -> Concentration.share(withAdditions(place, year), total(year)));
    }

    /** The share of the total that an addition brings. */
    public Key share(Addition addition, Period year) {
        return values.as(
                key("share on top", addition, year), () -> Concentration.share(added(addition, year), total(year)));
    }

    /** Growth of the total on the year before; in the first year, of the figures within their edition. */
    public Key growth(Period year) {
        return values.as(
                term("growth").key().at(year).in(in),
                () -> year.equals(start())
                        ? observed.growth(year).orElseThrow()
                        : Growth.onYearBefore(total(year), total(year.previous())));
    }

    /** The years for which growth is known: the start only where the figures have the year before it. */
    public ImmutableList<Period> growthYears() {
        return observed.growth(start()).isPresent() ? years() : ahead();
    }

    /** Compound growth of the total from the start to the horizon. */
    public Key averageGrowth() {
        return values.as(
                term("average growth").key().in(in),
                () -> Growth.compound(total(horizon()), total(start()), values.years(start(), horizon())));
    }

    @Override
    public String toString() {
        return OneLine.of(measure().name(), in, unit(), start() + " to " + horizon());
    }

    /** A project of the pipeline, with the line that states its capacity. */
    public record Tracked(PipelineLine line, Project project) {

        /** The place the project is in. */
        public Place place() {
            return project.place();
        }

        /** The name of the project. */
        public String name() {
            return project.project();
        }

        @Override
        public String toString() {
            return line.id();
        }
    }
}
