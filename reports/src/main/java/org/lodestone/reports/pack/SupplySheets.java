package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.analysis.ToldMeasures;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.supply.PrintedAmounts;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.SupplySection;

/** Which measures stand on which sheet: reserves, then what is produced at one stage of the chain after the other. */
final class SupplySheets {

    private final Dataset dataset;
    private final Supplies supplies;
    private final ToldMeasures told;

    SupplySheets(Analyses analyses) {
        this.dataset = analyses.dataset();
        this.supplies = analyses.supplies();
        this.told = new ToldMeasures(analyses);
    }

    Optional<Part> reserves() {
        return orAsPrinted("Reserves", told.reserves());
    }

    Optional<Part> production() {
        return SupplySection.of(supplies, "Production", told.atStage(0))
                .or(() -> PrintedAmounts.of(dataset, "Production", told.produced()));
    }

    Optional<Part> refining() {
        return SupplySection.of(supplies, "Refining", told.atStage(1));
    }

    /** What is produced further down the chain, a section for each measure. */
    Optional<Part> laterStages() {
        List<Measure> later = IntStream.range(2, told.stages().size())
                .boxed()
                .flatMap(order -> told.atStage(order).stream())
                .toList();
        return later.isEmpty()
                ? Optional.empty()
                : SupplySection.of(supplies, later.get(0).name(), later);
    }

    private Optional<Part> orAsPrinted(String name, ImmutableList<Measure> measures) {
        return SupplySection.of(supplies, name, measures).or(() -> PrintedAmounts.of(dataset, name, measures));
    }
}
