package org.lodestone.reports.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * Lets a forecast follow a typed quota or import, of which its tables know nothing.
 *
 * <p>A forecast goes by assumptions. A quota of a year says what a limit of kind quota is in that year; imports of a year from
 * a country say what that country supplies, where its limit is a level.
 *
 * @param remarks takes what follows the fact, or why nothing does
 */
record ForecastLinks(Dataset dataset, List<String> remarks) {

    /** How the assumption is called that a limit follows a typed quota by. */
    private static final String TYPED_QUOTA = "typed-quota-";

    private static final double HUNDRED = 100;

    /** Whether a row only carries a typed quota into the forecast, and so is no fact of its own. */
    static boolean isLink(Assumption row) {
        return row.id().startsWith(TYPED_QUOTA) && row.sources().contains(WhatIf.SOURCE);
    }

    // ---------------------------------------------------------------- quotas

    /**
     * The dataset with the quota as the limit of its year. The limit starts so that it is the quota in that year, and grows
     * from there as each scenario has it:
     *
     * <pre>start = quota / (1 + g)^(year − first year)</pre>
     *
     * Of a measure on another basis only the growth since the quota of the first year is taken over.
     */
    Dataset ofQuota(Quota quota) {
        if (!quota.fullYear() || quota.ore() != Ore.ALL || !quota.holder().equals(Holder.ALL)) {
            remarks.add("The forecast goes by the quota of a whole year, of all ores and holders"
                    + (quota.fullYear() ? "." : ": a batch is not made a year unless you scale it, as in x2."));
            return dataset;
        }
        Dataset linked = dataset;
        for (Limit limit : dataset.outlook().limits()) {
            if (limit.kind() == Limit.Kind.QUOTA && limit.path() == Limit.Path.GROWTH && isOf(limit, quota.stage())) {
                linked = linked(linked, limit, quota);
            }
        }
        return linked;
    }

    private boolean isOf(Limit limit, String stage) {
        return dataset.measure(limit.measure()).stage().equals(stage);
    }

    private Dataset linked(Dataset with, Limit limit, Quota quota) {
        Supply supply = Supplies.of(dataset).newest(limit.measure()).orElseThrow();
        Period first = supply.latest();
        String name = supply.measure().name();
        if (quota.year().compareTo(first) < 0) {
            remarks.add("The forecast of " + name + " starts from " + first + ", so a quota of " + quota.year()
                    + " moves nothing in it.");
            return with;
        }
        OptionalDouble level = level(limit, quota, supply, first);
        if (level.isEmpty()) {
            remarks.add("The forecast of " + name + " cannot follow it: no quota of " + first
                    + " is known to set it against.");
            return with;
        }
        String id = TYPED_QUOTA + quota.stage() + "-" + limit.measure();
        List<Assumption> assumptions = new ArrayList<>(with.assumptions());
        assumptions.removeIf(one -> one.id().equals(id));
        for (Scenario scenario : with.outlook().scenarios()) {
            OptionalDouble growth = growth(limit, scenario, first, quota.year());
            if (growth.isEmpty()) {
                remarks.add("The forecast of " + name
                        + " cannot follow it: no growth of the quota is known in scenario " + scenario.name() + ".");
                return with;
            }
            assumptions.add(new Assumption(
                    id,
                    scenario.name(),
                    Optional.empty(),
                    0,
                    "Quota of " + quota.year() + " as typed, taken back to " + first,
                    Observation.of(BigDecimal.valueOf(level.getAsDouble() / growth.getAsDouble())),
                    supply.measure().unit(),
                    first,
                    Assumption.Origin.DERIVED,
                    WhatIf.CITATION.note(),
                    WhatIf.CITATION.sources()));
        }
        remarks.add("In the forecast it is the limit of " + limit.place() + ", " + name + ", in " + quota.year()
                + " in every scenario; from there the quota grows as each scenario assumes.");
        return with.supposing(DatasetTables.ASSUMPTIONS, assumptions)
                .supposing(DatasetTables.LIMITS, startingFrom(with.outlook().limits(), limit, id));
    }

