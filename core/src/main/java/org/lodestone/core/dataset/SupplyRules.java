package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lodestone.core.dataset.Premises.Stated;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/** The rules for what pipeline, additions, balances and conclusions need of the limits, without which there is no forecast. */
record SupplyRules(Tables tables, Outlook outlook, NewestFigures figures, Premises premises) {

    void check() {
        RowWithLine.refuseRepeated(
                tables.lines(ForecastTables.PIPELINE),
                "project",
                line -> "'" + line.project() + "' for '" + line.measure() + "'",
                "A project counts once for a measure: delete one of them.");
        tables.lines(ForecastTables.PIPELINE).forEach(this::bases);
        tables.lines(ForecastTables.PIPELINE).forEach(this::output);
        tables.lines(ForecastTables.PIPELINE).forEach(this::first);
        if (tables.areWhole(ForecastTables.LIMITS)) {
            tables.lines(ForecastTables.PIPELINE).forEach(this::pipeline);
            tables.lines(ForecastTables.ADDITIONS).forEach(this::addition);
            for (RowWithLine<MarketBalance> balance : tables.lines(ForecastTables.BALANCES)) {
                isForecast(balance, balance.row().measure());
            }
        }
        tables.lines(ForecastTables.CONCLUSIONS).forEach(this::conclusion);
    }

    private void pipeline(RowWithLine<PipelineLine> line) {
        String measure = line.row().measure();
        if (!isForecast(line, measure)) {
            return;
        }
        Set<Place> limited = outlook.limited(measure);
        Optional<Place> place =
                tables.known(ProjectTables.PROJECTS).find(line.row().project()).map(Project::place);
        if (place.isPresent() && !limited.contains(place.get()) && !limited.contains(Place.OTHER)) {
            line.problem(
                    "project",
                    "'" + line.row().project() + "' is in '" + place.get() + "', which has no limit of '" + measure
                            + "', so its tonnes would be counted nowhere. Add a limit for '" + place.get()
                            + "' or for '" + Place.OTHER + "' to limits.csv.");
            return;
        }
        place.ifPresent(in -> today(line, in));
    }

