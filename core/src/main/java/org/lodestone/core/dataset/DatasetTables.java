package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
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
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.DailyPrice;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Conversion;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Risk;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.core.valuation.ValuedProject;

/** The tables that a dataset may have, in the order of {@code datapackage.json}; one of one's own is declared as they are. */
public final class DatasetTables {

    /** Those that stand below, each put in where it is named. */
    private static final List<Table<?>> LISTED = new ArrayList<>();

    /** {@code sources.csv}: a row is something that was read, with a citation by which a reader finds it. */
    public static final Table<Source> SOURCES = listed(SourceTables.SOURCES);

    /** {@code bases.csv}: a row is what a tonne can be a tonne of, such as {@code REO}. */
    public static final Table<Basis> BASES = listed(SourceTables.BASES);

    /** {@code conversions.csv}: a row is the factor from one basis to another, with its reason. */
    public static final Table<Conversion> CONVERSIONS = listed(SourceTables.CONVERSIONS);

    /** {@code editions.csv}: a row is a release of a publication, such as the Mineral Commodity Summaries of 2025. */
    public static final Table<Edition> EDITIONS = listed(SourceTables.EDITIONS);

    /** {@code stages.csv}: a row is a step of the supply chain, with the steps that it feeds. */
    public static final Table<Stage> STAGES = listed(ChainTables.STAGES);

    /** {@code measures.csv}: a row is something that figures count at a stage, with its unit. */
    public static final Table<Measure> MEASURES = listed(ChainTables.MEASURES);

    /** {@code figures.csv}: a row is a published number of a measure at a place in a period, in one edition. */
    public static final Table<Figure> FIGURES = listed(ChainTables.FIGURES);

    /**
     * {@code unread.csv}: a row is an entry that a source prints and that could not be read as a figure, with the
     * reason.
     */
    public static final Table<Unread> UNREAD = listed(ChainTables.UNREAD);

    /** {@code quotas.csv}: a row is what one holder may mine or separate under one batch. */
    public static final Table<Quota> QUOTAS = listed(QuotaTables.QUOTAS);

    /** {@code quota-holders.csv}: a row is the role of a company in the quota of a holder. */
    public static final Table<QuotaRole> QUOTA_HOLDERS = listed(QuotaTables.QUOTA_HOLDERS);

    /** {@code quota-signals.csv}: a row is something known of a quota before it was published, or where it never was. */
    public static final Table<QuotaSignal> QUOTA_SIGNALS = listed(QuotaTables.QUOTA_SIGNALS);

    /** {@code policies.csv}: a row is a measure of a government, with the state it was in as of a date. */
    public static final Table<Policy> POLICIES = listed(QuotaTables.POLICIES);

    /** {@code projects.csv}: a row is one product of one mine or plant, with its nameplate capacity and status. */
    public static final Table<Project> PROJECTS = listed(ProjectTables.PROJECTS);

    /**
     * {@code project-reserves.csv}: a row is a statement of the reserve or resource at a project, with tonnage and
     * grade.
     */
    public static final Table<ProjectReserve> PROJECT_RESERVES = listed(ProjectTables.RESERVES);

    /** {@code project-outputs.csv}: a row is what a project made or sold in a period. */
    public static final Table<ProjectOutput> PROJECT_OUTPUTS = listed(ProjectTables.OUTPUTS);

    /** {@code project-milestones.csv}: a row is a step of a project, when it was to happen and when it did. */
    public static final Table<Milestone> PROJECT_MILESTONES = listed(ProjectTables.MILESTONES);

    /** {@code studies.csv}: a row is a figure that a study of a project prints, such as its net present value. */
    public static final Table<StudyFigure> STUDIES = listed(StudyTables.STUDIES);

    /** {@code study-sensitivities.csv}: a row is what becomes of the result of a study if one driver is another. */
    public static final Table<StudySensitivity> STUDY_SENSITIVITIES = listed(StudyTables.SENSITIVITIES);

    /** {@code companies.csv}: a row is a listed company, with its listing, its stages and its fiscal year. */
    public static final Table<Company> COMPANIES = listed(CompanyTables.COMPANIES);

    /** {@code company-facts.csv}: a row is one number about a company in a period, such as its revenue. */
    public static final Table<CompanyFact> FACTS = listed(CompanyTables.FACTS);

    /** {@code stakes.csv}: a row is the share of a company that one owner holds directly, in percent. */
    public static final Table<Stake> STAKES = listed(CompanyTables.STAKES);

    /** {@code ratings.csv}: a row is the mark that an analyst gave a company, with the reason. */
    public static final Table<Rating> RATINGS = listed(CompanyTables.RATINGS);

    /** {@code exchange-rates.csv}: a row is the rate of one currency in another, on a day or as the average of a period. */
    public static final Table<ExchangeRate> EXCHANGE_RATES = listed(CompanyTables.EXCHANGE_RATES);

