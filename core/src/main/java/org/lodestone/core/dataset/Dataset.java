package org.lodestone.core.dataset;

import com.google.auto.value.AutoBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Conversion;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Publication;
import org.lodestone.core.research.Risk;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Valuation;

/**
 * Everything known about a resource: its chain, its figures with their sources, and the companies along it.
 *
 * <p>It holds the records of every {@link Table}, in the order of their files. A dataset that was read with problems may name an
 * id whose own row could not be read, so look ids up as if they could be missing.
 */
public final class Dataset {

    private final Content content;
    private final Chain chain;
    private final Outlook outlook;
    private final Valuation valuation;
    private final ImmutableListMultimap<Printed, Figure> printed;

    private Dataset(Content given) {
        this.chain = Chain.of(given.rows().of(ChainTables.STAGES));
        this.outlook = ForecastTables.outlook(given.rows()::of);
        this.valuation = ValuationTables.valuation(given.rows()::of);
        this.content = new AutoBuilder_Dataset_Builder(given)
                .rows(ChainTables.STAGES, chain.stages())
                .rows(ForecastTables.SCENARIOS, outlook.scenarios())
                .content();
        this.printed = Multimaps.index(
                figures(), figure -> new Printed(figure.measure().id(), figure.edition()));
    }

    /**
     * All that a dataset says.
     *
     * @param publication empty where it is the usual one of the resource
     */
    record Content(
            String name,
            String title,
            String resource,
            String subject,
            String defaultEdition,
            Period gathered,
            Rows rows,
            Optional<Screen> screen,
            Optional<Screen> benefit,
            Optional<Publication> publication) {

        /** To say that the publication is the usual one is to say nothing. */
        Content {
            Publication usual = Publication.of(resource);
            publication = publication.filter(said -> !said.equals(usual));
        }
    }

    /** Starts a dataset in which every table is still empty. */
    public static Builder builder(String name) {
        return new AutoBuilder_Dataset_Builder()
                .name(name)
                .title("")
                .resource("")
                .subject("")
                .defaultEdition("")
                .gathered(Period.NONE)
                .rows(Rows.NONE);
    }

    /** Its short name, as in commands: {@code rare-earths}. */
    public String name() {
        return content.name();
    }

    /** Its title for readers: {@code Rare earths}. */
    public String title() {
        return content.title();
    }

    /** The commodity, for titles: {@code Rare earths}. */
    public String resource() {
        return content.resource();
    }

    /** The subject of the dataset, in a line. */
    public String subject() {
        return content.subject();
    }

    /** Id of the edition that is used unless another is asked for; empty where there is none. */
    public String defaultEdition() {
        return content.defaultEdition();
    }

    /** When its figures were gathered. */
    public Period gathered() {
        return content.gathered();
    }

    /** How its companies are compared; empty where it does not say. */
    public Optional<Screen> screen() {
        return content.screen();
    }

    /**
     * How its companies are compared by who benefits, where criteria may measure a {@link Indicator.Gain gain}; empty where it does not
     * say. No criterion has the name of one of {@link #screen()}.
     */
    public Optional<Screen> benefit() {
        return content.benefit();
    }

    /** Under which name research on it is published: what it says itself, or else the resource as Lodestone would. */
    public Publication publication() {
        return content.publication().orElseGet(() -> Publication.of(resource()));
    }

    /** The records of a table, in the order of its file. */
    public <R> ImmutableList<R> rows(Table<R> table) {
        return content.rows().of(table);
    }

    /** All doubts about the observed figures of a dataset, by measure and edition. */
    public ImmutableList<Doubt> doubts() {
        return Doubt.about(this);
    }

    /** The records of a table by the first column of its key; the first of those that share it. */
    public <R> ImmutableMap<String, R> byId(Table<R> table) {
        return content.rows().byId(table);
    }

