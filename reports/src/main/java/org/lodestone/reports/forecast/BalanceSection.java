package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Definitions.whetherAbove;
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
import org.lodestone.core.forecast.Conclusion;
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
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The section on the balance: what closes the first year, supply against demand, and what could be replaced. */
public final class BalanceSection {

    private static final Term BALANCE = Term.of("balance section");

    private final Supplies supplies;
    private final Dataset dataset;
    private final ForecastStudy study;
    private final Model.Builder model;

    private BalanceSection(Supplies supplies, ForecastStudy study) {
        this.supplies = supplies;
        this.dataset = supplies.dataset();
        this.study = study;
        this.model = Model.builder().include(study.model());
    }

    /** Empty where no measure meets demand. */
    public static Optional<Part> of(Supplies supplies, ForecastStudy study) {
        return study.chosen().balances().isEmpty()
                ? Optional.empty()
                : Optional.of(new BalanceSection(supplies, study).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Outcome chosen = study.chosen();
        for (int i = 0; i < chosen.balances().size(); i++) {
            Balance balance = chosen.balances().get(i);
            Optional<Replacement> replacement = chosen.replacement(balance);
            blocks.add(new Block.Prose("", findings(balance, replacement)));
            blocks.add(Block.charts(byScenario(i), bridge(i)));
            blocks.add(reconciliation(balance));
            blocks.add(BalanceTables.balance(balance));
            blocks.add(eachScenario(i));
            blocks.add(demandTable(balance));
            outlookTable(balance).ifPresent(blocks::add);
            replacement.map(BalanceTables::replacement).ifPresent(blocks::add);
            replacement.flatMap(this::outlookReplacement).ifPresent(blocks::add);
        }
        Balance first = chosen.balances().get(0);
        return Part.of(
                Section.of(
                        "Balance",
                        chosen.balances().size() == 1
                                ? "How the market of " + first.rule().material() + " balances to " + first.horizon()
                                : "How each market balances to " + first.horizon(),
                        "The chosen scenario, before and after secondary supply",
                        blocks),
                model.build());
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings(Balance balance, Optional<Replacement> replacement) {
        ImmutableList.Builder<Block.Sentence> findings = ImmutableList.<Block.Sentence>builder()
                .add(say("reconciliation", balance, reconciled(balance)))
                .add(say("tight", balance, tight(balance)));
        replacement.map(this::replaceable).ifPresent(one -> findings.add(say("replaceable", balance, one)));
        return findings.build();
    }

    /** How the base year closes. */
    private static Formula reconciled(Balance balance) {
        Period start = balance.start();
        Formula demand = balance.demand(start).ref();
        Formula supply = balance.supply().total(start).ref();
        String put = isPublished(balance) ? "demand was " : "demand, between its published years, is put at ";
        Formula shortage = sentence(
                text(start + " does not balance by itself: " + put),
                fixed(balance, demand),
                text(" and primary supply was "),
                fixed(balance, supply),
                text(" " + balance.unit() + ". The "),
                fixed(balance, balance.secondary(start).ref()),
                text(" between them, "),
                percent(balance.secondaryShare(start).ref(), 1),
                text(" of demand, came from scrap and stocks, and is carried forward as secondary supply."));
        Formula surplus = sentence(
                text("In " + start + " primary supply was "),
                fixed(balance, supply),
                text(" " + balance.unit() + ", and " + put),
                fixed(balance, demand),
                text(": more than was asked for, so no secondary supply is carried forward."));
        return balance.before(start)
                .ref()
                .isKnown()
                .then(
                        supply.isAbove(demand).then(surplus, shortage),
                        text("Whether " + start + " balances by itself is not known: a figure is missing."));
    }

    /** Whether the market tightens: by the conclusion that the dataset draws, or else below zero. */
    private Formula tight(Balance balance) {
        Period end = balance.horizon();
        Formula after = balance.after(end).ref();
        Outcome chosen = study.chosen();
        Formula level = chosen.conclusions().stream()
                .filter(one -> one.kind() == Conclusion.Kind.BALANCE_BELOW)
                .filter(one -> one.measure().equals(balance.rule().measure()))
                .map(one -> chosen.threshold(one, study.scenarios()))
                .findFirst()
                .orElse(ZERO);
        return sentence(
                text("In the scenario "),
                Scenarios.SELECTOR.ref(),
                text(" the market "),
                whetherAbove(
                        level, after, "tightens", "does not tighten", "may tighten or not, since a figure is missing"),
                text(": the balance of " + end + " is "),
                fixed(balance, after),
                text(" " + balance.unit() + ", "),
                signedPercent(balance.afterShare(end).ref(), 1),
                text(" of demand; without secondary supply it would be "),
                fixed(balance, balance.before(end).ref()),
                text("."));
    }

    private Formula replaceable(Replacement replacement) {
        Period start = replacement.supply().start();
        Period end = replacement.supply().horizon();
        return sentence(
                text("Supply from outside " + replacement.holder() + " could replace "),
                percent(replacement.ratio(start).ref(), 1),
                text(" of what it supplied in " + start + ", and "),
                percent(replacement.ratio(end).ref(), 1),
                text(" by " + end + ". One half: "),
                replacement.half().ref(),
                text("; all: "),
                replacement.all().ref(),
                text("."));
    }

    private static Formula fixed(Balance balance, Formula amount) {
        return amount.fixed(Outcome.shown(balance.unit()) == Shown.WHOLE ? 0 : 1);
    }

    /** Whether demand of the base year is observed, and not found between years. */
    private static boolean isPublished(Balance balance) {
        return balance.demand().observed().period().equals(balance.start());
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
        String demand = isPublished(balance) ? "Demand, as published" : "Demand, between its published years";
        line(table, demand, balance, balance.demand(start));
        line(
                table,
                "Primary supply, the sum of places as published",
                balance,
                balance.supply().total(start));
        line(table, "Primary supply less demand", balance, balance.before(start));
        line(table, "Secondary supply: what closes a shortage", balance, balance.secondary(start));
        line(table, "Balance after secondary supply", balance, balance.after(start));
        return table.note(
                        "A shortage here is one that nobody saw: secondary supply stands for scrap and stocks, which are in"
                                + " neither of the two. It is an assumption, and carried forward as the scenario says.")
                .build();
    }

    private void line(Table.YearBuilder table, String name, Balance balance, Key key) {
        table.again(name, balance.unit().toString(), Outcome.shown(balance.unit()), year -> Optional.of(key));
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
                table.again(
                        outcome.in().name(),
                        unit,
                        Outcome.shown(first.unit()),
                        year -> Optional.of(inScenario(balance, year, side)));
            }
            outlook.ifPresent(beside -> table.row(
                    beside.name(),
                    unit,
                    Outcome.shown(first.unit()),
                    year -> Optional.of(inOutlook(beside, first, year, side))));
        }
        outlook.ifPresent(beside -> table.note("The " + beside.title()
                + ", against demand and secondary supply of the chosen scenario, in the years it gives."));
        return table.build();
    }

