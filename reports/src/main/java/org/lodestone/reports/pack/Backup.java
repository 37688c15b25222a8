package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.sheet.company.AttributionSection;
import org.lodestone.reports.sheet.company.BenefitSection;
import org.lodestone.reports.sheet.company.CompanySection;
import org.lodestone.reports.sheet.company.CompsSection;
import org.lodestone.reports.sheet.company.EarningsSection;
import org.lodestone.reports.sheet.forecast.BalanceSection;
import org.lodestone.reports.sheet.forecast.ForecastSection;
import org.lodestone.reports.sheet.forecast.PathSection;
import org.lodestone.reports.sheet.forecast.ReliefSection;
import org.lodestone.reports.sheet.forecast.ScenarioSection;
import org.lodestone.reports.sheet.forecast.TrackRecord;
import org.lodestone.reports.sheet.page.Beneficiaries;
import org.lodestone.reports.sheet.project.ProjectSection;
import org.lodestone.reports.sheet.risk.BreakEvenSection;
import org.lodestone.reports.sheet.risk.DriverSection;
import org.lodestone.reports.sheet.risk.RunSection;
import org.lodestone.reports.sheet.risk.SimulationSection;
import org.lodestone.reports.sheet.rows.AnnouncementSection;
import org.lodestone.reports.sheet.rows.ClaimSection;
import org.lodestone.reports.sheet.rows.DatasetDates;
import org.lodestone.reports.sheet.rows.MarketFigures;
import org.lodestone.reports.sheet.rows.MarketSection;
import org.lodestone.reports.sheet.rows.PolicySection;
import org.lodestone.reports.sheet.rows.StatisticSection;
import org.lodestone.reports.sheet.study.StudySection;
import org.lodestone.reports.sheet.supply.ChainSection;
import org.lodestone.reports.sheet.supply.EditionSection;
import org.lodestone.reports.sheet.supply.HeavySection;
import org.lodestone.reports.sheet.supply.QuotaOutlookSection;
import org.lodestone.reports.sheet.supply.QuotaSection;
import org.lodestone.reports.sheet.supply.SupplyFindings;
import org.lodestone.reports.sheet.supply.ToldMeasures;
import org.lodestone.reports.sheet.value.StackSection;
import org.lodestone.reports.sheet.value.ValueSections;

/**
 * A part of the backup of a pack: what it is about, which data it needs, and how it is made.
 *
 * @param sections the names of the sections that it can have; none where it only brings what other sheets show
 */
record Backup(String name, Need need, ImmutableList<String> sections, Function<Analyses, Optional<Part>> part) {

    /** The data that a section needs, and so why it is left out where the dataset lacks it. */
    enum Need {
        CHAIN("the dataset has no figures by country at two stages or more of a chain."),
        FIGURES("the dataset has no figures for %s, or for one country only."),
        ROWS("the dataset has none."),
        FORECAST("the dataset has no rules for a forecast, or not all that these need."),
        COMPANIES("the dataset has no companies, or too little about them."),
        /** A table that few datasets have: where it is not there, nothing is said of it. */
        EXTRA("the dataset has none.");

        private final String lacking;

        Need(String lacking) {
            this.lacking = lacking;
        }

        /** A sentence on the sections of {@code names}. */
        String lackedBy(List<String> names) {
            return String.join(", ", names) + ": " + lacking.replace("%s", names.size() == 1 ? "it" : "them");
        }
    }

