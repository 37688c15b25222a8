package org.lodestone.reports.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.MarketTables;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Source;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.research.Publication;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.ComparisonSection;
import org.lodestone.reports.comparison.Side;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.internal.company.AttributionSection;
import org.lodestone.reports.internal.company.CompanySection;
import org.lodestone.reports.internal.company.CompsSection;
import org.lodestone.reports.internal.company.EarningsSection;
import org.lodestone.reports.internal.forecast.BalanceSection;
import org.lodestone.reports.internal.forecast.ForecastSection;
import org.lodestone.reports.internal.forecast.PathSection;
import org.lodestone.reports.internal.forecast.ScenarioSection;
import org.lodestone.reports.internal.forecast.TrackRecord;
import org.lodestone.reports.internal.page.Beneficiaries;
import org.lodestone.reports.internal.page.Pages;
import org.lodestone.reports.internal.project.ProjectSection;
import org.lodestone.reports.internal.risk.BreakEvenSection;
import org.lodestone.reports.internal.risk.DriverSection;
import org.lodestone.reports.internal.risk.RunSection;
import org.lodestone.reports.internal.risk.SimulationSection;
import org.lodestone.reports.internal.rows.ClaimSection;
import org.lodestone.reports.internal.rows.DatasetDates;
import org.lodestone.reports.internal.rows.MarketSection;
import org.lodestone.reports.internal.rows.PolicySection;
import org.lodestone.reports.internal.rows.StatisticSection;
import org.lodestone.reports.internal.supply.ChainSection;
import org.lodestone.reports.internal.supply.EditionSection;
import org.lodestone.reports.internal.supply.HeavySection;
import org.lodestone.reports.internal.supply.QuotaSection;
import org.lodestone.reports.internal.supply.SupplyFindings;
import org.lodestone.reports.internal.supply.ToldMeasures;
import org.lodestone.reports.report.Days;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;

/**
 * The whole report on a resource: every section for which the dataset has data, and those of one's own.
 *
 * <pre>
 * Report report = ResearchPack.of(dataset).withScenario("Tight").with(part).report();
 * </pre>
 *
 * <p>The dataset is opened by {@link org.lodestone.core.dataset.Datasets}. {@code Workbooks} of the module
 * {@code org.lodestone.excel} writes the report, {@code ResearchNotes} the {@linkplain #note note}. Each analysis can be had
 * by itself, from {@link #analyses} or on its own: {@link org.lodestone.reports.supply.Supply Supply},
 * {@link org.lodestone.reports.forecast.ForecastStudy ForecastStudy}, {@link org.lodestone.reports.risk.RiskAnalysis
 * RiskAnalysis}, {@link org.lodestone.reports.screen.ScreenStudy ScreenStudy} and
 * {@link org.lodestone.reports.comparison.Comparison Comparison}.
 *
 * <p>Immutable. What was worked out for {@link #report} serves {@link #note} as well.
 */
public final class ResearchPack {

    /** A part by the name of its first section, what it needs, and how it is made. */
    private record Entry(String name, Need need, Function<Analyses, Optional<Part>> part) {}

    /** The data that a section needs, and so why it is left out where the dataset lacks it. */
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

