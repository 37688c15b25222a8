package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.trueMinus;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.DrawWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.RiskAnalysis.DrivenConclusion;
import org.lodestone.reports.risk.RiskAnalysis.Outturn;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.DriverValues;
import org.lodestone.reports.sheet.risk.Turning;

/**
 * The page on what would turn the conclusions: what moves them most, how far the simulation spreads, the value of each driver at
 * which one turns, and what each risk does.
 */
final class TurnsPage {

    /** The weight of its table among those for the front page. */
    private static final int FRONT_WEIGHT = 80;

    private static final Term PAGE = Term.of("turns page");

    private static final String WITHIN = "●";
    private static final String GROWTH = ", growth";
    private static final String POINTS = "points";
    private static final double MEDIAN = 0.5;

    /** The number of scenarios and conclusions that have a column; a page is as wide as these. */
    private static final int MOST_SCENARIOS = 5;

    private static final int MOST_CONCLUSIONS = 8;
    /** The most columns of the page for a conclusion: what is left says the size of a risk. */
    private static final int WIDEST = 3;
    /** The number of drivers that are drawn, the widest; Drivers has all. */
    private static final int MOST_BARS = 8;

    /** The columns of the page that a table of break-evens has for names of drivers and values in scenarios. */
    private static final int DRIVER_AND_SCENARIOS = 7;

    private final RiskAnalysis risk;
    private final Outcome chosen;
    private final Scenarios scenarios;
    private final ImmutableList<DrivenConclusion> turning;
    private final ImmutableList<DrivenConclusion> listed;
    private final Conclusion first;
    private final Model.Builder model;
    private final PageSentences said;
    private final DriverValues values;

    private TurnsPage(RiskAnalysis risk) {
        this.risk = risk;
        this.chosen = risk.study().chosen();
        this.scenarios = risk.study().scenarios();
        this.first = risk.conclusions().stream()
                .filter(one -> risk.study().chosen().balance(one).isPresent())
                .findFirst()
                .orElse(risk.conclusions().get(0));
        this.turning = risk.turning().stream()
                .sorted(Comparator.comparing(
                                (DrivenConclusion pair) -> !pair.conclusion().equals(first))
                        .thenComparing(pair -> risk.conclusions().indexOf(pair.conclusion()))
                        .thenComparing(this::isGapItself)
                        .thenComparing(pair -> !risk.turningFirst().contains(pair)))
                .collect(ImmutableList.toImmutableList());
        this.listed = turning.stream().filter(risk.turningFirst()::contains).collect(ImmutableList.toImmutableList());
        this.model = Model.builder().include(risk.model());
        this.said = new PageSentences(model, PAGE);
        this.values = new DriverValues(risk, model);
    }