    /** All tables that it may have: those of every dataset, and its own. */
    public ImmutableList<Table<?>> tables() {
        return ImmutableList.copyOf(
                Sets.union(ImmutableSet.copyOf(Table.all()), content.rows().tables()));
    }

    /** By id. */
    public ImmutableMap<String, Source> sources() {
        return byId(SourceTables.SOURCES);
    }

    /** The bases of mass that its units may be on, such as t REO. */
    public ImmutableList<Basis> bases() {
        return rows(SourceTables.BASES);
    }

    /** The ways from one basis to another. */
    public ImmutableList<Conversion> conversions() {
        return rows(SourceTables.CONVERSIONS);
    }

    /** By id. */
    public ImmutableMap<String, Edition> editions() {
        return byId(SourceTables.EDITIONS);
    }

    /** The supply chain of its stages. */
    public Chain chain() {
        return chain;
    }

    /** By id. */
    public ImmutableMap<String, Measure> measures() {
        return byId(ChainTables.MEASURES);
    }

    /** The published figures of all measures, places, periods and editions. */
    public ImmutableList<Figure> figures() {
        return rows(ChainTables.FIGURES);
    }

    /** Entries that its sources printed and that could not be read. */
    public ImmutableList<Unread> unread() {
        return rows(ChainTables.UNREAD);
    }

    /** The quotas, by year, batch, stage and holder. */
    public ImmutableList<Quota> quotas() {
        return rows(QuotaTables.QUOTAS);
    }

    /** The roles that companies have in the quotas of holders. */
    public ImmutableList<QuotaRole> quotaRoles() {
        return rows(QuotaTables.QUOTA_HOLDERS);
    }

    /** The measures of governments. */
    public ImmutableList<Policy> policies() {
        return rows(QuotaTables.POLICIES);
    }

    /** The lines of projects, one for each product of a mine or plant. */
    public ImmutableList<Project> projects() {
        return rows(ProjectTables.PROJECTS);
    }

    /** The statements of reserves and resources at projects. */
    public ImmutableList<ProjectReserve> reserves() {
        return rows(ProjectTables.RESERVES);
    }

    /** The amounts that projects made or sold. */
    public ImmutableList<ProjectOutput> outputs() {
        return rows(ProjectTables.OUTPUTS);
    }

    /** The dates that projects announced, and those they kept. */
    public ImmutableList<Milestone> milestones() {
        return rows(ProjectTables.MILESTONES);
    }

    /** By id. */
    public ImmutableMap<String, Company> companies() {
        return byId(CompanyTables.COMPANIES);
    }

    /** The numbers known about companies. */
    public ImmutableList<CompanyFact> facts() {
        return rows(CompanyTables.FACTS);
    }

    /** The stakes that owners hold in companies directly. */
    public ImmutableList<Stake> stakes() {
        return rows(CompanyTables.STAKES);
    }

    /** The marks that an analyst gave companies. */
    public ImmutableList<Rating> ratings() {
        return rows(CompanyTables.RATINGS);
    }

    /** The exchange rates. */
    public ImmutableList<ExchangeRate> rates() {
        return rows(CompanyTables.EXCHANGE_RATES);
    }

    /** The products on whose prices the earnings of companies hang. */
    public ImmutableList<Exposure> exposures() {
        return rows(ExposureTables.EXPOSURES);
    }

    /** The prices of products. */
    public ImmutableList<Price> prices() {
        return rows(MarketTables.PRICES);
    }

    /** The imports and exports between countries. */
    public ImmutableList<TradeFlow> trade() {
        return rows(MarketTables.TRADE);
    }

    /** The demand for materials, observed and in the cases of outlooks. */
    public ImmutableList<Demand> demand() {
        return rows(MarketTables.DEMAND);
    }

    /** The changes that could prove a claim wrong. */
    public ImmutableList<Risk> risks() {
        return rows(ResearchTables.RISKS);
    }

    /** Events that are due, and those that have passed. */
    public ImmutableList<Event> dates() {
        return rows(ResearchTables.DATES);
    }

