package org.lodestone.reports.analysis;

import static com.google.common.base.Suppliers.memoize;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.announcement.Announcements;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.benefit.Benefits;
import org.lodestone.reports.benefit.Relief;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.quota.QuotaOutlook;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.valuation.Comps;
import org.lodestone.reports.value.IncentivePrices;
import org.lodestone.reports.value.ValueStudy;

/**
 * The analyses of a dataset, each worked out when it is first asked for, and then handed on.
 *
 * <p>An analysis that leans on others takes them from here. An analysis throws what it throws by itself, whenever it is asked
 * for. Safe for several threads.
 */
public final class Analyses {

    private final Dataset dataset;
    private final Supplies supplies;
    private final Supplier<Optional<ChainAnalysis>> chain = memoize(() -> ChainAnalysis.of(supplies()));
    private final Supplier<ImmutableList<Quotas>> quotas = memoize(() -> Quotas.of(dataset()));
    private final Supplier<ImmutableList<QuotaOutlook>> quotaOutlooks =
            memoize(() -> QuotaOutlook.of(dataset(), quotas()));
    private final Supplier<Optional<HeavyPrices>> heavyPrices = memoize(() -> HeavyPrices.of(dataset()));
    private final Supplier<Optional<Pipeline>> pipeline = memoize(() -> Pipeline.of(dataset()));
    private final Supplier<CompanyFacts> facts = memoize(() -> CompanyFacts.of(dataset()));
    private final Supplier<Attribution> attribution =
            memoize(() -> Attribution.of(dataset(), quotas(), pipeline(), facts()));
    private final Supplier<Optional<Comps>> comps = memoize(() -> Comps.of(dataset(), facts()));
    private final Supplier<StudyAudit> studies = memoize(() -> StudyAudit.of(dataset()));
    private final Supplier<ClaimCheck> claims = memoize(() -> ClaimCheck.of(supplies(), quotas(), chain()));
    private final Supplier<Optional<Announcements>> announcements = memoize(() -> Announcements.of(dataset()));
    private final Supplier<Optional<ForecastStudy>> forecast;
    private final Supplier<Optional<RiskAnalysis>> risk;
    private final Supplier<ImmutableList<Relief>> reliefs = memoize(() -> forecast()
            .map(study -> Relief.of(dataset(), study, attribution(), quotas()))
            .orElse(ImmutableList.of()));
    private final Supplier<Optional<ValueStudy>> values =
            memoize(() -> ValueStudy.of(dataset(), forecast(), studies(), comps()));
    private final Supplier<Optional<IncentivePrices>> incentives = memoize(() -> IncentivePrices.of(values()));
    private final Supplier<Optional<Earnings>> earnings = memoize(() -> Earnings.of(dataset(), facts(), values()));
    private final Supplier<Optional<Benefits>> benefits =
            memoize(() -> Benefits.of(dataset(), forecast(), attribution(), quotas(), earnings(), values(), comps()));
    private final Supplier<Optional<BenefitScreen>> benefitScreen =
            memoize(() -> dataset().benefit().flatMap(by -> benefits().flatMap(known -> BenefitScreen.of(by, known))));
    private final Supplier<Optional<ScreenStudy>> screen = memoize(
            () -> dataset().screen().flatMap(by -> ScreenStudy.of(dataset(), by, facts(), pipeline(), attribution())));
    private final Supplier<Optional<Robustness>> robustness;

    private Analyses(Dataset dataset, String scenario, Run run, LongConsumer progress) {
        this.dataset = dataset;
        this.supplies = Supplies.of(dataset);
        this.forecast = memoize(() -> ForecastStudy.of(supplies, pipeline(), scenario));
        this.risk = memoize(() -> forecast().flatMap(study -> RiskAnalysis.of(dataset, study, run, progress)));
        this.robustness = memoize(
                () -> screen().flatMap(study -> Robustness.of(study, Robustness.DRAWS, run.seed(), run.threads())));
    }

    /** The analyses with the base scenario chosen, and the usual simulation. */
    public static Analyses of(Dataset dataset) {
        return of(dataset, Scenario.BASE, Run.STANDARD);
    }

