package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.project.Project;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * The forecast of a dataset: in every scenario, and as chosen.
 *
 * @param chosen what follows the selector
 * @param scenarioOutcomes one for each scenario, in their order
 * @param untracked project lines at the stages of the forecast that it does not count
 */
public record ForecastStudy(
        Scenarios scenarios,
        Outcome chosen,
        ImmutableList<Outcome> scenarioOutcomes,
        ImmutableList<Project> untracked,
        Model model) {

    /**
     * A headline as chosen and in every scenario.
     *
     * @param inEach its key in each scenario, in their order
     */
    public record Comparison(String name, String unit, Shown shown, Key chosen, ImmutableList<Key> inEach) {

        @Override
        public String toString() {
            return OneLine.of(name, unit);
        }
    }

    /** The forecast with the base scenario chosen. */
    public static Optional<ForecastStudy> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset, Scenario.BASE);
    }

    /**
     * The forecast with a scenario chosen; empty where the dataset has no rules or no figures for one. Throws if there
     * are rules, but no scenario of that name.
     */
    public static Optional<ForecastStudy> of(Dataset dataset, String scenario) {
        requireNonNull(dataset, "dataset");
        requireNonNull(scenario, "scenario");
        return of(Supplies.of(dataset), Pipeline.of(dataset), scenario);
    }

    /** The same as {@link #of(Dataset, String)} gives, from analyses that are worked out already. */
    public static Optional<ForecastStudy> of(Supplies supplies, Optional<Pipeline> projects, String scenario) {
        Dataset dataset = supplies.dataset();
        Outlook outlook = dataset.outlook();
        List<Supply> forecast = outlook.limits().stream()
                .map(Limit::measure)
                .distinct()
                .flatMap(measure -> supplies.newest(measure).stream())
                .toList();
        if (outlook.scenarios().isEmpty()
                || forecast.isEmpty()
                || outlook.horizon().isEmpty()) {
            return Optional.empty();
        }
        Scenarios scenarios = Scenarios.of(dataset, use(dataset, forecast), scenario);
        Function<Case, Outcome> inCase = in -> outcome(supplies, forecast, projects, scenarios, in);
        Outcome chosen = inCase.apply(Scenarios.CHOSEN);
        ImmutableList<Outcome> each = scenarios.cases().stream().map(inCase).collect(toImmutableList());
        Model.Builder model = Model.builder().include(chosen.model());
        each.forEach(outcome -> model.include(outcome.model()));
        return Optional.of(new ForecastStudy(scenarios, chosen, each, untracked(dataset, forecast), model.build()));
    }

    /** The outcome of a scenario, in capitals or not. Throws if there is none of that name. */
    public Outcome outcome(String scenario) {
        return scenarioOutcomes.stream()
                .filter(outcome -> outcome.in().name().equalsIgnoreCase(scenario))
                .findFirst()
                .orElseThrow(() -> scenarios.unknownScenario(scenario));
    }

    /** The headlines of all scenarios side by side. */
    public ImmutableList<Comparison> comparison() {
        ImmutableList.Builder<Comparison> rows = ImmutableList.builder();
        List<Outcome.Headline> headlines = chosen.headlines();
        List<ImmutableList<Outcome.Headline>> ofEach =
                scenarioOutcomes.stream().map(Outcome::headlines).toList();
        for (int i = 0; i < headlines.size(); i++) {
            int row = i;
            Outcome.Headline headline = headlines.get(i);
            rows.add(new Comparison(
                    headline.name(),
                    headline.unit(),
                    headline.shown(),
                    headline.key(),
                    ofEach.stream().map(each -> each.get(row).key()).collect(toImmutableList())));
        }
        return rows.build();
    }

    /** The inputs behind some results in any scenario, and whether a lever behind those of the chosen one is typed and counts. */
    public ImmutableSet<Key> inputsOf(Function<Outcome, Stream<Key>> results) {
        ImmutableSet.Builder<Key> inputs = ImmutableSet.builder();
        inputs.addAll(model.inputsOf(scenarioOutcomes.stream().flatMap(results).toList()));
        ImmutableSet<Key> behind = model.inputsOf(results.apply(chosen).toList());
        scenarios.levers().counting().forEach((typed, counts) -> {
            if (behind.contains(typed)) {
                inputs.add(counts);
            }
        });
        return inputs.build();
    }

    /** The use that the forecast makes of the scenarios; years are those that no measure has observed. */
    private static Scenarios.Use use(Dataset dataset, List<Supply> forecast) {
        Outlook outlook = dataset.outlook();
        Period horizon = outlook.horizon().orElseThrow();
        Period observed = forecast.stream()
                .map(Supply::latest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        ImmutableSetMultimap.Builder<String, Period> growing =
                ImmutableSetMultimap.<String, Period>builder().orderValuesBy(Comparator.naturalOrder());
        List<ImmutableList<String>> demand = new ArrayList<>();
        for (Supply supply : forecast) {
            String measure = supply.measure().id();
            outlook.limits().stream()
                    .filter(limit -> limit.measure().equals(measure) && limit.path() == Limit.Path.GROWTH)
                    .flatMap(limit -> limit.assumption().stream())
                    .forEach(id -> growing.putAll(
                            id,
                            years(observed, horizon)
                                    .subList(1, years(observed, horizon).size())));
            outlook.balances().stream()
                    .filter(balance -> balance.measure().equals(measure))
                    .flatMap(balance ->
                            DemandCases.of(dataset, balance, supply.measure().unit()).stream())
                    .forEach(cases -> demand.add(cases.cases()));
        }
        ImmutableList<String> inAll = demand.stream()
                .limit(1)
                .flatMap(List::stream)
                .filter(name -> demand.stream().allMatch(cases -> cases.contains(name)))
                .collect(toImmutableList());
        return new Scenarios.Use(
                dataset.premises(),
                ImmutableListMultimap.copyOf(growing.build()),
                inAll.size() > 1 ? inAll : ImmutableList.of());
    }

    private static Outcome outcome(
            Supplies supplies, List<Supply> forecast, Optional<Pipeline> projects, Scenarios scenarios, Case in) {
        Dataset dataset = supplies.dataset();
        ImmutableList<DemandPath> demands = dataset.outlook().balances().stream()
                .flatMap(rule -> forecast.stream()
                        .filter(supply -> supply.measure().id().equals(rule.measure()))
                        .flatMap(supply -> DemandCases.of(
                                        dataset, rule, supply.measure().unit())
                                .stream()
                                .map(cases -> new DemandPath(rule, cases, years(dataset, supply), scenarios, in))))
                .collect(toImmutableList());
        Map<String, Scrap> scraps = new LinkedHashMap<>();
        for (DemandPath demand : demands) {
            Supply supply = supplies.newest(demand.rule().measure()).orElseThrow();
            demand.rule()
                    .scrap()
                    .flatMap(supplies::newest)
                    .ifPresent(recovered -> scraps.put(demand.rule().measure(), new Scrap(recovered, supply, demand)));
        }
        Map<String, SupplyForecast> byMeasure = new LinkedHashMap<>();
        for (Supply supply : inOrderOfTheChain(dataset, forecast)) {
            String measure = supply.measure().id();
            ImmutableList<SupplyForecast> before = dataset.outlook().feeds().stream()
                    .filter(feed -> feed.measure().equals(measure))
                    .map(Feed::from)
                    .distinct()
                    .flatMap(from -> Optional.ofNullable(byMeasure.get(from)).stream())
                    .collect(toImmutableList());
            byMeasure.put(
                    measure,
                    new SupplyForecast(
                            supplies,
                            supply,
                            projects.orElse(Pipeline.NONE),
                            before,
                            Optional.ofNullable(scraps.get(measure)),
                            scenarios,
                            in));
        }
        ImmutableList<Balance> balances = demands.stream()
                .map(demand -> new Balance(
                        demand,
                        Optional.ofNullable(scraps.get(demand.rule().measure())),
                        requireNonNull(byMeasure.get(demand.rule().measure())),
                        in))
                .collect(toImmutableList());
        return new Outcome(
                supplies,
                scenarios,
                in,
                forecast.stream()
                        .map(supply -> byMeasure.get(supply.measure().id()))
                        .collect(toImmutableList()),
                balances);
    }

    static ImmutableList<Period> years(Dataset dataset, Supply supply) {
        return years(supply.latest(), dataset.outlook().horizon().orElseThrow());
    }

    /** The years of a forecast, from the last with observed figures to the horizon. Throws if none is left to forecast. */
    private static ImmutableList<Period> years(Period start, Period horizon) {
        if (!start.last().isBefore(horizon.first())) {
            throw new IllegalArgumentException("The figures run to " + start + ", so nothing is left to forecast until "
                    + horizon + ". Name a later year in limits.csv.");
        }
        return IntStream.rangeClosed(start.year(), horizon.year())
                .mapToObj(Period::year)
                .collect(toImmutableList());
    }

    /** Supplies with those that feed others before them. */
    private static ImmutableList<Supply> inOrderOfTheChain(Dataset dataset, List<Supply> supplies) {
        List<String> stages = dataset.chain().stages().stream().map(Stage::id).toList();
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(supply -> stages.indexOf(supply.measure().stage())), supplies);
    }

    /** The lines of which nothing in the pipeline counts, at the stages that are forecast and those of lines that count. */
    private static ImmutableList<Project> untracked(Dataset dataset, List<Supply> forecast) {
        ImmutableSet<String> tracked = dataset.outlook().pipeline().stream()
                .filter(line -> line.counts() != PipelineLine.Counts.NOT)
                .map(PipelineLine::project)
                .collect(toImmutableSet());
        ImmutableSet<String> stages = Stream.concat(
                        forecast.stream().map(supply -> supply.measure().stage()),
                        dataset.projects().stream()
                                .filter(project -> tracked.contains(project.id()))
                                .map(Project::stage))
                .collect(toImmutableSet());
        return dataset.projects().stream()
                .filter(project -> stages.contains(project.stage()))
                .filter(project -> !tracked.contains(project.id()))
                .collect(toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "forecast",
                OneLine.count(scenarios.all(), "scenario"),
                OneLine.count(chosen.conclusions(), "conclusion"));
    }
}