    /** Only new tonnes need no figure of what their place makes today. */
    private void today(RowWithLine<PipelineLine> line, Place place) {
        String measure = line.row().measure();
        Optional<Period> latest =
                figures.latest(measure).filter(at -> tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS));
        if (line.row().counts() != PipelineLine.Counts.NEW
                && line.row().isSupply()
                && !line.row().hasOwnOutput()
                && latest.isPresent()
                && !figures.places(measure, latest.get()).contains(place)) {
            line.problem(
                    "counts",
                    "'" + line.row().counts() + "' is set against what '" + place
                            + "' makes today, and it has no figure of '" + measure + "' for " + latest.get()
                            + ". Add one to figures.csv, or use new.");
        }
    }

    /** An addition must not change what was observed. */
    private void addition(RowWithLine<Addition> line) {
        String measure = line.row().measure();
        Optional<Period> latest =
                figures.latest(measure).filter(at -> tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS));
        if (isForecast(line, measure) && latest.isPresent() && line.row().from().compareTo(latest.get()) < 0) {
            line.problem(
                    "from",
                    "'" + line.row().from() + "' is before the figures of '" + measure + "' end in " + latest.get()
                            + ", and they have nothing of it. Write " + latest.get() + " or a later year.");
        }
    }

    /** A project that comes early must not come into the figures. */
    private void first(RowWithLine<PipelineLine> line) {
        Optional<Period> latest = figures.latest(line.row().measure());
        Optional<PipelineLine.Coming> coming = line.row().coming();
        if (coming.isEmpty()) {
            return;
        }
        for (Scenario scenario : outlook.scenarios()) {
            String name = scenario.name();
            OptionalDouble start = number(name, coming.get().start());
            OptionalDouble delay = number(name, coming.get().delay());
            if (latest.isPresent() && start.isPresent() && delay.isPresent()) {
                double year = start.getAsDouble();
                int end = latest.get().year();
                if (year > end && year + delay.getAsDouble() <= end) {
                    line.problem(
                            "delay",
                            "'" + coming.get().delay() + "' is '" + Premises.plain(delay.getAsDouble())
                                    + "' in the scenario '" + name + "' and puts the start of '"
                                    + line.row().id() + "' in " + Premises.plain(year + delay.getAsDouble())
                                    + ", and the figures run to " + latest.get() + ". Write a later start.");
                    return;
                }
            }
        }
    }

    private OptionalDouble number(String scenario, String id) {
        return premises.in(scenario, id).map(Stated::number).orElse(OptionalDouble.empty());
    }

    /** The amount that a project makes or can sell is compared with its capacity. */
    private void bases(RowWithLine<PipelineLine> line) {
        Optional<Unit> capacity = line.row()
                .capacity()
                .flatMap(premises::unit)
                .or(() -> tables.known(ProjectTables.PROJECTS)
                        .find(line.row().project())
                        .flatMap(Project::unit));
        compare(line, "runs", line.row().runs(), capacity);
        compare(line, "outlet", line.row().outlet(), capacity);
    }

    private void compare(RowWithLine<PipelineLine> line, String column, Optional<String> id, Optional<Unit> capacity) {
        Optional<Unit> own = id.flatMap(premises::unit);
        if (own.isPresent()
                && capacity.isPresent()
                && !own.get().basis().equals(capacity.get().basis())) {
            line.problem(
                    column,
                    "'" + id.get() + "' is in '" + own.get() + "', and the capacity of '"
                            + line.row().project() + "' in '" + capacity.get() + "', on another basis. Write it in '"
                            + capacity.get() + "'.");
        }
    }

    /** Supply that grows as a project grows over today's output needs that output not to be zero. */
    private void output(RowWithLine<PipelineLine> line) {
        line.row()
                .runs()
                .filter(id -> line.row().counts() == PipelineLine.Counts.SCALED)
                .filter(id -> outlook.scenarios().stream()
                        .anyMatch(scenario -> number(scenario.name(), id).orElse(1) == 0))
                .ifPresent(id -> line.problem(
                        "runs", "'" + id + "' is 0, and nothing grows from nothing. Count the project as new."));
    }

    private void conclusion(RowWithLine<Conclusion> line) {
        Conclusion conclusion = line.row();
        String measure = conclusion.measure();
        boolean isOfBalance =
                switch (conclusion.kind()) {
                    case BALANCE_BELOW, BALANCE_CHANGE, REPLACED_BELOW -> true;
                    case GROWTH_BELOW, SHARE_AT_LEAST -> false;
                };
        if (isOfBalance) {
            List<String> balanced =
                    outlook.balances().stream().map(MarketBalance::measure).toList();
            if (!balanced.contains(measure) && tables.areWhole(ForecastTables.BALANCES)) {
                line.problem(
                        "measure",
                        "balances.csv has no balance of '" + measure + "' that could decide it. "
                                + Nearest.remedy(measure, balanced, "Add one, or leave the conclusion out."));
            }
        } else if (tables.areWhole(ForecastTables.LIMITS) && isForecast(line, measure)) {
            conclusion.place().ifPresent(place -> place(line, place));
        }
    }

    private void place(RowWithLine<Conclusion> line, Place place) {
        line.isKnown(
                "place",
                place.name(),
                outlook.limited(line.row().measure()).stream().map(Place::name).toList(),
                "has no limit of '" + line.row().measure() + "' in limits.csv, so its share is not forecast.",
                "Add a limit for it.");
    }

    private boolean isForecast(RowWithLine<?> line, String measure) {
        Set<String> limited = outlook.limits().stream().map(Limit::measure).collect(toImmutableSet());
        return line.isKnown(
                "measure",
                measure,
                limited,
                "has no limits in limits.csv, so it is not forecast.",
                "Add them, or leave this row out.");
    }
}
