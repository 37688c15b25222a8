package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/** The demand for a material year by year, in one scenario: observed, as an outlook gives it, and between. */
record DemandPath(
        MarketBalance rule,
        DemandCases cases,
        ImmutableList<Period> years,
        Scenarios scenarios,
        Case in,
        Calculations values) {

    /** Throws where the outlook of demand ends before the last of the years. */
    DemandPath(MarketBalance rule, DemandCases cases, ImmutableList<Period> years, Scenarios scenarios, Case in) {
        this(rule, cases, years, scenarios, in, new Calculations(scenarios.model(), cases.model()));
        years.forEach(this::in);
        values.close();
    }

    /** The observed year from which the forecast starts. */
    Period start() {
        return years.get(0);
    }

    /** The model that defines the keys. */
    Model model() {
        return values.model();
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(Term.of(rule.material()).sub(part).key().at(year).in(in), formula);
    }

    /** Demand in a year, in the unit of supply: observed, given, or between the given years on the scenario's path. */
    Key in(Period year) {
        return key("demand", year, () -> {
            if (isObserved(year)) {
                return cases.start();
            }
            Period after = givenFrom(year);
            return after.equals(year) ? given(year) : between(cases.givenBefore(year), after, year);
        });
    }

    private boolean isObserved(Period year) {
        return year.equals(cases.observed().period());
    }

    private Period givenFrom(Period year) {
        return cases.givenFrom(year)
                .orElseThrow(() -> new IllegalArgumentException("The outlook of demand for " + rule.material()
                        + " ends in "
                        + cases.givenBefore(year) + ", before the forecast does in " + years.get(years.size() - 1)
                        + ". End the forecast earlier in limits.csv, or add demand."));
    }

    /** The demand of the outlook, and the part of it that comes. */
    private Formula given(Period year) {
        Formula outlook = cases.inCase(scenarios.demandCase(in), year);
        return scenarios.part(outlook, rule.againstOutlook(), Period.NONE, in);
    }

    /**
     * Between two given years: the same growth each year, or the same amount.
     *
     * <pre>
     * geometric  D(a) · (D(b) / D(a))^((t − a) / (b − a))
     * linear     D(a) + (D(b) − D(a)) · (t − a) / (b − a)
     * </pre>
     */
    private Formula between(Period before, Period after, Period year) {
        Formula a = point(before);
        Formula b = point(after);
        Formula part = values.years(before, year).over(values.years(before, after));
        Formula geometric = a.times(b.over(a).toThe(part));
        Formula linear = a.plus(b.minus(a).times(part));
        Formula isLinear = Formula.call(
                Fn.SAME_TEXT, scenarios.demandPath(in), Formula.text(Scenario.Interpolation.LINEAR.toString()));
        return isLinear.then(linear, geometric);
    }

    private Formula point(Period year) {
        if (isObserved(year)) {
            return cases.start();
        }
        return years.contains(year) ? in(year) : values.as(cases.point(year, in), () -> given(year));
    }
}
