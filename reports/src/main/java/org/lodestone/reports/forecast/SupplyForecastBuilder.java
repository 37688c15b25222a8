package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supply;

/** Puts together what stands behind the keys of a {@link SupplyForecast}. */
final class SupplyForecastBuilder {

    private final SupplyForecastKeys keys;
    private final Scenarios scenarios;
    private final String nextStage;
    private final Timeline timeline;
    private final Case in;
    private final Model.Builder model;

    /**
     * @param nextStage the stage that takes what this measure counts; for sentences
     */
    SupplyForecastBuilder(SupplyForecastKeys keys, Scenarios scenarios, Pipeline projects, String nextStage) {
        this.keys = keys;
        this.scenarios = scenarios;
        this.nextStage = nextStage;
        this.timeline = keys.timeline();
        this.in = keys.in();
        this.model = Model.builder()
                .include(keys.observed().model())
                .include(projects.model())
                .include(scenarios.model());
    }

    SupplyForecast build() {
        timeline.addTo(model);
        keys.limits().forEach(this::limit);
        keys.pipeline().forEach(this::project);
        keys.additions().forEach(this::addition);
        for (Period year : timeline.years()) {
            keys.places().forEach(place -> place(place, year));
            model.calculation(keys.total(year), Formula.sum(span(keys.parts(year))));
        }
        for (Period year : timeline.years()) {
            shares(year);
        }
        keys.observed()
                .growth(timeline.start())
                .ifPresent(growth -> model.calculation(keys.growth(timeline.start()), growth.ref()));
        for (Period year : timeline.ahead()) {
            model.calculation(
                    keys.growth(year),
                    Growth.onYearBefore(
                            keys.total(year).ref(), keys.total(year.previous()).ref()));
        }
        model.calculation(
                keys.averageGrowth(),
                Growth.compound(
                        keys.total(timeline.horizon()).ref(),
                        keys.total(timeline.start()).ref(),
                        YearNumber.between(timeline.start(), timeline.horizon())));
        return new SupplyForecast(keys, model.build());
    }

    // ---------------------------------------------------------------- what runs

    /** The supply of a place in a year that the figures have; of all places without a limit for the rest. */
    private Formula observed(Place place, Period year) {
        Supply supply = keys.observed();
        if (place.kind() != Place.Kind.OTHER) {
            return supply.amount(place, year).ref();
        }
        List<Formula> named = new ArrayList<>();
        for (Place one : keys.places()) {
            if (one.kind() != Place.Kind.OTHER) {
                named.add(supply.amount(one, year).ref());
            }
        }
        Formula tracked = named.stream().reduce(Formula::plus).orElse(ZERO);
        return Formula.max(ZERO, supply.total(year).ref().minus(tracked));
    }

    private void limit(Limit limit) {
        Unit unit = keys.measure().unit();
        Key start = keys.limit(limit, timeline.start());
        model.calculation(
                start,
                limit.start()
                        .map(id -> scenarios.amount(id, unit, in))
                        .orElseGet(() -> observed(limit.place(), timeline.start())));
        if (limit.path() == Limit.Path.OUTLOOK) {
            Period until = limit.until().orElseThrow();
            model.calculation(outlook(limit.place(), until), observed(limit.place(), until));
        }
        for (Period year : timeline.ahead()) {
            model.calculation(keys.limit(limit, year), moved(limit, start.ref(), year));
        }
    }

    /** The figure of an outlook for a place: the same in every scenario. */
    private Key outlook(Place place, Period year) {
        return keys.outlookKey(place, year);
    }

    /** A limit in a year, on its path. */
    private Formula moved(Limit limit, Formula start, Period year) {
        return switch (limit.path()) {
            case HELD -> keys.limit(limit, year.previous()).ref();
            case GROWTH ->
                keys.limit(limit, year.previous())
                        .ref()
                        .times(ONE.plus(scenarios.number(limit.assumption().orElseThrow(), year, in)));
            case LEVEL -> level(limit, start, year);
            case OUTLOOK -> outlook(limit, start, year);
        };
    }

    /**
     * In equal steps from the start to the level.
     *
     * <pre>x(t) = x(0) + (level − x(0)) · (t − t(0)) / (t(n) − t(0))</pre>
     */
    private Formula level(Limit limit, Formula start, Period year) {
        Period until = limit.until().orElseThrow();
        Formula level = scenarios.amount(
                limit.assumption().orElseThrow(), keys.measure().unit(), later(year, until), in);
        if (!year.last().isBefore(until.last())) {
            return level;
        }
        YearNumber.add(model, until);
        return start.plus(level.minus(start)
                .times(YearNumber.between(timeline.start(), year))
                .over(YearNumber.between(timeline.start(), until)));
    }

