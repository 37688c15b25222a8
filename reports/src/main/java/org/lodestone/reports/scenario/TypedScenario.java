package org.lodestone.reports.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

/**
 * A scenario that an analyst typed over the assumptions of a pack: what the pack shows with the scenario that is chosen in it.
 *
 * <p>It has what the chosen scenario says, and what was typed as a lever, over the chosen scenario, or over the base scenario where
 * the chosen one leaves it to that. What it does not set is as in the base scenario of the dataset.
 *
 * @param scenario with the demand of the one it starts from, unless that was typed over
 * @param assumptions those it sets, in the order of the dataset
 * @param taken the keys of what was typed and is a part of it
 * @param typedAs under which key an assumption was typed, for those that were
 */
public record TypedScenario(
        Scenario scenario,
        ImmutableList<Assumption> assumptions,
        ImmutableSet<Key> taken,
        ImmutableMap<Assumption, Key> typedAs) {

    /** The number of assumptions that are named where the scenario is described. */
    private static final int NAMED = 3;

    /**
     * A value typed over an input.
     *
     * @param where the cell, and the file: {@code Scenarios!F12 of pack.xlsx}
     */
    public record Typed(Value before, Value now, String where) {

        String reason() {
            return "Typed into " + where + (before.isEmpty() ? "" : ", in place of " + before.plain()) + ".";
        }
    }

    /**
     * The scenario that comes of what was typed. Throws where a value cannot stand for its assumption.
     *
     * @param scenarios those of the dataset, with the one selected that is chosen in the pack
     */
    static TypedScenario of(Scenarios scenarios, String name, Map<Key, Typed> typed) {
        return new Builder(scenarios, name, typed).build();
    }

    private static final class Builder {

        private final Scenarios scenarios;
        private final Scenario start;
        private final String name;
        private final Map<Key, Typed> typed;
        private final Set<Key> taken = new LinkedHashSet<>();
        private final Set<String> changed = new LinkedHashSet<>();
        private final Map<Assumption, Key> typedAs = new LinkedHashMap<>();

        Builder(Scenarios scenarios, String name, Map<Key, Typed> typed) {
            this.scenarios = scenarios;
            this.start = scenarios.all().stream()
                    .filter(scenario -> scenario.name().equals(scenarios.selected()))
                    .findFirst()
                    .orElseThrow();
            this.name = name;
            this.typed = typed;
        }

        TypedScenario build() {
            ImmutableList<Assumption> assumptions =
                    premises().flatMap(premise -> assumption(premise).stream()).collect(toImmutableList());
            Optional<Typed> demand =
                    demandOfLever().or(() -> take(scenarios.demandCase(Scenarios.caseOf(start)), "Case of demand"));
            Optional<Typed> path = take(scenarios.demandPath(Scenarios.caseOf(start)), "Path of demand");
            String reasons = Stream.of(demand, path)
                    .flatMap(Optional::stream)
                    .map(Typed::reason)
                    .collect(joining(" "));
            Scenario scenario = new Scenario(
                    name,
                    description(),
                    demand.isPresent() ? demand.map(Builder::word) : start.demandCase(),
                    path.map(Builder::path).orElse(start.demandPath()),
                    reasons.isEmpty() ? start.reason() : reasons,
                    reasons.isEmpty() ? start.sources() : ImmutableList.of());
            return new TypedScenario(scenario, assumptions, ImmutableSet.copyOf(taken), ImmutableMap.copyOf(typedAs));
        }

        /** All that may be set: the assumptions, and the years of them that levers have. */
        private Stream<Premise> premises() {
            return scenarios.premises().stream()
                    .flatMap(premise -> Stream.concat(Stream.of(premise), otherYears(premise)));
        }

        private Stream<Premise> otherYears(Premise premise) {
            return lever(premise).filter(lever -> premise.year().isEmpty()).stream()
                    .flatMap(lever -> lever.years().stream())
                    .map(premise::in)
                    .filter(year -> !scenarios.premises().contains(year));
        }

        private Optional<Lever> lever(Premise premise) {
            return scenarios.levers().of(premise.id());
        }

        /** The assumption typed as a lever or over the chosen scenario, or the scenario's own; empty where it is as in the base. */
        private Optional<Assumption> assumption(Premise premise) {
            Optional<Key> ofLever = lever(premise).flatMap(lever -> counted(lever, premise.year()));
            if (ofLever.isPresent()) {
                return take(ofLever.get(), premise.words()).map(over -> typed(premise, over, ofLever.get()));
            }
            boolean isPassedOver = premise.year().isPresent()
                    && lever(premise)
                            .flatMap(lever -> counted(lever, Optional.empty()))
                            .isPresent();
            return isPassedOver ? Optional.empty() : ofScenario(premise);
        }

        /** The cell of a lever, if something is typed there that counts. */
        private Optional<Key> counted(Lever lever, Optional<Period> year) {
            Key key = scenarios.levers().typed(lever, year);
            return Optional.ofNullable(typed.get(key))
                    .filter(over -> lever.allows(over.now()))
                    .map(over -> key);
        }

        private Optional<Typed> demandOfLever() {
            Levers levers = scenarios.levers();
            Optional<String> named = Optional.ofNullable(typed.get(levers.typedDemand()))
                    .flatMap(over -> over.now().asText())
                    .flatMap(levers::demandCase);
            return named.flatMap(name -> take(levers.typedDemand(), "Case of demand")
                    .map(over -> new Typed(over.before(), Value.of(name), over.where())));
        }

        private Optional<Assumption> ofScenario(Premise premise) {
            Optional<Assumption> own = scenarios.own(premise, start);
            Scenario speaks = own.isPresent() || isOfAllYears(premise) ? start : scenarios.base();
            Key key = scenarios.key(premise, Scenarios.caseOf(speaks));
            Optional<Typed> over = take(key, premise.words());
            if (over.isPresent()) {
                return over.map(typedOver -> typed(premise, typedOver, key));
            }
            boolean isAsInBase = speaks.isBase() && !isTyped(premise);
            return isAsInBase
                    ? Optional.empty()
                    : scenarios.own(premise, speaks).map(this::copy);
        }

        private Assumption typed(Premise premise, Typed over, Key key) {
            Assumption assumption = new Assumption(
                    premise.id(),
                    name,
                    premise.year(),
                    premise.step(),
                    premise.name(),
                    observation(premise, over),
                    premise.unit(),
                    premise.period(),
                    Assumption.Origin.ASSUMED,
                    over.reason(),
                    ImmutableList.of());
            typedAs.put(assumption, key);
            return assumption;
        }

        /** Whether the chosen scenario says what a year is by what it says of all years. */
        private boolean isOfAllYears(Premise premise) {
            return premise.year().isPresent()
                    && scenarios.own(scenarios.premise(premise.id()), start).isPresent();
        }

        /** Whether what holds in all years was typed over, so that a year of the base scenario would be passed over. */
        private boolean isTyped(Premise premise) {
            Key inBase = scenarios.key(scenarios.premise(premise.id()), Scenarios.caseOf(scenarios.base()));
            return premise.year().isPresent() && typed.containsKey(inBase);
        }

        private Assumption copy(Assumption own) {
            return new Assumption(
                    own.id(),
                    name,
                    own.year(),
                    own.step(),
                    own.name(),
                    own.value(),
                    own.unit(),
                    own.period(),
                    own.origin(),
                    own.reason(),
                    own.sources());
        }

        private Optional<Typed> take(Key key, String what) {
            Optional<Typed> found = Optional.ofNullable(typed.get(key));
            found.ifPresent(one -> {
                taken.add(key);
                changed.add(what);
            });
            return found;
        }

        private String description() {
            String names = changed.stream().limit(NAMED).collect(joining("; "));
            int more = changed.size() - NAMED;
            return start.name() + ", as it was changed in a pack"
                    + (names.isEmpty() ? "." : ": " + names + (more > 0 ? " and " + more + " more." : "."));
        }

        private static Observation observation(Premise premise, Typed typed) {
            try {
                if (typed.now().fold(number -> false, text -> false, truth -> true, missing -> true)) {
                    throw new IllegalArgumentException(
                            "'" + typed.now().plain() + "' is no number. Type one, or NA where there is none.");
                }
                return Observation.parse(typed.now().plain());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(typed.where() + ": " + premise.words() + ": " + e.getMessage(), e);
            }
        }

        private static Scenario.Interpolation path(Typed typed) {
            return Stream.of(Scenario.Interpolation.values())
                    .filter(path -> path.toString().equals(typed.now().plain()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(typed.where() + ": '"
                            + typed.now().plain() + "' is not a path of demand. Type geometric or linear."));
        }

        private static String word(Typed typed) {
            return typed.now()
                    .asText()
                    .orElseThrow(() -> new IllegalArgumentException(
                            typed.where() + ": '" + typed.now().plain() + "' is not a case of demand. Type its name."));
        }
    }

    @Override
    public String toString() {
        return OneLine.of("scenario " + scenario.name(), OneLine.count(assumptions, "assumption"));
    }
}