    static Optional<Part> of(Analyses analyses) {
        return analyses.risk().map(risk -> new TurnsPage(risk).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        risk.tornadoes().stream()
                .sorted(Comparator.comparing(one -> !one.equals(first)))
                .forEach(one -> charts(one).ifPresent(blocks::add));
        if (!listed.isEmpty()) {
            blocks.add(Math.min(1, blocks.size()), breakEvens());
        }
        blocks.add(conclusions());
        Section page = said.page(Pages.TURNS, Section.Group.BALANCE, title(), standfirst(), blocks);
        Part.Builder part = Part.builder(model).section(page);
        frontTable().ifPresent(table -> part.panel(Panel.Place.TURN, FRONT_WEIGHT, table));
        return part.build();
    }

    /** A table of what turns the balance, or else the first conclusion that a driver turns, for the front page. */
    private Optional<Table> frontTable() {
        return turning.stream()
                .map(DrivenConclusion::conclusion)
                .max(Comparator.comparing(this::isOfBalance))
                .map(conclusion -> {
                    ImmutableList<DrivenConclusion> own = turning.stream()
                            .filter(pair -> pair.conclusion().equals(conclusion))
                            .collect(ImmutableList.toImmutableList());
                    return new FrontTurns(own, risk.searched().size(), this::turnsAt, model)
                            .table(
                                    own.stream().filter(listed::contains).count(),
                                    this::inOneText,
                                    pair -> values.inWords(pair.drivers()),
                                    this::turnInWords);
                });
    }

    private boolean isOfBalance(Conclusion conclusion) {
        return chosen.balance(conclusion).isPresent();
    }

    /** Whether what decides a conclusion is an amount of a balance, and no ratio. */
    private static boolean isAmount(Conclusion conclusion) {
        return conclusion.kind() == Conclusion.Kind.BALANCE_BELOW;
    }

    /** A driver with its unit: {@code Separation quota, growth, %/yr}; what a tonne is of stands in the conclusion. */
    private String inOneText(DrivenConclusion pair) {
        Unit unit = premise(pair).unit();
        String basis = unit.basis();
        String brief = basis.isEmpty() ? unit.toString() : unit.toString().replace(" " + basis, "");
        return isGapItself(pair) ? name(pair) : name(pair) + ", " + brief;
    }

    /** A driver's name; of one that adds to a balance tonne by tonne, that it turns at the gap itself. */
    private String name(DrivenConclusion pair) {
        return risk.name(pair.drivers()) + (isGapItself(pair) ? ": the gap itself" : "");
    }

    /** Whether a driver is an amount of which all is added to what is balanced, so that it turns where it is as large as the gap. */
    private boolean isGapItself(DrivenConclusion pair) {
        return isAmount(pair.conclusion())
                && chosen.supply(pair.conclusion().measure()).stream()
                        .flatMap(supply -> supply.additions().stream())
                        .filter(Addition::reachesWhole)
                        .anyMatch(addition -> pair.drivers().stream()
                                .allMatch(driver -> driver.assumption().equals(addition.amount())));
    }

    private Optional<Block> charts(Conclusion conclusion) {
        Optional<Exhibit> fan = fan(conclusion);
        return Pair.of(Optional.of(conclusion).filter(one -> risk.bars(one) > 0).map(this::tornado), fan);
    }

    // ---------------------------------------------------------------- break-evens

    private static Key key(String part, DrivenConclusion pair) {
        return PAGE.sub(part)
                .of(Subject.of(RiskAnalysis.ids(pair.drivers()) + ", "
                        + pair.conclusion().id()))
                .at(pair.drivers().get(0).year().orElse(Period.NONE));
    }

    private Premise premise(DrivenConclusion pair) {
        return risk.premise(pair.drivers().get(0));
    }

    private Key turnsAt(DrivenConclusion pair) {
        return risk.breakEven(pair.drivers(), pair.conclusion()).chosen();
    }

    /** Whether a conclusion turns within the driver's own range: 1, or 0. */
    private Key within(DrivenConclusion pair) {
        Formula turns = turnsAt(pair);
        Formula inside = turns.isAtLeast(values.lowest(pair.drivers()))
                .and(values.highest(pair.drivers()).isAtLeast(turns));
        return model.calculation(key("within", pair), turns.isKnown().then(inside.then(ONE, ZERO), ZERO));
    }

    private Key dot(DrivenConclusion pair) {
        return model.calculation(key("dot", pair), within(pair).isEqualTo(ONE).then(text(WITHIN), text(Words.NONE)));
    }

    private Key range(DrivenConclusion pair) {
        boolean isWhole = pair.drivers().stream().allMatch(driver -> isWhole(driver.low()) && isWhole(driver.high()));
        int digits = isWhole ? 0 : 1;
        return model.calculation(
                key("range", pair),
                words().with("low", values.lowest(pair.drivers()).fixed(digits))
                        .with("high", values.highest(pair.drivers()).fixed(digits))
                        .clause("{low} to {high}"));
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number);
    }

