package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.scenario.Scenarios;

/** Puts together what stands behind the keys of a {@link Balance}. */
final class BalanceBuilder {

    private final BalanceKeys keys;
    private final Scenarios scenarios;
    private final Case in;
    private final Model.Builder model;

    BalanceBuilder(BalanceKeys keys, Scenarios scenarios) {
        this.keys = keys;
        this.scenarios = scenarios;
        this.in = keys.in();
        this.model = Model.builder()
                .include(scenarios.model())
                .include(keys.supply().model())
                .include(keys.demand().model());
    }

    Balance build() {
        YearNumber.add(model, keys.start());
        for (Period year : keys.years()) {
            model.calculation(keys.demand(year), demand(year));
            Formula demand = keys.demand(year).ref();
            Formula primary = keys.supply().total(year).ref();
            model.calculation(keys.before(year), primary.minus(demand));
            model.calculation(keys.secondary(year), secondary(year));
            Formula secondary = keys.secondary(year).ref();
            model.calculation(keys.secondaryShare(year), secondary.over(demand));
            model.calculation(keys.after(year), keys.before(year).ref().plus(secondary));
            model.calculation(keys.afterShare(year), keys.after(year).ref().over(demand));
            stocks(year);
        }
        return new Balance(keys, model.build());
    }

    // ---------------------------------------------------------------- demand

    /** Observed, given, or between the given years on the scenario's path. */
    private Formula demand(Period year) {
        DemandCases cases = keys.demand();
        if (year.equals(cases.observed().period())) {
            return cases.start().ref();
        }
        Period before = cases.givenBefore(year);
        Period after = cases.givenFrom(year)
                .orElseThrow(() -> new IllegalArgumentException("The outlook of demand for "
                        + keys.rule().material() + " ends in " + before + ", before the forecast does in "
                        + keys.horizon() + ". End the forecast earlier in limits.csv, or add demand."));
        if (after.equals(year)) {
            return cases.inCase(scenarios.demandCase(in), year);
        }
        return between(before, after, year);
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
        YearNumber.add(model, before);
        YearNumber.add(model, year);
        YearNumber.add(model, after);
        Formula part = YearNumber.between(before, year).over(YearNumber.between(before, after));
        Formula geometric = a.times(b.over(a).toThe(part));
        Formula linear = a.plus(b.minus(a).times(part));
        Formula isLinear = Formula.call(
                Fn.SAME_TEXT, scenarios.demandPath(in).ref(), Formula.text(Scenario.Interpolation.LINEAR.toString()));
        return isLinear.then(linear, geometric);
    }

    private Formula point(Period year) {
        DemandCases cases = keys.demand();
        if (year.equals(cases.observed().period())) {
            return cases.start().ref();
        }
        if (keys.years().contains(year)) {
            return keys.demand(year).ref();
        }
        model.calculation(cases.point(year, in), cases.inCase(scenarios.demandCase(in), year));
        return cases.point(year, in).ref();
    }

    // ---------------------------------------------------------------- secondary supply

    /**
     * The secondary supply that closes a shortage of the first year, carried forward.
     *
     * <pre>
     * first year     demand − primary supply, not below zero
     * follows        s(0) · (1 + f · (D(t) / D(0) − 1)); f = 1 keeps the share of demand, f = 0 the tonnes
     * where a share is to be reached at the end, the share moves there in equal steps
     * </pre>
     */
    private Formula secondary(Period year) {
        Period start = keys.start();
        if (year.equals(start)) {
            return Formula.max(
                    ZERO,
                    keys.demand(year).ref().minus(keys.supply().total(year).ref()));
        }
        Formula demand = keys.demand(year).ref();
        Formula follows = scenarios.number(keys.rule().secondaryFollows(), year, in);
        Formula growth = demand.over(keys.demand(start).ref()).minus(ONE);
        Formula following = keys.secondary(start).ref().times(ONE.plus(follows.times(growth)));
        Formula reached = scenarios.number(keys.rule().secondaryShare(), in);
        Formula first = keys.secondaryShare(start).ref();
        YearNumber.add(model, year);
        YearNumber.add(model, keys.horizon());
        Formula part = YearNumber.between(start, year).over(YearNumber.between(start, keys.horizon()));
        Formula share = first.plus(reached.minus(first).times(part));
        return share.times(demand).orElse(following);
    }

    // ---------------------------------------------------------------- stocks

    /** A surplus goes into stock, a shortage comes out of it, and what stocks cannot cover stays unmet. */
    private void stocks(Period year) {
        if (year.equals(keys.start())) {
            model.calculation(keys.stock(year), scenarios.amount(keys.rule().stocks(), keys.unit(), in));
            model.calculation(keys.unmet(year), ZERO);
            return;
        }
        Formula available =
                keys.stock(year.previous()).ref().plus(keys.after(year).ref());
        model.calculation(keys.stock(year), Formula.max(ZERO, available));
        model.calculation(keys.unmet(year), Formula.max(ZERO, ZERO.minus(available)));
    }
}
