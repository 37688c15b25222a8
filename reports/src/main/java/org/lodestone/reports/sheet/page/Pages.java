package org.lodestone.reports.sheet.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.internal.words.ClaimedTexts;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.sheet.supply.ToldMeasures;

/** The pages of a pack between its front and its backup, in their order; those without data are left out. */
public final class Pages {

    static final String RESERVES = "Reserves";
    static final String MINING = "Mining";

    static final String CHAIN = "Chain";
    static final String QUOTAS = "Quotas";
    static final String HEAVIES = "Heavies";
    static final String MARKET = "Market";
    static final String PROJECTS = "Projects";
    static final String BALANCE = "Balance";
    static final String TURNS = "Turns";
    static final String BENEFIT = "Benefit";
    static final String SCREEN = "Screen";
    static final String REASONS = "Reasons";
    static final String COMPS = "Comps";
    static final String EARNINGS = "Earnings";
    static final String VALUE = "Value";
    static final String CLAIMS = "Claims";

    /** The names of the pages; a page on a stage of the chain has that of the stage, and the first is asked for as Mining. */
    public static final ImmutableList<String> NAMES = ImmutableList.of(
            CHAIN, RESERVES, MINING, QUOTAS, HEAVIES, MARKET, PROJECTS, BALANCE, TURNS, BENEFIT, SCREEN, COMPS,
            EARNINGS, VALUE, CLAIMS);

    private Pages() {}

    /** All but the one on claims, which leads to the others: each is made when it is asked for. */
    public static ImmutableList<Supplier<Optional<Part>>> of(Analyses analyses) {
        ImmutableList.Builder<Supplier<Optional<Part>>> pages = ImmutableList.builder();
        for (String name : NAMES) {
            if (!name.equals(CLAIMS) && (!name.equals(CHAIN) || tellsChain(analyses))) {
                pages.add(() -> named(name, analyses));
            }
            if (name.equals(MINING)) {
                pages.add(() -> ofLaterStage(analyses));
            }
        }
        return pages.build();
    }

    /** Whether the claims are those of one text, which the pack is on. */
    public static boolean tellsNote(Analyses analyses) {
        return ClaimedTexts.of(analyses.dataset().claims()).note().isPresent();
    }

    /** The page on claims, which leads to other pages. */
    public static Optional<Part> onClaims(Analyses analyses, List<Part> others) {
        return ClaimPage.of(analyses, names(others));
    }

    /** The page of one of {@link #NAMES} by itself, which leads to no other. */
    public static Optional<Part> named(String name, Analyses analyses) {
        return switch (name) {
            case CHAIN -> ChainPage.of(analyses);
            case RESERVES -> supply(analyses, RESERVES, new ToldMeasures(analyses).reserves());
            case MINING -> ofStage(analyses, 0);
            case QUOTAS -> QuotaPage.of(analyses);
            case HEAVIES -> HeavyPage.of(analyses);
            case MARKET -> MarketPage.of(analyses);
            case PROJECTS -> ProjectsPage.of(analyses);
            case BALANCE -> BalancePage.of(analyses);
            case TURNS -> TurnsPage.of(analyses);
            case BENEFIT -> analyses.benefitScreen().map(Pages::benefit);
            case SCREEN -> analyses.screen().map(study -> ScreenPage.of(study, analyses.robustness()));
            case COMPS -> CompsPage.of(analyses);
            case EARNINGS -> EarningsPage.of(analyses);
            case VALUE -> ValuePage.of(analyses);
            case CLAIMS -> ClaimPage.of(analyses, ImmutableSet.of());
            default -> throw new IllegalArgumentException("'" + name + "' is not a page. Use one of " + NAMES + ".");
        };
    }

    /** Whether a pack tells of the chain: of one stage the page on it does. */
    public static boolean tellsChain(Analyses analyses) {
        return analyses.chain().filter(ChainAnalysis::hasSeveralStages).isPresent();
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

    /** The page on why the first companies of a universe rank where they do. */
    public static Part reasons(ScreenStudy study) {
        return ReasonPage.of(study);
    }

    /** The page on who benefits. */
    public static Part benefit(BenefitScreen screen) {
        return BenefitPage.of(screen);
    }

    private static Optional<Part> supply(Analyses analyses, String name, List<Measure> measures) {
        return measures.stream()
                .flatMap(measure -> SupplyPage.of(analyses, name, Section.Group.CHAIN, measure).stream())
                .findFirst();
    }

    /** The page on the second stage of the chain. */
    public static Optional<Part> ofLaterStage(Analyses analyses) {
        return ofStage(analyses, 1);
    }

    /** The page on a stage of the chain, under its own name: mining, separation, refining. */
    private static Optional<Part> ofStage(Analyses analyses, int place) {
        ToldMeasures told = new ToldMeasures(analyses);
        return told.stages().stream()
                .skip(place)
                .findFirst()
                .flatMap(stage -> supply(analyses, Words.capitalised(stage), told.atStage(place)));
    }
}
