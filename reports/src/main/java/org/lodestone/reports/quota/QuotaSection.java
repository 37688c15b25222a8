package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The section on quotas: how much may be mined and separated, how fast that grows, and who may. */
public final class QuotaSection {

    private final Dataset dataset;

    private final ImmutableList<Quotas> stages;
    private final HolderNames names;

    private final Model.Builder model = Model.builder();

    private QuotaSection(Dataset dataset, ImmutableList<Quotas> stages) {
        this.dataset = dataset;
        this.stages = stages;
        this.names = new HolderNames(dataset);
        stages.forEach(quotas -> model.include(quotas.model()));
    }

    /** The section; empty where no stage has a quota. */
    public static Optional<Part> of(Dataset dataset, ImmutableList<Quotas> stages) {
        return stages.isEmpty() ? Optional.empty() : Optional.of(new QuotaSection(dataset, stages).part());
    }

    private Part part() {
        QuotaExhibits tables = new QuotaExhibits(stages, names);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new QuotaSentences(stages, names, model).block());
        tables.averages().ifPresent(blocks::add);
        stages.forEach(quotas -> blocks.add(tables.years(quotas)));
        stages.stream().filter(quotas -> !quotas.ores().isEmpty()).forEach(quotas -> blocks.add(tables.ores(quotas)));
        blocks.addAll(QuotaCharts.charts(stages));
        stages.forEach(quotas -> quotas.holdings().ifPresent(holdings -> {
            blocks.add(tables.holders(quotas, holdings));
            blocks.add(tables.shares(quotas, holdings));
        }));
        Part.Builder part = Part.builder(model);
        part.section(Section.of(
                "Quotas",
                title(),
                "As published for each batch and year; a full year is never worked out from some of its batches",
                blocks));
        new QuotaDetails(dataset, stages, names).section().ifPresent(part::section);
        stages.forEach(quotas -> QuotaFindings.add(quotas, part, model));
        return part.build();
    }

    /** The finding, as the figures were when the report was made. */
    private String title() {
        List<Quotas> compared =
                stages.stream().filter(quotas -> quotas.span().isPresent()).toList();
        boolean slower = !compared.isEmpty()
                && compared.stream()
                        .allMatch(quotas -> quotas.againstCompound()
                                .map(key -> quotas.value(key).equals(Value.of("below")))
                                .orElse(false));
        return dataset.resource() + ": "
                + (slower ? "quotas grow more slowly than they used to" : "quotas by year and holder");
    }
}
