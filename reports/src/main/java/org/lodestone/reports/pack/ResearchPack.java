package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Source;
import org.lodestone.core.market.Price;
import org.lodestone.reports.attribution.AttributionSection;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.ChainSection;
import org.lodestone.reports.claim.ClaimSection;
import org.lodestone.reports.company.CompanySection;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.ComparisonSection;
import org.lodestone.reports.comparison.Side;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.EarningsSection;
import org.lodestone.reports.forecast.BalanceSection;
import org.lodestone.reports.forecast.ForecastSection;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.PathSection;
import org.lodestone.reports.forecast.ScenarioSection;
import org.lodestone.reports.forecast.TrackRecord;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.heavy.HeavySection;
import org.lodestone.reports.market.MarketSection;
import org.lodestone.reports.policy.PolicySection;
import org.lodestone.reports.project.ProjectSection;
import org.lodestone.reports.quota.QuotaSection;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.BreakEvenSection;
import org.lodestone.reports.risk.DriverSection;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.RiskSection;
import org.lodestone.reports.risk.RunSection;
import org.lodestone.reports.risk.SimulationSection;
import org.lodestone.reports.robustness.RobustnessSection;
import org.lodestone.reports.screen.ScreenSection;
import org.lodestone.reports.statistic.StatisticSection;
import org.lodestone.reports.supply.PrintedAmounts;
import org.lodestone.reports.supply.Supply;
import org.lodestone.reports.supply.SupplySection;

/** The whole report on a resource: every section for which the dataset has data. */
public final class ResearchPack {

    /** A section by name, what it needs, and how it is made from a dataset. */
    private record Entry(String name, Need need, Function<Findings, Optional<Part>> section) {

        static Entry of(String name, Need need, Function<Dataset, Optional<Part>> section) {
            return new Entry(name, need, findings -> section.apply(findings.dataset()));
        }

        static Entry ofForecast(String name, BiFunction<Dataset, ForecastStudy, Optional<Part>> section) {
            return new Entry(
                    name,
                    Need.FORECAST,
                    findings -> findings.forecast().flatMap(forecast -> section.apply(findings.dataset(), forecast)));
        }

        static Entry ofRisk(String name, Function<RiskAnalysis, Part> section) {
            return new Entry(name, Need.FORECAST, findings -> findings.risk().map(section));
        }
    }

    /** What a section needs, and so why it is left out where the dataset lacks it. */
    private enum Need {
        CHAIN("the dataset has no figures by country at two stages or more of a chain."),
        FIGURES("the dataset has no figures for %s, or for one country only."),
        ROWS("the dataset has none."),
        FORECAST("the dataset has no rules for a forecast, or not all that these need."),
        COMPANIES("the dataset has no companies, or too little about them.");

        private final String lacking;

        Need(String lacking) {
            this.lacking = lacking;
        }

        /** A sentence on the sections of {@code names}. */
        private String lackedBy(List<String> names) {
            return String.join(", ", names) + ": " + lacking.replace("%s", names.size() == 1 ? "it" : "them");
        }
    }

    private static final String LATER_STAGES = "Later stages";

