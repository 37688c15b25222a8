package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
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
import org.lodestone.core.text.UnknownIdException;
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
 * @param tables the rows of those tables that a {@link Table} says
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
        Rows tables,
        ImmutableMap<String, Edition> editions,
        Chain chain,
        ImmutableMap<String, Measure> measures,
        ImmutableList<Unread> unread,
        ImmutableList<Policy> policies,
        ImmutableList<Project> projects,
        ImmutableList<ProjectOutput> outputs,
        ImmutableList<Milestone> milestones,
        ImmutableMap<String, Company> companies,
        ImmutableList<CompanyFact> facts,
        ImmutableList<Stake> stakes,
        ImmutableList<Rating> ratings,
        ImmutableList<ExchangeRate> rates,
        ImmutableList<TradeFlow> trade,
        ImmutableList<Demand> demand,
        ImmutableList<Risk> risks,
        Outlook outlook,
        ImmutableList<Claim> claims,
        Optional<Screen> screen) {

    /** Starts a dataset in which every table is still empty. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The rows of a table, in the order of its file; also of one of one's own with which it was read. */
    public <R> ImmutableList<R> rows(Table<R> table) {
        return tables.of(table);
    }

    public ImmutableMap<String, Source> sources() {
        return tables.byId(SourceTables.SOURCES);
    }

    public ImmutableList<Basis> bases() {
        return tables.of(SourceTables.BASES);
    }

    public ImmutableList<Figure> figures() {
        return tables.of(ChainTables.FIGURES);
    }

    public ImmutableList<Quota> quotas() {
        return tables.of(MarketTables.QUOTAS);
    }

    public ImmutableList<QuotaRole> quotaRoles() {
        return tables.of(MarketTables.QUOTA_HOLDERS);
    }

    public ImmutableList<ProjectReserve> reserves() {
        return tables.of(ProjectTables.RESERVES);
    }

    public ImmutableList<Exposure> exposures() {
        return tables.of(ExposureTables.EXPOSURES);
    }

    public ImmutableList<Price> prices() {
        return tables.of(MarketTables.PRICES);
    }

    public ImmutableList<ElementSplit> splits() {
        return tables.of(MarketTables.SPLITS);
    }

    public ImmutableList<Assumption> assumptions() {
        return tables.of(ForecastTables.ASSUMPTIONS);
    }

    /** A measure by its id. Throws if there is none. */
    public Measure measure(String id) {
        return Optional.ofNullable(measures.get(id))
                .orElseThrow(() -> UnknownIdException.of(id, "a measure of " + name, measures.keySet()));
    }

    /**
     * The figures of a measure in an edition, in the order of the file. Where the edition was revised, the latest
     * revision of each place, period and case. Empty where that edition has none of that measure; throws if there is no such
     * measure or edition at all.
     */
    public ImmutableList<Figure> figures(String measureId, String edition) {
        Map<Slot, Figure> latest = new LinkedHashMap<>();
        for (Figure figure : figures()) {
            if (figure.measure().id().equals(measureId) && figure.edition().equals(edition)) {
                latest.merge(Slot.of(figure), figure, Dataset::later);
            }
        }
        if (latest.isEmpty()) {
            requireMeasure(measureId);
            requireEdition(edition);
        }
        return ImmutableList.copyOf(latest.values());
    }

    private void requireMeasure(String id) {
        if (figures().stream().noneMatch(figure -> figure.measure().id().equals(id))) {
            measure(id);
        }
    }

    /** Figures may be of no edition, or of one whose row could not be read. */
    private void requireEdition(String id) {
        boolean known = id.isEmpty()
                || id.equals(defaultEdition)
                || editions.containsKey(id)
                || figures().stream().anyMatch(figure -> figure.edition().equals(id));
        if (!known) {
            throw UnknownIdException.of(id, "an edition of " + name, editions.keySet(), "Add it to editions.csv.");
        }
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
            throw UnknownIdException.of(id, "an edition of " + name, editions.keySet(), "Add it to editions.csv.");
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
                .tables(tables)
                .editions(editions)
                .chain(chain)
                .measures(measures)
                .unread(unread)
                .policies(policies)
                .projects(projects)
                .outputs(outputs)
                .milestones(milestones)
                .companies(companies)
                .facts(facts)
                .stakes(stakes)
                .ratings(ratings)
                .rates(rates)
                .trade(trade)
                .demand(demand)
                .risks(risks)
                .outlook(outlook)
                .claims(claims)
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
        private Rows tables = Rows.NONE;
        private ImmutableMap<String, Edition> editions = ImmutableMap.of();
        private Chain chain = Chain.of(List.of());
        private ImmutableMap<String, Measure> measures = ImmutableMap.of();
        private ImmutableList<Unread> unread = ImmutableList.of();
        private ImmutableList<Policy> policies = ImmutableList.of();
        private ImmutableList<Project> projects = ImmutableList.of();
        private ImmutableList<ProjectOutput> outputs = ImmutableList.of();
        private ImmutableList<Milestone> milestones = ImmutableList.of();
        private ImmutableMap<String, Company> companies = ImmutableMap.of();
        private ImmutableList<CompanyFact> facts = ImmutableList.of();
        private ImmutableList<Stake> stakes = ImmutableList.of();
        private ImmutableList<Rating> ratings = ImmutableList.of();
        private ImmutableList<ExchangeRate> rates = ImmutableList.of();
        private ImmutableList<TradeFlow> trade = ImmutableList.of();
        private ImmutableList<Demand> demand = ImmutableList.of();
        private ImmutableList<Risk> risks = ImmutableList.of();
        private Outlook outlook = Outlook.NONE;
        private ImmutableList<Claim> claims = ImmutableList.of();
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
            return rows(SourceTables.SOURCES, sources.values());
        }

        /** The rows of a table, also of one of one's own. */
        public <R> Builder rows(Table<R> table, Collection<R> rows) {
            tables = tables.with(table, rows);
            return this;
        }

        private Builder tables(Rows all) {
            tables = all;
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
            return rows(ChainTables.FIGURES, figures);
        }

        public Builder unread(List<Unread> unread) {
            this.unread = ImmutableList.copyOf(unread);
            return this;
        }

        public Builder quotas(List<Quota> quotas) {
            return rows(MarketTables.QUOTAS, quotas);
        }

        public Builder quotaRoles(List<QuotaRole> quotaRoles) {
            return rows(MarketTables.QUOTA_HOLDERS, quotaRoles);
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
            return rows(ProjectTables.RESERVES, reserves);
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
            return rows(ExposureTables.EXPOSURES, exposures);
        }

        public Builder prices(List<Price> prices) {
            return rows(MarketTables.PRICES, prices);
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
            return rows(MarketTables.SPLITS, splits);
        }

        public Builder risks(List<Risk> risks) {
            this.risks = ImmutableList.copyOf(risks);
            return this;
        }

        public Builder assumptions(List<Assumption> assumptions) {
            return rows(ForecastTables.ASSUMPTIONS, assumptions);
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
            return rows(SourceTables.BASES, bases);
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
                    tables,
                    editions,
                    chain,
                    measures,
                    unread,
                    policies,
                    projects,
                    outputs,
                    milestones,
                    companies,
                    facts,
                    stakes,
                    ratings,
                    rates,
                    trade,
                    demand,
                    risks,
                    outlook,
                    claims,
                    screen);
        }
    }
}