    /** The year, or that in which all of it has come: on the way there the value of that year holds. */
    private static Period later(Period year, Period until) {
        return year.compareTo(until) < 0 ? until : year;
    }

    /**
     * The part of an outlook's increase that is delivered by a year.
     *
     * <pre>x(t) = x(0) + (outlook − x(0)) · delivery · phasing(t)</pre>
     */
    private Formula outlook(Limit limit, Formula start, Period year) {
        List<Key> phasing = scenarios.steps(limit.phasing().orElseThrow(), in);
        int step = Math.min(year.year() - timeline.start().year(), phasing.size());
        Formula increase =
                outlook(limit.place(), limit.until().orElseThrow()).ref().minus(start);
        return start.plus(increase.times(scenarios.number(limit.assumption().orElseThrow(), in))
                .times(scenarios.asNumber(
                        phasing.get(step - 1).ref(), limit.phasing().orElseThrow())));
    }

    private void place(Place place, Period year) {
        Key running = keys.running(place, year);
        if (year.equals(timeline.start())) {
            model.calculation(running, observed(place, year));
        } else {
            running(place, year);
        }
        Formula amount = running.ref();
        if (!year.equals(timeline.start())) {
            for (Tracked line : keys.pipeline(place)) {
                amount = amount.plus(keys.added(line, year).ref());
            }
        }
        model.calculation(keys.amount(place, year), amount);
    }

    /** The lowest of what the limits allow, and which it is. */
    private void running(Place place, Period year) {
        List<Formula> allowed = new ArrayList<>();
        for (Limit limit : keys.limits(place)) {
            Formula ceiling = keys.limit(limit, year).ref();
            allowed.add(limit.use()
                    .map(id -> ceiling.times(scenarios.number(id, year, in)))
                    .orElse(ceiling));
        }
        Formula lowest = allowed.stream().reduce(Formula::min).orElseThrow();
        model.calculation(keys.running(place, year), lowest);
        Formula binds = text(keys.limits(place).get(allowed.size() - 1).kind().toString());
        for (int i = allowed.size() - 2; i >= 0; i--) {
            Formula isLowest = keys.running(place, year).ref().isAtLeast(allowed.get(i));
            binds = isLowest.then(text(keys.limits(place).get(i).kind().toString()), binds);
        }
        model.calculation(keys.binds(place, year), binds);
    }

    // ---------------------------------------------------------------- what projects add

    private void project(Tracked line) {
        PipelineLine rule = line.line();
        increment(line);
        Formula planned = scenarios
                .key(rule.start().assumption(), in)
                .ref()
                .plus(scenarios.key(rule.delay().assumption(), in).ref());
        // what came earlier would be in the figures already
        Key earliest = YearNumber.of(timeline.ahead().get(0));
        model.calculation(keys.first(line), Formula.max(earliest.ref(), planned));
        rule.disruption()
                .ifPresent(id ->
                        model.calculation(keys.lost(line), scenarios.key(id, in).ref()));
        for (Period year : timeline.ahead()) {
            model.calculation(keys.ramp(line, year), ramp(line, year));
            model.calculation(keys.added(line, year), added(line, year));
        }
    }

    /** The new tonnes of a project, and what keeps them from being more. */
    private void increment(Tracked line) {
        model.calculation(
                keys.increment(line),
                switch (line.line().counts()) {
                    case NEW -> usable(line);
                    case WHOLE -> Formula.max(ZERO, usable(line).minus(today(line)));
                    case SCALED -> scaled(line);
                });
        Formula capacity = text("own " + Limit.Kind.CAPACITY);
        model.calculation(
                keys.bindsProject(line),
                outlet(line)
                        .map(taken -> stated(line).isAbove(taken).then(text(nextStage), capacity))
                        .orElse(capacity));
    }

    /** The supply of the place of a project at the start. */
    private Formula today(Tracked line) {
        return observed(line.place(), timeline.start());
    }

    /** The capacity of a project in its own unit. */
    private Formula stated(Tracked line) {
        return Pipeline.capacity(line.project()).ref();
    }

    /** The most that the next stage can take of the output of a project, in the unit of the project's capacity. */
    private Optional<Formula> outlet(Tracked line) {
        return line.line().outlet().map(id -> inUnitOf(line, id));
    }

    /** The capacity of a project or what the next stage can take of it, whichever is less, in its own unit. */
    private Formula ceiling(Tracked line) {
        return outlet(line).map(taken -> Formula.min(stated(line), taken)).orElseGet(() -> stated(line));
    }

    private Formula inUnitOf(Tracked line, String id) {
        return scenarios.amount(id, line.project().unit().orElseThrow(), in);
    }