    private Formula turnInWords(DrivenConclusion pair) {
        return values.fixed(pair.drivers().get(0), turnsAt(pair));
    }

    /** How far away a turn is, measured by the driver's own range. */
    private Key distance(DrivenConclusion pair) {
        Formula away = turnsAt(pair).minus(values.middle(pair.drivers())).magnitude();
        Formula range = values.highest(pair.drivers()).minus(values.lowest(pair.drivers()));
        return model.calculation(key("distance", pair), away.over(range));
    }

    // ---------------------------------------------------------------- sentences

    /** The driver that turns the first conclusion with the least of its own range. */
    private Formula title() {
        List<DrivenConclusion> own =
                turning.stream().filter(pair -> pair.conclusion().equals(first)).toList();
        if (own.isEmpty()) {
            return text(first.statement() + ": no driver turns it within the range searched");
        }
        Formula.Span distances = span(own, this::distance);
        Formula.Span sentences = span(own, pair -> model.calculation(key("nearest", pair), nearest(pair)));
        Formula least = Formula.call(Fn.MIN_OF_KNOWN, distances);
        return words().with("some", Formula.countOfKnown(distances).isAbove(ZERO))
                .with("nearest", Formula.lookUp(sentences, least, distances))
                .with("statement", first.statement())
                .with("known", missing(first).isKnown())
                .clause("{some?{nearest}|{known?{statement}: no driver turns it within the range searched"
                        + "|{statement}: what would turn it is not known}}");
    }

    private Formula nearest(DrivenConclusion pair) {
        Unit unit = premise(pair).unit();
        Optional<Balance> balance = chosen.balance(first).filter(one -> isAmount(first));
        return words().with("driver", inSentence(risk.name(pair.drivers())))
                .with("turn", turnInWords(pair))
                .with("unit", after(unit))
                .with("now", values.inWords(pair.drivers()))
                .with("percent", isPercent(unit))
                .with("balance", balance.isPresent())
                .with("gap", missing(first).isAbove(ZERO))
                .with("end", balance.map(one -> text(one.horizon().toString())))
                .with("statement", first.statement())
                .with("within", within(pair).isEqualTo(ONE))
                .with("range", range(pair))
                .say(
                        "{driver} {turn}{unit} instead of {now}{percent?%} would {balance?{gap?close the gap of|open a gap in} {end}"
                                + "|turn “{statement}”}{within?|, beyond its range of {range}}");
    }

    /** A unit after its number: {@code % a year}, or {@code  kt magnet REE a year}. */
    private static String after(Unit unit) {
        return (isPercent(unit) ? "" : " ") + unit.toString().replace("/yr", " a year");
    }

    private static boolean isPercent(Unit unit) {
        return unit.toString().startsWith("%");
    }

    /** {@code Separation quota growth of}, or {@code Demand against the outlook at}. */
    private static String inSentence(String driver) {
        if (driver.endsWith(GROWTH)) {
            return driver.substring(0, driver.length() - GROWTH.length()) + " growth of";
        }
        return driver + (driver.contains(",") ? ", at" : " at");
    }

    /** The threshold of a conclusion less its number: the amount that is missing. */
    private Formula missing(Conclusion conclusion) {
        return chosen.threshold(conclusion).minus(chosen.decisive(conclusion));
    }

    private Formula standfirst() {
        return words().with("draws", risk.run().inWords())
                .with("within", !turning.isEmpty(), () -> withinRange())
                .say(
                        "Brown values are simulated in {draws} a scenario or solved for; once an input behind them changes they read"
                                + " “out of date”.[ {within}]");
    }

    /** A sentence of its own, since the rest holds whatever is changed. */
    private Key withinRange() {
        return said.value(
                "within range",
                words().with("known", missing(first).isKnown())
                        .with("count", sumOfKnown(span(turning, this::within)))
                        .with("all", Formula.countOfKnown(span(turning, this::turnsAt)))
                        .clause("{known?{count:0} of {all:0} break-evens lie within the driver's range."
                                + "|How many break-evens lie within the driver's range is not known.}"));
    }

