package org.lodestone.reports.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;

/**
 * The assumptions of a forecast in every scenario, and as chosen.
 */
public final class Scenarios extends ScenarioKeys {

    private final Model model;

    Scenarios(ScenarioKeys keys, Model model) {
        super(keys.all(), keys.premises(), keys.selected(), keys.levers());
        this.model = model;
    }

    /**
     * The assumptions, years and cases that a forecast takes from the scenarios.
     *
     * @param assumptions the ids of those that it uses
     * @param years the years in which it takes the growth of each by itself, by id
     * @param demandCases the cases that every balance may follow
     */
    public record Use(
            ImmutableSet<String> assumptions,
            ImmutableListMultimap<String, Period> years,
            ImmutableList<String> demandCases) {

        /** Nothing but the scenarios themselves. */
        public static final Use NONE = new Use(ImmutableSet.of(), ImmutableListMultimap.of(), ImmutableList.of());
    }

    /** The scenarios of a dataset with one of them chosen. Throws if there is none of that name. */
    public static Scenarios of(Dataset dataset, Use use, String selected) {
        requireNonNull(dataset, "dataset");
        requireNonNull(use, "use");
        requireNonNull(selected, "selected");
        List<Scenario> all = dataset.outlook().scenarios();
        List<String> names = all.stream().map(Scenario::name).toList();
        if (!names.contains(selected)) {
            throw UnknownIdException.of(
                    selected,
                    "a scenario of " + dataset.name(),
                    names,
                    "Its scenarios are " + String.join(", ", names) + ".");
        }
        ImmutableList<Premise> premises = dataset.assumptions().stream()
                .filter(assumption -> use.assumptions().contains(assumption.id()))
                .filter(assumption -> assumption.scenario().equals(Scenario.BASE))
                .filter(assumption -> assumption.year().isEmpty())
                .map(Premise::of)
                .flatMap(premise -> Stream.concat(
                        Stream.of(premise), years(dataset, premise.id()).map(premise::in)))
                .collect(toImmutableList());
        Levers levers = new Levers(levers(dataset, premises, use), use.demandCases());
        ScenarioKeys keys = new ScenarioKeys(ImmutableList.copyOf(all), premises, selected, levers);
        return new Scenarios(keys, keys.build(dataset));
    }

    private static ImmutableList<Lever> levers(Dataset dataset, ImmutableList<Premise> premises, Use use) {
        ImmutableList.Builder<Lever> levers = ImmutableList.builder();
        for (Driver driver : dataset.outlook().drivers()) {
            for (Driver.Lever offered : driver.lever().stream().toList()) {
                premises.stream()
                        .filter(one -> one.id().equals(driver.assumption()))
                        .filter(one -> one.year().isEmpty())
                        .forEach(one -> levers.add(Lever.of(
                                offered,
                                one,
                                use.years().get(one.id()).stream()
                                        .filter(one::applies)
                                        .collect(toImmutableList()))));
            }
        }
        return levers.build();
    }

    /** The years of an assumption that have a value of their own, or are moved alone. */
    private static Stream<Period> years(Dataset dataset, String id) {
        Stream<Optional<Period>> stated = dataset.assumptions().stream()
                .filter(one -> one.id().equals(id))
                .map(Assumption::year);
        Stream<Optional<Period>> driven = dataset.outlook().drivers().stream()
                .filter(one -> one.assumption().equals(id))
                .map(Driver::year);
        Stream<Optional<Period>> shocked = dataset.outlook().shocks().stream()
                .filter(one -> one.assumption().equals(id))
                .map(Shock::year);
        return Stream.of(stated, driven, shocked)
                .flatMap(years -> years)
                .flatMap(Optional::stream)
                .distinct()
                .sorted();
    }

    /** An assumption as a scenario itself states it; empty where it does not. */
    public static Optional<Assumption> own(Dataset dataset, Premise premise, Scenario scenario) {
        requireNonNull(dataset, "dataset");
        requireNonNull(premise, "premise");
        requireNonNull(scenario, "scenario");
        return dataset.assumptions().stream()
                .filter(assumption ->
                        premise.isOf(assumption) && assumption.scenario().equals(scenario.name()))
                .findFirst();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(all(), "scenario"),
                all().stream().map(Scenario::name).toList());
    }
}
