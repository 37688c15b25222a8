package org.lodestone.reports.sheet.supply;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.ChainAnalysis;

/** The measures of supply that a report tells: reserves, then what is produced at one stage of the chain after the other. */
public record ToldMeasures(Analyses analyses) {

    /** The measures of what is in the ground. */
    public ImmutableList<Measure> reserves() {
        return measures(measure -> measure.kind() == Measure.Kind.RESERVES);
    }

    /** Production and capacity, at any stage or at none. */
    public ImmutableList<Measure> produced() {
        return measures(Measure::isOfOutput);
    }

    private ImmutableList<Measure> measures(Predicate<Measure> which) {
        return analyses.dataset().measures().values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }

    /**
     * The measures of production and capacity that have a section. An amount of one country alone has none of its own where
     * there is a chain, which lists it.
     */
    private ImmutableList<Measure> told() {
        boolean chain = analyses.chain().filter(ChainAnalysis::hasSeveralStages).isPresent();
        return measures(measure -> measure.isOfOutput()
                && analyses.supplies()
                        .supply(measure.id())
                        .filter(supply -> !chain || supply.hasShares(supply.latest()))
                        .isPresent());
    }

    /** The stages of what is told in the order of the chain; where there is no chain, in that of the measures. */
    public ImmutableList<String> stages() {
        ImmutableList<Measure> told = told();
        return Stream.concat(
                        analyses.dataset().chain().stages().stream().map(Stage::id),
                        told.stream().map(Measure::stage))
                .filter(stage ->
                        told.stream().anyMatch(measure -> measure.stage().equals(stage)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** The measures of production and capacity at a stage, with stages counted from the first that has figures. */
    public ImmutableList<Measure> atStage(int order) {
        return stages().stream()
                .skip(order)
                .findFirst()
                .map(stage -> told().stream()
                        .filter(measure -> measure.stage().equals(stage))
                        .collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
    }

    /** The measures of production and capacity, in the order of the stages. */
    public ImmutableList<Measure> inOrder() {
        return IntStream.range(0, stages().size())
                .boxed()
                .flatMap(order -> atStage(order).stream())
                .collect(ImmutableList.toImmutableList());
    }
}