    // ---------------------------------------------------------------- charts

    private Exhibit tornado(Conclusion conclusion) {
        String unit = chosen.balance(conclusion)
                .map(balance -> isAmount(conclusion) ? balance.unit().toString() : POINTS + " of demand")
                .orElse(POINTS);
        int drivers = risk.bars(conclusion);
        return Exhibit.of(
                said.live("tornado " + conclusion.id(), moves(conclusion, unit)),
                "Change of the " + Words.inSentence(Turning.decidedBy(risk, conclusion)) + ", " + unit
                        + "; light: driver at the low end of its range, dark: at the high one"
                        + (drivers > MOST_BARS
                                ? "; " + MOST_BARS + " of " + drivers + " drivers shown, the widest"
                                : ""),
                Chart.tornado(
                                "What moves it most",
                                unit,
                                Chart.series("Driver low", span(drawn(conclusion, "low"))),
                                Chart.series("Driver high", span(drawn(conclusion, "high"))))
                        .named(span(names(conclusion)))
                        .toClose(
                                isAmount(conclusion) ? "To close the gap" : "To turn it",
                                drawn(conclusion, said.value("gap", conclusion.id(), missing(conclusion))),
                                model)
                        .labelled(isOfBalance(conclusion) ? Shown.ONE_DECIMAL : Shown.TWO_DECIMALS)
                        .build());
    }

    private List<Key> drawn(Conclusion conclusion, String part) {
        return widest(conclusion, rank -> drawn(conclusion, bar(conclusion, rank, part)));
    }

    /** The result that draws follow, as it is drawn: an amount, or the change of a balance in points. */
    private Formula.Span drawn(Optional<ShownUnit> amounts, Formula.Span followed) {
        if (amounts.isEmpty()) {
            return span(followed.keys(), key -> Turning.inPoints(key, model));
        }
        ShownUnit unit = amounts.get();
        return unit.isOwn()
                ? followed
                : span(followed.keys(), key -> model.calculation(key.sub("in a larger unit"), unit.in(key)));
    }

    /** A change as it is drawn: that of a ratio in points. */
    private Key drawn(Conclusion conclusion, Key change) {
        return isAmount(conclusion) ? change : Turning.inPoints(change, model);
    }

    /** The drivers of the widest bars, each with its range: {@code Demand of 2026, 92–112%}. */
    private List<Key> names(Conclusion conclusion) {
        return widest(conclusion, rank -> {
            Key driver = bar(conclusion, rank, "driver");
            return model.calculation(
                    driver.sub("with its range"),
                    words().with("driver", driver)
                            .with("range", bar(conclusion, rank, "range"))
                            .clause("{driver}, {range}"));
        });
    }

    /** A value of each of the widest bars. */
    private List<Key> widest(Conclusion conclusion, IntFunction<Key> value) {
        return IntStream.rangeClosed(1, Math.min(MOST_BARS, risk.bars(conclusion)))
                .mapToObj(value)
                .toList();
    }

    private Key bar(Conclusion conclusion, int rank, String part) {
        return risk.bar(conclusion, rank, part).chosen();
    }

