package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.MarketTables;
import org.lodestone.core.dataset.ProjectTables;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.dataset.TableRows;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.ElementSplit;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.screen.Rating;

/** Everything a dataset says, fact by fact, in the order of its tables. */
final class Facts {

    /** In which reserves of projects say what they contain. */
    private static final Unit CONTAINED = Unit.parse("t REO");

    private final ImmutableListMultimap.Builder<TableRow, Fact> facts = ImmutableListMultimap.builder();
    // not final: each record is added with the row that says it
    private TableRow row = TableRow.of("sources", Map.of());

    private Facts() {}

    /** The facts of a dataset; of figures that were revised within an edition, the latest revision. */
    static ImmutableList<Fact> of(Dataset dataset) {
        return read(dataset).values().asList();
    }

    /** The same facts by the row that says them. A row that says none is not among them. */
    static ImmutableListMultimap<TableRow, Fact> byRow(Dataset dataset) {
        return read(dataset);
    }

    private static ImmutableListMultimap<TableRow, Fact> read(Dataset dataset) {
        Facts all = new Facts();
        all.table(latest(dataset), TableRows::of, figure -> all.add(of(figure)));
        all.table(dataset.quotas(), TableRows::of, all::add);
        all.table(dataset.prices(), TableRows::of, all::add);
        all.table(dataset.trade(), TableRows::of, all::add);
        all.table(dataset.facts(), TableRows::of, all::add);
        all.table(dataset.stakes(), TableRows::of, all::add);
        all.table(dataset.demand(), TableRows::of, all::add);
        all.table(
                dataset.assumptions().stream()
                        .filter(one -> !ForecastLinks.isLink(one))
                        .toList(),
                TableRows::of,
                all::add);
        all.table(dataset.projects(), TableRows::of, all::add);
        all.table(dataset.outputs(), TableRows::of, all::add);
        all.table(dataset.reserves(), ProjectTables.RESERVES::row, all::add);
        all.table(dataset.rates(), TableRows::of, all::add);
        all.table(dataset.splits(), MarketTables.SPLITS::row, all::add);
        all.table(dataset.ratings(), TableRows::of, all::add);
        all.table(dataset.policies(), TableRows::of, all::add);
        all.table(dataset.milestones(), TableRows::of, all::add);
        all.table(dataset.unread(), TableRows::of, all::add);
        return all.facts.build();
    }

    private <T> void table(List<T> records, Function<T, TableRow> row, Consumer<T> add) {
        for (T one : records) {
            this.row = row.apply(one);
            add.accept(one);
        }
    }

    /** The latest revision of each figure, in the order of the file. */
    private static List<Figure> latest(Dataset dataset) {
        Set<Figure> latest = new LinkedHashSet<>();
        for (Measure measure : dataset.measures().values()) {
            dataset.figures().stream()
                    .filter(figure -> figure.measure().equals(measure))
                    .map(Figure::edition)
                    .distinct()
                    .forEach(edition -> latest.addAll(dataset.figures(measure.id(), edition)));
        }
        return List.copyOf(latest);
    }

    static FactKey key(Figure row) {
        return FactKey.of("figure", row.measure().id(), row.place(), row.period(), row.scenarioCase());
    }

    static Fact of(Figure row) {
        return Fact.of(key(row), row.edition(), row.revision(), row.value(), row.unit(), row.citation());
    }

    static FactKey key(Quota row) {
        return FactKey.of("quota", row.year(), row.stage(), row.ore(), row.holder(), row.batch());
    }

    private void add(Quota row) {
        add(key(row), row.amount(), row.unit(), row.citation());
    }

    static FactKey key(Price row) {
        return FactKey.of("price", row.product(), row.period(), row.grade());
    }

    private void add(Price row) {
        add(Fact.of(key(row), row.edition(), "", row.price(), row.unit(), row.citation()));
    }

    static FactKey key(TradeFlow row) {
        return FactKey.of(row.flow().toString(), row.reporter(), row.partner(), row.product(), row.period());
    }