    private static final ImmutableList<Entry> SECTIONS = ImmutableList.of(
            Entry.of("Chain", Need.CHAIN, ChainSection::of),
            Entry.of(
                    "Reserves",
                    Need.FIGURES,
                    dataset -> SupplySection.of(dataset, "Reserves", reserves(dataset))
                            .or(() -> PrintedAmounts.of(dataset, "Reserves", reserves(dataset)))),
            Entry.of(
                    "Production",
                    Need.FIGURES,
                    dataset -> SupplySection.of(dataset, "Production", production(dataset, 0))
                            .or(() -> PrintedAmounts.of(dataset, "Production", produced(dataset)))),
            Entry.of(
                    "Refining", Need.FIGURES, dataset -> SupplySection.of(dataset, "Refining", production(dataset, 1))),
            Entry.of(LATER_STAGES, Need.FIGURES, ResearchPack::laterStages),
            Entry.of("Quotas", Need.ROWS, QuotaSection::of),
            Entry.of("Market", Need.ROWS, ResearchPack::market),
            Entry.of("Statistics", Need.ROWS, StatisticSection::of),
            Entry.of("Policy", Need.ROWS, PolicySection::of),
            Entry.of("Projects", Need.ROWS, ProjectSection::of),
            Entry.ofForecast("Scenarios", (dataset, forecast) -> Optional.of(ScenarioSection.of(dataset, forecast))),
            Entry.ofForecast("Supply", (dataset, forecast) -> Optional.of(ForecastSection.of(dataset, forecast))),
            Entry.ofForecast("Balance", BalanceSection::of),
            Entry.ofForecast("Track record", TrackRecord::of),
            Entry.ofRisk("Risks", RiskSection::of),
            Entry.ofRisk("Break-evens", BreakEvenSection::of),
            Entry.ofRisk("Simulation", SimulationSection::of),
            Entry.ofRisk("Drivers", DriverSection::of),
            Entry.of("Companies", Need.COMPANIES, CompanySection::of),
            Entry.of("Attribution", Need.COMPANIES, AttributionSection::of),
            new Entry("Screen", Need.COMPANIES, ResearchPack::screen),
            new Entry(
                    "Screen robustness",
                    Need.COMPANIES,
                    findings -> findings.robustness().map(RobustnessSection::of)),
            Entry.of("Elasticity", Need.COMPANIES, EarningsSection::of),
            new Entry("Claims", Need.ROWS, findings -> ClaimSection.of(findings.dataset(), findings.claims())),
            Entry.ofForecast("Paths", (dataset, forecast) -> Optional.of(PathSection.of(forecast))),
            Entry.ofRisk("Runs", RunSection::of));

    private ResearchPack() {}

    /** Makes the report with the base scenario chosen. Sections without data are left out and named on the cover. */
    public static Report of(Dataset dataset) {
        return of(dataset, PackOptions.STANDARD);
    }

    /** Makes the report. Throws if the dataset has scenarios, but not the one asked for. */
    public static Report of(Dataset dataset, PackOptions options) {
        return report(Findings.of(dataset, options), List.of(), dataset.sources());
    }

    /**
     * Makes the report with what changed since another dataset or edition as its first section. Where the two are releases of
     * one series, the report is of the dataset as it stood at its edition, as {@link Comparison} has it.
     */
    public static Report since(Dataset older, Dataset dataset, PackOptions options) {
        Findings findings = Findings.of(Comparison.asCompared(older, dataset), options);
        Part changed = ComparisonSection.of(Comparison.of(older, side(findings)));
        ImmutableMap<String, Source> sources = ImmutableMap.<String, Source>builder()
                .putAll(older.sources())
                .putAll(dataset.sources())
                .buildKeepingLast();
        return report(findings, List.of(changed), sources);
    }

    private static Side side(Findings findings) {
        return new Side(
                findings.dataset(),
                findings.claims(),
                findings.forecast(),
                findings.risk(),
                findings.screen(),
                Earnings.of(findings.dataset()));
    }

