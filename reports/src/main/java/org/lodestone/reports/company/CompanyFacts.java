package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.words.AsPrinted;

/**
 * All that is stated about companies, and which of several statements is used.
 *
 * @param companies the ids of all companies of the dataset
 * @param byCompany what is stated about each, in the order of the dataset
 */
public record CompanyFacts(
        ImmutableSet<String> companies, ImmutableListMultimap<String, StatedFact> byCompany, Model model) {

    private static final Comparator<StatedFact> BEST_OF_A_PERIOD =
            Comparator.comparingInt(StatedFact::narrowness).thenComparingInt(StatedFact::remoteness);

    /** By the last day, then the first: a day says more than the month it is in. */
    private static final Comparator<Period> LATER =
            Comparator.comparing(Period::last).thenComparing(Period::first);

    /** The facts that a dataset states. Statements on one thing have a key each. */
    public static CompanyFacts of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        Model.Builder model = Model.builder();
        ImmutableListMultimap.Builder<String, StatedFact> byCompany = ImmutableListMultimap.builder();
        Set<Key> taken = new LinkedHashSet<>();
        for (CompanyFact fact : dataset.facts()) {
            Key key = Numbered.free(
                    key(fact, fact.scope()), n -> key(fact, fact.scope() + ", statement " + n), taken::add);
            model.figure(
                    key,
                    Value.of(fact.value()),
                    StatedFact.unit(fact),
                    AsPrinted.citation(fact.citation(), fact.derivation()));
            if (!fact.unit().isMass()) {
                model.rule(key, InputRule.anyFigure()); // a profit may turn into a loss
            }
            byCompany.put(fact.company(), new StatedFact(fact, key));
        }
        return new CompanyFacts(dataset.companies().keySet(), byCompany.build(), model.build());
    }

    private static Key key(CompanyFact fact, String scope) {
        Optional<Period> period = Period.find(fact.period());
        String words = period.isPresent() ? scope : fact.period() + (scope.isEmpty() ? "" : ", " + scope);
        return Term.of("company fact")
                .sub(fact.fact())
                .of(Subject.of(fact.company()))
                .at(period.orElse(Period.NONE))
                .in(Case.of(words));
    }

    /** The facts stated about a company. Throws if the dataset has none of that id. */
    public ImmutableList<StatedFact> of(String company) {
        if (!companies.contains(company)) {
            throw UnknownIdException.of(company, "a company of the dataset", companies);
        }
        return byCompany.get(company);
    }

    /** The statements of one fact about a company, forecasts left out. */
    public ImmutableList<StatedFact> of(String company, String fact) {
        return of(company).stream()
                .filter(stated -> stated.fact().fact().equals(fact))
                .filter(stated -> !stated.isForecast())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The latest statement of a fact: twelve months before a part of a year, then the latest period, then the widest scope,
     * then what was read and is reported. Statements whose period is only words are used where there are no others, the last
     * in the dataset first.
     */
    public Optional<StatedFact> latest(String company, String fact) {
        return latest(of(company, fact));
    }

    /** The statement of a fact for a period: the widest scope, then what was read and is reported. */
    public Optional<StatedFact> of(String company, String fact, Period period) {
        return of(company, fact).stream()
                .filter(stated -> stated.period().equals(Optional.of(period)))
                .min(BEST_OF_A_PERIOD);
    }

    /** The statement of a fact for the period from one day to another, whatever it is called. */
    public Optional<StatedFact> of(String company, String fact, LocalDate first, LocalDate last) {
        return of(company, fact).stream()
                .flatMap(stated -> stated.period().stream())
                .filter(period -> period.first().equals(first) && period.last().equals(last))
                .findFirst()
                .flatMap(period -> of(company, fact, period));
    }

    /**
     * The latest number stated of a fact in one unit, amounts of mass of twelve months only.
     */
    public Optional<StatedFact> latest(String company, String fact, Unit unit) {
        List<StatedFact> stated = of(company, fact).stream()
                .filter(one -> one.fact().unit().equals(unit))
                .filter(one -> one.fact().value().known().isPresent())
                .filter(one -> unit.dimension() != Dimension.MASS || one.isOfAYear())
                .toList();
        return latest(stated);
    }

    /** The latest statement of a fact for each of its scopes. */
    public ImmutableList<StatedFact> latestByScope(String company, String fact) {
        List<StatedFact> stated = of(company, fact);
        return stated.stream()
                .map(one -> one.fact().scope())
                .distinct()
                .flatMap(scope -> latest(stated.stream()
                                .filter(one -> one.fact().scope().equals(scope))
                                .collect(ImmutableList.toImmutableList()))
                        .stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<StatedFact> latest(List<StatedFact> stated) {
        List<StatedFact> yearly = stated.stream().filter(StatedFact::isOfAYear).toList();
        List<StatedFact> comparable = yearly.isEmpty() ? stated : yearly;
        Optional<Period> latest =
                comparable.stream().flatMap(one -> one.period().stream()).max(LATER);
        return latest.isEmpty()
                ? comparable.stream().reduce((first, second) -> second)
                : comparable.stream()
                        .filter(one -> one.period()
                                .filter(period -> LATER.compare(period, latest.get()) == 0)
                                .isPresent())
                        .min(BEST_OF_A_PERIOD);
    }

    /**
     * Statements of one fact, period and scope that do not agree, in each list the one to use first: what was read and is
     * reported before the rest.
     */
    public ImmutableList<ImmutableList<StatedFact>> conflicts() {
        return byCompany.values().stream()
                .map(one -> byCompany.get(one.fact().company()).stream()
                        .filter(one::isOfTheSame)
                        .sorted(BEST_OF_A_PERIOD)
                        .collect(ImmutableList.toImmutableList()))
                .filter(same -> same.stream().anyMatch(one -> !one.agreesWith(same.get(0))))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "company facts", OneLine.count(companies, "company"), OneLine.count(byCompany.values(), "fact"));
    }
}
