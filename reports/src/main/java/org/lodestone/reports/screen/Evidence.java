package org.lodestone.reports.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Statement;
import org.lodestone.core.screen.Rating;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.attribution.Attributed;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.FactWords;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.project.Pipeline.Phase;

/**
 * The values that a dataset has of its companies under each criterion of a screen.
 *
 * <p>What is not known stands as an assumption without a value, so that a reader who knows it can type it in. A company that
 * does not work at a stage has none of what is counted there: that is a fact, not a gap.
 *
 * @param readings by id of the company and name of the criterion
 * @param table the file that all of it is from; empty where each reading has sources of its own
 */
public record Evidence(ImmutableTable<String, String, CriterionValue> readings, Optional<String> table, Model model) {

    static Evidence of(
            Dataset dataset, Screen screen, CompanyFacts facts, Optional<Pipeline> pipeline, Attribution attribution) {
        ImmutableList<SharePrice> prices = SharePrice.of(dataset, facts);
        Model.Builder model = Model.builder()
                .include(facts.model())
                .include(attribution.model())
                .include(SharePrice.model(prices));
        pipeline.ifPresent(found -> model.include(found.model()));
        Reader reader =
                new Reader(dataset, screen, facts, new FactWords(dataset), pipeline, prices, attribution, model);
        ImmutableTable.Builder<String, String, CriterionValue> readings = ImmutableTable.builder();
        for (Company company : dataset.companies().values()) {
            for (Criterion criterion : screen.criteria()) {
                readings.put(company.id(), criterion.name(), reader.read(company, criterion));
            }
        }
        return new Evidence(readings.buildOrThrow(), Optional.empty(), model.build());
    }

    /** The values that a table has of some of the companies that were screened. */
    static Evidence of(ScreenResult result, Collection<String> companies, String table) {
        ImmutableTable.Builder<String, String, CriterionValue> readings = ImmutableTable.builder();
        Model.Builder model = Model.builder();
        for (String company : companies) {
            int position = result.universe().position(company);
            for (Criterion criterion : result.screen().criteria()) {
                double value = result.universe().number(Screening.column(criterion), position);
                readings.put(company, criterion.name(), reading(company, criterion, value, table, model));
            }
        }
        return new Evidence(readings.buildOrThrow(), Optional.of(table), model.build());
    }

    private static CriterionValue reading(
            String company, Criterion criterion, double value, String table, Model.Builder model) {
        Key key = LiveScreen.value(criterion, company);
        ImmutableList<String> sources = ImmutableList.of(table);
        String column = "'" + Screening.column(criterion) + "'";
        if (Double.isNaN(value)) {
            String reason = column + " is not known";
            model.assumption(key, new Value.Missing("not known", reason), ValueUnit.NUMBER, reason);
            return new CriterionValue(key, false, false, reason, sources);
        }
        model.figure(key, Value.of(value), ValueUnit.NUMBER, Citation.of(table));
        return new CriterionValue(key, true, false, column, sources);
    }

    /** The value of a company under a criterion, or why there is none. */
    public CriterionValue of(String company, Criterion criterion) {
        return Optional.ofNullable(readings.get(company, criterion.name())).orElseThrow();
    }

    /** How values are stated that cannot be counted, by id of the company and name of the criterion. */
    ImmutableTable<String, String, String> otherwise() {
        ImmutableTable.Builder<String, String, String> stated = ImmutableTable.builder();
        readings.rowMap()
                .forEach((company, values) -> values.forEach((criterion, value) -> {
                    if (!value.otherwise().isEmpty()) {
                        stated.put(company, criterion, value.otherwise());
                    }
                }));
        return stated.buildOrThrow();
    }

