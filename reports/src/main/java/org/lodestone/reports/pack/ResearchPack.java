package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Source;
import org.lodestone.reports.attribution.AttributionSection;
import org.lodestone.reports.chain.ChainSection;
import org.lodestone.reports.claim.ClaimSection;
import org.lodestone.reports.company.CompanySection;
import org.lodestone.reports.earnings.EarningsSection;
import org.lodestone.reports.forecast.BalanceSection;
import org.lodestone.reports.forecast.ForecastSection;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.PathSection;
import org.lodestone.reports.forecast.ScenarioSection;
import org.lodestone.reports.forecast.TrackRecord;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.heavy.HeavySection;
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
import org.lodestone.reports.supply.SupplySection;

/** The whole report on a resource: every section for which the dataset has data. */
public final class ResearchPack {

    /** A section by name, and how it is made from a dataset. */
    private record Entry(String name, Function<Findings, Optional<Part>> section) {

        static Entry of(String name, Function<Dataset, Optional<Part>> section) {
            return new Entry(name, findings -> section.apply(findings.dataset()));
        }

        static Entry ofForecast(String name, BiFunction<Dataset, ForecastStudy, Optional<Part>> section) {
            return new Entry(
                    name,
                    findings -> findings.forecast().flatMap(forecast -> section.apply(findings.dataset(), forecast)));
        }

        static Entry ofRisk(String name, Function<RiskAnalysis, Part> section) {
            return new Entry(name, findings -> findings.risk().map(section));
        }
    }

    private static final String LATER_STAGES = "Later stages";

    private static final ImmutableList<Entry> SECTIONS = ImmutableList.of(
            Entry.of("Chain", ChainSection::of),
            Entry.of("Reserves", dataset -> SupplySection.of(dataset, "Reserves", reserves(dataset))),
            Entry.of("Production", dataset -> SupplySection.of(dataset, "Production", production(dataset, 0))),
            Entry.of("Refining", dataset -> SupplySection.of(dataset, "Refining", production(dataset, 1))),
            Entry.of(LATER_STAGES, ResearchPack::laterStages),
            Entry.of("Quotas", QuotaSection::of),
            Entry.of("Heavy", HeavySection::of),
            Entry.of("Statistics", StatisticSection::of),
            Entry.of("Policy", PolicySection::of),
            Entry.of("Projects", ProjectSection::of),
            Entry.ofForecast("Scenarios", (dataset, forecast) -> Optional.of(ScenarioSection.of(dataset, forecast))),
            Entry.ofForecast("Supply", (dataset, forecast) -> Optional.of(ForecastSection.of(dataset, forecast))),
            Entry.ofForecast("Balance", BalanceSection::of),
            Entry.ofForecast("Track record", TrackRecord::of),
            Entry.ofRisk("Risks", RiskSection::of),
            Entry.ofRisk("Break-evens", BreakEvenSection::of),
            Entry.ofRisk("Simulation", SimulationSection::of),
            Entry.ofRisk("Drivers", DriverSection::of),
            Entry.of("Companies", CompanySection::of),
            Entry.of("Attribution", AttributionSection::of),
            new Entry("Screen", ResearchPack::screen),
            new Entry("Screen robustness", findings -> findings.robustness().map(RobustnessSection::of)),
            Entry.of("Elasticity", EarningsSection::of),
            new Entry("Claims", findings -> ClaimSection.of(findings.dataset(), findings.claims())),
            Entry.ofForecast("Paths", (dataset, forecast) -> Optional.of(PathSection.of(forecast))),
            Entry.ofRisk("Runs", RunSection::of));

    private ResearchPack() {}

    /** Makes the report with the base scenario chosen. Sections without data are left out and named on the cover. */
    public static Report of(Dataset dataset) {
        return of(dataset, PackOptions.STANDARD);
    }

    /** Makes the report. Throws if the dataset has scenarios, but not the one asked for. */
    public static Report of(Dataset dataset, PackOptions options) {
        Findings findings = Findings.of(dataset, options);
        List<Part> parts = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Entry entry : SECTIONS) {
            Optional<Part> part = entry.section().apply(findings);
            part.ifPresentOrElse(parts::add, () -> leftOut.add(entry.name()));
        }
        SummarySection.of(findings).ifPresent(summary -> parts.add(0, summary));
        parts.add(CheckSection.of(findings));
        parts.add(0, CoverSection.of(findings, leftOut));
        Model.Builder model = Model.builder();
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            model.include(part.model());
            sections.addAll(part.sections());
        }
        Model whole = model.build();
        sections.add(sections.size() - 1, SourceSection.of(used(dataset, whole, sections)));
        return new Report(title(dataset), subtitle(dataset), ImmutableList.copyOf(sections), whole, dataset.sources());
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

    /** What is produced at a stage of the chain, counted from the first; without a chain, all is of the first. */
    private static List<Measure> production(Dataset dataset, int order) {
        List<Stage> stages = dataset.chain().stages();
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION)
                .filter(measure -> order < stages.size()
                        ? measure.stage().equals(stages.get(order).id())
                        : order == 0)
                .toList();
    }

    /** What is produced further down the chain, a section for each measure. */
    private static Optional<Part> laterStages(Dataset dataset) {
        List<Measure> measures = new ArrayList<>();
        for (int order = 2; order < dataset.chain().stages().size(); order++) {
            measures.addAll(production(dataset, order));
        }
        return measures.isEmpty()
                ? Optional.empty()
                : SupplySection.of(dataset, measures.get(0).name(), measures);
    }

    /** The sources that a figure or a row of the report cites. */
    private static List<Source> used(Dataset dataset, Model model, List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        model.contents().values().forEach(content -> ids.addAll(content.citedSources()));
        sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(Cell.Cites.class::isInstance)
                .forEach(cell -> ids.addAll(((Cell.Cites) cell).ids()));
        return dataset.sources().values().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }
}