    /**
     * The analyses with a scenario chosen.
     *
     * @param run how simulations are run
     */
    public static Analyses of(Dataset dataset, String scenario, Run run) {
        return of(dataset, scenario, run, done -> {});
    }

    /**
     * The same, which tell how far they are.
     *
     * @param progress is told how many draws of the simulation are done, of those of all scenarios; on any thread
     */
    public static Analyses of(Dataset dataset, String scenario, Run run, LongConsumer progress) {
        requireNonNull(dataset, "dataset");
        requireNonNull(scenario, "scenario");
        requireNonNull(run, "run");
        requireNonNull(progress, "progress");
        return new Analyses(dataset, scenario, run, progress);
    }

    /** The dataset that is analysed. */
    public Dataset dataset() {
        return dataset;
    }

    /** Supply by place and year, of every measure. */
    public Supplies supplies() {
        return supplies;
    }

    /** The stages of the chain side by side; empty where no stage has figures by country. */
    public Optional<ChainAnalysis> chain() {
        return chain.get();
    }

    /** The quotas of every stage that has one, from the ground on. */
    public ImmutableList<Quotas> quotas() {
        return quotas.get();
    }

    /** The range of each quota that is not published, with the record of its rules; none where the dataset has no signals. */
    public ImmutableList<QuotaOutlook> quotaOutlooks() {
        return quotaOutlooks.get();
    }

    /** Prices of heavy rare earths; empty where the dataset has none. */
    public Optional<HeavyPrices> heavyPrices() {
        return heavyPrices.get();
    }

    /** Projects with their capacities; empty where the dataset has none. */
    public Optional<Pipeline> pipeline() {
        return pipeline.get();
    }

    /** All that is stated about companies. */
    public CompanyFacts facts() {
        return facts.get();
    }

    /** Throws where who owns whom cannot be solved. */
    public Attribution attribution() {
        return attribution.get();
    }

    /** Throws where who owns whom cannot be solved. */
    public Optional<Comps> comps() {
        return comps.get();
    }

    /** How earnings hang on prices; empty where the dataset has no exposures. */
    public Optional<Earnings> earnings() {
        return earnings.get();
    }

    /** The results that studies of projects print, recomputed; nothing where the dataset has no studies. */
    public StudyAudit studies() {
        return studies.get();
    }

    /** The worth of projects and companies at its price decks; empty where it values nothing. */
    public Optional<ValueStudy> values() {
        return values.get();
    }

    /** The prices at which projects earn what is asked of them, and the stack of tonnes by them; empty where no deck names a return. */
    public Optional<IncentivePrices> incentives() {
        return incentives.get();
    }

    /** The gains of listed companies: tonnes, profit and value; empty where nothing is forecast against a demand. */
    public Optional<Benefits> benefits() {
        return benefits.get();
    }

    /** The companies by what they gain; empty where the dataset has no screen of that, or too little is known. */
    public Optional<BenefitScreen> benefitScreen() {
        return benefitScreen.get();
    }

    /** The statements of the text under study, recomputed; none where the dataset has no claims. */
    public ClaimCheck claims() {
        return claims.get();
    }

    /** Returns of shares around announcements; empty where no announcement has a day. */
    public Optional<Announcements> announcements() {
        return announcements.get();
    }

    /** Throws where there are scenarios, but none of the name that was chosen. */
    public Optional<ForecastStudy> forecast() {
        return forecast.get();
    }

    /**
     * The risks and ranges that could turn the conclusions of the forecast; empty where there is no forecast, no driver,
     * or nothing to conclude.
     */
    public Optional<RiskAnalysis> risk() {
        return risk.get();
    }

    /** The worth of one tonne more at each limit, of every stage that another feeds. Throws where who owns whom cannot be solved. */
    public ImmutableList<Relief> reliefs() {
        return reliefs.get();
    }

    /** The companies by the dataset's own screen; empty where it has none, or no company passes its filters. */
    public Optional<ScreenStudy> screen() {
        return screen.get();
    }

    /** How sure the order of the screen is; empty where there is none, or fewer than two companies are ranked. */
    public Optional<Robustness> robustness() {
        return robustness.get();
    }

    @Override
    public String toString() {
        return "analyses of " + dataset.name();
    }
}