    private void add(TradeFlow row) {
        add(key(row), row.value(), row.unit(), row.citation());
    }

    static FactKey key(CompanyFact row) {
        return FactKey.of("fact", row.company(), row.fact(), row.period(), row.scope());
    }

    private void add(CompanyFact row) {
        add(key(row), row.value(), row.unit(), row.citation());
    }

    static FactKey key(Stake row) {
        return FactKey.of("stake", row.owner(), row.owned(), row.asOf());
    }

    private void add(Stake row) {
        add(key(row), row.stake(), Unit.PERCENT, row.citation());
    }

    static FactKey key(Demand row) {
        return FactKey.of("demand", row.material(), row.segment(), row.period(), row.scenarioCase());
    }

    private void add(Demand row) {
        add(key(row), row.value(), row.unit(), row.citation());
    }

    static FactKey key(Assumption row) {
        return FactKey.of("assumption", row.id(), row.scenario(), row.step() == 0 ? "" : row.step());
    }

    private void add(Assumption row) {
        Citation citation =
                new Citation(row.sources(), Reliability.READ, How.REPORTED, row.origin() + ": " + row.reason());
        add(key(row), row.value(), row.unit(), citation);
    }

    private void add(Project row) {
        row.capacity()
                .ifPresent(capacity -> add(
                        FactKey.of("project", row.id(), "capacity"),
                        capacity,
                        row.unit().orElseThrow(),
                        row.citation()));
        words(FactKey.of("project", row.id(), "status"), row.status().toString(), row.citation());
        words(FactKey.of("project", row.id(), "first year"), row.firstYear(), row.citation());
    }

    private void add(ProjectOutput row) {
        add(FactKey.of("output", row.project(), row.period(), row.output()), row.value(), row.unit(), row.citation());
    }

    private void add(ProjectReserve row) {
        FactKey key = FactKey.of("project-reserve", row.project(), row.category(), row.asOf());
        row.tonnage().ifPresent(tonnage -> add(key, tonnage, row.tonnageUnit().orElseThrow(), row.citation()));
        row.gradePct()
                .ifPresent(grade -> add(
                        FactKey.of("project-reserve", row.project(), row.category(), row.asOf(), "grade"),
                        grade,
                        Unit.PERCENT,
                        row.citation()));
        row.containedReo()
                .ifPresent(contained -> add(
                        FactKey.of("project-reserve", row.project(), row.category(), row.asOf(), "contained"),
                        contained,
                        CONTAINED,
                        row.citation()));
    }

    private void add(ExchangeRate row) {
        FactKey key = FactKey.of(
                "rate",
                row.baseUnits().toPlainString() + " " + row.base(),
                row.quote(),
                row.period(),
                row.kind(),
                row.date());
        add(key, Observation.of(row.rate()), Unit.TIMES, row.citation());
    }

    private void add(ElementSplit row) {
        add(FactKey.of("split", row.deposit(), row.element()), row.share(), Unit.PERCENT, row.citation());
    }

    private void add(Rating row) {
        add(FactKey.of("rating", row.rating(), row.company()), Observation.of(row.mark()), Unit.TIMES, row.citation());
    }

    private void add(Policy row) {
        words(FactKey.of("policy", row.id(), "status"), row.status(), row.citation());
    }

    private void add(Milestone row) {
        words(
                FactKey.of("milestone", row.project(), row.milestone(), row.announced()),
                row.target() + (row.actual().isEmpty() ? "" : ", came " + row.actual()),
                row.citation());
    }

    private void add(Unread row) {
        words(
                FactKey.of("unread", row.at(), row.place(), row.measure(), row.period(), row.text()),
                row.reason(),
                Citation.of());
    }

    private void add(FactKey key, Observation value, Unit unit, Citation citation) {
        add(Fact.of(key, value, unit, citation));
    }

    private void words(FactKey key, String words, Citation citation) {
        if (!words.isEmpty()) {
            add(Fact.words(key, words, citation));
        }
    }

    private void add(Fact fact) {
        facts.put(row, fact);
    }
}
