package org.lodestone.reports.page;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.analysis.ToldMeasures;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Words;

/** The pages of a pack between its front and its backup, in their order; those without data are left out. */
public final class Pages {

    private Pages() {}

    public static ImmutableList<Part> of(Analyses analyses) {
        ToldMeasures told = new ToldMeasures(analyses);
        return Stream.of(
                        ChainPage.of(analyses),
                        supply(analyses, "Reserves", told.reserves()),
                        supply(analyses, "Mining", told.atStage(0)),
                        later(analyses, told),
                        QuotaPage.of(analyses),
                        HeavyPage.of(analyses))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Part> supply(Analyses analyses, String name, List<Measure> measures) {
        return measures.stream()
                .flatMap(measure -> SupplyPage.of(analyses, name, Section.Group.CHAIN, measure).stream())
                .findFirst();
    }

    /** The second stage of the chain, under its own name: separation, refining. */
    private static Optional<Part> later(Analyses analyses, ToldMeasures told) {
        return told.stages().stream()
                .skip(1)
                .findFirst()
                .flatMap(stage -> supply(analyses, Words.capitalised(stage), told.atStage(1)));
    }
}