    /** In the order of their sheets; those of one sheet are one after the other. */
    private static final ImmutableList<Entry> PARTS = ImmutableList.of(
            new Entry("Not read", Need.ROWS, of -> Optional.of(new NotRead(of.dataset()).part())),
            new Entry("Figures", Need.FIGURES, of -> Optional.of(SupplyFindings.of(of.supplies()))),
            new Entry(
                    "Scenarios",
                    Need.FORECAST,
                    of -> of.forecast().map(study -> ScenarioSection.of(of.supplies(), study))),
            new Entry(
                    "Supply",
                    Need.FORECAST,
                    of -> of.forecast().map(study -> ForecastSection.of(of.supplies(), study))),
            new Entry(
                    "Demand",
                    Need.FORECAST,
                    of -> of.forecast().flatMap(study -> BalanceSection.of(of.supplies(), study))),
            new Entry("Editions", Need.FIGURES, ResearchPack::editions),
            new Entry("Countries", Need.CHAIN, of -> of.chain().map(chain -> ChainSection.of(of.dataset(), chain))),
            new Entry("Quota detail", Need.ROWS, of -> QuotaSection.of(of.dataset(), of.quotas())),
            new Entry("Prices and trade", Need.ROWS, ResearchPack::market),
            new Entry("Statistics", Need.ROWS, of -> StatisticSection.of(of.dataset())),
            new Entry("Policy", Need.ROWS, of -> PolicySection.of(of.dataset())),
            new Entry("Dates", Need.ROWS, of -> DatasetDates.part(of.dataset())),
            new Entry(
                    "Project data",
                    Need.ROWS,
                    of -> of.pipeline().map(lines -> ProjectSection.of(of.dataset(), lines))),
            new Entry(
                    "Track record",
                    Need.FORECAST,
                    of -> of.forecast().flatMap(study -> TrackRecord.of(of.dataset(), study))),
            new Entry("Simulation", Need.FORECAST, of -> of.risk().map(SimulationSection::of)),
            new Entry("Drivers", Need.FORECAST, of -> of.risk().map(DriverSection::of)),
            new Entry("Break-evens", Need.FORECAST, of -> of.risk().flatMap(BreakEvenSection::of)),
            new Entry("Companies", Need.COMPANIES, of -> CompanySection.of(of.dataset(), of.facts())),
            new Entry("Attribution", Need.COMPANIES, of -> AttributionSection.of(of.dataset(), of.attribution())),
            new Entry(
                    "Screen",
                    Need.COMPANIES,
                    of -> of.screen()
                            .map(study -> screen(study, of.robustness()).plus(Beneficiaries.of(study)))),
            new Entry("Comps", Need.COMPANIES, of -> of.comps().map(CompsSection::of)),
            new Entry(
                    "Earnings",
                    Need.COMPANIES,
                    of -> of.earnings().map(earnings -> EarningsSection.of(of.dataset(), earnings))),
            new Entry(
                    "Claims",
                    Need.ROWS,
                    of -> ClaimSection.of(of.claims(), of.dataset().sources())),
            new Entry("Paths", Need.FORECAST, of -> of.forecast().map(PathSection::of)),
            new Entry("Runs", Need.FORECAST, of -> of.risk().map(RunSection::of)));

    /** Sections that stand on the sheet of another, which says more of the same. */
    private static final ImmutableMap<String, String> SHEETS = ImmutableMap.of(
            "Demand", "Supply",
            "Market", "Prices and trade",
            "Heavy prices", "Prices and trade",
            "Project reserves", "Project data",
            "Track record", "Project data");

    /** Which sheets of a pack are seen. All are there, so that what is changed on one is followed by the others. */
    public enum Sheets {
        /** The pages and their backup. */
        ALL,
        /** The pages alone: what a client is sent. */
        CORE;

        /** The report with the sheets hidden that are not to be seen. */
        public Report of(Report report) {
            return this == CORE ? report.withBackupHidden() : report;
        }