    /** Finds the value of one criterion after the other. */
    private record Reader(
            Dataset dataset,
            Screen screen,
            CompanyFacts facts,
            FactWords spelled,
            Optional<Pipeline> pipeline,
            ImmutableList<SharePrice> prices,
            Attribution attribution,
            Model.Builder model) {

        CriterionValue read(Company company, Criterion criterion) {
            Key key = LiveScreen.value(criterion, company.id());
            return criterion
                    .indicator()
                    .fold(new Indicator.Cases<>(
                            column -> {
                                throw new IllegalArgumentException("Criterion '" + criterion.name()
                                        + "' asks for a column, which a dataset does not have."
                                        + " Give it a measure of a dataset.");
                            },
                            rating -> rating(company, rating, key),
                            stated -> stated(company, stated, key),
                            quota -> quota(company, quota, basis(criterion), key),
                            breadth -> breadth(company, key),
                            ratio -> perMarketValue(company, read(company, screen.criterion(ratio.criterion())), key),
                            gain -> {
                                throw new IllegalArgumentException("Criterion '" + criterion.name()
                                        + "' asks for a gain, which only a screen of who benefits has."
                                        + " Give it another measure.");
                            }));
        }

        private static AttributionBasis basis(Criterion criterion) {
            return Stream.of(AttributionBasis.values())
                    .filter(basis -> basis.toString().equals(criterion.basis()))
                    .findFirst()
                    .orElseThrow(() -> new UnitException("Criterion '" + criterion.name()
                            + "' counts a quota on the basis '" + criterion.basis()
                            + "'. Use one of: operated, consolidated, attributable."));
        }

        /** The quota of a company with all holders it has to do with, as far as it is published. */
        private CriterionValue quota(Company company, Indicator.Quota indicator, AttributionBasis basis, Key key) {
            List<Attributed> all = attribution.quota(company.id(), indicator.stage(), Ore.ALL);
            List<Attributed> known = all.stream()
                    .filter(one -> attribution.value(one, basis).isNumber())
                    .toList();
            if (known.isEmpty()) {
                return missing(
                        key, all.stream().map(Attributed::reason).findFirst().orElse("nothing is said of a quota"));
            }
            Formula sum = known.stream()
                    .<Formula>map(one -> one.amount(basis))
                    .reduce(Formula::plus)
                    .orElseThrow();
            model.calculation(key, sum);
            String what = known.stream()
                    .map(one -> (one.period().isEmpty() ? "" : one.period() + ": ") + one.reason())
                    .collect(Collectors.joining("; "));
            return new CriterionValue(
                    key,
                    true,
                    known.size() < all.size(),
                    what,
                    together(known.stream().map(Attributed::sources)));
        }

        /** All of these sources, each once. */
        private static ImmutableList<String> together(Stream<? extends Collection<String>> sources) {
            return sources.flatMap(Collection::stream).distinct().collect(ImmutableList.toImmutableList());
        }

        /** A value as its criterion counts it: in the unit of the statement that the screen looks for first. */
        private static Formula counted(Formula value, Statement statement, Indicator.Stated indicator) {
            Unit first = indicator.first().get(0).unit();
            return statement.unit().equals(first)
                    ? value
                    : value.countedAs(
                            ValueUnit.of(first),
                            "a criterion ranks companies, each by the first statement of the screen that it makes");
        }

        private CriterionValue perMarketValue(Company company, CriterionValue size, Key key) {
            Optional<SharePrice> price = prices.stream()
                    .filter(one -> one.company().equals(company) && one.shares().isPresent())
                    .findFirst();
            if (!size.known()) {
                return missing(key, "The numerator is not known: " + size.what());
            }
            if (price.isEmpty()) {
                return missing(key, "the number of shares, or the currency of the price, is not known");
            }
            model.calculation(key, size.key().over(price.get().marketValue()));
            return new CriterionValue(
                    key,
                    price.get().isValued(),
                    size.atLeast(),
                    price.get()
                            .stated()
                            .map(stated -> "at the price of " + stated.fact().period()
                                    + secondary(stated.fact().citation()))
                            .orElse("follows when a price is typed on the sheet Companies of the pack"),
                    together(Stream.concat(price.get().stated().stream(), price.get().shares().stream())
                            .map(stated -> stated.fact().citation().sources())));
        }

        private CriterionValue rating(Company company, Indicator.Rating indicator, Key key) {
            Optional<Rating> found = dataset.ratings().stream()
                    .filter(one -> one.rating().equals(indicator.name())
                            && one.company().equals(company.id()))
                    .findFirst();
            if (found.isEmpty()) {
                return missing(key, "No statement was found to base a mark on");
            }
            Rating rating = found.get();
            ImmutableList<String> sources = rating.citation().sources();
            model.assumption(key, Value.of(rating.mark().doubleValue()), ValueUnit.NUMBER, rating.reason(), sources);
            return new CriterionValue(key, true, false, rating.reason() + secondary(rating.citation()), sources);
        }

        private CriterionValue breadth(Company company, Key key) {
            String stages = company.operates().isEmpty() ? "none" : String.join(", ", company.operates());
            return counted(company, key, company.operates().size(), ValueUnit.NUMBER, stages);
        }

        /** A count of what the dataset says of a company. */
        private CriterionValue counted(Company company, Key key, int count, ValueUnit unit, String what) {
            model.figure(
                    key,
                    Value.of((double) count),
                    unit,
                    new Citation(company.sources(), Reliability.READ, How.REPORTED, ""));
            return new CriterionValue(key, true, false, what, company.sources());
        }

        private CriterionValue stated(Company company, Indicator.Stated indicator, Key key) {
            if (!indicator.stage().isEmpty() && !company.operates().contains(indicator.stage())) {
                return counted(
                        company,
                        key,
                        0,
                        ValueUnit.of(indicator.first().get(0).unit()),
                        "Does not operate at this stage");
            }
            return indicator.first().stream()
                    .flatMap(statement -> find(company, statement, indicator, key).stream())
                    .findFirst()
                    .orElseGet(() -> indicator.first().stream()
                            .flatMap(statement -> otherwise(company, statement, key).stream())
                            .findFirst()
                            .orElseGet(() -> missing(
                                    key,
                                    indicator.first().stream()
                                            .map(this::words)
                                            .distinct()
                                            .collect(Collectors.joining(", ", "No figure was found of ", "")))));
        }

        /** A fact that is stated, but in a unit that cannot be counted with the others; empty where it is not. */
        private Optional<CriterionValue> otherwise(Company company, Statement statement, Key key) {
            return statement.kind() == Statement.Kind.FACT
                    ? facts.of(company.id(), statement.name()).stream()
                            .filter(one -> one.fact().value().known().isPresent())
                            .map(one -> one.fact().unit())
                            .filter(unit -> !unit.equals(statement.unit()))
                            .findFirst()
                            .map(unit -> "stated in " + unit + ", not " + statement.unit())
                            .map(stated -> missing(key, Words.capitalised(words(statement)) + " is " + stated, stated))
                    : Optional.empty();
        }

        private String words(Statement statement) {
            return switch (statement.kind()) {
                case FACT -> Words.inSentence(spelled.of(statement.name()));
                case PROJECTS -> "capacity of projects";
            };
        }

        private Optional<CriterionValue> find(
                Company company, Statement statement, Indicator.Stated indicator, Key key) {
            return switch (statement.kind()) {
                case FACT ->
                    facts.latest(company.id(), statement.name(), statement.unit())
                            .map(found -> fact(found, statement, indicator, key));
                case PROJECTS -> projects(company, statement, indicator, key);
            };
        }

        private CriterionValue fact(StatedFact found, Statement statement, Indicator.Stated indicator, Key key) {
            model.calculation(key, counted(found.key(), statement, indicator));
            boolean ofAPart = found.isOfAPart();
            String scope = found.fact().scope();
            String what = words(statement) + " in " + statement.unit() + ", "
                    + found.fact().period()
                    + (scope.isEmpty() || !ofAPart ? "" : ", " + scope)
                    + secondary(found.fact().citation());
            return new CriterionValue(
                    key,
                    true,
                    statement.atLeast() || ofAPart,
                    what,
                    found.fact().citation().sources());
        }

        /** The mark of a fact that nobody read at its source; empty for the rest. */
        private static String secondary(Citation citation) {
            return citation.isSecondary() ? "; secondary" : "";
        }

        private Optional<CriterionValue> projects(
                Company company, Statement statement, Indicator.Stated indicator, Key key) {
            if (pipeline.isEmpty()) {
                return Optional.empty();
            }
            List<Project> running = pipeline.get().lines().stream()
                    .filter(line -> line.company().equals(Optional.of(company.id())))
                    .filter(line -> line.stage().equals(statement.name()))
                    .filter(line -> Phase.of(line.status()) == Phase.OPERATING)
                    .filter(line -> line.unit().equals(Optional.of(statement.unit())))
                    .filter(line -> line.capacity().stream()
                            .anyMatch(found -> found.known().isPresent()))
                    .toList();
            if (running.isEmpty()) {
                return Optional.empty();
            }
            Formula sum = running.stream()
                    .<Formula>map(Pipeline::capacity)
                    .reduce(Formula::plus)
                    .orElseThrow();
            model.calculation(key, counted(sum, statement, indicator));
            String names = running.stream().map(Project::project).collect(Collectors.joining(", "));
            String what = "capacity of " + names + " in " + statement.unit();
            return Optional.of(new CriterionValue(
                    key,
                    true,
                    statement.atLeast(),
                    what,
                    together(running.stream().map(line -> line.citation().sources()))));
        }

        private CriterionValue missing(Key key, String reason) {
            return missing(key, reason, "");
        }

        private CriterionValue missing(Key key, String reason, String otherwise) {
            model.assumption(key, new Value.Missing("not known", reason), ValueUnit.ANY, reason);
            return new CriterionValue(key, false, false, reason, ImmutableList.of(), otherwise);
        }
    }

    @Override
    public String toString() {
        return OneLine.of("evidence", OneLine.count(readings.rowKeySet(), "company"), readings.columnKeySet());
    }

    /**
     * The value of a company under a criterion, or why there is none.
     *
     * @param key the value, which is missing where nothing is known
     * @param known whether something is
     * @param atLeast whether the true value is known to be no smaller, and may be larger
     * @param what in words what the value is, or why there is none
     * @param sources ids of the sources
     * @param otherwise how it is stated, where that is not in the unit of the criterion: {@code stated in AUD mn, not CNY mn}; else
     *     empty
     */
    public record CriterionValue(
            Key key, boolean known, boolean atLeast, String what, ImmutableList<String> sources, String otherwise) {

        CriterionValue(Key key, boolean known, boolean atLeast, String what, ImmutableList<String> sources) {
            this(key, known, atLeast, what, sources, "");
        }

        @Override
        public String toString() {
            return OneLine.of(what, "[" + key + "]", known ? "" : "not known");
        }
    }
}
