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
import org.lodestone.core.market.Price;
import org.lodestone.core.research.Publication;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.analysis.ToldMeasures;
import org.lodestone.reports.attribution.AttributionSection;
import org.lodestone.reports.calendar.DatasetDates;
import org.lodestone.reports.chain.ChainSection;
import org.lodestone.reports.claim.ClaimSection;
import org.lodestone.reports.company.CompanySection;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.ComparisonSection;
import org.lodestone.reports.comparison.Side;
import org.lodestone.reports.earnings.EarningsSection;
import org.lodestone.reports.forecast.BalanceSection;
import org.lodestone.reports.forecast.ForecastSection;
import org.lodestone.reports.forecast.PathSection;
import org.lodestone.reports.forecast.ScenarioSection;
import org.lodestone.reports.forecast.TrackRecord;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.heavy.HeavySection;
import org.lodestone.reports.market.MarketSection;
import org.lodestone.reports.page.Pages;
import org.lodestone.reports.policy.PolicySection;
import org.lodestone.reports.project.ProjectSection;
import org.lodestone.reports.quota.QuotaSection;
import org.lodestone.reports.report.Days;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.BreakEvenSection;
import org.lodestone.reports.risk.DriverSection;
import org.lodestone.reports.risk.RunSection;
import org.lodestone.reports.risk.SimulationSection;
import org.lodestone.reports.robustness.Beneficiaries;
import org.lodestone.reports.robustness.RobustnessSection;
import org.lodestone.reports.statistic.StatisticSection;
import org.lodestone.reports.supply.EditionSection;
import org.lodestone.reports.supply.SupplyFindings;
import org.lodestone.reports.valuation.CompsSection;

/** The whole report on a resource: every section for which the dataset has data. */
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
                            .map(study -> RobustnessSection.ofScreen(study, of.robustness())
                                    .plus(Beneficiaries.of(study)))),
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

    private ResearchPack() {}

    /** Makes the report with the base scenario chosen. Sections without data are left out and named on the cover. */
    public static Report of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset, PackOptions.STANDARD);
    }

    /**
     * Makes the report. Throws if the dataset has scenarios, but not the one asked for.
     *
     * @param own parts of one's own: their sections stand after those of the library, and what they bring stands on Cover,
     *     Summary and Checks
     */
    public static Report of(Dataset dataset, PackOptions options, Part... own) {
        requireNonNull(dataset, "dataset");
        requireNonNull(options, "options");
        requireNonNull(own, "own");
        return options.sheets()
                .of(made(analyses(dataset, options), List.of(), List.of(own), dataset.sources())
                        .report());
    }

    /**
     * Makes the note that goes with the report: its argument in a few pages, of the same results. Throws if the dataset has
     * scenarios, but not the one asked for.
     *
     * @param own parts of one's own, as in the report
     */
    public static ResearchNote note(Dataset dataset, PackOptions options, Part... own) {
        requireNonNull(dataset, "dataset");
        requireNonNull(options, "options");
        requireNonNull(own, "own");
        Made made = made(analyses(dataset, options), List.of(), List.of(own), dataset.sources());
        return ResearchNote.of(made.report(), made.front(), Opening.of(dataset), made.lacking());
    }

    /**
     * Makes the report with what changed since another dataset or edition as its first section. Where the two are releases of
     * one series, the report is of the dataset as it stood at its edition, as {@link Comparison} has it.
     */
    public static Report since(Dataset older, Dataset dataset, PackOptions options) {
        requireNonNull(older, "older");
        requireNonNull(dataset, "dataset");
        requireNonNull(options, "options");
        Analyses analyses = analyses(Comparison.asCompared(older, dataset), options);
        Part changed = ComparisonSection.of(Comparison.of(older, Side.of(analyses)));
        ImmutableMap<String, Source> sources = ImmutableMap.<String, Source>builder()
                .putAll(older.sources())
                .putAll(dataset.sources())
                .buildKeepingLast();
        return options.sheets()
                .of(made(analyses, List.of(changed), List.of(), sources).report());
    }

    private static Analyses analyses(Dataset dataset, PackOptions options) {
        return Analyses.of(dataset, options.scenario(), options.run());
    }

    /**
     * A report with what else is made of the same parts.
     *
     * @param lacking what the argument is without, and why
     */
    private record Made(Report report, FrontPage front, ImmutableList<String> lacking) {}

    /**
     * @param first what stands before the cover
     * @param own what stands after the parts of the library
     */
    private static Made made(
            Analyses analyses, List<Part> first, List<Part> own, ImmutableMap<String, Source> sources) {
        Dataset dataset = analyses.dataset();
        List<Part> made = new ArrayList<>(Pages.of(analyses));
        Map<Need, List<String>> leftOut = new EnumMap<>(Need.class);
        for (Entry entry : PARTS) {
            Optional<Part> part = entry.part().apply(analyses);
            part.ifPresentOrElse(
                    made::add,
                    () -> leftOut.computeIfAbsent(entry.need(), need -> new ArrayList<>())
                            .add(entry.name()));
        }
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
                Stream.concat(control.stream(), made.stream()).toList());
        parts.add(front.part());
        control.ifPresent(parts::add);
        parts.addAll(first);
        parts.addAll(made);
        NotRead unread = new NotRead(dataset);
        parts.add(CheckSection.of(made, unread.tables(), lacking));
        Model.Builder model = Model.builder();
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            model.include(part.model());
            part.sections().stream()
                    .map(unread::noted)
                    .map(ResearchPack::onItsSheet)
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

    private static Section onItsSheet(Section section) {
        return section.withName(SHEETS.getOrDefault(section.name(), section.name()));
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

    /** The sources that a figure or a row of the report cites. */
    private static List<Source> used(ImmutableMap<String, Source> sources, Model model, List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        model.contents().values().forEach(content -> ids.addAll(content.citedSources()));
        sections.stream().flatMap(Section::rows).flatMap(Row::cites).forEach(cell -> ids.addAll(cell.ids()));
        return sources.values().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }
}
