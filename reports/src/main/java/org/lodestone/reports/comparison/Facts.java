package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Assumption;

/** Everything a dataset says, fact by fact, in the order of its tables. */
final class Facts {

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    /** The facts of a dataset; of figures that were revised within an edition, the latest revision. */
    static ImmutableList<Fact> of(Dataset dataset) {
        Facts all = new Facts();
        latest(dataset).forEach(figure -> all.facts.add(of(figure)));
        dataset.quotas().forEach(all::add);
        dataset.prices().forEach(all::add);
        dataset.trade().forEach(all::add);
        dataset.facts().forEach(all::add);
        dataset.stakes().forEach(all::add);
        dataset.demand().forEach(all::add);
        dataset.assumptions().stream().filter(row -> !ForecastLinks.isLink(row)).forEach(all::add);
        dataset.projects().forEach(all::add);
        dataset.outputs().forEach(all::add);
        dataset.reserves().forEach(all::add);
        dataset.rates().forEach(all::add);
        dataset.splits()
                .forEach(row -> all.add(
                        FactKey.of("split", row.deposit(), row.element()), row.share(), Unit.PERCENT, row.citation()));
        dataset.ratings()
                .forEach(row -> all.add(
                        FactKey.of("rating", row.rating(), row.company()),
                        Observation.of(row.mark()),
                        Unit.TIMES,
                        row.citation()));
        dataset.policies()
                .forEach(row -> all.words(FactKey.of("policy", row.id(), "status"), row.status(), row.citation()));
        dataset.milestones()
                .forEach(row -> all.words(
                        FactKey.of("milestone", row.project(), row.milestone(), row.announced()),
                        row.target() + (row.actual().isEmpty() ? "" : ", came " + row.actual()),
                        row.citation()));
        dataset.unread()
                .forEach(row -> all.words(
                        FactKey.of("unread", row.at(), row.place(), row.measure(), row.period(), row.text()),
                        row.reason(),
                        Citation.of()));
        return ImmutableList.copyOf(all.facts);
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
        facts.add(Fact.of(key(row), row.edition(), "", row.price(), row.unit(), row.citation()));
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

    private void add(FactKey key, Observation value, Unit unit, Citation citation) {
        facts.add(Fact.of(key, value, unit, citation));
    }

    private void words(FactKey key, String words, Citation citation) {
        if (!words.isEmpty()) {
            facts.add(Fact.words(key, words, citation));
        }
    }
}
