package org.lodestone.core.internal.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Indicator.Statement;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Screen.Level;

/** Reads a screen from JSON: {@code {"name": "Cheap", "criteria": [{"name": "margin", "weight": 2}]}}. */
public final class ScreenReader {

    private static final ImmutableSet<String> SCREEN_FIELDS =
            ImmutableSet.of("name", "filters", "levels", "criteria", "aggregation", "coverage", "leagues");
    private static final ImmutableSet<String> FILTER_FIELDS =
            ImmutableSet.of("column", "at_least", "at_most", "any_of", "none_of");
    private static final ImmutableSet<String> LEVEL_FIELDS = ImmutableSet.of("name", "weight", "level");
    private static final ImmutableSet<String> CRITERION_FIELDS = ImmutableSet.of(
            "name",
            "title",
            "measure",
            "unit",
            "basis",
            "direction",
            "weight",
            "level",
            "outliers",
            "normalisation",
            "missing",
            "reason");
    private static final ImmutableList<String> MEASURES =
            ImmutableList.of("column", "rating", "quota", "stages", "per_market_value", "stated", "gain");
    private static final ImmutableSet<String> MEASURE_FIELDS =
            ImmutableSet.copyOf(Iterables.concat(MEASURES, ImmutableList.of("stage", "marks")));
    private static final ImmutableSet<String> STATEMENT_FIELDS =
            ImmutableSet.of("fact", "projects", "unit", "at_least");
    private static final ImmutableSet<String> LEAGUE_FIELDS = ImmutableSet.of("name", "filters", "weights");

    private final ScreenColumns columns;
    private final Set<String> criterionNames = new HashSet<>();

    private ScreenReader(ScreenColumns columns) {
        this.columns = columns;
    }

    /** The screen that stands at {@code place}; empty if it has a problem, and each has been reported. */
    public static Optional<Screen> read(JsonPlace place, ScreenColumns columns) {
        return new ScreenReader(columns).screen(place);
    }

    private Optional<Screen> screen(JsonPlace place) {
        int before = place.problems().count();
        if (!place.isObjectOf("a screen", SCREEN_FIELDS)) {
            return Optional.empty();
        }
        place.list("criteria")
                .forEach(one -> criterionNames.add(one.node().path("name").asText()));
        ImmutableList<Level> levels = place.each("levels", "a level", LEVEL_FIELDS, ScreenReader::level);
        ImmutableList<Criterion> criteria =
                place.each("criteria", "a criterion", CRITERION_FIELDS, criterion -> criterion(criterion, levels));
        ImmutableList<League> leagues = place.each("leagues", "a league", LEAGUE_FIELDS, this::league);
        String name = place.neededName("name");
        ImmutableList<Filter> filters = filters(place);
        Aggregation aggregation = place.oneOf("aggregation", List.of(Aggregation.values()), Aggregation.ARITHMETIC);
        double coverage = place.number("coverage", 0);
        if (place.problems().count() > before) {
            return Optional.empty();
        }
        return build(place, () -> new Screen(name, filters, levels, criteria, aggregation, coverage, leagues));
    }

    /** The thing that {@code parts} make together; empty, and reported, if that is refused. */
    private static <T> Optional<T> build(JsonPlace place, Supplier<T> parts) {
        try {
            return Optional.of(parts.get());
        } catch (IllegalArgumentException e) {
            place.problem(e);
            return Optional.empty();
        }
    }

    private static Optional<Level> level(JsonPlace place) {
        String name = place.neededName("name");
        double weight = weight(place, "weight");
        String level = place.text("level", "");
        return build(place, () -> new Level(name, weight, level));
    }

    private Optional<Criterion> criterion(JsonPlace place, List<Level> levels) {
        int before = place.problems().count();
        String name = place.neededName("name");
        String title = place.name("title", name);
        Optional<Indicator> indicator = indicator(place, name);
        String unit = place.name("unit", "");
        String basis = place.name("basis", "");
        Direction direction = direction(place);
        double weight = weight(place, "weight");
        String level = level(place, levels);
        Optional<Outliers> outliers = outliers(place);
        Optional<Normalisation> normalisation = normalisation(place);
        Missing missing = place.oneOf("missing", List.of(Missing.values()), Missing.PROVISIONAL);
        String reason = place.text("reason", "");
        if (place.problems().count() > before) {
            return Optional.empty();
        }
        return build(
                place,
                () -> new Criterion(
                        name,
                        title,
                        indicator.orElseThrow(),
                        unit,
                        basis,
                        direction,
                        weight,
                        level,
                        outliers.orElseThrow(),
                        normalisation.orElseThrow(),
                        missing,
                        reason));
    }

