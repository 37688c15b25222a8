package org.lodestone.reports.internal.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.internal.supply.ToldMeasures;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;

/** The pages of a pack between its front and its backup, in their order; those without data are left out. */
public final class Pages {

    static final String RESERVES = "Reserves";
    static final String MINING = "Mining";

    private Pages() {}

    public static ImmutableList<Part> of(Analyses analyses) {
        ToldMeasures told = new ToldMeasures(analyses);
        List<Part> pages = new ArrayList<>(Stream.of(
                        chain(analyses),
                        supply(analyses, RESERVES, told.reserves()),
                        supply(analyses, MINING, told.atStage(0)),
                        later(analyses, told),
                        QuotaPage.of(analyses),
                        HeavyPage.of(analyses),
                        ProjectsPage.of(analyses),
                        BalancePage.of(analyses),
                        TurnsPage.of(analyses),
                        analyses.screen().map(study -> ScreenPage.of(study, analyses.robustness())),
                        CompsPage.of(analyses),
                        EarningsPage.of(analyses))
                .flatMap(Optional::stream)
                .toList());
        ClaimPage.of(analyses, names(pages)).ifPresent(pages::add);
        return ImmutableList.copyOf(pages);
    }

    private static ImmutableSet<String> names(List<Part> pages) {
        return pages.stream()
                .flatMap(page -> page.sections().stream())
                .map(Section::name)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The page on a screen of a universe. */
    public static Part screen(ScreenStudy study, Optional<Robustness> robustness) {
        return ScreenPage.of(study, robustness);
    }

    /** The page on the chain by itself. */
    public static Optional<Part> chain(Analyses analyses) {
        return ChainPage.of(analyses);
    }

    /** The page on the claims of a note by itself; empty where the dataset has none. */
    public static Optional<Part> claims(Analyses analyses) {
        return ClaimPage.of(analyses, ImmutableSet.of());
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