        /** As it is typed: {@code core}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Dataset dataset;
    private final Optional<Dataset> older;
    private final String scenario;
    private final Run run;
    private final Sheets sheets;
    private final ImmutableList<Part> own;
    private final Analyses analyses;

    private ResearchPack(
            Dataset dataset,
            Optional<Dataset> older,
            String scenario,
            Run run,
            Sheets sheets,
            ImmutableList<Part> own,
            Analyses analyses) {
        this.dataset = dataset;
        this.older = older;
        this.scenario = scenario;
        this.run = run;
        this.sheets = sheets;
        this.own = own;
        this.analyses = analyses;
    }

    /** The pack of a dataset, with the base scenario chosen at first, the usual simulation, and all sheets to be seen. */
    public static ResearchPack of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset, Optional.empty(), Scenario.BASE, Run.STANDARD, Sheets.ALL, ImmutableList.of());
    }

    private static ResearchPack of(
            Dataset dataset,
            Optional<Dataset> older,
            String scenario,
            Run run,
            Sheets sheets,
            ImmutableList<Part> own) {
        Dataset told =
                older.map(before -> Comparison.asCompared(before, dataset)).orElse(dataset);
        return new ResearchPack(dataset, older, scenario, run, sheets, own, Analyses.of(told, scenario, run));
    }

    /** This pack with another scenario chosen at first. {@link #report} throws if the dataset has scenarios, but not this one. */
    public ResearchPack withScenario(String name) {
        requireNonNull(name, "name");
        return of(dataset, older, name, run, sheets, own);
    }

    /** This pack with its simulation run another way. */
    public ResearchPack withRun(Run other) {
        requireNonNull(other, "other");
        return of(dataset, older, scenario, other, sheets, own);
    }

    /** This pack with other sheets to be seen. */
    public ResearchPack withSheets(Sheets other) {
        requireNonNull(other, "other");
        return new ResearchPack(dataset, older, scenario, run, other, own, analyses);
    }

    /**
     * This pack with what changed since another dataset or edition after its front page and Control. Where the two are releases
     * of one series, the pack is of the dataset as it stood at its edition, as {@link Comparison} has it.
     */
    public ResearchPack since(Dataset before) {
        requireNonNull(before, "before");
        return of(dataset, Optional.of(before), scenario, run, sheets, own);
    }

    /**
     * This pack with a part of one's own. Its sheets stand after those of the library that are of the same group, its findings
     * on the front page and in the note, its checks on Checks, its dates on Dates: as those of the library's parts do.
     *
     * <p>{@link #report} throws if a sheet, or a finding, of the pack has the name of one of the part, or if a key means one
     * thing there and another in the part.
     */
    public ResearchPack with(Part part) {
        requireNonNull(part, "part");
        ImmutableList<Part> parts =
                ImmutableList.<Part>builder().addAll(own).add(part).build();
        return new ResearchPack(dataset, older, scenario, run, sheets, parts, analyses);
    }

    /** The analyses that the pack is made of, for a part of one's own to start from. */
    public Analyses analyses() {
        return analyses;
    }

    /** The report, ready to be written. Sections without data are left out, and named on the sheet Checks. */
    public Report report() {
        return sheets.of(made().report());
    }

    /** The note that goes with the report: its argument in a few pages, of the same results. */
    public ResearchNote note() {
        Made made = made();
        return ResearchNote.of(made.report(), made.front(), Opening.of(analyses.dataset()), made.lacking());
    }

    /**
     * A report with what else is made of the same parts.
     *
     * @param lacking what the argument is without, and why
     */
    private record Made(Report report, FrontPage front, ImmutableList<String> lacking) {}

    private Made made() {
        Dataset dataset = analyses.dataset();
        ImmutableMap<String, Source> sources = sources();
        List<Part> made = new ArrayList<>(Pages.of(analyses));
        Map<Need, List<String>> leftOut = new EnumMap<>(Need.class);
        for (Entry entry : PARTS) {
            Optional<Part> part = entry.part().apply(analyses);
            part.ifPresentOrElse(
                    made::add,
                    () -> leftOut.computeIfAbsent(entry.need(), need -> new ArrayList<>())
                            .add(entry.name()));
        }
        List<Part> changed =
                older.map(before -> ComparisonSection.of(Comparison.of(before, Side.of(analyses)))).stream()
                        .toList();
        OwnParts owned = new OwnParts(own);
        owned.requireNew(
                made,
                Stream.concat(changed.stream(), made.stream())
                        .flatMap(part -> part.sections().stream())
                        .map(ResearchPack::sheet));
        made.addAll(own);
        DatesPage.of(dataset.gathered(), made, sources).ifPresent(made::add);
        made.add(InputChecks.of(made));
        List<String> lacking = leftOut.entrySet().stream()
                .map(need -> need.getKey().lackedBy(need.getValue()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Optional<Part> control = ControlSection.of(made);
        FrontPage front = FrontPage.of(
                Opening.of(dataset),
                Stream.concat(control.stream(), made.stream()).toList(),
                owned);
        parts.add(front.part());
        control.ifPresent(parts::add);
        parts.addAll(changed);
        parts.addAll(made);
        NotRead unread = new NotRead(dataset);
        parts.add(CheckSection.of(made, unread.tables(), lacking));
        Model.Builder model = Model.builder();
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            owned.include(part, model);
            part.sections().stream()
                    .map(unread::noted)
                    .map(section -> own.contains(part) ? section : section.withName(sheet(section)))
                    .forEach(sections::add);
        }
        Model whole = model.build();
        List<Source> used = used(sources, whole, sections);
        List<Table> rows = ShownRows.tables(dataset, whole, sections, model);
        sections.add(SourceSection.of(used, rows));
        sections.sort(Comparator.comparing(Section::group));
        Report report = new Report(
                title(dataset),
                subtitle(dataset),
                Section.joined(sections),
                Dated.throughout(model.build()),
                sources,
                Optional.of(new Report.Origin(dataset.name(), dataset.defaultEdition())),
                publication(dataset));
        return new Made(report, front, lackedByArgument(leftOut));
    }

    /** The sources of the dataset, and of an older one it is compared with. */
    private ImmutableMap<String, Source> sources() {
        ImmutableMap.Builder<String, Source> sources = ImmutableMap.builder();
        older.ifPresent(before -> sources.putAll(before.sources()));
        return sources.putAll(analyses.dataset().sources()).buildKeepingLast();
    }

    /** The steps of an argument that the sections left out would have shown. */
    private static ImmutableList<String> lackedByArgument(Map<Need, List<String>> leftOut) {
        ImmutableList.Builder<String> lacking = ImmutableList.builder();
        if (leftOut.getOrDefault(Need.FORECAST, List.of()).contains("Drivers")) {
            lacking.add(Need.FORECAST.lackedBy(List.of("The years to come, and what would turn the finding")));
        }
        if (leftOut.getOrDefault(Need.COMPANIES, List.of()).contains("Screen")) {
            lacking.add(Need.COMPANIES.lackedBy(List.of("Companies that stand to benefit")));
        }
        return lacking.build();
    }

    static String title(Dataset dataset) {
        return dataset.resource() + ": " + (isOfData(dataset) ? "data pack" : "supply research pack");
    }

    /** Whether a pack has figures alone: nobody who benefits, and nothing that may be. */
    private static boolean isOfData(Dataset dataset) {
        return dataset.companies().isEmpty() && dataset.outlook().scenarios().isEmpty();
    }

    /** Who publishes it; a dataset that has no title says which resource it is of, and what kind of pack this is. */
    private static Publication publication(Dataset dataset) {
        Publication said = dataset.publication();
        return isOfData(dataset) && said.title().equals(dataset.resource())
                ? said.withTitle(dataset.resource() + " | Data pack")
                : said;
    }

    /** The name of the sheet on which a section of the library stands. */
    private static String sheet(Section section) {
        return SHEETS.getOrDefault(section.name(), section.name());
    }

    /** The edition of the figures, and when they were gathered. */
    static String subtitle(Dataset dataset) {
        return dataset.edition(dataset.defaultEdition())
                        .map(Edition::name)
                        .map(name -> "Figures of " + name + " unless another edition is named; gathered to ")
                        .orElse("Figures gathered to ")
                + Days.inSentence(dataset.gathered());
    }

    /** Every measure in all of its editions: reserves, then what is produced; as printed where no country is named. */
    private static Optional<Part> editions(Analyses analyses) {
        ToldMeasures told = new ToldMeasures(analyses);
        List<Measure> byCountry =
                Stream.concat(told.reserves().stream(), told.inOrder().stream()).toList();
        List<Measure> printed = new ArrayList<>();
        if (analyses.supplies().supplies(told.reserves().stream()).isEmpty()) {
            printed.addAll(told.reserves());
        }
        if (told.inOrder().isEmpty()) {
            printed.addAll(told.produced());
        }
        return EditionSection.of(analyses.supplies(), byCountry, printed);
    }

    /** Prices and trade. What heavy rare earths cost stands with all else that is said of them, and nowhere else. */
    private static Optional<Part> market(Analyses analyses) {
        Dataset dataset = analyses.dataset();
        Optional<Part> heavy = analyses.heavyPrices().map(HeavySection::of);
        Set<Price> shown = analyses.heavyPrices().map(HeavyPrices::rows).orElse(ImmutableSet.of());
        List<Price> others = dataset.prices().stream()
                .filter(price -> !shown.contains(price))
                .toList();
        Optional<Part> market = MarketSection.of(dataset.supposing(MarketTables.PRICES, others));
        return market.map(one -> heavy.map(one::plus).orElse(one)).or(() -> heavy);
    }

    /** Every step of a screen, with how sure its order is at the end where that was tried. */
    static Part screen(ScreenStudy study, Optional<Robustness> robustness) {
        return robustness.map(sure -> sure.under(study.part())).orElseGet(study::part);
    }

    /** The sources that a figure or a row of the report cites. */
    private static List<Source> used(ImmutableMap<String, Source> sources, Model model, List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        model.contents().values().forEach(content -> ids.addAll(content.citedSources()));
        sections.stream().flatMap(Section::rows).flatMap(Row::cites).forEach(cell -> ids.addAll(cell.ids()));
        return sources.values().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }

    @Override
    public String toString() {
        return OneLine.of(
                "pack of " + dataset.name(),
                "scenario " + scenario,
                run.inWords(),
                sheets + " sheets",
                own.isEmpty() ? "" : OneLine.count(own, "part") + " of one's own");
    }
}
