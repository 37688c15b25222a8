package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.supply.PrintedAmounts;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.SupplySection;

/** Which measures stand on which sheet: reserves, then what is produced at one stage of the chain after the other. */
final class SupplySheets {

    private final Dataset dataset;
    private final Supplies supplies;
    private final boolean chain;

    SupplySheets(Analyses analyses) {
        this.dataset = analyses.dataset();
        this.supplies = analyses.supplies();
        this.chain = analyses.chain().isPresent();
    }

    Optional<Part> reserves() {
        return orAsPrinted("Reserves", measures(measure -> measure.kind() == Measure.Kind.RESERVES));
    }

    Optional<Part> production() {
        return SupplySection.of(supplies, "Production", atStage(0))
                .or(() -> PrintedAmounts.of(dataset, "Production", measures(SupplySheets::isProduced)));
    }

    Optional<Part> refining() {
        return SupplySection.of(supplies, "Refining", atStage(1));
    }

    /** What is produced further down the chain, a section for each measure. */
    Optional<Part> laterStages() {
        List<Measure> later = IntStream.range(2, stages().size())
                .boxed()
                .flatMap(order -> atStage(order).stream())
                .toList();
        return later.isEmpty()
                ? Optional.empty()
                : SupplySection.of(supplies, later.get(0).name(), later);
    }

    private Optional<Part> orAsPrinted(String name, ImmutableList<Measure> measures) {
        return SupplySection.of(supplies, name, measures).or(() -> PrintedAmounts.of(dataset, name, measures));
    }

    private static boolean isProduced(Measure measure) {
        return measure.kind() == Measure.Kind.PRODUCTION || measure.kind() == Measure.Kind.CAPACITY;
    }

    private ImmutableList<Measure> measures(Predicate<Measure> which) {
        return dataset.measures().values().stream().filter(which).collect(ImmutableList.toImmutableList());
    }

    /**
     * The measures of production and capacity that have a section. An amount of one country alone has none of its own where
     * there is a chain, which lists it.
     */
    private ImmutableList<Measure> told() {
        return measures(measure -> isProduced(measure)
                && supplies.supply(measure.id())
                        .filter(supply -> !chain || supply.hasShares(supply.latest()))
                        .isPresent());
    }

    /** The stages of what is told in the order of the chain; where there is no chain, in that of the measures. */
    private List<String> stages() {
        ImmutableList<Measure> told = told();
        return Stream.concat(
                        dataset.chain().stages().stream().map(Stage::id),
                        told.stream().map(Measure::stage))
                .filter(stage ->
                        told.stream().anyMatch(measure -> measure.stage().equals(stage)))
                .distinct()
                .toList();
    }

    /** What is produced, and could be, at a stage, counted from the first that has figures. */
    private ImmutableList<Measure> atStage(int order) {
        return stages().stream()
                .skip(order)
                .findFirst()
                .map(stage -> told().stream()
                        .filter(measure -> measure.stage().equals(stage))
                        .collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
    }
}
