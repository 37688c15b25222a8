package org.lodestone.reports.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.text.UnknownIdException;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;

/**
 * The assumptions of a forecast in every scenario, and as chosen.
 */
public final class Scenarios extends ScenarioKeys {

    private final Model model;

    Scenarios(ScenarioKeys keys, Model model) {
        super(keys.all(), keys.premises(), keys.selected());
        this.model = model;
    }

    /**
     * The scenarios of a dataset with one of them chosen. Throws if there is none of that name.
     *
     * @param used ids of the assumptions that the forecast uses
     */
    public static Scenarios of(Dataset dataset, ImmutableSet<String> used, String selected) {
        requireNonNull(dataset, "dataset");
        requireNonNull(used, "used");
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
                .filter(assumption -> used.contains(assumption.id()))
                .filter(assumption -> assumption.scenario().equals(Scenario.BASE))
                .filter(assumption -> assumption.year().isEmpty())
                .map(Premise::of)
                .flatMap(premise -> Stream.concat(
                        Stream.of(premise), years(dataset, premise.id()).map(premise::in)))
                .collect(toImmutableList());
        ScenarioKeys keys = new ScenarioKeys(ImmutableList.copyOf(all), premises, selected);
        return new Scenarios(keys, keys.build(dataset));
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

    /** What a scenario says itself of an assumption. */
    public static Optional<Assumption> own(Dataset dataset, Premise premise, Scenario scenario) {
        requireNonNull(dataset, "dataset");
        requireNonNull(premise, "premise");
        requireNonNull(scenario, "scenario");
        return dataset.assumptions().stream()
                .filter(assumption ->
                        premise.isOf(assumption) && assumption.scenario().equals(scenario.name()))
                .findFirst();
    }

    /** What stands behind the keys. */
    public Model model() {
        return model;
    }
}
