package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Premises.Stated;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Valuation;

/** The rules for what drivers and shocks need of the assumptions that they move, and how far they may move them. */
record DriverRules(Tables tables, Outlook outlook, Valuation valuation, Premises premises) {

    void check() {
        if (allUsesKnown()) {
            premises.checkYears(takenByYear());
        }
        for (RowWithLine<Driver> line : tables.lines(ForecastTables.DRIVERS)) {
            Driver driver = line.row();
            ImmutableList<Stated> rows = movable(line, driver.assumption(), driver.year());
            boolean change = driver.as() == Driver.As.CHANGE;
            moved(line, "low", rows, change, driver.low());
            moved(line, "high", rows, change, driver.high());
            driver.lever().ifPresent(lever -> {
                moved(line, "least", rows, false, lever.least());
                moved(line, "most", rows, false, lever.most());
            });
            drawn(line, rows, driver);
            searched(line, rows, driver);
        }
        RowWithLine.refuseRepeated(
                tables.lines(ForecastTables.DRIVERS).stream()
                        .filter(line -> line.row().lever().isPresent())
                        .collect(toImmutableList()),
                "lever",
                driver -> "'" + driver.lever().map(Driver.Lever::title).orElse("") + "'",
                "Levers are told apart by their titles: rename one of them.");
        for (RowWithLine<Shock> line : tables.lines(ForecastTables.SHOCKS)) {
            Shock shock = line.row();
            ImmutableList<Stated> rows = movable(line, shock.assumption(), shock.year());
            boolean add = shock.change() == Shock.Change.ADD;
            if (!add || !isUnknown(line, "change", rows)) {
                moved(line, "size", rows, add, shock.size());
            }
        }
    }

    private ImmutableSet<String> takenByYear() {
        return ImmutableSet.copyOf(Sets.union(outlook.takenByYear(), valuation.takenByYear()));
    }

    private boolean allUsesKnown() {
        return tables.areWhole(
                Table.all().stream().filter(table -> !table.uses().isEmpty()).toArray(Table<?>[]::new));
    }

    /** The values of an assumption in every scenario, or those of a year; none if it cannot be moved. */
    private ImmutableList<Stated> movable(RowWithLine<?> line, String id, Optional<Period> year) {
        ImmutableList<Stated> rows = premises.inEach(id, year);
        if (premises.of(id).stream().anyMatch(row -> row.assumption().step() > 0)) {
            line.problem(
                    "assumption",
                    "'" + id + "' is given step by step, and only a single value can be moved."
                            + " Name one, such as the speed of a ramp.");
            return ImmutableList.of();
        }
        if (outlook.conclusions().stream()
                .anyMatch(one -> one.threshold().filter(id::equals).isPresent())) {
            line.problem(
                    "assumption",
                    "'" + id
                            + "' is the threshold of a conclusion, against which the others are measured. Leave it out.");
            return ImmutableList.of();
        }
        if (!rows.isEmpty() && allUsesKnown() && !premises.used().contains(id)) {
            List<String> single = premises.used().stream()
                    .filter(used -> !premises.isRamp(used))
                    .toList();
            line.problem(
                    "assumption",
                    "'" + id + "' is used by no rule of the forecast, so nothing moves with it. "
                            + Nearest.remedy(id, single, "Name one that limits.csv or another table of rules names."));
            return ImmutableList.of();
        }
        Optional<String> refused =
                allUsesKnown() && !rows.isEmpty() ? year.flatMap(when -> refusedYear(id, when)) : Optional.empty();
        refused.ifPresent(why -> line.problem("year", why));
        return refused.isPresent() ? ImmutableList.of() : rows;
    }

    /** Why the value of a year cannot be moved; empty where it can. */
    private Optional<String> refusedYear(String id, Period year) {
        Period applies = premises.in(Scenario.BASE, id)
                .map(row -> row.assumption().period())
                .orElse(Period.NONE);
        if (!takenByYear().contains(id)) {
            return Optional.of("'" + year + "': no rule of the forecast takes '" + id
                    + "' year by year, so that nothing would follow. Leave the year empty.");
        }
        return Premises.isWithin(year, applies)
                ? Optional.empty()
                : Optional.of("'" + year + "' lies outside '" + applies + "', when '" + id
                        + "' applies. Write a year of these, or leave the year empty.");
    }

