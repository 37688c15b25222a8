package org.lodestone.reports.attribution;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attributed.Kind;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.output.OutputHistory;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.internal.words.FactWords;
import org.lodestone.reports.ownership.Ownership;
import org.lodestone.reports.ownership.Ownership.EffectiveStake;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.project.Pipeline.Phase;

/**
 * Mines and plants at the first two stages of the chain: their capacity and output, to those who run and own them. Each
 * statement stands for itself: two may be of the same tonnes, on another basis or at another time, so none are added.
 */
final class AssetAttribution {

    /** The stage of the chain, counted from the ground, and the kind of tonnes that a fact about companies stands for. */
    private record Counted(int stage, Kind kind) {}

    private static final ImmutableMap<String, Counted> FACTS = ImmutableMap.<String, Counted>builder()
            .put("mine-capacity", new Counted(0, Kind.CAPACITY))
            .put("mine-output", new Counted(0, Kind.OUTPUT))
            .put("output-ore", new Counted(0, Kind.OUTPUT))
            .put("production-volume-reo-concentrate", new Counted(0, Kind.OUTPUT))
            .put("rare-earth-concentrate-output-reo", new Counted(0, Kind.OUTPUT))
            .put("separation-capacity", new Counted(1, Kind.CAPACITY))
            .put("separation-capacity-ndpr", new Counted(1, Kind.CAPACITY))
            .put("separation-capacity-green-project", new Counted(1, Kind.CAPACITY))
            .put("refinery-capacity", new Counted(1, Kind.CAPACITY))
            .put("production-volume-reo", new Counted(1, Kind.OUTPUT))
            .put("production-volume-ndpr", new Counted(1, Kind.OUTPUT))
            .put("production-volume-ndpr-oxide", new Counted(1, Kind.OUTPUT))
            .put("output-oxides", new Counted(1, Kind.OUTPUT))
            .put("output-salts", new Counted(1, Kind.OUTPUT))
            .buildOrThrow();

    private static final String UNDATED = "undated";
    private static final String WHOLE_COMPANY = "Whole company";

    private final Dataset dataset;
    private final ImmutableList<Stage> stages;
    private final Ownership ownership;
    private final FactWords words;
    private final Model.Builder model;
    private final Set<Key> taken = new LinkedHashSet<>();
    private final List<Plant> plants = new ArrayList<>();
    private final ImmutableList<Attributed> all;

    AssetAttribution(
            Dataset dataset,
            Ownership ownership,
            Optional<Pipeline> pipeline,
            CompanyFacts facts,
            Model.Builder model) {
        this.dataset = dataset;
        this.stages = ImmutableList.copyOf(dataset.chain().stages());
        this.ownership = ownership;
        this.words = new FactWords(dataset);
        this.model = model;
        this.all = attributed(pipeline, facts);
    }

    /**
     * The statement of one source about a mine, a plant or a whole company.
     *
     * @param company who runs it
     * @param period as a reader sees it
     * @param year of the statement; {@link Period#NONE} where it is only words
     */
    private record Statement(
            String company,
            Kind kind,
            String stage,
            String asset,
            boolean ofTheWhole,
            String period,
            Period year,
            Observation value,
            Unit unit,
            Key key,
            Citation citation) {

        /** Whether the other says the same, perhaps of the fiscal year. */
        boolean repeats(Statement other) {
            return company.equals(other.company)
                    && kind == other.kind
                    && stage.equals(other.stage)
                    && unit.equals(other.unit)
                    && value.equals(other.value)
                    && year.kind() != Period.Kind.NONE
                    && year.last().equals(other.year.last());
        }
    }

    /** A plant that a company runs, with its stake in it. */
    private record Plant(String company, String stage, EffectiveStake stake) {}

