package org.lodestone.core.dataset;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/** The rules for what limits need of the figures that they move on from. */
record LimitRules(Tables tables, Outlook outlook, NewestFigures figures) {

    void check() {
        Known<Measure> measures = tables.known(ChainTables.MEASURES);
        ImmutableListMultimap<String, RowWithLine<Limit>> limits = tables.lines(ForecastTables.LIMITS).stream()
                .filter(limit -> measures.find(limit.row().measure()).isPresent())
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        limit -> limit.row().measure(), limit -> limit));
        if (!limits.isEmpty() && outlook.horizon().isEmpty() && tables.areWhole(ForecastTables.LIMITS)) {
            tables.problem(
                    ForecastTables.LIMITS,
                    1,
                    "until",
                    "no limit names a year, so there is none to forecast to."
                            + " Write the last year of the forecast in one of them.");
        }
        if (tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS)) {
            limits.keySet().forEach(measure -> ofMeasure(measure, limits.get(measure)));
        }
    }

    private void ofMeasure(String measure, List<RowWithLine<Limit>> all) {
        RowWithLine<Limit> first = all.get(0);
        Optional<Period> latest = figures.latest(measure);
        if (latest.isEmpty()) {
            first.problem(
                    "measure",
                    "'" + measure + "' has no figures, so a forecast has nothing to go on from."
                            + " Add them to figures.csv, or leave its limits out.");
            return;
        }
        Period start = latest.get();
        if (start.kind() != Period.Kind.YEAR) {
            first.problem(
                    "measure",
                    "the latest figures of '" + measure + "' are of " + start
                            + ", and a forecast goes on from a calendar year. Give the figures of the year instead.");
            return;
        }
        for (RowWithLine<Limit> limit : all) {
            place(limit, start);
            until(limit, all, start);
        }
        if (tables.areWhole(ForecastTables.LIMITS)) {
            rest(all, start);
        }
        figures.secondCase(measure).ifPresent(this::secondCase);
        horizon(all, start);
    }

    private void secondCase(Figure figure) {
        tables.lines(ChainTables.FIGURES).stream()
                .filter(line -> line.row().equals(figure))
                .forEach(line -> line.problem(
                        "case",
                        "'" + figure.scenarioCase() + "' is a second case for '" + figure.place() + "' in "
                                + figure.period()
                                + ", and a measure that is forecast has one outlook in an edition. Keep one case, or give"
                                + " this one an edition of its own."));
    }

    /** Places without a limit are among the other countries, so these need one. */
    private void rest(List<RowWithLine<Limit>> all, Period start) {
        RowWithLine<Limit> first = all.get(0);
        List<Place> limited = all.stream().map(limit -> limit.row().place()).toList();
        List<Place> rest = figures.places(first.row().measure(), start).stream()
                .filter(place -> !limited.contains(place))
                .toList();
        if (!rest.isEmpty() && !limited.contains(Place.OTHER)) {
            first.problem(
                    "place",
                    rest.stream().map(place -> "'" + place + "'").collect(joining(", "))
                            + " without a limit of '"
                            + first.row().measure()
                            + "' would be missing from its total. Add a limit for '"
                            + Place.OTHER + "', which stands for all of them.");
        }
    }

    private void place(RowWithLine<Limit> limit, Period start) {
        Place place = limit.row().place();
        if (!place.equals(Place.OTHER) && !has(limit, place, start)) {
            limit.problem(
                    "place",
                    "'" + place + "' has no figure of '" + limit.row().measure() + "' for " + start
                            + in(figures.edition(limit.row().measure()))
                            + ", where the forecast starts. Add one to figures.csv, or let '" + Place.OTHER
                            + "' stand for it.");
        }
    }

    private void until(RowWithLine<Limit> limit, List<RowWithLine<Limit>> all, Period start) {
        Optional<Period> until = limit.row().until();
        if (until.isPresent() && until.get().compareTo(start) <= 0) {
            limit.problem(
                    "until",
                    "'" + until.get() + "' is not after the figures of '"
                            + limit.row().measure() + "', which run to " + start + ". Write a later year.");
        } else if (limit.row().path() == Limit.Path.OUTLOOK) {
            until.ifPresent(year -> outlook(limit, all, start, year));
        }
    }

    /** An outlook is figures of a later year. What it has for the other countries is its total less those with a limit. */
    private void outlook(RowWithLine<Limit> limit, List<RowWithLine<Limit>> all, Period start, Period until) {
        String measure = limit.row().measure();
        Place place = limit.row().place();
        ImmutableList<Period> years = figures.after(start, measure, place);
        if (!years.contains(until)) {
            if (place.equals(Place.OTHER) || has(limit, place, start)) {
                limit.problem(
                        "until",
                        "figures.csv has no outlook of '" + measure + "' for '" + place + "' in " + until + ". "
                                + (years.isEmpty()
                                        ? "Add it, or use another path."
                                        : "Use one of: "
                                                + years.stream()
                                                        .map(Period::toString)
                                                        .collect(joining(", "))
                                                + "."));
            }
        } else if (place.equals(Place.OTHER)) {
            for (RowWithLine<Limit> named : all) {
                Place one = named.row().place();
                if (!one.equals(Place.OTHER) && has(named, one, start) && !has(named, one, until)) {
                    limit.problem(
                            "until",
                            "'" + place + "' are what is left of " + until
                                    + " without the places that have a limit, and"
                                    + " figures.csv has no '" + measure + "' of '" + one + "' for " + until
                                    + ". Add it, or use another path.");
                    return;
                }
            }
        }
    }

    /** Where no limit of a measure names a year, those of the others may end too early for it. */
    private void horizon(List<RowWithLine<Limit>> all, Period start) {
        RowWithLine<Limit> first = all.get(0);
        Optional<Period> horizon = outlook.horizon();
        boolean own = all.stream().anyMatch(limit -> limit.row().until().isPresent());
        if (!own && horizon.isPresent() && horizon.get().compareTo(start) <= 0) {
            first.problem(
                    "measure",
                    "the figures of '" + first.row().measure() + "' run to " + start
                            + ", and the forecast to " + horizon.get()
                            + ", the latest year in until. Write a later one there.");
        }
    }

    private boolean has(RowWithLine<Limit> limit, Place place, Period year) {
        return figures.places(limit.row().measure(), year).contains(place);
    }

    private static String in(String edition) {
        return edition.isEmpty() ? "" : " in " + edition;
    }
}