    /** Refuses to move a value to where the rules that use it cannot have it. */
    private void moved(RowWithLine<?> line, String column, List<Stated> rows, boolean change, double to) {
        for (Stated row : rows) {
            Assumption from = row.assumption();
            if (!change) {
                Optional<String> broken = premises.broken(from.id(), to);
                broken.ifPresent(rule -> line.problem(
                        column,
                        "'" + Premises.plain(to) + " " + from.unit() + "' for '" + from.id() + "' cannot be. " + rule));
                return;
            }
            if (isSound(row)) {
                double moved = row.number().getAsDouble() + to;
                Optional<String> broken = premises.broken(from.id(), moved);
                if (broken.isPresent()) {
                    line.problem(
                            column,
                            "'" + Premises.plain(to) + "' makes '" + Premises.plain(moved) + " " + from.unit()
                                    + "' of '" + from.id() + "' in the scenario '" + from.scenario()
                                    + "', which cannot be. " + broken.get());
                    return;
                }
            }
        }
    }

    /** A break-even in years is looked for in each of them. */
    private static void searched(RowWithLine<?> line, List<Stated> rows, Driver driver) {
        boolean inYears = rows.stream().anyMatch(row -> row.assumption().unit().dimension() == Dimension.TIME);
        double search = driver.search().orElse(0);
        if (inYears && search > Premises.MOST_YEARS) {
            line.problem(
                    "search",
                    "'" + Premises.plain(search) + "' years are each looked at in turn, and " + Premises.MOST_YEARS
                            + " are enough. Write " + Premises.MOST_YEARS + " or less.");
        }
    }

    private void drawn(RowWithLine<?> line, List<Stated> rows, Driver driver) {
        boolean fromValue = driver.as() == Driver.As.CHANGE || driver.drawn() != Driver.Drawn.NOT;
        if (fromValue && isUnknown(line, "drawn", rows)) {
            return;
        }
        for (Stated row : rows) {
            Optional<String> refusal = isSound(row) ? refusal(driver, row) : Optional.empty();
            if (refusal.isPresent()) {
                line.problem("drawn", "'" + driver.drawn() + "' " + refusal.get());
                return;
            }
        }
    }

    private Optional<String> refusal(Driver driver, Stated row) {
        Assumption of = row.assumption();
        double value = row.number().getAsDouble();
        String found =
                "'" + of.id() + "' is '" + of.value() + " " + of.unit() + "' in the scenario '" + of.scenario() + "'";
        boolean share = of.unit().dimension() == Dimension.SHARE || of.unit().dimension() == Dimension.MULTIPLE;
        return switch (driver.drawn()) {
            case NOT -> Optional.empty();
            case CHANCE ->
                share && value >= 0 && value <= Premises.whole(of.unit())
                        ? Optional.empty()
                        : Optional.of("takes a value for the probability of all, and " + found
                                + ". Draw it as triangular, or write a share of no more than the whole.");
            case GAMMA ->
                value < 0
                        ? Optional.of("needs a mean that is not below zero, and " + found + ". Draw it as uniform.")
                        : inParts(of);
            case WHOLE ->
                driver.as() == Driver.As.CHANGE && value != Math.rint(value)
                        ? Optional.of("draws whole numbers, and " + found + ". Write a whole number, or draw uniform.")
                        : Optional.empty();
            case UNIFORM, TRIANGULAR -> inParts(of);
        };
    }

    /** Whether an assumption has no number somewhere: nothing can be added to that, nor drawn about it. */
    private static boolean isUnknown(RowWithLine<?> line, String column, List<Stated> rows) {
        Optional<Stated> unknown =
                rows.stream().filter(row -> row.number().isEmpty()).findFirst();
        unknown.map(Stated::assumption)
                .ifPresent(of -> line.problem(
                        column,
                        "'" + of.id() + "' is '" + of.value() + "' in the scenario '" + of.scenario()
                                + "', from which nothing can be moved. Write a number there, or "
                                + (column.equals("change")
                                        ? "move it to a value."
                                        : "let low and high be values, drawn not.")));
        return unknown.isPresent();
    }

    private Optional<String> inParts(Assumption of) {
        return premises.isWhole(of.id())
                ? Optional.of(
                        "draws parts of years, and '" + of.id() + "' is a whole number of them. Draw it as whole.")
                : Optional.empty();
    }

    /** Whether a value is there, and not refused already. */
    private boolean isSound(Stated row) {
        return row.number().isPresent()
                && premises.broken(row.assumption().id(), row.number().getAsDouble())
                        .isEmpty();
    }
}