    /** {@code exposures.csv}: a row is a product of a company, with what its earnings from it hang on. */
    public static final Table<Exposure> EXPOSURES = listed(ExposureTables.EXPOSURES);

    /** {@code prices.csv}: a row is the price of a product in a period, with or without value added tax. */
    public static final Table<Price> PRICES = listed(MarketTables.PRICES);

    /**
     * {@code trade.csv}: a row is what one country imported from another or exported to it, or a share or growth of
     * that.
     */
    public static final Table<TradeFlow> TRADE = listed(MarketTables.TRADE);

    /** {@code demand.csv}: a row is the demand for a material in a use and period, observed or in a case of an outlook. */
    public static final Table<Demand> DEMAND = listed(MarketTables.DEMAND);

    /** {@code daily-prices.csv}: a row is the close of a share or of a market index on a day. */
    public static final Table<DailyPrice> DAILY_PRICES = listed(MarketTables.DAILY_PRICES);

    /** {@code announcements.csv}: a row is an announcement, and what one share closed at around its day. */
    public static final Table<Announcement> ANNOUNCEMENTS = listed(MarketTables.ANNOUNCEMENTS);

    /** {@code risks.csv}: a row is a change that could prove a claim wrong. */
    public static final Table<Risk> RISKS = listed(ResearchTables.RISKS);

    /** {@code dates.csv}: a row is something with a date that may change an argument. */
    public static final Table<Event> DATES = listed(ResearchTables.DATES);

    /** {@code assumptions.csv}: a row is a value that a scenario takes as given, with its origin and reason. */
    public static final Table<Assumption> ASSUMPTIONS = listed(ForecastTables.ASSUMPTIONS);

    /** {@code scenarios.csv}: a row is a set of assumptions by name; {@code Base} is the one that the others start from. */
    public static final Table<Scenario> SCENARIOS = listed(ForecastTables.SCENARIOS);

    /** {@code limits.csv}: a row is a ceiling on what a place supplies of a measure, and how it moves. */
    public static final Table<Limit> LIMITS = listed(ForecastTables.LIMITS);

    /**
     * {@code pipeline.csv}: a row is a project that adds to a measure, with the assumptions on its start, delay,
     * probability and ramp.
     */
    public static final Table<PipelineLine> PIPELINE = listed(ForecastTables.PIPELINE);

    /** {@code feeds.csv}: a row is the ore of a place, what is in it, and whose plants take it. */
    public static final Table<Feed> FEEDS = listed(ForecastTables.FEEDS);

    /** {@code additions.csv}: a row is supply on top of limits and pipeline, for what a risk would bring. */
    public static final Table<Addition> ADDITIONS = listed(ForecastTables.ADDITIONS);

    /** {@code balances.csv}: a row sets the supply of a measure against the demand for a material. */
    public static final Table<MarketBalance> BALANCES = listed(ForecastTables.BALANCES);

    /** {@code conclusions.csv}: a row is a sentence about the forecast that one number decides. */
    public static final Table<Conclusion> CONCLUSIONS = listed(ForecastTables.CONCLUSIONS);

    /**
     * {@code drivers.csv}: a row is an assumption that could turn out otherwise, with its low, its high and its
     * distribution.
     */
    public static final Table<Driver> DRIVERS = listed(ForecastTables.DRIVERS);

    /** {@code shocks.csv}: a row is what one assumption becomes if a risk comes true. */
    public static final Table<Shock> SHOCKS = listed(ForecastTables.SHOCKS);

    /** {@code decks.csv}: a row is the price of a product on one market, year by year, by the assumptions that state it. */
    public static final Table<Deck> DECKS = listed(ValuationTables.DECKS);

    /** {@code contracts.csv}: a row is a floor under the price that a company is paid, or a share of a high one. */
    public static final Table<Contract> CONTRACTS = listed(ValuationTables.CONTRACTS);

    /** {@code valued-projects.csv}: a row is a project that is valued by a study, for one of its owners. */
    public static final Table<ValuedProject> VALUED_PROJECTS = listed(ValuationTables.PROJECTS);

    /** {@code valued-operations.csv}: a row is a mine or plant that runs, and is valued by what it makes and costs. */
    public static final Table<ValuedOperation> VALUED_OPERATIONS = listed(ValuationTables.OPERATIONS);

    /** {@code claims.csv}: a row is a figure that a note prints, with the verdict it should get. */
    public static final Table<Claim> CLAIMS = listed(ResearchTables.CLAIMS);

    static final ImmutableMap<String, Table<?>> BY_NAME = Maps.uniqueIndex(LISTED, Table::name);

    private DatasetTables() {}

    private static <R> Table<R> listed(Table<R> table) {
        LISTED.add(table);
        return table;
    }
}
