package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.auto.value.AutoBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;

/**
 * Which companies are compared, by what, and how it becomes one score.
 *
 * <pre>
 * Screen screen = Screen.named("Cheap and growing")
 *         .filter(Filter.atLeast("market value", 100))
 *         .criterion(Criterion.of("growth").weight(2))
 *         .criterion(Criterion.of("price to earnings").lower().by(PERCENTILE))
 *         .build();
 * </pre>
 *
 * @param name what it looks for
 * @param filters all of which a company passes to be looked at
 * @param levels groups of criteria, and of such groups; empty where each criterion is weighed against all others
 * @param aggregation how the scores of a company become one
 * @param coverage the share of weight, from 0 to 1, that must rest on known values for a company to be ranked
 * @param leagues parts of the companies that are ranked among themselves
 */
public record Screen(
        String name,
        ImmutableList<Filter> filters,
        ImmutableList<Level> levels,
        ImmutableList<Criterion> criteria,
        Aggregation aggregation,
        double coverage,
        ImmutableList<League> leagues) {

    /**
     * Throws if there is no criterion or the weights sum to zero; if a criterion, level or league has the name of
     * another, or a criterion its title, or names one that is not there; if coverage is not from 0 to 1; or if a geometric or harmonic mean is
     * taken of scores that do not run from 0 to 1.
     */
    public Screen {
        checkArgument(!criteria.isEmpty(), "The screen '%s' has no criterion. Give it at least one.", name);
        checkArgument(
                coverage >= 0 && coverage <= 1,
                "A coverage of %s is no share. Give it from 0 to 1: 0.6 asks for 60%% of the weight.",
                coverage);
        checkOnce(
                "criterion or level",
                Stream.concat(
                        criteria.stream().map(Criterion::name), levels.stream().map(Level::name)));
        checkOnce("title of a criterion", criteria.stream().map(Criterion::title));
        checkOnce("league", leagues.stream().map(League::name));
        ImmutableList<String> levelNames = levels.stream().map(Level::name).collect(toImmutableList());
        for (Criterion criterion : criteria) {
            checkArgument(
                    levels.isEmpty() ? criterion.level().isEmpty() : levelNames.contains(criterion.level()),
                    "Criterion '%s' is of level '%s'. %s",
                    criterion.name(),
                    criterion.level(),
                    levels.isEmpty()
                            ? "The screen has no levels: leave it empty, or add the level."
                            : Nearest.remedy(criterion.level(), levelNames, "Give one of the screen's levels."));
            criterion.indicator().numerator().ifPresent(numerator -> {
                requireCriterion(criteria, numerator);
                checkArgument(
                        criteria.stream()
                                .noneMatch(other -> other.name().equals(numerator)
                                        && other.indicator().numerator().isPresent()),
                        "Criterion '%s' is set against market value, and so is '%s', which it starts from. Start from another.",
                        criterion.name(),
                        numerator);
            });
        }
        for (League league : leagues) {
            league.weights().keySet().forEach(criterion -> requireCriterion(criteria, criterion));
        }
        checkArgument(
                Arrays.stream(new Weighting(levels, criteria).shares()).anyMatch(share -> share > 0),
                "The weights of the screen '%s' sum to zero. Give at least one criterion, and its level, a weight above it.",
                name);
        checkArgument(
                aggregation == Aggregation.ARITHMETIC
                        || criteria.stream().allMatch(one -> one.normalisation().isUnitRange()),
                "A %s mean takes no scores below zero, and z-scores are. Normalise by another method, or aggregate arithmetically.",
                aggregation);
    }

    private static void checkOnce(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(one -> checkArgument(seen.add(one), "'%s' is a %s twice. Rename one.", one, what));
    }

    private static void requireCriterion(List<Criterion> criteria, String name) {
        List<String> names = criteria.stream().map(Criterion::name).toList();
        if (!names.contains(name)) {
            throw unknown(name, names);
        }
    }

    private static UnknownIdException unknown(String name, List<String> names) {
        return UnknownIdException.of(
                name, "a criterion of the screen", names, "Its criteria are " + String.join(", ", names) + ".");
    }

    /** The criterion of a name. Throws if the screen has none. */
    public Criterion criterion(String criterion) {
        return criteria.stream()
                .filter(one -> one.name().equals(criterion))
                .findFirst()
                .orElseThrow(() -> unknown(
                        criterion, criteria.stream().map(Criterion::name).toList()));
    }

    /** Starts a screen without filters or levels, by arithmetic means. */
    public static Builder named(String name) {
        return new AutoBuilder_Screen_Builder()
                .name(name)
                .aggregation(Aggregation.ARITHMETIC)
                .coverage(0);
    }

    private Builder but() {
        return new AutoBuilder_Screen_Builder(this);
    }

    /** The shares of criteria in the whole, by where they stand. */
    public Weighting weighting() {
        return new Weighting(levels, criteria);
    }

    /** The share of each criterion in the whole, by name. They sum to one. */
    public ImmutableMap<String, Double> shares() {
        return shares(criterion -> true);
    }

    /** The shares of criteria in the whole without one of them, by name. They sum to one, or are all zero where no weight is left. */
    public ImmutableMap<String, Double> sharesWithout(String left) {
        return shares(criterion -> !criterion.equals(left));
    }

    private ImmutableMap<String, Double> shares(Predicate<String> counts) {
        double[] shares = weighting()
                .shares(criterion -> counts.test(criteria.get(criterion).name()));
        return IntStream.range(0, shares.length)
                .boxed()
                .collect(ImmutableMap.toImmutableMap(
                        criterion -> criteria.get(criterion).name(), criterion -> shares[criterion]));
    }

    /** This screen with one more criterion, or with this one in place of that of its name. */
    public Screen with(Criterion criterion) {
        ImmutableList<Criterion> others =
                criteria.stream().anyMatch(one -> one.name().equals(criterion.name()))
                        ? criteria.stream()
                                .map(one -> one.name().equals(criterion.name()) ? criterion : one)
                                .collect(toImmutableList())
                        : ImmutableList.copyOf(Iterables.concat(criteria, List.of(criterion)));
        return but().criteria(others).build();
    }

    /**
     * This screen without the filters of a user's own, and with min-max and no treatment of outliers in place of a user's own rules: as
     * much of it as a file can hold.
     */
    public Screen withBuiltInRules() {
        return but().filters(builtIn(filters))
                .criteria(criteria.stream().map(Screen::builtIn).collect(toImmutableList()))
                .leagues(leagues.stream()
                        .map(league -> new League(league.name(), builtIn(league.filters()), league.weights()))
                        .collect(toImmutableList()))
                .build();
    }

    private static Criterion builtIn(Criterion criterion) {
        return criterion
                .by(criterion
                        .normalisation()
                        .fold(relative -> relative, posts -> posts, own -> Normalisation.Relative.MIN_MAX))
                .outliers(criterion.outliers().fold(rule -> rule, winsorise -> winsorise, own -> Outliers.Rule.NONE));
    }

    private static ImmutableList<Filter> builtIn(List<Filter> filters) {
        return filters.stream()
                .filter(filter -> filter.fold(new Filter.Cases<>(between -> true, words -> true, own -> false)))
                .collect(toImmutableList());
    }

    /** This screen with other weights for some criteria or levels, by name. Throws if it has none of that name. */
    public Screen withWeights(Map<String, Double> weights) {
        List<String> names = Stream.concat(
                        criteria.stream().map(Criterion::name), levels.stream().map(Level::name))
                .toList();
        for (String given : weights.keySet()) {
            if (!names.contains(given)) {
                throw unknown(given, names);
            }
        }
        return but().levels(levels.stream()
                        .map(level -> new Level(
                                level.name(), weights.getOrDefault(level.name(), level.weight()), level.level()))
                        .collect(toImmutableList()))
                .criteria(criteria.stream()
                        .map(one -> one.weight(weights.getOrDefault(one.name(), one.weight())))
                        .collect(toImmutableList()))
                .build();
    }

    /**
     * The screen of a league: with its own weights, where it has some, its own filters instead of these and the criteria it
     * weighs alone; with these weights, the same with its filters as well.
     */
    public Screen of(League league) {
        Builder its = but().name(league.name()).leagues(ImmutableList.of());
        if (!league.isOfItsOwn()) {
            return its.filters(ImmutableList.copyOf(Iterables.concat(filters, league.filters())))
                    .build();
        }
        return its.filters(league.filters())
                .levels(ImmutableList.of())
                .criteria(criteria.stream()
                        .filter(one -> isAskedBy(league, one))
                        .map(one -> one.level("").weight(league.weights().getOrDefault(one.name(), 0.0)))
                        .collect(toImmutableList()))
                .build();
    }

    /** A criterion that the league weighs, or from which one starts that it weighs. */
    private boolean isAskedBy(League league, Criterion criterion) {
        return criteria.stream()
                .filter(one -> league.weights().containsKey(one.name()))
                .anyMatch(one -> one.name().equals(criterion.name())
                        || one.indicator().numerator().equals(Optional.of(criterion.name())));
    }

    @Override
    public String toString() {
        return OneLine.of(
                name,
                OneLine.count(criteria, "criterion").replace("criterions", "criteria"),
                OneLine.count(filters, "filter"),
                OneLine.count(leagues, "league"));
    }

    /** Collects what a screen asks. */
    @AutoBuilder(ofClass = Screen.class)
    public abstract static class Builder {

        Builder() {}

        abstract Builder name(String name);

        abstract Builder filters(ImmutableList<Filter> filters);

        abstract Builder levels(ImmutableList<Level> levels);

        abstract Builder criteria(ImmutableList<Criterion> criteria);

        abstract Builder leagues(ImmutableList<League> leagues);

        abstract ImmutableList.Builder<Filter> filtersBuilder();

        abstract ImmutableList.Builder<Level> levelsBuilder();

        abstract ImmutableList.Builder<Criterion> criteriaBuilder();

        abstract ImmutableList.Builder<League> leaguesBuilder();

        /** Sets how the scores of a company become one; by default the arithmetic mean. */
        public abstract Builder aggregation(Aggregation other);

        /** The share of weight that must rest on known values. */
        public abstract Builder coverage(double least);

        /** The screen. Throws as {@link Screen} does where its parts do not fit each other. */
        public abstract Screen build();

        /** Adds a condition that companies have to pass. */
        public Builder filter(Filter filter) {
            filtersBuilder().add(filter);
            return this;
        }

        /** Adds a level that is part of no other, with its weight against the others. */
        public Builder level(String level, double weight) {
            return level(level, weight, "");
        }

        /** A level that is part of another. */
        public Builder level(String level, double weight, String within) {
            levelsBuilder().add(new Level(level, weight, within));
            return this;
        }

        /** Adds a criterion. */
        public Builder criterion(Criterion criterion) {
            criteriaBuilder().add(criterion);
            return this;
        }

        /** Adds a league, ranked beside the whole. */
        public Builder league(League league) {
            leaguesBuilder().add(league);
            return this;
        }
    }

    /**
     * A group of criteria with a weight of its own, such as all that count resources. It may be part of a wider one.
     *
     * @param weight against the others of the level it is part of; any number from zero
     * @param level name of the level it is part of; empty where it is part of none
     */
    public record Level(String name, double weight, String level) {

        /** Throws if the weight is not a finite number from zero. */
        public Level {
            Weights.check("level", name, weight);
        }
    }
}
