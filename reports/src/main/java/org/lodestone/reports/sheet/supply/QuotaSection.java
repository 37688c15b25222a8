package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The section on quotas in detail: batches, ores and holders of every year, and figures that conflict. */
public final class QuotaSection {

    private QuotaSection() {}

    /** The section; empty where no stage has a quota. */
    public static Optional<Part> of(Dataset dataset, List<Quotas> stages) {
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder();
        stages.forEach(quotas -> model.include(quotas.model()));
        QuotaExhibits tables = new QuotaExhibits(dataset);
        List<Block> blocks = new ArrayList<>();
        stages.forEach(quotas -> blocks.add(tables.years(quotas)));
        stages.stream().filter(quotas -> !quotas.ores().isEmpty()).forEach(quotas -> blocks.add(tables.ores(quotas)));
        stages.forEach(quotas -> quotas.holdings().ifPresent(holdings -> {
            blocks.add(tables.holders(quotas, holdings));
            blocks.add(tables.shares(quotas, holdings));
        }));
        blocks.addAll(new QuotaDetails(dataset, stages).tables());
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        "Quota detail",
                        "Quotas by batch, ore and holder",
                        "As published for each batch and year; a full year is never worked out from some of its batches",
                        blocks));
        stages.forEach(quotas -> QuotaFindings.add(quotas, part, model));
        return Optional.of(part.build());
    }
}