    private static Key inScenario(Balance balance, Period year, Side side) {
        return switch (side) {
            case SUPPLY -> balance.supply().total(year);
            case BEFORE -> balance.before(year);
            case AFTER -> balance.after(year);
        };
    }

    /** An outlook that counts the same as the supply of a balance. */
    private Optional<Beside> outlook(Balance balance) {
        return Beside.of(supplies, balance.supply()).filter(Beside::isSameMeasure);
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
                        Outcome.shown(balance.unit()),
                        year -> Optional.of(demand.start())
                                .filter(key -> year.equals(demand.observed().period())));
        for (String name : demand.cases()) {
            table.row(
                    demand.name(name),
                    unit,
                    Outcome.shown(balance.unit()),
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
                .row(
                        outlook(balance)
                                .map(beside -> "Primary supply, " + beside.assumed())
                                .orElse("Primary supply"),
                        unit,
                        Outcome.shown(balance.unit()),
                        year -> Optional.of(observed.total(year)));
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
                            outlookKey(balance, name, year, after),
                            after
                                    ? before.plus(balance.secondaryShare(balance.start())
                                            .ref()
                                            .times(asked))
                                    : before);
                }
                table.row(
                        name,
                        unit,
                        Outcome.shown(balance.unit()),
                        year -> later.contains(year)
                                ? Optional.of(outlookKey(balance, name, year, after))
                                : Optional.empty());
            }
        }
        return Optional.of(table.build());
    }

    private static Key outlookKey(Balance balance, String demandCase, Period year, boolean after) {
        return BALANCE.sub(after ? "outlook with secondary supply" : "outlook")
                .of(Subject.of(balance.rule().id() + ", " + demandCase))
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