    /** In the order of their sheets; those of one sheet are one after the other. */
    static final ImmutableList<Backup> ALL = ImmutableList.of(
            of("Not read", Need.ROWS, of -> Optional.of(new NotRead(of.dataset()).part()))
                    .withSections(),
            of("Figures", Need.FIGURES, of -> Optional.of(SupplyFindings.of(of)))
                    .withSections(),
            of("Scenarios", Need.FORECAST, of -> of.forecast().map(study -> ScenarioSection.of(of.supplies(), study))),
            of("Supply", Need.FORECAST, of -> of.forecast().map(study -> ForecastSection.of(of.supplies(), study))),
            of("Demand", Need.FORECAST, of -> of.forecast().flatMap(study -> BalanceSection.of(of.supplies(), study))),
            of("Relief", Need.EXTRA, of -> ReliefSection.of(of.dataset(), of.reliefs())),
            of("Editions", Need.FIGURES, Backup::editions),
            of("Countries", Need.CHAIN, of -> of.chain().map(chain -> ChainSection.of(of.dataset(), chain))),
            of("Quota detail", Need.ROWS, Backup::quotas).withSections("Quota detail", "Quota outlook"),
            of(MarketSection.NAME, Need.ROWS, Backup::market).withSections(MarketSection.NAME, "Heavy prices"),
            of("Statistics", Need.ROWS, of -> StatisticSection.of(of.dataset())),
            of("Policy", Need.ROWS, of -> PolicySection.of(of.dataset())),
            of("Announcements", Need.EXTRA, of -> of.announcements().map(AnnouncementSection::of)),
            of("Dates", Need.ROWS, of -> DatasetDates.part(of.dataset())).withSections(),
            of("Project data", Need.ROWS, of -> of.pipeline().map(lines -> ProjectSection.of(of.dataset(), lines)))
                    .withSections("Project data", "Project output", "Project reserves"),
            of(
                    "Track record",
                    Need.FORECAST,
                    of -> of.forecast().flatMap(study -> TrackRecord.of(of.dataset(), study))),
            of("Studies", Need.EXTRA, of -> StudySection.of(of.studies())).withSections("Studies", "Study cash flow"),
            of("Values", Need.EXTRA, of -> of.values().map(study -> ValueSections.of(of.dataset(), study)))
                    .withSections("Price decks", "Valued projects", "Cash flows", "Company values", "Implied prices"),
            of(BenefitSection.NAME, Need.EXTRA, of -> of.benefitScreen().map(BenefitSection::of)),
            of("Supply stack", Need.EXTRA, of -> of.incentives().map(StackSection::of)),
            of("Simulation", Need.FORECAST, of -> of.risk().map(SimulationSection::of)),
            of("Drivers", Need.FORECAST, of -> of.risk().map(risk -> DriverSection.of(of.dataset(), risk))),
            of("Break-evens", Need.FORECAST, of -> of.risk().flatMap(BreakEvenSection::of)),
            of("Companies", Need.COMPANIES, of -> CompanySection.of(of.dataset(), of.facts()))
                    .withSections("Companies", "Company figures", "Facts"),
            of("Attribution", Need.COMPANIES, of -> AttributionSection.of(of.dataset(), of.attribution()))
                    .withSections("Attribution", "Ownership"),
            of(
                            "Screen",
                            Need.COMPANIES,
                            of -> of.screen()
                                    .map(study -> of.benefitScreen().isPresent()
                                            ? under(study.partOfItself(), of.robustness())
                                            : screen(study, of.robustness()).plus(Beneficiaries.of(study))))
                    .withSections("Screen detail", "Screen steps"),
            of("Comps", Need.COMPANIES, of -> of.comps().map(CompsSection::of)).withSections("Comps detail"),
            of(
                            "Earnings",
                            Need.COMPANIES,
                            of -> of.earnings().map(earnings -> EarningsSection.of(of.dataset(), earnings)))
                    .withSections("Price exposure"),
            of(
                            "Claims",
                            Need.ROWS,
                            of -> ClaimSection.of(of.claims(), of.dataset().sources()))
                    .withSections("Claim detail"),
            of("Paths", Need.FORECAST, of -> of.forecast().map(PathSection::of)),
            of("Runs", Need.FORECAST, of -> of.risk().map(RunSection::of)));

    /** That of a sheet, or of a section on it; empty where there is none, or where it has no sheet of its own. */
    static Optional<Backup> named(String name) {
        return ALL.stream()
                .filter(backup -> !backup.sections().isEmpty())
                .filter(backup ->
                        backup.name().equals(name) || backup.sections().contains(name))
                .findFirst();
    }

    private static Backup of(String name, Need need, Function<Analyses, Optional<Part>> part) {
        return new Backup(name, need, ImmutableList.of(name), part);
    }

    /** The same with sections of other names than its own, or none. */
    private Backup withSections(String... names) {
        return new Backup(name, need, ImmutableList.copyOf(names), part);
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

    /** Quotas in detail, and what is known of those that are not published. */
    private static Optional<Part> quotas(Analyses analyses) {
        Optional<Part> outlook =
                QuotaOutlookSection.of(analyses.supplies(), analyses.quotaOutlooks(), analyses.forecast());
        return QuotaSection.of(analyses.dataset(), analyses.quotas())
                .map(detail -> outlook.map(detail::plus).orElse(detail));
    }

    /** Prices, trade and demand, with what heavy rare earths cost in a section of its own. */
    private static Optional<Part> market(Analyses analyses) {
        Optional<Part> heavy = analyses.heavyPrices().map(HeavySection::of);
        Optional<Part> market = MarketSection.of(MarketFigures.of(analyses));
        return market.map(one -> heavy.map(one::plus).orElse(one)).or(() -> heavy);
    }

    /** Every step of a screen, with how sure its order is at the end where that was tried. */
    static Part screen(ScreenStudy study, Optional<Robustness> robustness) {
        return under(study.part(), robustness);
    }

    private static Part under(Part screen, Optional<Robustness> robustness) {
        return robustness.map(sure -> sure.under(screen)).orElse(screen);
    }
}
