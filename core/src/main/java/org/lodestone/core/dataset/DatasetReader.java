package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.ChainTables.Placed;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Project;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Risk;
import org.lodestone.core.screen.Rating;

/**
 * Reads a folder of tables into a {@link Dataset}.
 *
 * <p>Cells are text until their column says what they are, in no locale: {@code NA} is <em>not available</em> where a
 * value belongs, and no more than two letters elsewhere. A bad line is reported and left out; every other is kept.
 */
public final class DatasetReader {

    private DatasetReader() {}

    /** What could be read of the dataset in {@code folder}, every problem with it, and what was put right. */
    public static Reading read(Path folder) {
        return read(folder, ImmutableList.of());
    }

    /** The same of a dataset that has tables of one's own, which are read last; {@link Dataset#rows} gives their records. */
    public static Reading read(Path folder, List<Table<?>> own) {
        Problems problems = new Problems();
        Optional<Dataset> dataset =
                ManifestReader.read(folder, own, problems).map(manifest -> read(folder, manifest, own, problems));
        return new Reading(dataset, problems.sorted(), problems.sortedNotes());
    }

    private static Dataset read(Path folder, Manifest manifest, List<Table<?>> own, Problems problems) {
        Tables tables = new Tables(folder, manifest, problems);
        ChainTables chain = new ChainTables(tables);
        ProjectTables project = new ProjectTables(tables);
        CompanyTables company = new CompanyTables(tables);
        MarketTables market = new MarketTables(tables);

        Known<Edition> editions = chain.editions();
        Known<Placed> stages = chain.stages();
        Known<Measure> measures = chain.measures(stages);
        Known<Company> companies = company.companies(stages);
        Known<Project> projects = project.projects(companies, stages);
        Known<Policy> policies = market.policies(stages);
        ResearchTables research = new ResearchTables(tables, stages);
        Known<Risk> risks = research.risks();
        ImmutableList<CompanyFact> facts = company.facts(companies);
        ImmutableList<Rating> ratings = company.ratings(companies);
        ImmutableList<Figure> figures = chain.figures();
        ImmutableList<Demand> demand = market.demand();
        ImmutableList<Quota> quotas = market.quotas();
        ForecastTables forecast = new ForecastTables(tables, measures, projects, new NewestFigures(figures, editions));

        ImmutableList<Price> prices = market.prices();
        ExposureTables exposures = new ExposureTables(tables, forecast.premises());

        Dataset.Builder dataset = Dataset.builder(manifest.name())
                .title(manifest.title())
                .resource(manifest.resource())
                .subject(manifest.subject())
                .defaultEdition(defaultEdition(manifest, editions, problems))
                .gathered(manifest.gathered())
                .sources(tables.declared(SourceTables.SOURCES).byId())
                .bases(tables.declared(SourceTables.BASES).byId().values().asList())
                .editions(editions.byId())
                .chain(chain.chain(stages))
                .measures(measures.byId())
                .figures(figures)
                .unread(chain.unread())
                .quotas(quotas)
                .quotaRoles(market.roles(quotas))
                .policies(policies.byId().values().asList())
                .projects(projects.byId().values().asList())
                .outputs(project.outputs())
                .milestones(project.milestones())
                .companies(companies.byId())
                .facts(facts)
                .stakes(company.stakes())
                .ratings(ratings)
                .rates(company.rates())
                .exposures(exposures.exposures(facts, prices))
                .prices(prices)
                .trade(market.trade())
                .demand(demand)
                .risks(risks.byId().values().asList())
                .assumptions(forecast.assumptions())
                .outlook(forecast.outlook(risks, demand))
                .claims(research.claims(measures, editions, projects, policies))
                .screen(new ScreenFile(stages.byId().keySet(), companies.byId().values(), ratings, facts)
                        .read(folder, problems));
        // tables on which no other leans and that no rule judges are read as they are said
        Stream.concat(Table.all().stream(), own.stream())
                .filter(table -> !tables.isRead(table))
                .forEach(table -> put(table, tables, dataset));
        return dataset.build();
    }

    private static <R> void put(Table<R> table, Tables tables, Dataset.Builder dataset) {
        dataset.rows(table, tables.list(table));
    }

    private static String defaultEdition(Manifest manifest, Known<Edition> editions, Problems problems) {
        try {
            return manifest.edition().isEmpty() ? "" : editions.require(manifest.edition());
        } catch (IllegalArgumentException e) {
            problems.add(Manifest.FILE, manifest.editionLine(), "edition", e);
            return "";
        }
    }
}