    /** The level of the limit in the year of the quota, in the unit of the measure. */
    private OptionalDouble level(Limit limit, Quota quota, Supply supply, Period first) {
        OptionalDouble amount = quota.amount().known();
        Unit unit = supply.measure().unit();
        if (amount.isEmpty()) {
            return amount;
        }
        if (unit.basis().equals(quota.unit().basis())) {
            return OptionalDouble.of(inUnit(amount.getAsDouble(), quota.unit(), unit));
        }
        OptionalDouble now = supply.value(supply.amount(limit.place(), first)).number();
        OptionalDouble then = dataset.quotas().stream()
                .filter(one -> one.year().equals(first) && one.stage().equals(quota.stage()))
                .filter(one ->
                        one.fullYear() && one.ore() == Ore.ALL && one.holder().equals(Holder.ALL))
                .filter(one -> one.amount().known().isPresent())
                .mapToDouble(one -> inUnit(one.amount().known().getAsDouble(), one.unit(), quota.unit()))
                .findFirst();
        return now.isEmpty() || then.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.getAsDouble() * amount.getAsDouble() / then.getAsDouble());
    }

    /** The quota in one year over that in another; empty where its growth is not known. */
    private OptionalDouble growth(Limit limit, Scenario scenario, Period from, Period to) {
        double times = 1;
        for (int year = from.year() + 1; year <= to.year(); year++) {
            OptionalDouble percent = percent(limit, scenario, Period.year(year));
            if (percent.isEmpty()) {
                return percent;
            }
            times *= 1 + percent.getAsDouble() / HUNDRED;
        }
        return OptionalDouble.of(times);
    }

    private OptionalDouble percent(Limit limit, Scenario scenario, Period year) {
        return limit.assumption()
                .flatMap(id -> Stream.of(scenario.name(), Scenario.BASE)
                        .flatMap(name -> Stream.of(Optional.of(year), Optional.<Period>empty())
                                .flatMap(when -> assumption(id, name, when)))
                        .findFirst())
                .map(assumption -> assumption.value().known())
                .orElse(OptionalDouble.empty());
    }

    private Stream<Assumption> assumption(String id, String scenario, Optional<Period> year) {
        return dataset.assumptions().stream()
                .filter(one -> one.id().equals(id) && one.scenario().equals(scenario))
                .filter(one -> one.year().equals(year));
    }

    /** The limits, of which one starts from an assumption. */
    private static List<Limit> startingFrom(List<Limit> limits, Limit limit, String assumption) {
        Limit from = new Limit(
                limit.measure(),
                limit.place(),
                limit.kind(),
                limit.path(),
                Optional.of(assumption),
                limit.assumption(),
                limit.until(),
                limit.phasing(),
                limit.use(),
                limit.note(),
                limit.sources());
        return limits.stream().map(one -> one.equals(limit) ? from : one).toList();
    }

    // ---------------------------------------------------------------- imports

    /** The dataset with the imports of a year as what their country supplies. */
    Dataset ofTrade(TradeFlow flow) {
        List<Limit> levels = dataset.outlook().limits().stream()
                .filter(limit -> limit.path() == Limit.Path.LEVEL)
                .filter(limit -> limit.place().equals(flow.partner()))
                .toList();
        if (flow.flow() != TradeFlow.Flow.IMPORT || levels.isEmpty()) {
            remarks.add("No limit of the forecast is what " + flow.partner() + " delivers.");
            return dataset;
        }
        if (flow.period().kind() != Period.Kind.YEAR) {
            remarks.add("The forecast goes by years, and " + flow.period()
                    + " is not one. Scale it, as in x12 for a month, to see what a year of it would do.");
            return dataset;
        }
        Dataset linked = dataset;
        for (Limit limit : levels) {
            linked = linked(linked, limit, flow);
        }
        return linked;
    }

    private Dataset linked(Dataset with, Limit limit, TradeFlow flow) {
        Measure measure = dataset.measure(limit.measure());
        String id = limit.assumption().orElseThrow();
        if (!flow.unit().isMass() || !flow.unit().basis().equals(measure.unit().basis())) {
            remarks.add("The forecast counts " + measure.unit() + ", and this is in " + flow.unit()
                    + ": it follows only what is typed in " + measure.unit() + ".");
            return with;
        }
        OptionalDouble amount = flow.value().known();
        if (amount.isEmpty()) {
            return with;
        }
        remarks.add("In the forecast it is what " + limit.place() + " supplies from "
                + limit.until().map(Period::toString).orElse("the end") + " on, in every scenario: assumption " + id
                + ".");
        List<Assumption> assumptions = with.assumptions().stream()
                .map(one -> one.id().equals(id) ? typed(one, amount.getAsDouble(), flow.unit()) : one)
                .toList();
        return with.supposing(DatasetTables.ASSUMPTIONS, assumptions);
    }

    private static Assumption typed(Assumption one, double amount, Unit from) {
        return new Assumption(
                one.id(),
                one.scenario(),
                one.year(),
                one.step(),
                one.name(),
                Observation.of(BigDecimal.valueOf(inUnit(amount, from, one.unit()))),
                one.unit(),
                one.period(),
                Assumption.Origin.DERIVED,
                WhatIf.CITATION.note(),
                WhatIf.CITATION.sources());
    }

    private static double inUnit(double amount, Unit from, Unit to) {
        return amount * from.scale().doubleValue() / to.scale().doubleValue();
    }
}