    /** Where nothing is said more is better; but of a gain it must be said, since one of them is a cost. */
    private Direction direction(JsonPlace criterion) {
        boolean isGain = !columns.only() && criterion.at("measure").has("gain");
        if (isGain && !criterion.has("direction")) {
            criterion.problem(
                    "direction", "is missing. Say which way is better: \"higher\", or \"lower\" as for a cost.");
        }
        return criterion.oneOf("direction", List.of(Direction.values()), Direction.HIGHER);
    }

    /** A weight, or 1 where none is given. */
    private static double weight(JsonPlace place, String field) {
        double weight = place.number(field, 1);
        if (weight < 0) {
            place.problem(
                    field,
                    "'" + place.node().path(field).asText()
                            + "' is below zero. A weight is a number from zero; where less is better, say so: \"direction\": \"lower\".");
            return 1;
        }
        return weight;
    }

    private static String level(JsonPlace place, List<Level> levels) {
        String level = place.text("level", "");
        List<String> names = levels.stream().map(Level::name).toList();
        if (!names.contains(level) && !(level.isEmpty() && names.isEmpty())) {
            place.problem(
                    "level",
                    level.isEmpty()
                            ? "is missing, and the screen has levels. "
                                    + Nearest.remedy(level, names, "Give one of them.")
                            : "'" + level + "' is not a level of the screen. "
                                    + Nearest.remedy(level, names, "Add it to levels."));
        }
        return level;
    }

    private Optional<Indicator> indicator(JsonPlace criterion, String name) {
        if (!criterion.has("measure")) {
            return column(criterion, "name", name);
        }
        JsonPlace place = criterion.at("measure");
        if (!place.isObjectOf("a measure", MEASURE_FIELDS)) {
            return Optional.empty();
        }
        String kind = place.onlyOneOf("the measure", MEASURES);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (place.has("marks") && !kind.equals("rating")) {
            place.problem("marks", "are the words of a rating. Leave them out, or measure by a rating.");
            return Optional.empty();
        }
        if (kind.equals("column")) {
            return column(place, "column", place.needed("column"));
        }
        if (columns.only()) {
            place.problem(kind, "is only known of the companies of a dataset. Measure by a column: {\"column\": …}.");
            return Optional.empty();
        }
        return switch (kind) {
            case "rating" -> Optional.of(new Indicator.Rating(place.needed("rating"), place.texts("marks")));
            case "quota" -> Optional.of(new Indicator.Quota(place.needed("quota")));
            case "per_market_value" ->
                Optional.of(new Indicator.PerMarketValue(requireCriterion(place, kind, place.needed(kind))));
            case "stated" -> Optional.of(new Indicator.Stated(place.text("stage", ""), statements(place)));
            case "gain" -> gain(place);
            default -> Optional.of(breadth(place));
        };
    }

    private Optional<Indicator> column(JsonPlace place, String field, String column) {
        return column.isEmpty()
                ? Optional.empty()
                : place.accepted(field, () -> new Indicator.Column(columns.requireNumbers(column)));
    }

    private static Optional<Indicator> gain(JsonPlace place) {
        String word = place.needed("gain");
        List<String> words =
                Stream.of(Gain.Kind.values()).map(Gain.Kind::toString).toList();
        if (!word.isBlank() && !words.contains(word)) {
            place.problem(
                    "gain",
                    "'" + word + "' is not a gain. "
                            + Nearest.to(word, words)
                                    .map(near -> "Did you mean '" + near + "'? ")
                                    .orElse("")
                            + "The gains are " + String.join(", ", words) + ".");
        }
        return Stream.of(Gain.Kind.values())
                .filter(kind -> kind.toString().equals(word))
                .<Indicator>map(Gain::new)
                .findFirst();
    }

    private static Indicator breadth(JsonPlace place) {
        if (!place.truth("stages")) {
            place.problem(
                    "stages", "counts the stages of a company when it is true. Write true, or measure by another.");
        }
        return new Indicator.Breadth();
    }

