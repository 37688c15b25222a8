package org.lodestone.reports.sheet.risk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;

/** The value of a driver in the chosen scenario, and how far it could turn out otherwise. */
public final class DriverValues {

    /** From this width of a range on, a driver is read without decimals. */
    private static final double WIDE = 1000;

    private final RiskAnalysis risk;
    private final Model.Builder model;

    /** @param model takes the values that are asked for */
    public DriverValues(RiskAnalysis risk, Model.Builder model) {
        this.risk = requireNonNull(risk, "risk");
        this.model = requireNonNull(model, "model");
        model.include(Definitions.MODEL);
    }

    /** The name, for readers, of the assumption that a shock moves. */
    public String name(Shock shock) {
        return risk.drivers().stream()
                .filter(driver -> driver.assumption().equals(shock.assumption()))
                .filter(driver -> driver.year().equals(shock.year()))
                .findFirst()
                .map(risk::name)
                .orElseGet(() -> risk.premise(shock).words());
    }

    /** The value in the chosen scenario; of a share of secondary supply that no scenario sets, the one that follows. */
    public Key now(Driver driver) {
        Premise premise = risk.premise(driver);
        Formula set = risk.study().scenarios().key(premise, Scenarios.CHOSEN);
        return model.calculation(
                key("driver now", driver),
                risk.study()
                        .chosen()
                        .whereNotSet(premise)
                        .map(share -> set.orElse(share))
                        .orElse(set));
    }

    /** The same of one or several drivers, of several as a text: {@code 1.6 and 2.3}. */
    public Key now(List<Driver> drivers) {
        return drivers.size() == 1
                ? now(drivers.get(0))
                : model.calculation(
                        Term.of("risks").sub("drivers now").of(Subject.of(RiskAnalysis.ids(drivers))),
                        Wording.listed(drivers.stream().map(this::inWords).toList()));
    }

    private Formula inWords(Driver driver) {
        return fixed(driver, now(driver));
    }

    /** A value of a driver as text, with its decimals. */
    public Formula fixed(Driver driver, Formula value) {
        return value.fixed(shown(driver) == Shown.WHOLE ? 0 : 1);
    }

    /** The values of drivers now as text. */
    public Formula inWords(List<Driver> drivers) {
        return drivers.size() == 1 ? inWords(drivers.get(0)) : now(drivers);
    }

    /** The value of a driver in the chosen scenario, and of several the mean, from which a search begins. */
    public Formula middle(List<Driver> drivers) {
        return drivers.size() == 1 ? now(drivers.get(0)) : Formula.call(Fn.AVERAGE, Formula.span(drivers, this::now));
    }

    /** The low end of its range, as the dataset has it: a value, or a change to that of the scenario. */
    public Key low(Driver driver) {
        return end("low", driver, driver.low());
    }

    /** The high end of its range, as the dataset has it. */
    public Key high(Driver driver) {
        return end("high", driver, driver.high());
    }

    private Key end(String which, Driver driver, double value) {
        return set(key(which, driver), value, risk.premise(driver));
    }

    private Key set(Key key, double value, Premise premise) {
        return model.computed(key, Value.of(value), ValueUnit.of(premise.unit()), "Set in the dataset");
    }

    /** The low end of the range that drivers share in the chosen scenario. */
    public Formula lowest(List<Driver> drivers) {
        return drivers.stream()
                .map(driver -> inScenario(driver, low(driver)))
                .reduce(Formula::max)
                .orElseThrow();
    }

    /** The high end of it. */
    public Formula highest(List<Driver> drivers) {
        return drivers.stream()
                .map(driver -> inScenario(driver, high(driver)))
                .reduce(Formula::min)
                .orElseThrow();
    }

    private Formula inScenario(Driver driver, Key end) {
        return driver.as() == Driver.As.CHANGE ? now(driver).plus(end) : end;
    }

    /** How far from its present value a break-even was looked for. */
    Optional<Key> searched(Driver driver) {
        return driver.search().isEmpty()
                ? Optional.empty()
                : Optional.of(end("searched within", driver, driver.search().getAsDouble()));
    }

    /** The size that a risk gives an assumption. */
    public Key size(Shock shock) {
        return set(
                Term.of("risks")
                        .sub("size")
                        .of(Subject.of(shock.risk() + ", " + shock.assumption()))
                        .at(shock.year().orElse(Period.NONE)),
                shock.size(),
                risk.premise(shock));
    }

    /** Years are whole, and so is what ranges over thousands. */
    public Shown shown(Driver driver) {
        boolean isWhole =
                risk.premise(driver).unit().dimension() == Dimension.TIME || driver.high() - driver.low() > WIDE;
        return isWhole ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }

    /** How the values of drivers now are shown. */
    public Shown shownNow(List<Driver> drivers) {
        return drivers.size() == 1 ? shown(drivers.get(0)) : Shown.WORD;
    }

    private static Key key(String part, Driver driver) {
        return Term.of("risks")
                .sub(part)
                .of(Subject.of(driver.assumption()))
                .at(driver.year().orElse(Period.NONE));
    }
}