    /** The number of drivers that can turn a conclusion alone. */
    private Formula moves(Conclusion conclusion, String unit) {
        Formula missing = missing(conclusion);
        List<Integer> ranks =
                IntStream.rangeClosed(1, risk.bars(conclusion)).boxed().toList();
        boolean balance = isAmount(conclusion);
        Formula count = sumOfKnown(span(ranks, rank -> {
            Key low = bar(conclusion, rank, "low");
            Formula enough = low.over(missing)
                    .isAtLeast(ONE)
                    .or(bar(conclusion, rank, "high").over(missing).isAtLeast(ONE));
            return model.calculation(low.sub("enough"), enough.then(ONE, ZERO));
        }));
        int digits = balance
                ? Shown.of(chosen.balance(conclusion).orElseThrow().unit()).decimals()
                : 1;
        Formula size = balance ? missing.magnitude() : missing.magnitude().times(HUNDRED);
        return words().with("count", count)
                .with("all", ranks.size())
                .with("balance", balance)
                .with("gap", missing.isAbove(ZERO))
                .with("size", size.fixed(digits))
                .with("unit", unit)
                .with("ofDemand", isOfBalance(conclusion))
                .with("end", chosen.supplies().get(0).horizon())
                .say(
                        "{count=0?No driver alone, within its range,|{count:0} of {all} drivers, each alone,} can {balance?{gap?close the gap of|use up the surplus of}"
                                + " {size} {unit} in {end}|{gap?add the|take off the} {size} points {ofDemand?of demand|a year} needed"
                                + " to {end}}"
                                + "|What each of {all} drivers alone can do is not known");
    }

    private Optional<Exhibit> fan(Conclusion conclusion) {
        if (isOfBalance(conclusion)) {
            Balance balance = chosen.balance(conclusion).orElseThrow();
            boolean isTurn = chosen.turn(balance).isPresent();
            return fan(
                    conclusion,
                    isTurn ? "Change of the balance since " + balance.start() : "Balance",
                    Optional.of(ShownUnit.own(balance.unit())).filter(unit -> !isTurn),
                    span(balance.years(), year -> chosen.followed(balance, year)),
                    share -> span(
                            balance.years(),
                            year -> risk.percentile(balance, share, year).chosen()));
        }
        SupplyForecast supply = chosen.supply(conclusion.measure()).orElseThrow();
        return fan(
                conclusion,
                supply.measure().name(),
                Optional.of(ShownUnit.of(supply.observed())),
                supply.totals(),
                share -> span(
                        supply.years(),
                        year -> risk.percentile(supply, share, year).chosen()));
    }

    /**
     * The chosen scenario and the median, before the bands of half and nine tenths of the draws; empty where a year is missing.
     *
     * @param amounts the unit of amounts; empty where a balance is told in points of demand
     */
    private Optional<Exhibit> fan(
            Conclusion conclusion,
            String name,
            Optional<ShownUnit> amounts,
            Formula.Span followed,
            Function<Double, Formula.Span> followedInDraws) {
        if (!risk.model().isKnown(followed) || !risk.model().isKnown(followedInDraws.apply(MEDIAN))) {
            return Optional.empty();
        }
        String unit = amounts.map(ShownUnit::toString).orElse(POINTS + " of demand");
        int digits = amounts.map(ShownUnit::decimals).orElse(1);
        Formula.Span scenario = drawn(amounts, followed);
        Function<Double, Formula.Span> percentile = followedInDraws.andThen(values -> drawn(amounts, values));
        Formula.Span median = percentile.apply(MEDIAN);
        Formula finding = words().with("low", trueMinus(last(percentile.apply(0.25)), digits))
                .with("high", trueMinus(last(percentile.apply(0.75)), digits))
                .with("unit", unit)
                .with("year", last(scenario).when())
                .say("Half of all draws end between {low} and {high} {unit} in {year}"
                        + "|Where the draws end in {year} is not known");
        Formula.Span[] edges = RiskAnalysis.PERCENTILES.stream()
                .filter(share -> share != MEDIAN)
                .map(percentile)
                .toArray(Formula.Span[]::new);
        Chart chart = Chart.lines(name, unit)
                .series(ending(Scenarios.IN_FORCE, scenario, digits), scenario)
                .series(ending(text("Median"), median, digits), median)
                .behind(Band.of(model, edges))
                .build();
        return Optional.of(Exhibit.of(
                        said.live("fan " + conclusion.id(), finding),
                        name + ", " + unit + "; dark band: half of the draws, light: 90%",
                        chart.byYear(model))
                .withNote(said.live(
                        "median " + conclusion.id(), besideScenario(conclusion, last(median), last(scenario), digits)))
                .withSource(source()));
    }

