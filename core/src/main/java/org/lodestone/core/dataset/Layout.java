package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.text.Nearest;

/**
 * A table of a dataset: its name and its columns. A star marks a column that every row must fill.
 *
 * @param key the columns that tell its rows apart; empty where rows may differ in anything
 * @param columns all columns, the key first
 * @param required those that every row must fill
 * @param table that says it, where one does
 */
record Layout(
        String name,
        ImmutableList<String> key,
        ImmutableList<String> columns,
        ImmutableSet<String> required,
        Optional<Table<?>> table) {

    static final Layout SOURCES = SourceTables.SOURCES.layout();
    static final Layout BASES = SourceTables.BASES.layout();
    static final Layout EDITIONS = keyed("editions", "id*", "name* publisher* released* series* sources*");
    static final Layout STAGES = keyed("stages", "id*", "order* name* feeds description");
    static final Layout MEASURES = keyed("measures", "id*", "name* stage kind* unit* description");
    static final Layout FIGURES = ChainTables.FIGURES.layout();

    static final Layout UNREAD = of("unread", "file* line place measure period text reason*");

    static final Layout QUOTAS = MarketTables.QUOTAS.layout();
    static final Layout QUOTA_HOLDERS = MarketTables.QUOTA_HOLDERS.layout();
    static final Layout POLICIES = keyed(
            "policies",
            "id*",
            "date* effective jurisdiction* issuer title* title_local document stages touches measure* status* as_of*"
                    + " sources* reliability");

    static final Layout PROJECTS = keyed(
            "projects",
            "id*",
            "project* operator* company place* stage* product* capacity unit capacity_reo status* first_year note"
                    + " sources* reliability");
    static final Layout PROJECT_OUTPUTS =
            of("project-outputs", "project* period* output* value* unit* how* derivation sources* reliability");
    static final Layout PROJECT_MILESTONES =
            of("project-milestones", "project* milestone* announced* target actual note sources* reliability");

    static final Layout COMPANIES = keyed(
            "companies",
            "id*",
            "name* name_local mic* symbol* place* stages operates currency* year_end resource note sources*");
    static final Layout COMPANY_FACTS =
            of("company-facts", "company* fact* period* value* unit* scope how* derivation sources* reliability");
    static final Layout STAKES = of("stakes", "owner* owned* stake* unit* as_of* note sources* reliability");
    static final Layout RATINGS = keyed("ratings", "rating* company*", "mark* reason* sources* reliability");
    static final Layout EXCHANGE_RATES =
            of("exchange-rates", "date* period* kind* base_units* base* quote* rate* note sources* reliability");

    static final Layout EXPOSURES = ExposureTables.EXPOSURES.layout();

    static final Layout PRICES = MarketTables.PRICES.layout();
    static final Layout TRADE = of(
            "trade",
            "reporter* flow* partner* product* period* value* unit* how* derivation note sources* reliability");
    static final Layout DEMAND =
            of("demand", "material* segment* period* case* value* unit* note sources* reliability");

    static final Layout RISKS = keyed("risks", "id*", "name* claim* stage place driver* unit note sources*");
    static final Layout ASSUMPTIONS = ForecastTables.ASSUMPTIONS.layout();
    static final Layout SCENARIOS = keyed("scenarios", "id*", "description* demand_case demand_path reason sources");
    static final Layout LIMITS = ForecastTables.LIMITS.layout();
    static final Layout PIPELINE = keyed(
            "pipeline",
            "id*",
            "project* measure* counts* runs outlet start* delay* probability* ramp* speed disruption note sources");
    static final Layout ADDITIONS =
            keyed("additions", "id*", "name* measure* place* amount* from* until* share content");
    static final Layout BALANCES =
            keyed("balances", "id*", "measure* material* segment* secondary_follows* secondary_share* stocks*");
    static final Layout CONCLUSIONS = keyed("conclusions", "id*", "statement* kind* measure* place threshold*");
    static final Layout DRIVERS =
            keyed("drivers", "assumption*", "as* low* high* drawn* variation search reason* sources");
    static final Layout SHOCKS = keyed("shocks", "risk* assumption*", "change* size* reason* sources");
    static final Layout CLAIMS = keyed(
            "claims",
            "id*",
            "statement* printed* unit* finding* measure place period edition threshold expected* note sources*");

    /** All of them, each after those it leans on. */
    static final ImmutableList<Layout> ALL = ImmutableList.of(
            SOURCES,
            BASES,
            EDITIONS,
            STAGES,
            MEASURES,
            FIGURES,
            UNREAD,
            COMPANIES,
            COMPANY_FACTS,
            STAKES,
            RATINGS,
            EXCHANGE_RATES,
            QUOTAS,
            QUOTA_HOLDERS,
            POLICIES,
            PROJECTS,
            ProjectTables.RESERVES.layout(),
            PROJECT_OUTPUTS,
            PROJECT_MILESTONES,
            PRICES,
            TRADE,
            DEMAND,
            MarketTables.SPLITS.layout(),
            RISKS,
            SCENARIOS,
            ASSUMPTIONS,
            EXPOSURES,
            LIMITS,
            PIPELINE,
            ADDITIONS,
            BALANCES,
            CONCLUSIONS,
            DRIVERS,
            SHOCKS,
            CLAIMS);

    /** Those that are said once, by a {@link Table}. */
    static final ImmutableList<Table<?>> TABLES = ImmutableList.of(
            SourceTables.SOURCES,
            SourceTables.BASES,
            ChainTables.FIGURES,
            MarketTables.QUOTAS,
            MarketTables.QUOTA_HOLDERS,
            ProjectTables.RESERVES,
            MarketTables.PRICES,
            MarketTables.SPLITS,
            ForecastTables.ASSUMPTIONS,
            ExposureTables.EXPOSURES,
            ForecastTables.LIMITS);

    /** Those without which there is no dataset. */
    static final ImmutableList<Layout> NEEDED = ImmutableList.of(SOURCES, MEASURES, FIGURES);

    /** The table of this name; refuses one that no dataset has. */
    static Layout named(String name) {
        List<String> names = ALL.stream().map(Layout::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("'" + name + "' is not a table of a dataset. "
                    + Nearest.remedy(name, names, "The tables are " + String.join(", ", names) + "."));
        }
        return ALL.get(index);
    }

    String file() {
        return name + ".csv";
    }

    /** Whether every row fills all of its key, as a primary key of Table Schema asks. */
    boolean hasPrimaryKey() {
        return !key.isEmpty() && required.containsAll(key);
    }

    /** A table in which two rows may agree in everything but one cell, such as two sources that disagree. */
    private static Layout of(String name, String columns) {
        return keyed(name, "", columns);
    }

    private static Layout keyed(String name, String key, String others) {
        Splitter words = Splitter.on(' ').omitEmptyStrings();
        ImmutableList<String> all =
                Stream.of(key, others).flatMap(words::splitToStream).collect(toImmutableList());
        return new Layout(
                name,
                words.splitToStream(key).map(Layout::bare).collect(toImmutableList()),
                all.stream().map(Layout::bare).collect(toImmutableList()),
                all.stream()
                        .filter(word -> word.endsWith("*"))
                        .map(Layout::bare)
                        .collect(toImmutableSet()),
                Optional.empty());
    }

    private static String bare(String word) {
        return word.replace("*", "");
    }
}