    /** The output that a project can make and pass on, in the measure's unit: of its stated capacity, or else of that in REO. */
    private Formula usable(Tracked line) {
        Unit unit = keys.measure().unit();
        Optional<Unit> stated = line.project().unit().filter(own -> own.basis().equals(unit.basis()));
        if (stated.isPresent()) {
            return Definitions.inUnit(ceiling(line), stated.get(), unit);
        }
        Formula capacity =
                Definitions.inUnit(Pipeline.capacityInReo(line.project()).ref(), Pipeline.REO, unit);
        return outlet(line).isPresent() ? capacity.times(ceiling(line).over(stated(line))) : capacity;
    }

    /**
     * A place's supply grows as its project grows over what it makes today, to its capacity or what takes its output.
     *
     * <pre>new = q(0) · (min(capacity, outlet) / output today − 1), not below zero</pre>
     */
    private Formula scaled(Tracked line) {
        Formula now = inUnitOf(line, line.line().runs().orElseThrow());
        return Formula.max(ZERO, today(line).times(ceiling(line).over(now).minus(ONE)));
    }

    /**
     * How far a project is ramped up: the step of its curve for its age, times the speed, and no more than the whole.
     *
     * <pre>age = year − first year + 1; nothing where it is below 1; the last step where it is past the curve</pre>
     */
    private Formula ramp(Tracked line, Period year) {
        ImmutableList<Key> curve = scenarios.steps(line.line().ramp().assumption(), in);
        Formula age = YearNumber.of(year).ref().minus(keys.first(line).ref()).plus(ONE);
        Formula step = Formula.min(age, Formula.countOfKnown(span(curve)));
        Formula share = scenarios.asNumber(
                Formula.call(Fn.PICK, span(curve), step), line.line().ramp().assumption());
        Optional<String> speed = line.line().speed();
        Formula atSpeed = speed.map(id -> Formula.min(ONE, share.times(scenarios.number(id, in))))
                .orElse(share);
        return age.isAtLeast(ONE).then(atSpeed, ZERO);
    }

    private Formula added(Tracked line, Period year) {
        Formula expected = keys.increment(line)
                .ref()
                .times(scenarios.number(line.line().probability().assumption(), in))
                .times(keys.ramp(line, year).ref());
        Optional<Formula> lost = line.line().disruption().map(id -> lost(line, id, year));
        return lost.map(share -> expected.times(Formula.max(ZERO, ONE.minus(share))))
                .orElse(expected);
    }

    /** The share that is lost in a year: that of all years, by project, where it has none of its own. */
    private Formula lost(Tracked line, String id, Period year) {
        Key inYear = scenarios.key(id, year, in);
        boolean isOwn = !inYear.equals(scenarios.key(id, in));
        return scenarios.asNumber((isOwn ? inYear : keys.lost(line)).ref(), id);
    }

    // ---------------------------------------------------------------- on top

    private void addition(Addition addition) {
        for (Period year : timeline.years()) {
            model.calculation(keys.added(addition, year), addition(addition, year));
        }
    }

    private Formula addition(Addition addition, Period year) {
        if (!year.first().isAfter(addition.from().last())) {
            return ZERO;
        }
        Period when = later(year, addition.until());
        Formula amount = addition.content()
                .map(id -> ofContent(addition, id, when))
                .orElseGet(
                        () -> scenarios.amount(addition.amount(), keys.measure().unit(), when, in));
        Formula reaching = addition.share()
                .map(id -> amount.times(scenarios.number(id, when, in)))
                .orElse(amount);
        if (!year.last().isBefore(addition.until().last())) {
            return reaching;
        }
        YearNumber.add(model, addition.from());
        YearNumber.add(model, addition.until());
        return reaching.times(YearNumber.between(addition.from(), year))
                .over(YearNumber.between(addition.from(), addition.until()));
    }

    /** An amount of another basis, by how much of the measure's basis is in it. */
    private Formula ofContent(Addition addition, String content, Period year) {
        Unit of = scenarios.premise(addition.amount()).unit();
        Unit measure = keys.measure().unit();
        return Definitions.inUnit(
                        scenarios.key(addition.amount(), year, in).ref(),
                        of,
                        new Unit(of.dimension(), of.basis(), measure.word()))
                .times(scenarios.number(content, in));
    }

    private void shares(Period year) {
        for (Place place : keys.places()) {
            model.calculation(
                    keys.share(place, year),
                    Concentration.share(
                            keys.withAdditions(place, year), keys.total(year).ref()));
        }
        for (Addition addition : keys.additionsOfGroups()) {
            model.calculation(
                    keys.share(addition, year),
                    Concentration.share(
                            keys.added(addition, year).ref(), keys.total(year).ref()));
        }
    }
}