    /** On which side of the scenario the median ends, and which driver takes it there. */
    private Formula besideScenario(Conclusion conclusion, Key median, Key scenario, int digits) {
        Formula apart = median.minus(scenario).rounded(digits);
        Formula above = apart.isAbove(ZERO);
        Formula driver = above.then(
                risk.pulls(conclusion, true).chosen(),
                risk.pulls(conclusion, false).chosen());
        return words().with("same", apart.isEqualTo(ZERO))
                .with("above", above)
                .with("none", Formula.call(Fn.SAME_TEXT, driver, text(RiskAnalysis.NOWHERE)))
                .with("driver", driver)
                .with("scenario", Scenarios.IN_FORCE)
                .say("{same?Median and {scenario} end alike"
                        + "|The median ends {above?above|below} {scenario}: {none?no driver’s range reaches further"
                        + " {above?up than down|down than up}, but results bend where a limit binds"
                        + "|the range of “{driver}” reaches further {above?up than down|down than up}}}."
                        + "|Where the median ends beside {scenario} is not known.");
    }

    private static Key last(Formula.Span values) {
        return values.keys().get(values.keys().size() - 1);
    }

    /** A name and the number at which its line ends: {@code Base −7.1}. */
    private Key ending(Formula name, Formula.Span values, int digits) {
        Key last = last(values);
        return model.calculation(
                last.sub("where the fan ends"),
                words().with("name", name)
                        .with("spare", last.isAtLeast(ZERO))
                        .with("size", last.magnitude().fixed(digits))
                        .clause("{name}{spare? | −}{size}|{name}"));
    }

    private String source() {
        return "Lodestone, " + risk.run().inWords();
    }

    // ---------------------------------------------------------------- tables

    private Exhibit breakEvens() {
        List<Scenario> shown = scenarios.all().stream().limit(MOST_SCENARIOS).toList();
        var table = Table.of("", listed)
                .id("break-evens")
                .column("Conclusion", Column.Role.LABEL, this::conclusion)
                .column("In draws", Column.Role.QUIET, this::holds)
                .across(1)
                .words("Driver", this::name)
                .across(Math.max(2, DRIVER_AND_SCENARIOS - 1 - shown.size()))
                .words("Unit", pair -> premise(pair).unit().toString())
                .across(shown.size() < MOST_SCENARIOS ? 2 : 1)
                .value("Now", pair -> values.shownNow(pair.drivers()), pair -> values.now(pair.drivers()))
                .value("Turns at", this::shown, this::turnsAt);
        for (Scenario scenario : shown) {
            table.value(
                    scenario.name(),
                    this::shown,
                    pair -> risk.breakEven(pair.drivers(), pair.conclusion()).in(Scenarios.caseOf(scenario)));
        }
        table.value("Driver's range", Shown.WORD, this::range).symbol("Within", this::dot);
        return Exhibit.of(
                        said.live("break-evens", found()),
                        "Value at which each conclusion turns by " + end() + ", one driver at a time" + orTogether()
                                + ", in the chosen scenario and in each",
                        table.build())
                .withSource("Lodestone")
                .withNotes("In draws: the share in which the conclusion holds" + byRange()
                        + ". A dot marks a value within the driver's own range."
                        + " None: not found within the range searched. "
                        + "Extra output below zero is output lost.");
    }

    /** The years that the conclusions are on, and the changes that are drawn: {@code 2030}. */
    private String end() {
        return Words.listed(risk.conclusions().stream()
                .map(one -> chosen.balance(one)
                        .map(Balance::horizon)
                        .orElseGet(
                                () -> chosen.supply(one.measure()).orElseThrow().horizon()))
                .distinct()
                .sorted()
                .map(Period::toString)
                .toList());
    }