    /** The stakes of a company in plants that it runs at a stage. */
    ImmutableList<EffectiveStake> plants(String company, String stage) {
        return plants.stream()
                .filter(plant ->
                        plant.company().equals(company) && plant.stage().equals(stage))
                .map(Plant::stake)
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** The tonnes of mines and plants, company by company. */
    ImmutableList<Attributed> all() {
        return all;
    }

    private ImmutableList<Attributed> attributed(Optional<Pipeline> pipeline, CompanyFacts facts) {
        List<Statement> stated = new ArrayList<>();
        pipeline.ifPresent(found -> projects(found, stated));
        if (!dataset.outputs().isEmpty()) {
            outputs(new OutputHistory(dataset), stated);
        }
        facts(facts, stated);
        ImmutableList.Builder<Attributed> all = ImmutableList.builder();
        for (String company : dataset.companies().keySet()) {
            for (Statement statement : stated) {
                attributed(company, statement).ifPresent(all::add);
            }
        }
        return all.build();
    }

    // ---------------------------------------------------------------- what is stated

    private void projects(Pipeline pipeline, List<Statement> stated) {
        model.include(pipeline.model());
        for (Project line : pipeline.lines()) {
            Optional<String> company = line.company();
            if (company.isPresent() && line.capacity().isPresent() && isEarly(line.stage())) {
                boolean runs = Phase.of(line.status()) == Phase.OPERATING;
                stated.add(new Statement(
                        company.get(),
                        runs ? Kind.CAPACITY : Kind.PLANNED_CAPACITY,
                        line.stage(),
                        line.project() + ", " + line.product(),
                        false,
                        (runs || line.firstYear().isEmpty() ? "" : line.firstYear() + ", ") + line.status(),
                        Period.NONE,
                        line.capacity().get(),
                        line.unit().orElseThrow(),
                        Pipeline.capacity(line),
                        line.citation()));
            }
        }
    }

    private boolean isEarly(String stage) {
        return stages.stream().limit(2).anyMatch(early -> early.id().equals(stage));
    }

    /** Output of projects that a line of a listed company bears the name of. */
    private void outputs(OutputHistory history, List<Statement> stated) {
        model.include(history.model());
        Set<String> told = new LinkedHashSet<>();
        for (Project line : dataset.projects()) {
            if (line.company().isPresent() && isEarly(line.stage()) && told.add(line.project())) {
                history.latest(line.project()).forEach((output, key) -> stated.add(output(line, output, key)));
            }
        }
    }

    private static Statement output(Project line, ProjectOutput output, Key key) {
        return new Statement(
                line.company().orElseThrow(),
                Kind.OUTPUT,
                line.stage(),
                line.project() + ", " + output.output(),
                false,
                output.period().toString(),
                output.period(),
                output.value(),
                output.unit(),
                key,
                output.citation());
    }

    private void facts(CompanyFacts facts, List<Statement> stated) {
        model.include(facts.model());
        for (String company : dataset.companies().keySet()) {
            FACTS.forEach((fact, counted) -> {
                if (counted.stage() < stages.size()) {
                    String stage = stages.get(counted.stage()).id();
                    facts.latestByScope(company, fact).stream()
                            .map(one -> statement(one, counted.kind(), stage))
                            .filter(one -> stated.stream().noneMatch(one::repeats))
                            .forEach(stated::add);
                }
            });
        }
    }

    private Statement statement(StatedFact one, Kind kind, String stage) {
        CompanyFact fact = one.fact();
        Optional<Period> year = Period.find(fact.period());
        boolean toCome =
                kind == Kind.CAPACITY && year.isEmpty() && !fact.period().equals(UNDATED);
        String what = Words.inSentence(words.of(fact.fact()));
        return new Statement(
                fact.company(),
                toCome ? Kind.PLANNED_CAPACITY : kind,
                stage,
                (one.isOfTheWhole() ? WHOLE_COMPANY : fact.scope()) + ", " + what,
                one.isOfTheWhole(),
                fact.period(),
                year.orElse(Period.NONE),
                fact.value(),
                fact.unit(),
                one.key(),
                fact.citation());
    }

    // ---------------------------------------------------------------- whose it is

    /** The tonnes that a statement gives a company: all if it runs the asset, a share if it owns a part, else nothing. */
    private Optional<Attributed> attributed(String company, Statement statement) {
        boolean runs = statement.company().equals(company);
        Optional<EffectiveStake> stake = stake(company, statement);
        if (!runs && stake.isEmpty()) {
            return Optional.empty();
        }
        Formula all = statement.key();
        Amounts amounts =
                new Amounts(model, free(company, statement), ValueUnit.of(statement.unit())).from(statement.citation());
        stake.ifPresent(owned -> amounts.from(owned.sources()));
        if (runs && statement.kind() == Kind.CAPACITY) {
            stake.ifPresent(owned -> plants.add(new Plant(company, statement.stage(), owned)));
        }
        if (runs) {
            amounts.known(AttributionBasis.OPERATED, all);
        } else {
            amounts.none(AttributionBasis.OPERATED);
        }
        String reason;
        if (statement.ofTheWhole()) {
            reason = ofTheWhole(statement, amounts);
        } else if (stake.isPresent()) {
            EffectiveStake held = stake.get();
            amounts.inAccounts(held, all).owned(held, all);
            reason = held.inWords();
        } else {
            reason = "No stake is stated under this name, so what others own of it, if anything, is not known";
            amounts.notPublished(AttributionBasis.CONSOLIDATED, reason)
                    .notPublished(AttributionBasis.ATTRIBUTABLE, reason);
        }
        String runBy = statement.company();
        return Optional.of(new Attributed(
                company,
                runs,
                statement.kind(),
                statement.stage(),
                Ore.ALL,
                statement.asset(),
                statement.period(),
                statement.unit(),
                Optional.of(runBy),
                Optional.of(statement.key()),
                amounts.all(),
                (runs ? "" : "Run by " + CompanyNames.of(dataset, runBy) + ". ") + reason + ".",
                amounts.sources()));
    }

    /** The tonnes that a company counts as a whole: all its own where it owns every mine that it works whole. */
    private String ofTheWhole(Statement statement, Amounts amounts) {
        Formula all = statement.key();
        amounts.known(AttributionBasis.CONSOLIDATED, all);
        String unknown = "Its accounts count subsidiaries in full, and what others own of them is not stated";
        List<EffectiveStake> mines = statement.kind() == Kind.OUTPUT ? mines(statement.company()) : List.of();
        if (mines.isEmpty()) {
            amounts.notPublished(AttributionBasis.ATTRIBUTABLE, unknown);
            return unknown;
        }
        mines.forEach(mine -> amounts.from(mine.sources()));
        amounts.knownWhere(Amounts.areWhole(mines), AttributionBasis.ATTRIBUTABLE, all, unknown);
        return "All its own if it owns every mine that it works whole: "
                + mines.stream().map(EffectiveStake::inWords).distinct().collect(joining("; "));
    }

    /** The stake of a company in an asset that bears the name of something that its operator has a stake in. */
    private Optional<EffectiveStake> stake(String company, Statement statement) {
        return statement.ofTheWhole()
                ? Optional.empty()
                : owned(statement.company(), statement.asset()).flatMap(name -> ownership.stake(company, name));
    }

    /** The longest name that the name of an asset begins with, among those that a company has a stake in. */
    private Optional<String> owned(String company, String asset) {
        return ownership.register().owned().stream()
                .filter(asset::startsWith)
                .filter(name -> ownership.stake(company, name).isPresent())
                .max(Comparator.comparingInt(String::length));
    }

    /** The stakes of a company in the mines that it works; none where it works none, or where that in one is not stated. */
    private List<EffectiveStake> mines(String company) {
        List<Project> worked = dataset.projects().stream()
                .filter(line -> line.company().equals(Optional.of(company)))
                .filter(line -> line.stage().equals(stages.get(0).id()))
                .filter(line -> Phase.of(line.status()) == Phase.OPERATING)
                .toList();
        List<EffectiveStake> stated = worked.stream()
                .flatMap(mine -> owned(company, mine.project()).stream())
                .flatMap(name -> ownership.stake(company, name).stream())
                .toList();
        return stated.size() == worked.size() ? stated : List.of();
    }

    private Key free(String company, Statement statement) {
        Key key = Term.of(statement.kind().toString())
                .sub(statement.asset())
                .of(Subject.of(company))
                .at(statement.year());
        return Numbered.free(key, n -> key.sub("statement " + n), taken::add);
    }
}
