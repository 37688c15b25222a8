package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Demand;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * Demand as an outlook has it: observed in one year, and by case in a few later ones.
 *
 * @param observed the row of the latest observed year
 * @param cases the outlook's cases, in the order of the dataset
 * @param given the years that every case has, after the observed one
 * @param outlook the rows of these years
 */
public record DemandCases(
        Term term,
        Demand observed,
        ImmutableList<String> cases,
        ImmutableList<Period> given,
        ImmutableList<Demand> outlook) {

    private static final String OBSERVED = "observed";

    /** Empty where the demand table has nothing observed in the unit, or no case of the same source. */
    static Optional<DemandCases> of(Dataset dataset, MarketBalance rule, Unit unit) {
        List<Demand> rows = dataset.demand().stream()
                .filter(row -> row.material().equals(rule.material()))
                .filter(row -> row.segment().equals(rule.segment()))
                .filter(row -> row.unit().equals(unit))
                .toList();
        return rows.stream()
                .filter(row -> row.scenarioCase().equals(OBSERVED))
                .max(Comparator.comparing(Demand::period))
                .flatMap(observed -> of(rule, observed, rows));
    }

    private static Optional<DemandCases> of(MarketBalance rule, Demand observed, List<Demand> rows) {
        List<Demand> outlook = rows.stream()
                .filter(row ->
                        row.citation().sources().equals(observed.citation().sources()))
                .filter(row -> !row.scenarioCase().equals(OBSERVED))
                .filter(row -> row.period().compareTo(observed.period()) > 0)
                .toList();
        ImmutableList<String> cases =
                outlook.stream().map(Demand::scenarioCase).distinct().collect(toImmutableList());
        ImmutableList<Period> given = outlook.stream()
                .map(Demand::period)
                .distinct()
                .filter(year -> outlook.stream()
                                .filter(row -> row.period().equals(year))
                                .count()
                        == cases.size())
                .sorted()
                .collect(toImmutableList());
        if (cases.isEmpty() || given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DemandCases(
                Term.of(rule.material()).sub("demand"),
                observed,
                cases,
                given,
                outlook.stream().filter(row -> given.contains(row.period())).collect(toImmutableList())));
    }

    Model model() {
        Model.Builder model = Model.builder();
        model.figure(start(), Value.of(observed.value()), ValueUnit.of(observed.unit()), observed.citation());
        cases.forEach(name -> model.label(name(name), name));
        outlook.forEach(row -> model.figure(
                amount(row.scenarioCase(), row.period()),
                Value.of(row.value()),
                ValueUnit.of(row.unit()),
                row.citation()));
        return model.build();
    }

    /** Observed demand. */
    public Key start() {
        return term.sub(OBSERVED).key().at(observed.period());
    }

    /** The name of a case, as a value that the scenario's choice is compared with. */
    public Key name(String demandCase) {
        return term.sub("case").of(Subject.of(demandCase));
    }

    /** Demand of a case in a given year. */
    public Key amount(String demandCase, Period year) {
        return term.of(Subject.of(demandCase)).at(year);
    }

    /** Demand in a given year, of the case that a key names. */
    Formula inCase(Key named, Period year) {
        List<Key> names = cases.stream().map(this::name).toList();
        List<Key> amounts = cases.stream().map(one -> amount(one, year)).toList();
        return Formula.call(Fn.PICK, span(amounts), Formula.call(Fn.FIND, named, span(names)));
    }

    /** The observed year or the last given one before {@code year}. */
    Period givenBefore(Period year) {
        return given.stream()
                .filter(one -> one.compareTo(year) < 0)
                .reduce((first, second) -> second)
                .orElse(observed.period());
    }

    /** The first given year from {@code year} on; empty after the last. */
    Optional<Period> givenFrom(Period year) {
        return given.stream().filter(one -> one.compareTo(year) >= 0).findFirst();
    }

    /** The point that stands for a year which is observed or given, in a scenario. */
    Key point(Period year, Case in) {
        return term.sub("in the chosen case").key().at(year).in(in);
    }

    @Override
    public String toString() {
        return OneLine.of(term, cases, given);
    }
}