    /** The note on a share of draws that is by range, where one is in some scenario. */
    private String byRange() {
        boolean areSome = risk.conclusions().stream()
                .flatMap(one -> risk.canTurn(one).inEach().stream())
                .anyMatch(key -> risk.model().value(key).number().orElse(1) == 0);
        return areSome
                ? "; by range: no draw could turn it, since it stands with every driver at the worst end of its range"
                : "";
    }

    /** The meaning of a break-even of several drivers, where there is one. */
    private String orTogether() {
        return listed.stream().anyMatch(pair -> pair.drivers().size() > 1)
                ? ", or those of a risk at one value where none does alone"
                : "";
    }

    private Cell conclusion(DrivenConclusion pair) {
        return isFirst(pair) ? new Cell.Words(pair.conclusion().statement()) : Cell.BLANK;
    }

    /** Whether a row is the first of its conclusion. */
    private boolean isFirst(DrivenConclusion pair) {
        return listed.stream()
                .filter(one -> one.conclusion().equals(pair.conclusion()))
                .findFirst()
                .filter(pair::equals)
                .isPresent();
    }

    /** In what share of draws a conclusion holds, in its first row. */
    private Cell holds(DrivenConclusion pair) {
        Conclusion conclusion = pair.conclusion();
        return isFirst(pair)
                ? new Cell.Of(said.value("holds in draws", conclusion.id(), inDraws(conclusion)), Shown.TEXT)
                : Cell.BLANK;
    }

    private Formula inDraws(Conclusion conclusion) {
        return DrawWords.brief(
                risk.holds(conclusion).chosen(), risk.canTurn(conclusion).chosen());
    }

    private Shown shown(DrivenConclusion pair) {
        return values.shown(pair.drivers().get(0));
    }

    private Formula found() {
        List<DrivenConclusion> behind =
                turning.stream().filter(pair -> !listed.contains(pair)).toList();
        Formula count = Formula.countOfKnown(span(turning, this::turnsAt));
        Wording words = words().with("count", count).with("scenario", Scenarios.IN_FORCE);
        if (behind.isEmpty()) {
            return words.say("{count:0} {count=1?break-even|break-evens} in {scenario}");
        }
        Formula there = Formula.countOfKnown(span(behind, this::turnsAt));
        return words.with("there", there)
                .say(
                        "{count:0} {count=1?break-even|break-evens} in {scenario}{there>0?, {there:0} of them on Break-evens}");
    }

    /** A row with a cell for each conclusion. */
    private record Line(String name, Cell size, Function<Conclusion, Cell> cell) {}

