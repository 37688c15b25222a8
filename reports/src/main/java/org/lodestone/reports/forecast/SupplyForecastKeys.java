package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.supply.Supply;

/** The keys of the supply to come of a measure in a scenario: each is spelled here and nowhere else. {@link SupplyForecast} gives them their values. */
class SupplyForecastKeys {

    private final Supply observed;
    private final Period start;
    private final Period horizon;
    private final ImmutableList<Limit> limits;
    private final ImmutableList<Tracked> pipeline;
    private final ImmutableList<Addition> additions;
    private final Case in;

    SupplyForecastKeys(
            Supply observed,
            Period start,
            Period horizon,
            ImmutableList<Limit> limits,
            ImmutableList<Tracked> pipeline,
            ImmutableList<Addition> additions,
            Case in) {
        this.observed = observed;
        this.start = start;
        this.horizon = horizon;
        this.limits = limits;
        this.pipeline = pipeline;
        this.additions = additions;
        this.in = in;
    }

    /** The figures it starts from. */
    public Supply observed() {
        return observed;
    }

    /** The observed year from which the forecast starts. */
    public Period start() {
        return start;
    }

    /** The last year of the forecast. */
    public Period horizon() {
        return horizon;
    }

    /** The limits that hold each place; {@link Place#OTHER} is every place without a limit of its own. */
    public ImmutableList<Limit> limits() {
        return limits;
    }

    /** The projects of the pipeline that add supply, each with the line that states its capacity. */
    public ImmutableList<Tracked> pipeline() {
        return pipeline;
    }

    /** Supply that a risk would bring, on top of limits and pipeline. */
    public ImmutableList<Addition> additions() {
        return additions;
    }

    /** The scenario. */
    public Case in() {
        return in;
    }

    /** The measure that is forecast, in whose unit all amounts are. */
    public Measure measure() {
        return observed.measure();
    }

    Timeline timeline() {
        return new Timeline(start, horizon);
    }

    /** The start and every year of the forecast. */
    public ImmutableList<Period> years() {
        return timeline().years();
    }

    /** The places with a limit, in the order of the dataset. */
    public ImmutableList<Place> places() {
        return limits.stream().map(Limit::place).distinct().collect(toImmutableList());
    }

    /** The limits that hold a place, of which the lowest binds; none for a place without a limit of its own. */
    public ImmutableList<Limit> limits(Place place) {
        return limits.stream().filter(limit -> limit.place().equals(place)).collect(toImmutableList());
    }

    /** The projects that count for a place. */
    public ImmutableList<Tracked> pipeline(Place place) {
        return pipeline.stream()
                .filter(line -> countsFor(line.place()).equals(place))
                .collect(toImmutableList());
    }

    /** A place itself where it has a limit, or is a group of places that have; or else other countries. */
    private Place countsFor(Place place) {
        return places().contains(place) || place.kind() == Place.Kind.GROUP ? place : Place.OTHER;
    }

    /** The additions of groups, whose tonnes cannot be told apart by place. */
    public ImmutableList<Addition> additionsOfGroups() {
        return additions.stream()
                .filter(addition -> !places().contains(countsFor(addition.place())))
                .collect(toImmutableList());
    }

    /** The supply of a place, its projects with it. */
    public Key amount(Place place, Period year) {
        return key("supply", place, year);
    }

    /** The supply of a place without its projects: the lowest of its limits. */
    public Key running(Place place, Period year) {
        return key("what runs", place, year);
    }

    /** A ceiling on what runs. */
    public Key limit(Limit limit, Period year) {
        return key(limit.kind() + " limit", limit.place(), year);
    }

    /** The kind of limit that is lowest. */
    public Key binds(Place place, Period year) {
        return key("what binds", place, year);
    }

    /** The tonnes that a project could add once it is ramped up, if it comes. */
    public Key increment(Tracked line) {
        return line("new tonnes", line);
    }

    /** The limit that keeps a project from more: its capacity, or the stage that takes its output. */
    public Key bindsProject(Tracked line) {
        return line("what binds", line);
    }

    /** The first year of a project, its delay counted. */
    public Key first(Tracked line) {
        return line("first year", line);
    }

    /** The share of a project's output that is lost, in the unit of its assumption. */
    public Key lost(Tracked line) {
        return line("disruption", line);
    }

    /** How far a project is ramped up. */
    public Key ramp(Tracked line, Period year) {
        return line("ramp", line).at(year);
    }

    /** The tonnes that a project adds, weighted by its probability. */
    public Key added(Tracked line, Period year) {
        return line("added", line).at(year);
    }

    /** The tonnes that an addition brings. */
    public Key added(Addition addition, Period year) {
        return term("on top").of(Subject.of(addition.id())).at(year).in(in);
    }

    /** The supply of all places in a year, with projects and additions. */
    public Key total(Period year) {
        return term("total").key().at(year).in(in);
    }

    /** The years for which growth is known: the start only where the figures have the year before it. */
    public ImmutableList<Period> growthYears() {
        ImmutableList<Period> years = years();
        return observed.growth(start).isPresent() ? years : years.subList(1, years.size());
    }

    /** Growth of the total on the year before; in the first year, of the figures within their edition. */
    public Key growth(Period year) {
        return term("growth").key().at(year).in(in);
    }

    /** Compound growth of the total from the start to the horizon. */
    public Key averageGrowth() {
        return term("average growth").key().in(in);
    }

    /** The share of the total that a place supplies, additions with it. */
    public Key share(Place place, Period year) {
        return key("share", place, year);
    }

    /** The supply of a place, additions with it. */
    Formula withAdditions(Place place, Period year) {
        return additions.stream()
                .filter(addition -> countsFor(addition.place()).equals(place))
                .map(addition -> added(addition, year).ref())
                .reduce(amount(place, year).ref(), Formula::plus);
    }

    /** The share of the total that an addition brings. */
    public Key share(Addition addition, Period year) {
        return term("share on top").of(Subject.of(addition.id())).at(year).in(in);
    }

    /** Everything that is in the total, in order. */
    List<Key> parts(Period year) {
        ImmutableList.Builder<Key> parts = ImmutableList.builder();
        places().forEach(place -> parts.add(amount(place, year)));
        additions.forEach(addition -> parts.add(added(addition, year)));
        return parts.build();
    }

    /** The totals of all years, in order. */
    public Formula.Span totals() {
        return span(years().stream().map(this::total).toList());
    }

    Key outlookKey(Place place, Period year) {
        return term("as the outlook has it").of(Subject.of(place)).at(year);
    }

    Term term(String part) {
        return Term.of(measure()).sub("forecast").sub(part);
    }

    Key key(String part, Place place, Period year) {
        return term(part).of(Subject.of(place)).at(year).in(in);
    }

    private Key line(String part, Tracked line) {
        return term(part).of(Subject.of(line.line().id())).in(in);
    }
}
