package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/** The rules for what feeds need of limits, pipeline and figures: ore that goes somewhere, and plants that have some. */
record FeedRules(Tables tables, Outlook outlook, NewestFigures figures, Premises premises) {

    void check() {
        if (!tables.areWhole(ForecastTables.LIMITS, ForecastTables.PIPELINE, ForecastTables.FEEDS)) {
            return;
        }
        tables.lines(ForecastTables.LIMITS).forEach(this::limit);
        tables.lines(ForecastTables.FEEDS).forEach(this::feed);
        tables.lines(ForecastTables.PIPELINE).forEach(this::line);
        if (tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS)) {
            tables.lines(ForecastTables.FEEDS).forEach(this::contained);
        }
    }

    // ---------------------------------------------------------------- limits

    private void limit(RowWithLine<Limit> line) {
        Limit limit = line.row();
        switch (limit.path()) {
            case FED -> fed(line);
            case PLANTS -> {
                if (plants(limit).findAny().isEmpty()) {
                    line.problem(
                            "path",
                            "pipeline.csv has no line of '" + limit.measure() + "' in '" + limit.place()
                                    + "' that counts whole and says what it makes today in runs. Add one, or use held.");
                }
            }
            case HELD, GROWTH, LEVEL, OUTLOOK -> {}
        }
    }

    private Stream<PipelineLine> plants(Limit limit) {
        return outlook.pipeline().stream()
                .filter(one -> one.measure().equals(limit.measure()) && one.hasOwnOutput())
                .filter(one -> place(one).equals(Optional.of(limit.place())));
    }

    private void fed(RowWithLine<Limit> line) {
        String measure = line.row().measure();
        if (of(measure).findAny().isEmpty()) {
            line.problem(
                    "path",
                    "feeds.csv has no row for '" + measure
                            + "', so nothing says what feeds it. Add one, or use another path.");
        }
        takersOfTheRest(measure)
                .filter(other -> !other.place().equals(line.row().place()))
                .findFirst()
                .filter(first ->
                        outlook.limits().indexOf(first) < outlook.limits().indexOf(line.row()))
                .ifPresent(first -> line.problem(
                        "path",
                        "'" + first.place() + "' takes already what the pools of '" + measure
                                + "' leave, and one place does. Use another path."));
    }

    /** The limits of a measure that take what its pools leave, of which there should be one. */
    private Stream<Limit> takersOfTheRest(String measure) {
        return outlook.limits().stream()
                .filter(limit ->
                        limit.path() == Limit.Path.FED && limit.measure().equals(measure));
    }

    private Stream<Feed> of(String measure) {
        return outlook.feeds().stream().filter(feed -> feed.measure().equals(measure));
    }

    // ---------------------------------------------------------------- feeds

    private void feed(RowWithLine<Feed> line) {
        Feed feed = line.row();
        if (takersOfTheRest(feed.measure()).findAny().isEmpty()) {
            line.problem(
                    "measure",
                    "'" + feed.measure()
                            + "' has no limit on the path fed in limits.csv, which takes what the pools leave."
                            + " Add it, or leave the feeds out.");
            return;
        }
        stages(line);
        places(line);
        feed.pool().ifPresent(pool -> pool(line, pool));
        feed.open().ifPresent(open -> open(line, open));
    }

    private void stages(RowWithLine<Feed> line) {
        Feed feed = line.row();
        OptionalInt earlier = order(feed.from());
        OptionalInt later = order(feed.measure());
        if (earlier.isPresent() && later.isPresent() && earlier.getAsInt() >= later.getAsInt()) {
            line.problem(
                    "from",
                    "'" + feed.from() + "' is not of a stage before that of '" + feed.measure()
                            + "', and only an earlier stage feeds a later one. Name a measure of an earlier stage.");
        }
    }

    private OptionalInt order(String measure) {
        return tables.known(ChainTables.MEASURES).find(measure).map(Measure::stage).stream()
                .flatMap(stage -> tables.known(ChainTables.STAGES).find(stage).stream())
                .mapToInt(Stage::order)
                .findFirst();
    }

    private void places(RowWithLine<Feed> line) {
        Feed feed = line.row();
        Set<Place> limited = outlook.limited(feed.from());
        line.isKnown(
                "place",
                feed.place().name(),
                limited.stream().map(Place::name).toList(),
                "has no limit of '" + feed.from() + "' in limits.csv, so its ore is not forecast.",
                "Add a limit for it.");
        List<Feed> alike =
                of(feed.measure()).filter(one -> one.from().equals(feed.from())).toList();
        limited.stream()
                .filter(place -> alike.get(0).equals(feed)
                        && alike.stream().noneMatch(one -> one.place().equals(place)))
                .forEach(place -> line.problem(
                        "place",
                        "'" + place + "' has a limit of '" + feed.from()
                                + "' and no row here, so its ore would go nowhere. Add a row for it."));
    }

    private void pool(RowWithLine<Feed> line, String pool) {
        Feed feed = line.row();
        if (takers(feed.measure(), pool).findAny().isEmpty()) {
            line.problem(
                    "pool",
                    "pipeline.csv has no plant of '" + feed.measure() + "' that takes from the pool '" + pool + "'. "
                            + Nearest.remedy(
                                    pool,
                                    outlook.pipeline().stream()
                                            .filter(one -> one.measure().equals(feed.measure()))
                                            .flatMap(one -> one.pool().stream())
                                            .distinct()
                                            .toList(),
                                    "Name it there, or leave the pool empty for the remainder."));
        }
        of(feed.measure())
                .filter(one -> one.pool().equals(feed.pool()))
                .findFirst()
                .filter(first -> !first.open().equals(feed.open()))
                .ifPresent(first -> line.problem(
                        "open",
                        "'" + feed.open().orElse("") + "' is not the '"
                                + first.open().orElse("") + "' of '" + first.place()
                                + "', whose ore is in the same pool. What a pool leaves is open in one part: write one of"
                                + " the two in both rows."));
    }

    private Stream<PipelineLine> takers(String measure, String pool) {
        return outlook.pipeline().stream()
                .filter(one -> one.measure().equals(measure) && one.isSupply())
                .filter(one -> one.pool().equals(Optional.of(pool)));
    }

    /** The open part is asked for in every year of the forecast. */
    private void open(RowWithLine<Feed> line, String open) {
        Optional<Period> start = figures.latest(line.row().measure());
        Optional<Assumption> base =
                premises.of(open).stream().map(Premises.Stated::assumption).findFirst();
        if (start.isPresent() && base.isPresent() && outlook.horizon().isPresent()) {
            Stream.of(start.get(), outlook.horizon().get())
                    .filter(year -> !base.get().period().equals(Period.NONE))
                    .filter(year -> !Premises.isWithin(year, base.get().period()))
                    .findFirst()
                    .ifPresent(year -> line.problem(
                            "open",
                            "'" + open + "' has no value for " + year + ": it applies in '"
                                    + base.get().period() + "', and the forecast runs from " + start.get() + " to "
                                    + outlook.horizon().get() + ". Widen its period."));
        }
    }

    /** Figures of what is in the ore are of a period in which the edition has what is mined. */
    private void contained(RowWithLine<Feed> line) {
        Feed feed = line.row();
        if (feed.contained().isEmpty()) {
            return;
        }
        Set<Period> mined = tables.rows(ChainTables.FIGURES).stream()
                .filter(figure -> figure.measure().id().equals(feed.from()))
                .filter(figure -> figure.edition().equals(feed.edition().orElseThrow()))
                .map(Figure::period)
                .collect(toImmutableSet());
        Optional<Period> of = figures.latest(feed.contained().get());
        if (of.isEmpty() || !mined.contains(of.get())) {
            line.problem(
                    "contained",
                    "'" + feed.contained().get() + "' has "
                            + of.map(year -> "figures of " + year).orElse("no figures") + ", and '" + feed.from()
                            + "' in "
                            + feed.edition().get()
                            + " has none of that period to set them over. Name another edition, or an"
                            + " assumption in content.");
        }
    }

    // ---------------------------------------------------------------- pipeline

    private void line(RowWithLine<PipelineLine> line) {
        PipelineLine of = line.row();
        boolean isFed = of(of.measure()).findAny().isPresent();
        boolean feedsOthers =
                outlook.feeds().stream().anyMatch(feed -> feed.from().equals(of.measure()));
        of.pool().ifPresent(pool -> pool(line, pool, isFed, feedsOthers));
        if (of.counts() == PipelineLine.Counts.STOCKPILE && !feedsOthers) {
            line.problem(
                    "counts",
                    "'" + of.measure()
                            + "' feeds nothing in feeds.csv, so a stockpile of it has no use. Add the feed, or leave"
                            + " the line out.");
        }
        if (of.scrap().isPresent() && (of.pool().isEmpty() || !isFed)) {
            line.problem(
                    "scrap",
                    "'" + of.scrap().get()
                            + "' is a part of a feed, and the line takes none from a pool. Name its pool, or"
                            + " leave the cell empty.");
        }
        if (of.hasOwnOutput()) {
            ownOutput(line);
        }
    }

    private void pool(RowWithLine<PipelineLine> line, String pool, boolean isFed, boolean feedsOthers) {
        PipelineLine of = line.row();
        if (!isFed && !feedsOthers) {
            line.problem(
                    "pool",
                    "'" + pool + "' has no use: '" + of.measure()
                            + "' is neither fed nor feeds another measure in feeds.csv. Leave the cell empty, or add the feed.");
        } else if (isFed && of.isSupply() && !isFilled(of.measure(), pool)) {
            line.problem(
                    "pool",
                    "no ore goes to the pool '" + pool + "', neither in feeds.csv nor from a mine in pipeline.csv. "
                            + Nearest.remedy(
                                    pool,
                                    of(of.measure())
                                            .flatMap(feed -> feed.pool().stream())
                                            .distinct()
                                            .toList(),
                                    "Add the ore, or leave the cell empty."));
        } else if (!isFed
                && outlook.feeds().stream()
                        .filter(feed -> feed.from().equals(of.measure()))
                        .allMatch(feed -> takers(feed.measure(), pool).findAny().isEmpty())) {
            line.problem(
                    "pool",
                    "no plant in pipeline.csv takes from the pool '" + pool + "'. Add it, or leave the cell empty.");
        }
    }

    /** Whether ore goes to a pool, of a place or from a mine. */
    private boolean isFilled(String measure, String pool) {
        Optional<String> named = Optional.of(pool);
        return of(measure).anyMatch(feed -> feed.pool().equals(named))
                || outlook.pipeline().stream()
                        .filter(one -> one.pool().equals(named))
                        .anyMatch(
                                one -> of(measure).anyMatch(feed -> feed.from().equals(one.measure())));
    }

    /** A plant makes today no more than it can, and all plants of a place make its supply. */
    private void ownOutput(RowWithLine<PipelineLine> line) {
        PipelineLine of = line.row();
        Optional<Place> place = place(of);
        boolean isCounted = place.isPresent()
                && outlook.limits().stream()
                        .filter(limit -> limit.measure().equals(of.measure()))
                        .filter(limit -> limit.place().equals(place.get())
                                || (limit.place().equals(Place.OTHER)
                                        && !outlook.limited(of.measure()).contains(place.get())))
                        .allMatch(limit -> limit.path()
                                == (limit.place().equals(Place.OTHER) ? Limit.Path.HELD : Limit.Path.PLANTS));
        if (!isCounted) {
            line.problem(
                    "runs",
                    "what it makes today is within the limit of '"
                            + place.map(Place::name).orElse("its place")
                            + "' as well. Give that the path plants, or leave runs empty.");
        }
        tables.known(ProjectTables.PROJECTS)
                .find(of.project())
                .filter(project -> of.capacity().isEmpty())
                .ifPresent(project -> runs(line, project));
    }

    private void runs(RowWithLine<PipelineLine> line, Project project) {
        String id = line.row().runs().orElseThrow();
        for (Premises.Stated stated : premises.of(id)) {
            boolean comparable =
                    project.unit().equals(Optional.of(stated.assumption().unit()));
            project.capacity().ifPresent(capacity -> {
                double most = capacity.known().orElse(Double.NaN);
                if (comparable && stated.number().orElse(0) > most) {
                    line.problem(
                            "runs",
                            "'" + id + "' is '" + Premises.plain(stated.number().getAsDouble()) + "', more than the '"
                                    + Premises.plain(most) + " "
                                    + stated.assumption().unit() + "' that '"
                                    + line.row().project() + "' can make by projects.csv. Correct one of them.");
                }
            });
        }
    }

    private Optional<Place> place(PipelineLine line) {
        return tables.known(ProjectTables.PROJECTS).find(line.project()).map(Project::place);
    }
}
