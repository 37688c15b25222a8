package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.company.Stake;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Source;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.ElementSplit;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Risk;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.text.Nearest;
import org.lodestone.core.time.Period;

/**
 * Everything known about a resource: its chain, its figures with their sources, and the companies along it.
 *
 * <p>Rows keep the order of their files. A dataset that was read with problems may name an id whose own row could not be
 * read, so look ids up as if they could be missing.
 *
 * @param resource the commodity, for titles: {@code Rare earths}
 * @param subject what it is about, in a line
 * @param defaultEdition id of the edition that is used unless another is asked for; empty when there is none
 * @param gathered when its figures were gathered
 * @param sources by id
 * @param editions by id
 * @param measures by id
 * @param unread what its sources printed and could not be read
 * @param companies by id
 * @param screen how its companies are compared; empty where it does not say
 */
public record Dataset(
        String name,
        String title,
        String resource,
        String subject,
        String defaultEdition,
        Period gathered,
        ImmutableMap<String, Source> sources,
        ImmutableMap<String, Edition> editions,
        Chain chain,
        ImmutableMap<String, Measure> measures,
        ImmutableList<Figure> figures,
        ImmutableList<Unread> unread,
        ImmutableList<Quota> quotas,
        ImmutableList<QuotaRole> quotaRoles,
        ImmutableList<Policy> policies,
        ImmutableList<Project> projects,
        ImmutableList<ProjectReserve> reserves,
        ImmutableList<ProjectOutput> outputs,
        ImmutableList<Milestone> milestones,
        ImmutableMap<String, Company> companies,
        ImmutableList<CompanyFact> facts,
        ImmutableList<Stake> stakes,
        ImmutableList<Rating> ratings,
        ImmutableList<ExchangeRate> rates,
        ImmutableList<Exposure> exposures,
        ImmutableList<Price> prices,
        ImmutableList<TradeFlow> trade,
        ImmutableList<Demand> demand,
        ImmutableList<ElementSplit> splits,
        ImmutableList<Risk> risks,
        ImmutableList<Assumption> assumptions,
        Outlook outlook,
        ImmutableList<Claim> claims,
        ImmutableList<Basis> bases,
        Optional<Screen> screen) {

    /** Starts a dataset in which every table is still empty. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    public Optional<Measure> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /**
     * The figures of a measure in an edition, in the order of the file. Where the edition was revised, the latest
     * revision of each place, period and case.
     */
    public ImmutableList<Figure> figures(String measureId, String edition) {
        Map<Slot, Figure> latest = new LinkedHashMap<>();
        for (Figure figure : figures) {
            if (figure.measure().id().equals(measureId) && figure.edition().equals(edition)) {
                latest.merge(Slot.of(figure), figure, Dataset::later);
            }
        }
        return ImmutableList.copyOf(latest.values());
    }

    /** What could not be read of a measure, in all editions. */
    public ImmutableList<Unread> unread(Measure measure) {
        return unread.stream()
                .filter(one -> one.measure().equalsIgnoreCase(measure.name())
                        || one.measure().equals(measure.id()))
                .collect(ImmutableList.toImmutableList());
    }

    public Optional<Edition> edition(String id) {
        return Optional.ofNullable(editions.get(id));
    }

    /** The name of an edition as readers know it; its id where its row could not be read. */
    public String editionName(String id) {
        return edition(id).map(Edition::name).orElse(id);
    }

    /** This dataset with another default edition. Throws if it has no such edition. */
    public Dataset withEdition(String id) {
        if (!editions.containsKey(id)) {
            throw new IllegalArgumentException("'" + id + "' is not an edition of " + name + ". "
                    + Nearest.remedy(id, editions.keySet(), "Add it to editions.csv."));
        }
        return toBuilder().defaultEdition(id).build();
    }

    /** A builder that holds all of this dataset. */
    public Builder toBuilder() {
        return builder(name)
                .title(title)
                .resource(resource)
                .subject(subject)
                .defaultEdition(defaultEdition)
                .gathered(gathered)
                .sources(sources)
                .editions(editions)
                .chain(chain)
                .measures(measures)
                .figures(figures)
                .unread(unread)
                .quotas(quotas)
                .quotaRoles(quotaRoles)
                .policies(policies)
                .projects(projects)
                .reserves(reserves)
                .outputs(outputs)
                .milestones(milestones)
                .companies(companies)
                .facts(facts)
                .stakes(stakes)
                .ratings(ratings)
                .rates(rates)
                .exposures(exposures)
                .prices(prices)
                .trade(trade)
                .demand(demand)
                .splits(splits)
                .risks(risks)
                .assumptions(assumptions)
                .outlook(outlook)
                .claims(claims)
                .bases(bases)
                .screen(screen);
    }

    /** The newest edition in the series of the default edition. */
    public Optional<Edition> newest() {
        return edition(defaultEdition)
                .flatMap(current -> editions.values().stream()
                        .filter(edition -> edition.series().equals(current.series()))
                        .max(Comparator.comparing(Edition::released)));
    }

    private static Figure later(Figure one, Figure other) {
        return Revisions.ORDER.compare(one.revision(), other.revision()) >= 0 ? one : other;
    }

    /** What a figure is of, whichever revision it stands in. */
    private record Slot(Place place, Period period, String scenarioCase) {
        static Slot of(Figure figure) {
            return new Slot(figure.place(), figure.period(), figure.scenarioCase());
        }
    }

    /** Collects a dataset, table by table. */
    public static final class Builder {

        private final String name;
        private String title = "";
        private String resource = "";
        private String subject = "";
        private String defaultEdition = "";
        private Period gathered = Period.NONE;
        private ImmutableMap<String, Source> sources = ImmutableMap.of();
        private ImmutableMap<String, Edition> editions = ImmutableMap.of();
        private Chain chain = Chain.of(List.of());
        private ImmutableMap<String, Measure> measures = ImmutableMap.of();
        private ImmutableList<Figure> figures = ImmutableList.of();
        private ImmutableList<Unread> unread = ImmutableList.of();
        private ImmutableList<Quota> quotas = ImmutableList.of();
        private ImmutableList<QuotaRole> quotaRoles = ImmutableList.of();
        private ImmutableList<Policy> policies = ImmutableList.of();
        private ImmutableList<Project> projects = ImmutableList.of();
        private ImmutableList<ProjectReserve> reserves = ImmutableList.of();
        private ImmutableList<ProjectOutput> outputs = ImmutableList.of();
        private ImmutableList<Milestone> milestones = ImmutableList.of();
        private ImmutableMap<String, Company> companies = ImmutableMap.of();
        private ImmutableList<CompanyFact> facts = ImmutableList.of();
        private ImmutableList<Stake> stakes = ImmutableList.of();
        private ImmutableList<Rating> ratings = ImmutableList.of();
        private ImmutableList<ExchangeRate> rates = ImmutableList.of();
        private ImmutableList<Exposure> exposures = ImmutableList.of();
        private ImmutableList<Price> prices = ImmutableList.of();
        private ImmutableList<TradeFlow> trade = ImmutableList.of();
        private ImmutableList<Demand> demand = ImmutableList.of();
        private ImmutableList<ElementSplit> splits = ImmutableList.of();
        private ImmutableList<Risk> risks = ImmutableList.of();
        private ImmutableList<Assumption> assumptions = ImmutableList.of();
        private Outlook outlook = Outlook.NONE;
        private ImmutableList<Claim> claims = ImmutableList.of();
        private ImmutableList<Basis> bases = ImmutableList.of();
        private Optional<Screen> screen = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder resource(String resource) {
            this.resource = resource;
            return this;
        }

        public Builder subject(String subject) {
            this.subject = subject;
            return this;
        }

        public Builder defaultEdition(String defaultEdition) {
            this.defaultEdition = defaultEdition;
            return this;
        }

        public Builder gathered(Period gathered) {
            this.gathered = gathered;
            return this;
        }

        public Builder sources(Map<String, Source> sources) {
            this.sources = ImmutableMap.copyOf(sources);
            return this;
        }

        public Builder editions(Map<String, Edition> editions) {
            this.editions = ImmutableMap.copyOf(editions);
            return this;
        }

        public Builder chain(Chain chain) {
            this.chain = chain;
            return this;
        }

        public Builder measures(Map<String, Measure> measures) {
            this.measures = ImmutableMap.copyOf(measures);
            return this;
        }

        public Builder figures(List<Figure> figures) {
            this.figures = ImmutableList.copyOf(figures);
            return this;
        }

        public Builder unread(List<Unread> unread) {
            this.unread = ImmutableList.copyOf(unread);
            return this;
        }

        public Builder quotas(List<Quota> quotas) {
            this.quotas = ImmutableList.copyOf(quotas);
            return this;
        }

        public Builder quotaRoles(List<QuotaRole> quotaRoles) {
            this.quotaRoles = ImmutableList.copyOf(quotaRoles);
            return this;
        }

        public Builder policies(List<Policy> policies) {
            this.policies = ImmutableList.copyOf(policies);
            return this;
        }

        public Builder projects(List<Project> projects) {
            this.projects = ImmutableList.copyOf(projects);
            return this;
        }

        public Builder reserves(List<ProjectReserve> reserves) {
            this.reserves = ImmutableList.copyOf(reserves);
            return this;
        }

        public Builder outputs(List<ProjectOutput> outputs) {
            this.outputs = ImmutableList.copyOf(outputs);
            return this;
        }

        public Builder milestones(List<Milestone> milestones) {
            this.milestones = ImmutableList.copyOf(milestones);
            return this;
        }

        public Builder companies(Map<String, Company> companies) {
            this.companies = ImmutableMap.copyOf(companies);
            return this;
        }

        public Builder facts(List<CompanyFact> facts) {
            this.facts = ImmutableList.copyOf(facts);
            return this;
        }

        public Builder stakes(List<Stake> stakes) {
            this.stakes = ImmutableList.copyOf(stakes);
            return this;
        }

        public Builder ratings(List<Rating> ratings) {
            this.ratings = ImmutableList.copyOf(ratings);
            return this;
        }

        public Builder rates(List<ExchangeRate> rates) {
            this.rates = ImmutableList.copyOf(rates);
            return this;
        }

        public Builder exposures(List<Exposure> exposures) {
            this.exposures = ImmutableList.copyOf(exposures);
            return this;
        }

        public Builder prices(List<Price> prices) {
            this.prices = ImmutableList.copyOf(prices);
            return this;
        }

        public Builder trade(List<TradeFlow> trade) {
            this.trade = ImmutableList.copyOf(trade);
            return this;
        }

        public Builder demand(List<Demand> demand) {
            this.demand = ImmutableList.copyOf(demand);
            return this;
        }

        public Builder splits(List<ElementSplit> splits) {
            this.splits = ImmutableList.copyOf(splits);
            return this;
        }

        public Builder risks(List<Risk> risks) {
            this.risks = ImmutableList.copyOf(risks);
            return this;
        }

        public Builder assumptions(List<Assumption> assumptions) {
            this.assumptions = ImmutableList.copyOf(assumptions);
            return this;
        }

        public Builder outlook(Outlook outlook) {
            this.outlook = outlook;
            return this;
        }

        public Builder claims(List<Claim> claims) {
            this.claims = ImmutableList.copyOf(claims);
            return this;
        }

        public Builder bases(List<Basis> bases) {
            this.bases = ImmutableList.copyOf(bases);
            return this;
        }

        public Builder screen(Optional<Screen> screen) {
            this.screen = screen;
            return this;
        }

        public Dataset build() {
            return new Dataset(
                    name,
                    title,
                    resource,
                    subject,
                    defaultEdition,
                    gathered,
                    sources,
                    editions,
                    chain,
                    measures,
                    figures,
                    unread,
                    quotas,
                    quotaRoles,
                    policies,
                    projects,
                    reserves,
                    outputs,
                    milestones,
                    companies,
                    facts,
                    stakes,
                    ratings,
                    rates,
                    exposures,
                    prices,
                    trade,
                    demand,
                    splits,
                    risks,
                    assumptions,
                    outlook,
                    claims,
                    bases,
                    screen);
        }
    }
}
