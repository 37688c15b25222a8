package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Collection;
import java.util.function.Function;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.company.Stake;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Source;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Risk;
import org.lodestone.core.screen.Rating;

/** The row that each record of a dataset has in its table. The {@link DatasetReader} reads it as an equal record. */
public final class TableRows {

    private TableRows() {}

    public static TableRow of(Source source) {
        return SourceTables.SOURCES.row(source);
    }

    public static TableRow of(Basis basis) {
        return SourceTables.BASES.row(basis);
    }

    public static TableRow of(Edition edition) {
        return in(Layout.EDITIONS)
                .with("id", edition.id())
                .with("name", edition.name())
                .with("publisher", edition.publisher())
                .with("released", edition.released())
                .with("series", edition.series())
                .with("sources", edition.sources())
                .row();
    }

    public static TableRow of(Stage stage) {
        return in(Layout.STAGES)
                .with("id", stage.id())
                .with("order", stage.order())
                .with("name", stage.name())
                .with("feeds", stage.feeds())
                .with("description", stage.description())
                .row();
    }

    public static TableRow of(Measure measure) {
        return in(Layout.MEASURES)
                .with("id", measure.id())
                .with("name", measure.name())
                .with("stage", measure.stage())
                .with("kind", measure.kind())
                .with("unit", measure.unit())
                .with("description", measure.description())
                .row();
    }

    public static TableRow of(Figure figure) {
        return ChainTables.FIGURES.row(figure);
    }

    public static TableRow of(Unread unread) {
        return in(Layout.UNREAD)
                .with("file", unread.file())
                .with("line", unread.line())
                .with("place", unread.place())
                .with("measure", unread.measure())
                .with("period", unread.period())
                .with("text", unread.text())
                .with("reason", unread.reason())
                .row();
    }

    public static TableRow of(Quota quota) {
        return MarketTables.QUOTAS.row(quota);
    }

    public static TableRow of(QuotaRole role) {
        return MarketTables.QUOTA_HOLDERS.row(role);
    }

    public static TableRow of(Policy policy) {
        return in(Layout.POLICIES)
                .with("id", policy.id())
                .with("date", policy.date())
                .with("effective", policy.effective())
                .with("jurisdiction", policy.jurisdiction())
                .with("issuer", policy.issuer())
                .with("title", policy.title())
                .with("title_local", policy.titleLocal())
                .with("document", policy.document())
                .with("stages", policy.stages())
                .with("touches", policy.touches())
                .with("measure", policy.measure())
                .with("status", policy.status())
                .with("as_of", policy.asOf())
                .with(policy.citation())
                .row();
    }

    public static TableRow of(Project project) {
        return in(Layout.PROJECTS)
                .with("id", project.id())
                .with("project", project.project())
                .with("operator", project.operator())
                .with("company", project.company())
                .with("place", project.place())
                .with("stage", project.stage())
                .with("product", project.product())
                .with("capacity", project.capacity())
                .with("unit", project.unit())
                .with("capacity_reo", project.capacityReo())
                .with("status", project.status())
                .with("first_year", project.firstYear())
                .with(project.citation())
                .row();
    }

    public static TableRow of(ProjectOutput output) {
        return in(Layout.PROJECT_OUTPUTS)
                .with("project", output.project())
                .with("period", output.period())
                .with("output", output.output())
                .with("value", output.value())
                .with("unit", output.unit())
                .with("derivation", output.derivation())
                .with(output.citation())
                .row();
    }

    public static TableRow of(Milestone milestone) {
        return in(Layout.PROJECT_MILESTONES)
                .with("project", milestone.project())
                .with("milestone", milestone.milestone())
                .with("announced", milestone.announced())
                .with("target", milestone.target())
                .with("actual", milestone.actual())
                .with(milestone.citation())
                .row();
    }

    public static TableRow of(Company company) {
        return in(Layout.COMPANIES)
                .with("id", company.id())
                .with("name", company.name())
                .with("name_local", company.nameLocal())
                .with("mic", company.listing().mic())
                .with("symbol", company.listing().symbol())
                .with("place", company.place())
                .with("stages", company.stages())
                .with("operates", operates(company))
                .with("currency", company.currency())
                .with("year_end", company.yearEnd().map(RowBuilder::monthDay))
                .with("resource", company.resource())
                .with("note", company.note())
                .with("sources", company.sources())
                .row();
    }

    /** Empty for all its stages, {@code none} for none of them. */
    private static String operates(Company company) {
        if (company.operates().equals(company.stages())) {
            return "";
        }
        return company.operates().isEmpty() ? CompanyTables.NONE : String.join("; ", company.operates());
    }

    public static TableRow of(CompanyFact fact) {
        return in(Layout.COMPANY_FACTS)
                .with("company", fact.company())
                .with("fact", fact.fact())
                .with("period", fact.period())
                .with("value", fact.value())
                .with("unit", fact.unit())
                .with("scope", fact.scope())
                .with("derivation", fact.derivation())
                .with(fact.citation())
                .row();
    }