    private String requireCriterion(JsonPlace place, String field, String name) {
        if (!name.isEmpty() && !criterionNames.contains(name)) {
            place.problem(
                    field,
                    "'" + name + "' is not a criterion of the screen. "
                            + Nearest.remedy(name, criterionNames, "Add it to criteria."));
        }
        return name;
    }

    private static ImmutableList<Statement> statements(JsonPlace place) {
        if (place.list("stated").isEmpty()) {
            place.problem("stated", "states nothing. Give facts, the first that is known counts: [{\"fact\": …}].");
        }
        return place.each("stated", "a statement", STATEMENT_FIELDS, ScreenReader::statement);
    }

    private static Optional<Statement> statement(JsonPlace place) {
        String kind = place.onlyOneOf("the statement", ImmutableList.of("fact", "projects"));
        String unit = place.neededName("unit");
        boolean atLeast = place.truth("at_least");
        if (kind.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        Statement.Kind of = kind.equals("fact") ? Statement.Kind.FACT : Statement.Kind.PROJECTS;
        return place.accepted("unit", () -> new Statement(of, place.needed(kind), Unit.parse(unit), atLeast));
    }

    private static Optional<Outliers> outliers(JsonPlace criterion) {
        JsonPlace place = criterion.at("outliers");
        if (!place.node().isObject()) {
            return Optional.of(criterion.oneOf("outliers", List.of(Outliers.Rule.values()), Outliers.Rule.NONE));
        }
        if (!place.isObjectOf("a treatment of outliers", ImmutableSet.of("winsorise"))) {
            return Optional.empty();
        }
        ImmutableList<Double> shares = place.pair("winsorise");
        return shares.isEmpty()
                ? Optional.empty()
                : build(place, () -> new Outliers.Winsorise(shares.get(0), shares.get(1)));
    }

    private static Optional<Normalisation> normalisation(JsonPlace criterion) {
        JsonPlace place = criterion.at("normalisation");
        if (!place.node().isObject()) {
            return Optional.of(criterion.oneOf(
                    "normalisation", List.of(Normalisation.Relative.values()), Normalisation.Relative.MIN_MAX));
        }
        if (!place.isObjectOf("a normalisation", ImmutableSet.of("goalposts", "scale"))) {
            return Optional.empty();
        }
        Normalisation.Scale scale =
                place.oneOf("scale", List.of(Normalisation.Scale.values()), Normalisation.Scale.LINEAR);
        ImmutableList<Double> posts = place.pair("goalposts");
        return posts.isEmpty()
                ? Optional.empty()
                : build(place, () -> new Normalisation.Goalposts(posts.get(0), posts.get(1), scale));
    }

    private ImmutableList<Filter> filters(JsonPlace place) {
        return place.each("filters", "a filter", FILTER_FIELDS, this::filter);
    }

    private Optional<Filter> filter(JsonPlace place) {
        int before = place.problems().count();
        boolean bounds = place.has("at_least") || place.has("at_most");
        String kind = place.onlyOneOf(
                "the filter",
                bounds
                        ? ImmutableList.of(place.has("at_least") ? "at_least" : "at_most", "any_of", "none_of")
                        : ImmutableList.of("at_least", "at_most", "any_of", "none_of"));
        String column = place.needed("column");
        double least = place.number("at_least", Double.NEGATIVE_INFINITY);
        double most = place.number("at_most", Double.POSITIVE_INFINITY);
        ImmutableSet<String> words = ImmutableSet.copyOf(bounds || kind.isEmpty() ? List.of() : place.texts(kind));
        if (place.problems().count() > before) {
            return Optional.empty();
        }
        return place.accepted("column", () -> bounds ? columns.requireNumbers(column) : columns.requireWords(column))
                .flatMap(known -> build(
                        place,
                        () -> bounds
                                ? new Filter.Between(known, least, most)
                                : new Filter.Words(known, words, kind.equals("any_of"))));
    }

    private Optional<League> league(JsonPlace place) {
        String name = place.neededName("name");
        ImmutableList<Filter> filters = filters(place);
        JsonPlace given = place.at("weights");
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String criterion : given.fields()) {
            weights.put(requireCriterion(given, criterion, criterion), weight(given, criterion));
        }
        if (place.has("weights") && weights.values().stream().allMatch(weight -> weight == 0)) {
            place.problem("weights", "sum to zero. Give at least one criterion a weight above it, or leave them out.");
        }
        return build(place, () -> new League(name, filters, ImmutableMap.copyOf(weights)));
    }
}