    /** The assumptions of all scenarios. */
    public ImmutableList<Assumption> assumptions() {
        return rows(ForecastTables.ASSUMPTIONS);
    }

    /** The ids of the assumptions that the rules of its forecast and of its values name. */
    public ImmutableSet<String> premises() {
        return Stream.concat(ForecastTables.RULES.stream(), ValuationTables.RULES.stream())
                .flatMap(this::premises)
                .collect(ImmutableSet.toImmutableSet());
    }

    private <R> Stream<String> premises(Table<R> rules) {
        return rules.columns().stream()
                .filter(column -> column.cell().refersTo().equals(Optional.of(ForecastTables.ASSUMPTIONS)))
                .flatMap(column -> rows(rules).stream().map(column::text))
                .filter(id -> !id.isEmpty());
    }

    /** The rules of its forecast. */
    public Outlook outlook() {
        return outlook;
    }

    /** The rules of its valuation. */
    public Valuation valuation() {
        return valuation;
    }

    /** The figures that a note prints, to be recomputed. */
    public ImmutableList<Claim> claims() {
        return rows(ResearchTables.CLAIMS);
    }

    /** A measure by its id. Throws if there is none. */
    public Measure measure(String id) {
        return Optional.ofNullable(measures().get(id))
                .orElseThrow(() -> UnknownIdException.of(
                        id, "a measure of " + name(), measures().keySet()));
    }