    public static TableRow of(Stake stake) {
        return in(Layout.STAKES)
                .with("owner", stake.owner())
                .with("owned", stake.owned())
                .with("stake", stake.stake())
                .with("unit", Unit.PERCENT)
                .with("as_of", stake.asOf())
                .with(stake.citation())
                .row();
    }

    public static TableRow of(Rating rating) {
        return in(Layout.RATINGS)
                .with("rating", rating.rating())
                .with("company", rating.company())
                .with("mark", rating.mark())
                .with("reason", rating.reason())
                .with(rating.citation())
                .row();
    }

    public static TableRow of(ExchangeRate rate) {
        return in(Layout.EXCHANGE_RATES)
                .with("date", rate.date())
                .with("period", rate.period())
                .with("kind", rate.kind())
                .with("base_units", rate.baseUnits())
                .with("base", rate.base())
                .with("quote", rate.quote())
                .with("rate", rate.rate())
                .with(rate.citation())
                .row();
    }

    public static TableRow of(Exposure exposure) {
        return ExposureTables.EXPOSURES.row(exposure);
    }

    public static TableRow of(Price price) {
        return MarketTables.PRICES.row(price);
    }

    public static TableRow of(TradeFlow flow) {
        return in(Layout.TRADE)
                .with("reporter", flow.reporter())
                .with("flow", flow.flow())
                .with("partner", flow.partner())
                .with("product", flow.product())
                .with("period", flow.period())
                .with("value", flow.value())
                .with("unit", flow.unit())
                .with("derivation", flow.derivation())
                .with(flow.citation())
                .row();
    }

    public static TableRow of(Demand demand) {
        return in(Layout.DEMAND)
                .with("material", demand.material())
                .with("segment", demand.segment())
                .with("period", demand.period())
                .with("case", demand.scenarioCase())
                .with("value", demand.value())
                .with("unit", demand.unit())
                .with(demand.citation())
                .row();
    }

    public static TableRow of(Risk risk) {
        return in(Layout.RISKS)
                .with("id", risk.id())
                .with("name", risk.name())
                .with("claim", risk.claim())
                .with("stage", risk.stage())
                .with("place", risk.place())
                .with("driver", risk.driver())
                .with("unit", risk.unit())
                .with("note", risk.note())
                .with("sources", risk.sources())
                .row();
    }

    public static TableRow of(Assumption assumption) {
        return ForecastTables.ASSUMPTIONS.row(assumption);
    }

    public static TableRow of(Scenario scenario) {
        return in(Layout.SCENARIOS)
                .with("id", scenario.name())
                .with("description", scenario.description())
                .with("demand_case", scenario.demandCase())
                .with("demand_path", scenario.demandPath())
                .with("reason", scenario.reason())
                .with("sources", scenario.sources())
                .row();
    }

    public static TableRow of(Limit limit) {
        return ForecastTables.LIMITS.row(limit);
    }

    public static TableRow of(PipelineLine line) {
        return in(Layout.PIPELINE)
                .with("id", line.id())
                .with("project", line.project())
                .with("measure", line.measure())
                .with("counts", line.counts())
                .with("runs", line.runs())
                .with("outlet", line.outlet())
                .with("start", line.start())
                .with("delay", line.delay())
                .with("probability", line.probability())
                .with("ramp", line.ramp())
                .with("speed", line.speed())
                .with("disruption", line.disruption())
                .with("note", line.note())
                .with("sources", line.sources())
                .row();
    }

    public static TableRow of(Addition addition) {
        return in(Layout.ADDITIONS)
                .with("id", addition.id())
                .with("name", addition.name())
                .with("measure", addition.measure())
                .with("place", addition.place())
                .with("amount", addition.amount())
                .with("from", addition.from())
                .with("until", addition.until())
                .with("share", addition.share())
                .with("content", addition.content())
                .row();
    }

    public static TableRow of(MarketBalance balance) {
        return in(Layout.BALANCES)
                .with("id", balance.id())
                .with("measure", balance.measure())
                .with("material", balance.material())
                .with("segment", balance.segment())
                .with("secondary_follows", balance.secondaryFollows())
                .with("secondary_share", balance.secondaryShare())
                .with("stocks", balance.stocks())
                .row();
    }

    public static TableRow of(Conclusion conclusion) {
        return in(Layout.CONCLUSIONS)
                .with("id", conclusion.id())
                .with("statement", conclusion.statement())
                .with("kind", conclusion.kind())
                .with("measure", conclusion.measure())
                .with("place", conclusion.place())
                .with("threshold", conclusion.threshold())
                .row();
    }

