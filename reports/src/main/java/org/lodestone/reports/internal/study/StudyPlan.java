package org.lodestone.reports.internal.study;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The plan of a study: what it prints, and where it prints nothing what it leaves open.
 *
 * @param capex cost of building
 * @param ebitda of each year of operation at full output
 * @param build years of building, by which a case is better the fewer they are
 * @param tax on profit; nothing where the earnings are after tax
 * @param sustaining part of {@code capex} spent each year, where it is printed
 * @param ramp part of full output in the first years, where it is printed
 * @param timing years from the valuation date to the first flow, where it is printed
 */
public record StudyPlan(
        Range capex,
        ImmutableList<Range> ebitda,
        Range build,
        Range tax,
        OptionalDouble sustaining,
        Optional<ImmutableDoubleArray> ramp,
        OptionalDouble timing) {

    /** Whether the first year is discounted by a whole year or not at all, which is tried where a study does not say. */
    private static final ImmutableList<Double> TIMINGS = ImmutableList.of(0.0, 1.0);

    /** No project is thought to earn more than so many times its cost of building in a year. */
    private static final double MOST_RETURN = 1_000;

    private static final int MOST_STEPS = 1_000;

    /** The plan in a case. */
    public CashPlan in(Corner corner) {
        return new CashPlan(
                corner.cost().applyAsDouble(capex),
                (int) Math.round(corner.cost().applyAsDouble(build)),
                ImmutableDoubleArray.copyOf(ebitda.stream().mapToDouble(corner.gain())),
                ramp.orElse(corner.ramp()),
                sustaining.orElse(corner.sustaining()),
                Math.min(corner.depreciation(), ebitda.size()),
                corner.cost().applyAsDouble(tax));
    }

    /** The net present value in a case, and whatever the plan leaves open of it. */
    public Range npv(OptionalDouble rate) {
        return range(corner -> {
            CashFlows flows = in(corner).flows();
            DoubleStream values = timings(corner).mapToDouble(timing -> flows.npv(rate.orElse(corner.rate()), timing));
            return corner.equals(Corner.LOW)
                    ? values.min().orElseThrow()
                    : values.max().orElseThrow();
        });
    }

    /** The ways to place the first flow in time that a case tries. */
    private Stream<Double> timings(Corner corner) {
        return timing.isPresent() || corner.equals(Corner.CENTRAL)
                ? Stream.of(timing.orElse(corner.timing()))
                : TIMINGS.stream();
    }

    /** The internal rate of return; empty where the central case has none. A case that never earns its cost back loses all of it. */
    public Optional<Range> irr() {
        OptionalDouble central = in(Corner.CENTRAL).flows().irr();
        return central.isEmpty()
                ? Optional.empty()
                : Optional.of(range(corner ->
                        in(corner).flows().irr().orElse(corner.equals(Corner.LOW) ? -1 : central.getAsDouble())));
    }

    /** Years until the cost of building is earned back, from the start of operation or, at most, of building; empty where it never is. */
    public Optional<Range> payback() {
        OptionalDouble central = in(Corner.CENTRAL).flows().payback();
        if (central.isEmpty()) {
            return Optional.empty();
        }
        CashPlan slow = in(Corner.LOW);
        double most = slow.flows().payback().orElse(slow.life()) + slow.build();
        double least = in(Corner.HIGH).flows().payback().orElse(central.getAsDouble());
        return Optional.of(new Range(least, central.getAsDouble(), most));
    }

    /** The net present value without discount, ramp, tax and sustaining capital: more it cannot be. */
    public double mostNpv() {
        return ebitda.stream().mapToDouble(Range::high).sum() - capex.low();
    }

    /** A year's earnings over the cost of building: more the internal rate of return cannot be. */
    public double mostIrr() {
        return ebitda.stream().mapToDouble(Range::high).max().orElseThrow() / capex.low();
    }

    // ---------------------------------------------------------------- the earnings that a result needs

    /** The rates of return with which a printed net present value can go, whatever is earned; empty where the central case has none. */
    public Optional<Range> irrWorth(Range npv, OptionalDouble rate) {
        double[] found = Corner.ALL.stream()
                .flatMap(corner -> timings(corner).map(timing -> irrWorth(npv, corner, rate, timing)))
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        OptionalDouble central = irrWorth(npv, Corner.CENTRAL, rate, timing.orElse(Corner.CENTRAL.timing()));
        return central.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(found[0], central.getAsDouble(), found[found.length - 1]));
    }

    private OptionalDouble irrWorth(Range npv, Corner corner, OptionalDouble rate, double timing) {
        CashPlan plan = in(corner);
        double discount = rate.orElse(corner.rate());
        OptionalDouble times =
                times(plan, flows -> flows.npv(discount, timing) - corner.gain().applyAsDouble(npv));
        return times.isPresent() ? plan.earning(times.getAsDouble()).flows().irr() : times;
    }

    /** The factor by which the earnings of the central case would be larger if its net present value were this. */
    public OptionalDouble timesForNpv(double npv, OptionalDouble rate) {
        return times(
                in(Corner.CENTRAL),
                flows -> flows.npv(rate.orElse(Corner.CENTRAL.rate()), Corner.CENTRAL.timing()) - npv);
    }

    /** The factor by which they would be larger if its internal rate of return were this. */
    public OptionalDouble timesForIrr(double irr) {
        return times(in(Corner.CENTRAL), flows -> flows.npv(irr, 0));
    }

    private static OptionalDouble times(CashPlan plan, ToDoubleFunction<CashFlows> excess) {
        double most = MOST_RETURN * plan.capex() / plan.ebitda().stream().max().orElseThrow();
        UnivariateFunction missed =
                times -> excess.applyAsDouble(plan.earning(times).flows());
        return missed.value(0) < 0 && missed.value(most) > 0
                ? OptionalDouble.of(new BrentSolver().solve(MOST_STEPS, missed, 0, most))
                : OptionalDouble.empty();
    }

    /** From the least to the most of all cases: where a project only loses, a slow start is the better one. */
    private static Range range(ToDoubleFunction<Corner> in) {
        double low = in.applyAsDouble(Corner.LOW);
        double central = in.applyAsDouble(Corner.CENTRAL);
        double high = in.applyAsDouble(Corner.HIGH);
        return new Range(Math.min(low, Math.min(central, high)), central, Math.max(high, Math.max(central, low)));
    }
}
