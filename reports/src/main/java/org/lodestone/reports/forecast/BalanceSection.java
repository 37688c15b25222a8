package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supply;

/** The section on the balance: what closes the first year, supply against demand, and what could be replaced. */
public final class BalanceSection {

    private static final Term BALANCE = Term.of("balance section");

    private final Dataset dataset;
    private final ForecastStudy study;
    private final Model.Builder model;

    private BalanceSection(Dataset dataset, ForecastStudy study) {
        this.dataset = dataset;
        this.study = study;
        this.model = Model.builder().include(study.model());
    }

    /** Empty where no measure meets demand. */
    public static Optional<Part> of(Dataset dataset, ForecastStudy study) {
        return study.chosen().balances().isEmpty()
                ? Optional.empty()
                : Optional.of(new BalanceSection(dataset, study).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Outcome chosen = study.chosen();
        for (int i = 0; i < chosen.balances().size(); i++) {
            Balance balance = chosen.balances().get(i);
            Replacement replacement = chosen.replacements().get(i);
            blocks.add(new Block.Prose("", findings(balance, replacement)));
            blocks.add(Block.charts(byScenario(i), bridge(i)));
            blocks.add(reconciliation(balance));
            blocks.add(BalanceTables.balance(balance));
            blocks.add(eachScenario(i));
            blocks.add(demandTable(balance));
            outlookTable(balance).ifPresent(blocks::add);
            blocks.add(BalanceTables.replacement(replacement));
            outlookReplacement(replacement).ifPresent(blocks::add);
        }
        Balance first = chosen.balances().get(0);
        return Part.of(
                Section.of(
                        "Balance",
                        "How the market of " + first.rule().material() + " balances to " + first.horizon(),
                        "The chosen scenario, in " + first.unit() + ", before and after secondary supply",
                        blocks),
                model.build());
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings(Balance balance, Replacement replacement) {
        Period start = balance.start();
        Period end = balance.horizon();
        String unit = " " + balance.unit();
        Formula after = balance.after(end).ref();
        Formula reconciliation = sentence(
                text(start + " does not balance by itself: demand was "),
                balance.demand(start).ref().fixed(1),
                text(" and primary supply "),
                balance.supply().total(start).ref().fixed(1),
                text(unit + ". The "),
                balance.secondary(start).ref().fixed(1),
                text(unit + " between them, "),
                percent(balance.secondaryShare(start).ref(), 1),
                text(" of demand, came from scrap and stocks, and is carried forward as secondary supply."));
        Formula tight = sentence(
                text("In the scenario "),
                Scenarios.SELECTOR.ref(),
                text(" the market "),
                ZERO.isAbove(after).then(text("tightens"), text("does not tighten")),
                text(": the balance of " + end + " is "),
                after.fixed(1),
                text(unit + ", "),
                signedPercent(balance.afterShare(end).ref(), 1),
                text(" of demand; without secondary supply it would be "),
                balance.before(end).ref().fixed(1),
                text("."));
        Formula replaceable = sentence(
                text("Supply from outside " + replacement.holder() + " could replace "),
                percent(replacement.ratio(start).ref(), 1),
                text(" of what it supplied in " + start + ", and "),
                percent(replacement.ratio(end).ref(), 1),
                text(" by " + end + ". One half: "),
                replacement.half().ref(),
                text("; all: "),
                replacement.all().ref(),
                text("."));
        return ImmutableList.of(
                say("reconciliation", balance, reconciliation),
                say("tight", balance, tight),
                say("replaceable", balance, replaceable));
    }

    private Block.Sentence say(String what, Balance balance, Formula sentence) {
        Key key = BALANCE.sub(what).of(Subject.of(balance.rule().id()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    // ---------------------------------------------------------------- tables

    /** The base year, step by step. */
    private Table reconciliation(Balance balance) {
        Period start = balance.start();
        var table = Table.overYears("Reconciliation of " + start, List.of(start));
        line(table, "Demand, as published", balance, balance.demand(start));
        line(
                table,
                "Primary supply, the sum of places as published",
                balance,
                balance.supply().total(start));
        line(table, "Difference: a shortage that nobody saw", balance, balance.before(start));
        line(table, "Secondary supply: what closes the year", balance, balance.secondary(start));
        line(table, "Balance: level by construction", balance, balance.after(start));
        return table.note(
                        "Secondary supply stands for scrap and stocks, which are in neither of the two. It is an assumption,"
                                + " and carried forward as the scenario says.")
                .build();
    }

    private void line(Table.YearBuilder table, String name, Balance balance, Key key) {
        table.row(name, balance.unit().toString(), Shown.ONE_DECIMAL, year -> Optional.of(copy(name, balance, key)));
    }

    /** A value shown again, so that the cell over years stays its home. */
    private Key copy(String name, Balance balance, Key key) {
        return model.calculation(
                BALANCE.sub("reconciliation")
                        .sub(name)
                        .of(Subject.of(balance.rule().id())),
                key.ref());
    }

    /** What the scenarios are compared by. */
    private enum Side {
        SUPPLY("Primary supply"),
        BEFORE("Balance before secondary supply"),
        AFTER("Balance after secondary supply");

        private final String heading;

        Side(String heading) {
            this.heading = heading;
        }
    }

    /** Supply and balance of every scenario, with an outlook's where it counts the same. */
    private Table eachScenario(int index) {
        Balance first = study.chosen().balances().get(index);
        String unit = first.unit().toString();
        Optional<Beside> outlook = outlook(first);
        var table = Table.overYears("Supply and balance in every scenario", first.years());
        for (Side side : Side.values()) {
            table.group(side.heading);
            for (Outcome outcome : study.scenarioOutcomes()) {
                Balance balance = outcome.balances().get(index);
                table.row(
                        outcome.in().name(),
                        unit,
                        Shown.ONE_DECIMAL,
                        year -> Optional.of(inScenario(balance, year, side)));
            }
            outlook.ifPresent(beside -> table.row(
                    beside.name(), unit, Shown.ONE_DECIMAL, year -> Optional.of(inOutlook(beside, first, year, side))));
        }
        outlook.ifPresent(beside -> table.note("The base case of the " + beside.name()
                + " against demand and secondary supply of the chosen scenario, in the years it gives."));
        return table.build();
    }

    private Key inScenario(Balance balance, Period year, Side side) {
        Key key =
                switch (side) {
                    case SUPPLY -> balance.supply().total(year);
                    case BEFORE -> balance.before(year);
                    case AFTER -> balance.after(year);
                };
        return model.calculation(key.sub("side by side"), key.ref());
    }

    /** An outlook that counts the same as the supply of a balance. */
    private Optional<Beside> outlook(Balance balance) {
        return Beside.of(dataset, balance.supply()).filter(Beside::isSameMeasure);
    }

    private Key inOutlook(Beside beside, Balance chosen, Period year, Side side) {
        Key key = BALANCE.sub("outlook beside")
                .sub(side.heading)
                .of(Subject.of(chosen.rule().id()))
                .at(year);
        return beside.total(year)
                .map(total -> {
                    Formula before = total.ref().minus(chosen.demand(year).ref());
                    return model.calculation(
                            key,
                            switch (side) {
                                case SUPPLY -> total.ref();
                                case BEFORE -> before;
                                case AFTER -> before.plus(chosen.secondary(year).ref());
                            });
                })
                .orElseGet(() -> model.label(key, Value.NOT_AVAILABLE));
    }

    private Table demandTable(Balance balance) {
        DemandCases demand = balance.demand();
        List<Period> years = new ArrayList<>(balance.years());
        demand.given().stream().filter(year -> !years.contains(year)).forEach(years::add);
        String unit = balance.unit().toString();
        var table = Table.overYears("Demand of " + balance.rule().material() + " as published, by case", years)
                .row(
                        "Observed",
                        unit,
                        Shown.ONE_DECIMAL,
                        year -> Optional.of(demand.start())
                                .filter(key -> year.equals(demand.observed().period())));
        for (String name : demand.cases()) {
            table.row(
                    demand.name(name),
                    unit,
                    Shown.ONE_DECIMAL,
                    year -> Optional.of(demand.amount(name, year))
                            .filter(key -> demand.given().contains(year)));
        }
        return table.note("Years between are not published. The forecast fills them on the scenario's path.")
                .build();
    }

    /** The outlook's own supply against its own cases of demand. */
    private Optional<Block> outlookTable(Balance balance) {
        Supply observed = balance.supply().observed();
        DemandCases demand = balance.demand();
        List<Period> years = observed.years().stream()
                .filter(year -> demand.given().contains(year) || year.equals(balance.start()))
                .toList();
        List<Period> later = years.stream().filter(demand.given()::contains).toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        String edition = dataset.editionName(observed.edition());
        String unit = balance.unit().toString();
        var table = Table.overYears("The " + edition + " against its own demand", years)
                .row("Primary supply, base case", unit, Shown.ONE_DECIMAL, year -> Optional.of(observed.total(year)));
        for (boolean after : new boolean[] {false, true}) {
            table.group(
                    after
                            ? "Balance with secondary supply at its share of " + balance.start()
                            : "Balance before secondary supply");
            for (String name : demand.cases()) {
                for (Period year : later) {
                    Formula asked = demand.amount(name, year).ref();
                    Formula before = observed.total(year).ref().minus(asked);
                    model.calculation(
                            outlookKey(name, year, after),
                            after
                                    ? before.plus(balance.secondaryShare(balance.start())
                                            .ref()
                                            .times(asked))
                                    : before);
                }
                table.row(
                        name,
                        unit,
                        Shown.ONE_DECIMAL,
                        year -> later.contains(year) ? Optional.of(outlookKey(name, year, after)) : Optional.empty());
            }
        }
        return Optional.of(table.build());
    }

    private static Key outlookKey(String demandCase, Period year, boolean after) {
        return BALANCE.sub(after ? "outlook with secondary supply" : "outlook")
                .of(Subject.of(demandCase))
                .at(year);
    }

    private Optional<Block> outlookReplacement(Replacement replacement) {
        if (replacement.outlooks().isEmpty()) {
            return Optional.empty();
        }
        String edition = dataset.editionName(replacement.supply().observed().edition());
        return Optional.of(Table.overYears("The same by the " + edition, replacement.outlooks())
                .row("Year", "", Shown.ORDINAL, year -> Optional.of(replacement.outlookYear(year)))
                .row(
                        "Outside, as share of " + replacement.holder() + " in "
                                + replacement.supply().start(),
                        "%",
                        Shown.PERCENT,
                        year -> Optional.of(replacement.outlookRatio(year)))
                .row(
                        "One half reached",
                        "1 is yes",
                        Shown.ORDINAL,
                        year -> Optional.of(replacement.outlookRatio(year).sub("one half reached")))
                .row(
                        "All reached",
                        "1 is yes",
                        Shown.ORDINAL,
                        year -> Optional.of(replacement.outlookRatio(year).sub("all reached")))
                .build());
    }

    // ---------------------------------------------------------------- charts

    private Chart byScenario(int index) {
        Balance first = study.chosen().balances().get(index);
        List<Chart.Series> series = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            Balance balance = outcome.balances().get(index);
            series.add(columns(outcome.in().name(), first, year -> inScenario(balance, year, Side.AFTER)));
        }
        outlook(first)
                .ifPresent(beside ->
                        series.add(columns(beside.name(), first, year -> inOutlook(beside, first, year, Side.AFTER))));
        return chart("Balance after secondary supply, by scenario", first, series);
    }

    private Chart bridge(int index) {
        Balance balance = study.chosen().balances().get(index);
        List<Chart.Series> series = new ArrayList<>();
        series.add(columns("Primary supply", balance, balance.supply()::total));
        outlook(balance)
                .ifPresent(beside -> series.add(
                        columns(beside.name(), balance, year -> inOutlook(beside, balance, year, Side.SUPPLY))));
        series.add(columns("Demand", balance, balance::demand));
        return chart("Primary supply and demand, chosen scenario", balance, series);
    }

    private static Chart.Series columns(String name, Balance balance, Function<Period, Key> key) {
        return Chart.columns(name, span(balance.years().stream().map(key).toList()));
    }

    private static Chart chart(String title, Balance balance, List<Chart.Series> series) {
        return Chart.of(title, Chart.Kind.COLUMNS, balance.unit().toString(), series.toArray(Chart.Series[]::new));
    }
}
