package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.span;

import java.util.Optional;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.project.Pipeline;

/**
 * The cash of a mine or plant that runs.
 *
 * <pre>
 * q(t)      = min(today + ramp(t) · (capacity − today), what is left of the reserves)
 * costs(t)  = q(t) · cost(t) + fixed cost(t) · q(t) / planned(t) − other(t)
 * </pre>
 */
public final class OperationCash extends CashFlow {

    private final ValuedOperation operation;
    private final PipelineLine line;
    private final Optional<Project> project;

    OperationCash(ValuedOperation operation, PipelineLine line, Optional<Project> project, Setting setting) {
        super(operation.valued(), setting);
        this.operation = operation;
        this.line = line;
        this.project = project;
    }

    @Override
    OperationCash under(Setting other) {
        return new OperationCash(operation, line, project, other);
    }

    // ---------------------------------------------------------------- what it makes

    private Formula kilotonnes(Formula amount, Unit unit) {
        return kilotonnes(amount, unit, product());
    }

    private Formula assumed(String id, Period year) {
        return kilotonnes(scenarios.key(id, year, in), scenarios.premise(id).unit());
    }

    /** The volume that is planned, whatever is left of the reserves. */
    private Formula planned(Period year) {
        Formula part =
                arrival().reached(values.year(year).minus(arrival().planned()).plus(ONE));
        Optional<Formula> today = line.runs().map(id -> assumed(id, year));
        Formula capacity = capacity(year);
        return today.map(runs -> runs.plus(part.times(max(ZERO, capacity.minus(runs)))))
                .orElseGet(() -> part.times(capacity));
    }

    private Formula capacity(Period year) {
        return line.capacity()
                .map(id -> assumed(id, year))
                .orElseGet(() -> kilotonnes(
                        Pipeline.capacity(project.orElseThrow()),
                        project.orElseThrow().unit().orElseThrow()));
    }

    /** The volume that is planned, as far as the reserves go. */
    @Override
    Formula made(Period year) {
        Formula planned = planned(year);
        Formula within = operation
                .reserves()
                .map(id -> min(planned, max(ZERO, left(id, year))))
                .orElse(planned);
        return scenarios
                .key(operation.life(), in)
                .isAbove(values.years(first(), year))
                .then(within, ZERO);
    }

    private Formula left(String reserves, Period year) {
        Formula all = kilotonnes(
                scenarios.key(reserves, in), scenarios.premise(reserves).unit());
        return year.equals(first())
                ? all
                : all.minus(Formula.sum(span(years().subList(0, years().indexOf(year)), this::volume)));
    }

    // ---------------------------------------------------------------- what it earns and spends

    private Formula money(String id, Period year) {
        return money(id, year, values.building());
    }

    private Formula money(String id, Period year, Model.Builder model) {
        return money().of(scenarios.key(id, year, in), scenarios.premise(id).unit(), model);
    }

    /**
     * The cost that goes with each kilogram in a year, in the money of the deck.
     *
     * @param model takes the rate of its currency, where it is another
     */
    public Formula cost(Period year, Model.Builder model) {
        return money().ofPrice(
                        scenarios.key(operation.cost(), year, in),
                        scenarios.premise(operation.cost()).unit(),
                        product(),
                        model);
    }

    /**
     * The cash cost of a kilogram in a year: at that price, what is planned earns nothing.
     *
     * <pre>cost(t) + fixed cost(t) / planned(t)</pre>
     *
     * @param model takes the rate of its currency, where it is another
     */
    Formula cashCost(Period year, Model.Builder model) {
        Formula cost = cost(year, model);
        return operation
                .fixedCost()
                .map(id -> cost.plus(money(id, year, model).over(planned(year))))
                .orElse(cost);
    }

    @Override
    Formula paidOut(Period year) {
        Formula volume = volume(year);
        Formula costs = volume.times(cost(year, values.building()));
        if (operation.fixedCost().isPresent()) {
            Formula fixed = money(operation.fixedCost().get(), year);
            costs = costs.plus(operation.reserves().isPresent() ? fixed.times(volume.over(planned(year))) : fixed);
        }
        if (operation.other().isPresent()) {
            costs = costs.minus(money(operation.other().get(), year));
        }
        return ifMade(year, costs);
    }

    @Override
    Formula invested(Period year) {
        return ifMade(year, money(operation.capex(), year));
    }

    @Override
    Formula writtenOff(Period year) {
        return ifMade(year, money(operation.writeOff(), year));
    }
}