    /** @param first sections that stand before the cover */
    private static Report report(Findings findings, List<Part> first, ImmutableMap<String, Source> sources) {
        Dataset dataset = findings.dataset();
        List<Part> parts = new ArrayList<>();
        Map<Need, List<String>> leftOut = new EnumMap<>(Need.class);
        for (Entry entry : SECTIONS) {
            Optional<Part> part = entry.section().apply(findings);
            part.ifPresentOrElse(
                    parts::add,
                    () -> leftOut.computeIfAbsent(entry.need(), need -> new ArrayList<>())
                            .add(entry.name()));
        }
        SummarySection.of(findings).ifPresent(summary -> parts.add(0, summary));
        parts.add(CheckSection.of(findings));
        List<String> lacking = leftOut.entrySet().stream()
                .map(need -> need.getKey().lackedBy(need.getValue()))
                .toList();
        parts.add(0, CoverSection.of(findings, lacking));
        parts.addAll(0, first);
        Model.Builder model = Model.builder();
        NotRead unread = new NotRead(dataset);
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            model.include(part.model());
            part.sections().stream().map(unread::noted).forEach(sections::add);
        }
        Model whole = model.build();
        List<Source> used = used(sources, whole, sections);
        List<Table> rows = ShownRows.tables(dataset, whole, sections, model);
        sections.add(sections.size() - 1, SourceSection.of(used, rows));
        return new Report(
                title(dataset),
                subtitle(dataset),
                ImmutableList.copyOf(sections),
                model.build(),
                sources,
                Optional.of(new Report.Origin(dataset.name(), dataset.defaultEdition())));
    }

    /** The screen, with how sure its order is beside it. */
    private static Optional<Part> screen(Findings findings) {
        List<Table> sureness = findings.robustness().map(RobustnessSection::acceptability).stream()
                .toList();
        return findings.screen().map(study -> ScreenSection.of(study, sureness));
    }

    static String title(Dataset dataset) {
        return dataset.resource() + ": supply research pack";
    }

    /** The edition of the figures, and when they were gathered. */
    static String subtitle(Dataset dataset) {
        return dataset.edition(dataset.defaultEdition())
                        .map(Edition::name)
                        .map(name -> "Figures of " + name + " unless another edition is named; gathered to ")
                        .orElse("Figures gathered to ")
                + dataset.gathered();
    }

    private static List<Measure> reserves(Dataset dataset) {
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.RESERVES)
                .toList();
    }

    /** What is produced, and could be, at a stage of the chain, counted from the first that has figures. */
    private static List<Measure> production(Dataset dataset, int order) {
        List<Measure> told = told(dataset);
        return producing(dataset, told).stream()
                .skip(order)
                .findFirst()
                .map(stage -> told.stream()
                        .filter(measure -> measure.stage().equals(stage))
                        .toList())
                .orElse(List.of());
    }

    /** The stages of some measures in the order of the chain; where there is no chain, in that of the measures. */
    private static List<String> producing(Dataset dataset, List<Measure> told) {
        return Stream.concat(
                        dataset.chain().stages().stream().map(Stage::id),
                        told.stream().map(Measure::stage))
                .filter(stage ->
                        told.stream().anyMatch(measure -> measure.stage().equals(stage)))
                .distinct()
                .toList();
    }

    /**
     * The measures of production and capacity that have a section. An amount of one country alone has none of its own where
     * there is a chain, which lists it.
     */
    private static List<Measure> told(Dataset dataset) {
        boolean chain = ChainAnalysis.of(dataset).isPresent();
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION || measure.kind() == Measure.Kind.CAPACITY)
                .filter(measure -> Supply.of(dataset, measure.id())
                        .filter(supply -> !chain || supply.hasShares(supply.latest()))
                        .isPresent())
                .toList();
    }

    private static List<Measure> produced(Dataset dataset) {
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION || measure.kind() == Measure.Kind.CAPACITY)
                .toList();
    }

    /** Prices and trade. What heavy rare earths cost stands with all else that is said of them, and nowhere else. */
    private static Optional<Part> market(Dataset dataset) {
        Optional<Part> heavy = HeavySection.of(dataset);
        Set<Price> shown = HeavyPrices.of(dataset).map(HeavyPrices::rows).orElse(ImmutableSet.of());
        Optional<Part> market = MarketSection.of(dataset.toBuilder()
                .prices(dataset.prices().stream()
                        .filter(price -> !shown.contains(price))
                        .toList())
                .build());
        return heavy.map(one -> market.map(one::plus).orElse(one)).or(() -> market);
    }

    /** What is produced further down the chain, a section for each measure. */
    private static Optional<Part> laterStages(Dataset dataset) {
        List<Measure> measures = new ArrayList<>();
        for (int order = 2; order < producing(dataset, told(dataset)).size(); order++) {
            measures.addAll(production(dataset, order));
        }
        return measures.isEmpty()
                ? Optional.empty()
                : SupplySection.of(dataset, measures.get(0).name(), measures);
    }

    /** The sources that a figure or a row of the report cites. */
    private static List<Source> used(ImmutableMap<String, Source> sources, Model model, List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        model.contents().values().forEach(content -> ids.addAll(content.citedSources()));
        sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(Cell.Cites.class::isInstance)
                .forEach(cell -> ids.addAll(((Cell.Cites) cell).ids()));
        return sources.values().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }
}