    public static TableRow of(Driver driver) {
        return in(Layout.DRIVERS)
                .with("assumption", driver.assumption())
                .with("as", driver.as())
                .with("low", driver.low())
                .with("high", driver.high())
                .with("drawn", driver.drawn())
                .with("variation", driver.variation())
                .with("search", driver.search())
                .with("reason", driver.reason())
                .with("sources", driver.sources())
                .row();
    }

    public static TableRow of(Shock shock) {
        return in(Layout.SHOCKS)
                .with("risk", shock.risk())
                .with("assumption", shock.assumption())
                .with("change", shock.change())
                .with("size", shock.size())
                .with("reason", shock.reason())
                .with("sources", shock.sources())
                .row();
    }

    public static TableRow of(Claim claim) {
        return in(Layout.CLAIMS)
                .with("id", claim.id())
                .with("statement", claim.statement())
                .with("printed", claim.printed())
                .with("unit", claim.unit())
                .with("finding", claim.finding())
                .with("measure", claim.measure())
                .with("place", claim.place())
                .with("period", claim.period())
                .with("edition", claim.edition())
                .with("threshold", claim.threshold())
                .with("expected", claim.expected())
                .with("note", claim.note())
                .with("sources", claim.sources())
                .row();
    }

    /** All rows of a dataset by the name of their table: {@code company-facts}. */
    public static ImmutableListMultimap<String, TableRow> all(Dataset dataset) {
        return of(dataset).values().stream()
                .collect(ImmutableListMultimap.toImmutableListMultimap(TableRow::table, row -> row));
    }

    /** All rows of a dataset, table by table. */
    static ImmutableListMultimap<Layout, TableRow> of(Dataset dataset) {
        Outlook outlook = dataset.outlook();
        All all = new All();
        all.add(SourceTables.SOURCES, dataset);
        all.add(SourceTables.BASES, dataset);
        all.add(Layout.EDITIONS, dataset.editions().values(), TableRows::of);
        all.add(Layout.STAGES, dataset.chain().stages(), TableRows::of);
        all.add(Layout.MEASURES, dataset.measures().values(), TableRows::of);
        all.add(ChainTables.FIGURES, dataset);
        all.add(Layout.UNREAD, dataset.unread(), TableRows::of);
        all.add(MarketTables.QUOTAS, dataset);
        all.add(MarketTables.QUOTA_HOLDERS, dataset);
        all.add(Layout.POLICIES, dataset.policies(), TableRows::of);
        all.add(Layout.PROJECTS, dataset.projects(), TableRows::of);
        all.add(ProjectTables.RESERVES, dataset);
        all.add(Layout.PROJECT_OUTPUTS, dataset.outputs(), TableRows::of);
        all.add(Layout.PROJECT_MILESTONES, dataset.milestones(), TableRows::of);
        all.add(Layout.COMPANIES, dataset.companies().values(), TableRows::of);
        all.add(Layout.COMPANY_FACTS, dataset.facts(), TableRows::of);
        all.add(Layout.STAKES, dataset.stakes(), TableRows::of);
        all.add(Layout.RATINGS, dataset.ratings(), TableRows::of);
        all.add(Layout.EXCHANGE_RATES, dataset.rates(), TableRows::of);
        all.add(ExposureTables.EXPOSURES, dataset);
        all.add(MarketTables.PRICES, dataset);
        all.add(Layout.TRADE, dataset.trade(), TableRows::of);
        all.add(Layout.DEMAND, dataset.demand(), TableRows::of);
        all.add(MarketTables.SPLITS, dataset);
        all.add(Layout.RISKS, dataset.risks(), TableRows::of);
        all.add(ForecastTables.ASSUMPTIONS, dataset);
        all.add(Layout.SCENARIOS, outlook.scenarios(), TableRows::of);
        all.add(ForecastTables.LIMITS, dataset);
        all.add(Layout.PIPELINE, outlook.pipeline(), TableRows::of);
        all.add(Layout.ADDITIONS, outlook.additions(), TableRows::of);
        all.add(Layout.BALANCES, outlook.balances(), TableRows::of);
        all.add(Layout.CONCLUSIONS, outlook.conclusions(), TableRows::of);
        all.add(Layout.DRIVERS, outlook.drivers(), TableRows::of);
        all.add(Layout.SHOCKS, outlook.shocks(), TableRows::of);
        all.add(Layout.CLAIMS, dataset.claims(), TableRows::of);
        return all.rows.build();
    }

    private static RowBuilder in(Layout layout) {
        return new RowBuilder(layout);
    }

    /** Rows of table after table. */
    private static final class All {

        private final ImmutableListMultimap.Builder<Layout, TableRow> rows = ImmutableListMultimap.builder();

        <T> void add(Table<T> table, Dataset dataset) {
            add(table.layout(), table.rows(dataset), table::row);
        }

        <T> void add(Layout layout, Collection<T> records, Function<T, TableRow> row) {
            rows.putAll(layout, records.stream().map(row).collect(ImmutableList.toImmutableList()));
        }
    }
}