    /**
     * The figures of a measure in an edition, in the order of the file. Where the edition was revised, the latest
     * revision of each place, period and case. Empty where that edition has none of that measure; throws if there is no such
     * measure or edition at all.
     */
    public ImmutableList<Figure> figures(String measureId, String edition) {
        Map<Slot, Figure> latest = new LinkedHashMap<>();
        for (Figure figure : printed.get(new Printed(measureId, edition))) {
            latest.merge(Slot.of(figure), figure, Dataset::later);
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
                || id.equals(defaultEdition())
                || editions().containsKey(id)
                || figures().stream().anyMatch(figure -> figure.edition().equals(id));
        if (!known) {
            throw UnknownIdException.of(
                    id, "an edition of " + name(), editions().keySet(), "Add it to editions.csv.");
        }
    }

    /** Entries of a measure that could not be read, in all editions. */
    public ImmutableList<Unread> unread(Measure measure) {
        return unread().stream()
                .filter(one -> one.measure().equalsIgnoreCase(measure.name())
                        || one.measure().equals(measure.id()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The edition of an id; empty if there is none, or if its row could not be read. */
    public Optional<Edition> edition(String id) {
        return Optional.ofNullable(editions().get(id));
    }

    /** The name of an edition as readers know it; its id where its row could not be read. */
    public String editionName(String id) {
        return edition(id).map(Edition::name).orElse(id);
    }

    /** This dataset with another default edition. Throws if it has no such edition. */
    public Dataset withEdition(String id) {
        if (!editions().containsKey(id)) {
            throw UnknownIdException.of(
                    id, "an edition of " + name(), editions().keySet(), "Add it to editions.csv.");
        }
        return toBuilder().defaultEdition(id).unchecked();
    }

    /**
     * This dataset as it would be with other rows of a table: what was known earlier, or what if. Nothing is checked, so rows of other
     * tables may name what is not there; {@link Builder#build} is for rows that stay.
     */
    public <R> Dataset supposing(Table<R> table, Collection<? extends R> rows) {
        return toBuilder().rows(table, rows).unchecked();
    }

    /** A builder that holds all of this dataset. */
    public Builder toBuilder() {
        return new AutoBuilder_Dataset_Builder(content);
    }

    /** The newest edition in the series of the default edition. */
    public Optional<Edition> newest() {
        return edition(defaultEdition())
                .flatMap(current -> editions().values().stream()
                        .filter(edition -> edition.series().equals(current.series()))
                        .max(Comparator.comparing(Edition::released)));
    }

    private static Figure later(Figure one, Figure other) {
        return Revisions.ORDER.compare(one.revision(), other.revision()) >= 0 ? one : other;
    }

    /** A measure in an edition, whose figures are printed together. */
    private record Printed(String measure, String edition) {}

    /** The subject of a figure, whichever revision it stands in. */
    private record Slot(Place place, Period period, String scenarioCase) {
        static Slot of(Figure figure) {
            return new Slot(figure.place(), figure.period(), figure.scenarioCase());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dataset dataset && content.equals(dataset.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    /** The tables with most rows: {@code rare-earths: 6 editions, 237 figures, 25 companies}. */
    @Override
    public String toString() {
        return OneLine.of(
                name(),
                OneLine.count(editions(), "edition"),
                OneLine.count(figures(), "figure"),
                OneLine.count(companies(), "company"));
    }

    /** Collects a dataset, table by table: the tables that published figures need by their names, and every table by {@link #rows}. */
    @AutoBuilder(ofClass = Content.class)
    public abstract static class Builder {

        Builder() {}

        abstract Builder name(String name);

        /** Sets the title for readers: {@code Rare earths}. */
        public abstract Builder title(String title);

        /** Sets the commodity, for titles. */
        public abstract Builder resource(String resource);

        /** Sets the subject, in a line. */
        public abstract Builder subject(String subject);

        /** Sets the id of the edition that is used unless another is asked for. */
        public abstract Builder defaultEdition(String defaultEdition);

        /** Sets when the figures were gathered. */
        public abstract Builder gathered(Period gathered);

        /** Sets how companies are compared; empty for a dataset that does not say. */
        public abstract Builder screen(Optional<Screen> screen);

        /** Sets how companies are compared by who benefits; empty for a dataset that does not say. */
        public abstract Builder benefit(Optional<Screen> benefit);

        /** Sets under which name research on it is published. */
        public abstract Builder publication(Publication publication);

        abstract Builder rows(Rows rows);

        abstract Content content();

        /** Puts the rows of a table in the place of those that were there. */
        public <R> Builder rows(Table<R> table, Collection<? extends R> records) {
            return rows(content().rows().with(table, records));
        }

        /** Sets the sources; their own ids count, and not the keys of the map. */
        public Builder sources(Map<String, Source> sources) {
            return rows(SourceTables.SOURCES, sources.values());
        }

        /** Sets the bases of mass that units may be on. */
        public Builder bases(List<Basis> bases) {
            return rows(SourceTables.BASES, bases);
        }

        /** Sets the editions; their own ids count, and not the keys of the map. */
        public Builder editions(Map<String, Edition> editions) {
            return rows(SourceTables.EDITIONS, editions.values());
        }

        /** Sets the stages. */
        public Builder chain(Chain chain) {
            return rows(ChainTables.STAGES, chain.stages());
        }

        /** Sets the measures; their own ids count, and not the keys of the map. */
        public Builder measures(Map<String, Measure> measures) {
            return rows(ChainTables.MEASURES, measures.values());
        }

        /** Sets the published figures. */
        public Builder figures(List<Figure> figures) {
            return rows(ChainTables.FIGURES, figures);
        }

        /** Sets the entries of sources that could not be read. */
        public Builder unread(List<Unread> unread) {
            return rows(ChainTables.UNREAD, unread);
        }

        @Override
        public String toString() {
            return OneLine.of(
                    "builder of " + content().name(),
                    OneLine.count(content().rows().tables(), "table"));
        }

        /** The dataset. Throws a {@link DataException} with all that a {@link DatasetReader} would have to say of these rows. */
        public Dataset build() {
            ImmutableList<Problem> problems = DatasetReader.problems(content());
            if (!problems.isEmpty()) {
                throw new DataException(problems);
            }
            return unchecked();
        }

        /** The dataset, where a reader has checked it or nobody is to. */
        Dataset unchecked() {
            return new Dataset(content());
        }
    }
}
