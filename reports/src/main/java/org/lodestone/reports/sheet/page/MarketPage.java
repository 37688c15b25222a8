package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.rows.MarketFigures;
import org.lodestone.reports.sheet.rows.Statistics;

/**
 * The page on the market: prices with their change since a named base, what a country imports and from whom, and demand by use.
 * What backup lists in full stands here in a few lines.
 */
record MarketPage(PriceExhibits prices, RelianceExhibits reliance, DemandExhibits demand, PageSentences said) {

    private static final Term TERM = Term.of("market page");

    /** More than reserves, less than what is mined. */
    private static final int EXHIBIT_WEIGHT = 45;

    private static final int STEP_WEIGHT = 5;

    /** The page; empty where the dataset has none of it, or where the page on heavy rare earths tells prices already. */
    static Optional<Part> of(Analyses analyses) {
        boolean toldElsewhere = analyses.heavyPrices()
                .filter(heavy -> !heavy.series().isEmpty())
                .isPresent();
        if (toldElsewhere) {
            return Optional.empty();
        }
        MarketFigures figures = MarketFigures.of(analyses);
        Statistics statistics = Statistics.of(analyses.dataset());
        Model.Builder model = Model.builder()
                .include(Definitions.MODEL)
                .include(figures.model())
                .include(statistics.model());
        analyses.forecast().ifPresent(study -> model.include(study.model()));
        PageSentences said = new PageSentences(model, TERM);
        return new MarketPage(
                        new PriceExhibits(figures.dataset(), new MarketPrices(figures, statistics, model), said),
                        new RelianceExhibits(figures, statistics, said),
                        new DemandExhibits(figures, statistics, analyses.forecast(), said),
                        said)
                .part();
    }

    private Optional<Part> part() {
        List<Block> blocks = new ArrayList<>();
        ImmutableList<Exhibit> charts = prices.isEmpty() ? ImmutableList.of() : prices.charts();
        Optional<Exhibit> suppliers = reliance.suppliers();
        List<Exhibit> drawn = Stream.concat(charts.stream(), suppliers.stream()).toList();
        int alone = !prices.isEmpty() && prices.isFirstWide() ? 1 : 0;
        drawn.stream().limit(alone).forEach(blocks::add);
        Pair.of(
                        drawn.stream().skip(alone).findFirst(),
                        drawn.stream().skip(alone + 1).findFirst())
                .ifPresent(blocks::add);
        drawn.stream().skip(alone + 2).forEach(blocks::add);
        if (!prices.isEmpty()) {
            prices.table().ifPresent(blocks::add);
        }
        if (reliance.hasYears()) {
            blocks.add(reliance.years());
        }
        demand.byUse().ifPresent(blocks::add);
        demand.published().ifPresent(blocks::add);
        List<Formula> found = Stream.concat(
                        prices.isEmpty() ? Stream.empty() : Stream.of(prices.title()), reliance.finding().stream())
                .toList();
        if (blocks.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        Block.Sentence title = said.live("title", found.get(0));
        Part.Builder part = Part.builder(said.model())
                .section(Section.page(
                        Pages.MARKET,
                        Section.Group.CHAIN,
                        title,
                        found.size() > 1 ? said.live("standfirst", found.get(1)) : Block.Sentence.plain(""),
                        blocks))
                .finding(Finding.of(
                                FindingIds.MARKET,
                                "Market",
                                said.live(
                                        "found",
                                        words().with("found", Wording.inARow(". ", found))
                                                .say("{found}.")))
                        .withHeadline(title)
                        .withWeight(STEP_WEIGHT)
                        .withReadOn(Pages.MARKET));
        drawn.stream().limit(2).forEach(exhibit -> part.panel(Panel.Place.EXHIBIT, EXHIBIT_WEIGHT, exhibit));
        return Optional.of(part.build());
    }
}
