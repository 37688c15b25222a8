package org.lodestone.reports.risk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.research.Risk;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * The drivers and risks that could turn a forecast's conclusions, in every scenario.
 */
public final class RiskAnalysis extends RiskKeys {

    private final ImmutableMap<String, Integer> bars;
    private final ImmutableSet<Key> inputs;
    private final Model model;

    RiskAnalysis(RiskKeys keys, ImmutableMap<String, Integer> bars, ImmutableSet<Key> inputs, Model model) {
        super(keys.study(), keys.run(), keys.risks(), keys.drivers(), keys.shocks());
        this.bars = bars;
        this.inputs = inputs;
        this.model = model;
    }

    /** Empty where the dataset has no drivers, or nothing to conclude. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run) {
        return of(dataset, study, run, done -> {});
    }

    /** As {@link #of(Dataset, ForecastStudy, Run)}, and says every now and then how many draws are done. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run, LongConsumer progress) {
        requireNonNull(dataset, "dataset");
        requireNonNull(study, "study");
        requireNonNull(run, "run");
        requireNonNull(progress, "progress");
        ImmutableList<Shock> shocks = dataset.outlook().shocks();
        ImmutableList<Driver> drivers = dataset.outlook().drivers();
        if (drivers.isEmpty() || study.chosen().conclusions().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Risk> risks = dataset.risks().stream()
                .filter(risk -> shocks.stream().anyMatch(shock -> shock.risk().equals(risk.id())))
                .collect(toImmutableList());
        RiskKeys keys = new RiskKeys(study, run, risks, drivers, shocks);
        return Optional.of(new RiskRunner(keys, dataset.outlook().partsOfAWhole()).build(progress));
    }

    /** The conclusions with each driver that turns them in some scenario. */
    public ImmutableList<DrivenConclusion> turning() {
        return pairs(true);
    }

    /** The conclusions with each driver that turns them in no scenario, as far as was searched. */
    public ImmutableList<DrivenConclusion> neverTurning() {
        return pairs(false);
    }

    private ImmutableList<DrivenConclusion> pairs(boolean turning) {
        return conclusions().stream()
                .flatMap(conclusion -> searched().stream().map(driver -> new DrivenConclusion(conclusion, driver)))
                .filter(pair -> turns(pair) == turning)
                .collect(toImmutableList());
    }

    private boolean turns(DrivenConclusion pair) {
        return breakEven(pair.driver(), pair.conclusion()).inEach().stream()
                .anyMatch(key -> model.value(key).number().isPresent());
    }

    /** The number of bars that a tornado has. */
    public int bars(Conclusion conclusion) {
        return bars.getOrDefault(conclusion.id(), 0);
    }

    /** Every result. */
    public ImmutableList<Lookup> all() {
        ImmutableList.Builder<Lookup> all = ImmutableList.builder();
        outturns().forEach(outturn -> conclusions().forEach(one -> all.add(shocked(outturn, one))));
        for (Conclusion conclusion : tornadoes()) {
            for (String part : ImmutableList.of("driver", "low", "high")) {
                for (int rank = 1; rank <= bars(conclusion); rank++) {
                    all.add(bar(conclusion, rank, part));
                }
            }
        }
        for (double share : PERCENTILES) {
            for (SupplyForecast supply : study().chosen().supplies()) {
                supply.years().forEach(year -> all.add(percentile(supply, share, year)));
            }
            for (Balance balance : study().chosen().balances()) {
                balance.years().forEach(year -> all.add(percentile(balance, share, year)));
            }
        }
        for (Conclusion conclusion : conclusions()) {
            all.add(holds(conclusion));
            searched().forEach(driver -> all.add(breakEven(driver, conclusion)));
        }
        return all.build();
    }

    /** The inputs that any of the results depends on. */
    public ImmutableSet<Key> inputs() {
        return inputs;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "risk",
                OneLine.count(risks(), "risk"),
                OneLine.count(drivers(), "driver"),
                OneLine.count(shocks(), "shock"),
                OneLine.count(conclusions(), "conclusion"),
                run().inWords());
    }
}