    private Exhibit conclusions() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Decided by", Cell.BLANK, this::decidedBy));
        lines.add(line("Threshold", this::threshold));
        lines.add(line("Now", chosen::decisive));
        lines.add(new Line(
                "Share of draws in which it holds",
                Cell.BLANK,
                one -> new Cell.Of(said.value("share of draws", one.id(), inDraws(one)), Shown.WORD)));
        risk.outturns().stream()
                .filter(outturn -> !outturn.risks().isEmpty())
                .forEach(outturn -> lines.add(new Line(
                        outturn.name(),
                        Cell.of(size(outturn), Shown.TEXT),
                        one -> new Cell.Of(risk.shocked(outturn, one).chosen(), Outcome.shown(one)))));
        List<Conclusion> shown = risk.conclusions().stream()
                .sorted(Comparator.comparing(one -> !one.equals(first)))
                .limit(MOST_CONCLUSIONS)
                .toList();
        int each = Math.min(WIDEST, MOST_CONCLUSIONS / shown.size());
        var table = Table.of("", lines)
                .id("spread")
                .label("", Line::name)
                .across(2)
                .column("Size", Column.Role.PROSE, Line::size)
                .across(4 + MOST_CONCLUSIONS - each * shown.size());
        for (Conclusion conclusion : shown) {
            table.column(conclusion.statement(), line -> line.cell().apply(conclusion))
                    .across(each);
        }
        return Exhibit.of(
                        said.live("conclusions", held()),
                        "The conclusions, and what each is decided by if a risk comes true",
                        table.build())
                .withSource(source())
                .withNotes(
                        "One risk at a time and all of them, everything else as in the chosen scenario." + onBases());
    }

    /** Against which of several growths the draws and break-evens are, since Front and Mining judge by all. */
    private String onBases() {
        return risk.conclusions().stream()
                .flatMap(conclusion -> chosen.bases(conclusion).stream())
                .findFirst()
                .map(base -> " Growth is tried against that " + base.name() + "; Mining judges it by every base.")
                .orElse("");
    }

    private static Line line(String name, Function<Conclusion, Key> value) {
        return new Line(name, Cell.BLANK, one -> new Cell.Of(value.apply(one), Outcome.shown(one)));
    }

    private Cell decidedBy(Conclusion conclusion) {
        Period end = chosen.supplies().get(0).horizon();
        String words =
                switch (conclusion.kind()) {
                    case GROWTH_BELOW -> "growth";
                    case BALANCE_BELOW ->
                        chosen.balance(conclusion).orElseThrow().unit() + ", " + end;
                    case BALANCE_CHANGE -> "% of demand";
                    case REPLACED_BELOW, SHARE_AT_LEAST -> "share, " + end;
                };
        return new Cell.Of(model.label(PAGE.sub("decided by").of(Subject.of(conclusion.id())), words), Shown.WORD);
    }

    private Key threshold(Conclusion conclusion) {
        return said.value("threshold", conclusion.id(), chosen.threshold(conclusion));
    }

    private Formula held() {
        Optional<Outturn> last = risk.outturns().stream().reduce((one, next) -> next);
        Formula.Span shares = span(risk.conclusions(), one -> risk.holds(one).chosen());
        Formula least = Formula.call(Fn.MIN, shares);
        return words().with("least", least)
                .with("one", risk.conclusions().size() == 1)
                .with("nearly", least.rounded(2).isEqualTo(ONE))
                .with("rarely", least.rounded(2).isEqualTo(ZERO))
                .with("all", last.filter(one -> one.risks().size() > 1).isPresent())
                .with("number", Words.inSentence(Turning.decidedBy(risk, first)))
                .with("now", Turning.shown(first, chosen.decisive(first)))
                .with(
                        "then",
                        last.map(one ->
                                Turning.shown(first, risk.shocked(one, first).chosen())))
                .say("{rarely?{one?The conclusion|At least one conclusion} holds in hardly any draw"
                        + "|{one?The|Each} conclusion holds in {least=1?all|{nearly?nearly all|{one?|at least }{least:0%} of}} draws}"
                        + "[; if {all?all risks come|the risk comes} true, the {number} moves from {now} to {then}"
                        + "|; what the {number} would be is not known]"
                        + "|In how many draws the conclusions hold is not known");
    }

    /** Words for what a risk moves, and how far; empty where there is no risk, or all of them. */
    private Optional<Key> size(Outturn outturn) {
        if (outturn.risks().size() != 1) {
            return Optional.empty();
        }
        List<Formula> moves = risk.shocks().stream()
                .filter(shock -> shock.risk().equals(outturn.risks().get(0).id()))
                .map(shock -> words().with("what", values.name(shock))
                        .with("by", shock.change() == Shock.Change.ADD)
                        .with("size", values.size(shock).fixed(isWhole(shock.size()) ? 0 : 2))
                        .with("unit", after(risk.premise(shock).unit()))
                        .clause("{what} {by?by|to} {size}{unit}"))
                .toList();
        return Optional.of(said.value("size", outturn.id(), Wording.inARow("; ", moves)));
    }
}
