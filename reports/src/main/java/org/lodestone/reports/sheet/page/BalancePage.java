package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.LeadingTurn;
import org.lodestone.reports.sheet.risk.Turning;

/** The page on the balance: every scenario's, supply against demand in the one chosen, and what could replace the largest holder. */
record BalancePage(
        ForecastStudy study,
        Optional<RiskAnalysis> risk,
        Model.Builder model,
        int index,
        Balance balance,
        Optional<Conclusion> turn) {

    /** The weight of its exhibit among those for the front page. */
    private static final int FRONT_WEIGHT = 80;

    private static final Term PAGE = Term.of("balance page");

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    /** The number of places that are named; a chart of them has two parts more. */
    private static final int NAMED = 3;

    /** Empty where no measure meets demand. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.forecast()
                .filter(study -> !study.chosen().balances().isEmpty())
                .map(study -> part(study, analyses.risk()));
    }

    private static Part part(ForecastStudy study, Optional<RiskAnalysis> risk) {
        Model.Builder model = Model.builder().include(study.model());
        risk.ifPresent(one -> model.include(one.model()));
        List<BalancePage> pages = new ArrayList<>();
        for (Balance balance : study.chosen().balances()) {
            pages.add(new BalancePage(
                    study, risk, model, pages.size(), balance, study.chosen().turn(balance)));
        }
        List<Block> blocks = new ArrayList<>();
        for (BalancePage page : pages) {
            Exhibit sources = page.sources();
            Pair.of(page.scenarios(), Optional.of(sources)).ifPresent(blocks::add);
            blocks.add(page.years());
        }
        BalancePage first = pages.get(0);
        Section page = Section.page(
                Pages.BALANCE,
                Section.Group.BALANCE,
                first.live("title", first.title()),
                first.live("first year", first.firstYear()),
                blocks);
        Part.Builder part = Part.builder(model).section(page);
        first.scenarios().ifPresent(lines -> part.panel(Panel.Place.EXHIBIT, FRONT_WEIGHT, lines));
        return part.build();
    }

    // ---------------------------------------------------------------- values

    private Term term(String part) {
        return PAGE.sub(balance.rule().id()).sub(part);
    }

    private static List<Place> named(SupplyForecast supply) {
        return supply.places().stream()
                .filter(place -> place.kind() != Place.Kind.OTHER)
                .limit(NAMED)
                .toList();
    }

    private List<Balance> inEach() {
        return study.scenarioOutcomes().stream().map(this::in).toList();
    }

    private Balance in(Outcome outcome) {
        return outcome.balances().get(index);
    }

    /** Supply of places that are not named, and what risks bring on top. */
    private Key others(Period year) {
        SupplyForecast supply = balance.supply();
        Formula.Span named = span(named(supply), place -> supply.amount(place, year));
        return model.calculation(
                term("other sources").key().at(year), supply.total(year).minus(sumOfKnown(named)));
    }

    private Key growth(String of, Function<Period, Key> amount) {
        Key years = model.label(
                term("years ahead").key(),
                balance.horizon().year() - balance.start().year());
        return model.calculation(
                term("growth a year").of(Subject.of(of)),
                Growth.compound(amount.apply(balance.horizon()), amount.apply(balance.start()), years));
    }

    /** In how many scenarios the market tightens, or, where no conclusion is about that, less is supplied than asked for. */
    private Key shortOnes() {
        List<Key> flags = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            Key after = in(outcome).after(balance.horizon());
            Formula isShort = turn.<Formula>map(outcome::holds).orElseGet(() -> ZERO.isAbove(after));
            flags.add(model.calculation(after.sub("short"), isShort.then(ONE, ZERO)));
        }
        return model.calculation(term("scenarios that are short").key(), sum(span(flags)));
    }

    // ---------------------------------------------------------------- sentences

    private Block.Sentence live(String what, Formula sentence) {
        return Block.Sentence.live(model.calculation(term(what).key(), sentence));
    }

    private Formula fixed(Formula amount) {
        return amount.fixed(digits());
    }

    private int digits() {
        return Shown.of(balance.unit()).decimals();
    }

    private Formula title() {
        Period end = balance.horizon();
        Formula after = balance.after(end);
        if (turn.isPresent()) {
            return turns(turn.get());
        }
        return shortScenarios()
                .with("scenario", Scenarios.IN_FORCE)
                .with("spare", after.isAtLeast(ZERO))
                .with("amount", fixed(after.magnitude()))
                .with("unit", balance.unit())
                .with("share", balance.afterShare(end).magnitude())
                .say(
                        "{scenario} {spare?has a surplus of {amount} {unit}|is {amount} {unit} short} in {year}, {share:0.0%} of demand; "
                                + "[{count:0} of {all} scenarios{changed? as written} {count=1?is|are} short"
                                + "|how many of {all} scenarios are short is not known]"
                                + "|The balance of {year} is not known: a figure is missing");
    }

    /** How the market turns, by the median of draws where that leads. */
    private Formula turns(Conclusion conclusion) {
        Key assumed = model.calculation(term("turn as assumed").key(), asAssumed(conclusion));
        return risk.map(one -> new LeadingTurn(one, conclusion))
                .map(leading -> leading.led(
                        leading.words()
                                .with("scenario", Scenarios.IN_FORCE)
                                .with("year", balance.horizon())
                                .say(
                                        "{scenario}: {turn} in the median of draws, {least}{several? to {most}} points of demand to {year};"
                                                + " as assumed {assumed}"),
                        assumed,
                        words().with("assumed", assumed).say("{assumed}; draws out of date")))
                .orElse(assumed);
    }

    /** How the market turns in the scenario. */
    private Formula asAssumed(Conclusion conclusion) {
        Outcome chosen = study.chosen();
        return LeadingTurn.change(shortScenarios(), chosen.changes(conclusion))
                .with("scenario", Scenarios.IN_FORCE)
                .with("turn", chosen.turn(conclusion))
                .with("start", balance.start())
                .say("{scenario}: {turn} to {year}, {least}{several? to {most}} points of demand since {start}; "
                        + "[{count:0} of {all} scenarios{changed? as written} {count=1?tightens|tighten}"
                        + "|how many of {all} scenarios tighten is not known]"
                        + "|How the balance moves to {year} is not known: a figure is missing");
    }

    /** The number of scenarios that are short; behind the word scenarios stands that those that are counted do not follow the levers. */
    private Wording shortScenarios() {
        Formula count = shortOnes();
        return words().with("year", balance.horizon())
                .with("all", study.scenarioOutcomes().size())
                .with("changed", Levers.areChanged())
                .with("count", count);
    }

    /** How the base year closes. */
    private Formula firstYear() {
        Period start = balance.start();
        Formula demand = balance.demand(start);
        Formula supply = balance.supply().total(start);
        return words().with("year", start)
                .with("published", balance.demand().observed().period().equals(start))
                .with("demand", fixed(demand))
                .with("supply", fixed(supply))
                .with("unit", balance.unit())
                .with("scrap", balance.hasScrap(), () -> fixed(balance.scrap(start)))
                .with("within", balance.hasScrap(), () -> balance.within())
                .with("end", balance.horizon())
                .with("stocks", fixed(balance.stockNeeded()))
                .with("noStocks", balance.stockNeeded().isEqualTo(ZERO))
                .with("spare", balance.after(start).isAtLeast(ZERO))
                .with("amount", fixed(balance.after(start).magnitude()))
                .with("share", balance.afterShare(start).magnitude())
                .say(
                        "In {year} {published?demand was|demand, between its published years, is put at} {demand} {unit} and supply"
                                + " {published?|was }{supply}[; {scrap} came from scrap, of which {within:0%} is taken to be in supply]:"
                                + " {spare?a surplus of {amount}|{amount} short}, {share:0.0%} of demand."
                                + "[{noStocks?| Balances to {end} together would take {stocks} from stocks, whose size is not known.}| What they take from stocks to {end} is not known.]"
                                + "|Whether supply met demand in {year} is not known: a figure is missing.");
    }

    private Formula grows() {
        Optional<Replacement> replacement = study.chosen().replacement(balance);
        return words().with("demand", GrowthWords.grows(growth("demand", balance::demand), 1))
                .with("year", balance.horizon())
                .with("supply", GrowthWords.grows(balance.supply().averageGrowth(), 1))
                .with("holder", replacement.map(one -> text(one.holder().name())))
                .with("ratio", replacement.map(one -> one.ratio(one.supply().horizon())))
                .with("start", replacement.map(one -> text(one.supply().start().toString())))
                .say(
                        "Demand {demand} a year to {year}[, primary supply {supply}|; growth of primary supply is not known]"
                                + "[; supply outside {holder} then equals {ratio:0%} of what {holder} supplied in {start}"
                                + "|; how supply outside {holder} then compares is not known]"
                                + "|Growth of demand to {year} is not known: a figure is missing");
    }

    // ---------------------------------------------------------------- exhibits

    /** A line for each scenario of which every year is known; empty where there is none. */
    private Optional<Exhibit> scenarios() {
        boolean isTurn = turn.isPresent();
        List<Chart.Series> lines = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            Balance each = in(outcome);
            if (study.model().isKnown(over(year -> outcome.followed(each, year)))) {
                Formula.Span course = over(year -> drawn(outcome.followed(each, year)));
                lines.add(Chart.ending(outcome.in().name(), course, isTurn ? 1 : digits(), model));
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String unit = isTurn ? "points of demand" : balance.unit().toString();
        Chart.Builder chart = Chart.lines("Balance by scenario", unit)
                .series(lines)
                .forecastFrom(balance.years().get(1));
        Optional<Band> band = risk.map(one -> Band.of(model, percentile(one, LOW), percentile(one, HIGH)));
        band.ifPresent(chart::behind);
        Formula finding = shortScenarios()
                .with("turns", isTurn)
                .say(
                        "{count:0} of {all} scenarios{changed? as written|{turns? as assumed}} {turns?{count=1?tightens|tighten} to|{count=1?is|are} short in}"
                                + " {year}|How many of {all} scenarios {turns?tighten to|are short in} {year} is not known: a figure is missing");
        return Optional.of(Exhibit.of(
                        live("scenarios", finding),
                        (isTurn ? "Balance since " + balance.start() + ", % of demand" : "Balance, " + unit)
                                + (band.isPresent() ? "; shaded: 90% of draws" : ""),
                        isTurn ? chart.build().byYear(model) : chart.build())
                .withSource(risk.map(one -> "Lodestone, " + one.run().inWords()).orElse("")));
    }

    /** The number that is drawn of a balance: a change in points. */
    private Key drawn(Key followed) {
        return turn.isPresent() ? Turning.inPoints(followed, model) : followed;
    }

    private Formula.Span percentile(RiskAnalysis some, double share) {
        return over(year -> drawn(some.percentile(balance, share, year).chosen()));
    }

    private Exhibit sources() {
        SupplyForecast supply = balance.supply();
        List<Place> places = named(supply);
        Chart.Builder chart = Chart.stack("Supply by source", balance.unit().toString());
        for (Place place : places) {
            chart.series(supply.name(place), over(year -> supply.amount(place, year)));
        }
        chart.series("Other sources", over(this::others));
        if (balance.hasScrap()) {
            chart.others("Scrap beyond supply", over(balance::secondary));
        }
        chart.against("Demand", over(balance::demand))
                .forecastFrom(balance.years().get(1));
        Formula finding = words().with("now", covered(balance.start()))
                .with("start", balance.start())
                .with("then", covered(balance.horizon()))
                .with("end", balance.horizon())
                .say("Primary supply covers {now:0%} of demand in {start} and {then:0%} in {end}"
                        + "|Primary supply covers {now:0%} of demand in {start}; what it covers in {end} is not known"
                        + "|Primary supply covers {then:0%} of demand in {end}; what it covers in {start} is not known"
                        + "|What primary supply covers of demand is not known: a figure is missing");
        return Exhibit.of(
                live("sources", finding),
                "Supply by source, " + balance.unit() + ", chosen scenario; dashed: demand",
                chart.build());
    }

    private Formula covered(Period year) {
        return balance.supply().total(year).over(balance.demand(year));
    }

    private Formula.Span over(Function<Period, Key> amount) {
        return span(balance.years(), amount);
    }

    private Exhibit years() {
        return Exhibit.of(
                        live("years", grows()),
                        "Supply and demand of " + balance.rule().material() + ", " + balance.unit()
                                + ", chosen scenario where no other is named",
                        table())
                .withNotes(pool());
    }

    /** How far ore and plants of all places are taken as one; or that ore limits nothing, where no table says whose feeds what. */
    private String pool() {
        if (balance.supply().feed().isPresent()) {
            return "What is refined anywhere is taken to meet demand anywhere; export licences are dated facts beside it: see"
                    + " Dates.";
        }
        return study.chosen().supplies().size() == 1
                ? ""
                : "Mining and refining are not linked: no table of the dataset says what feeds what.";
    }

    private Table table() {
        SupplyForecast supply = balance.supply();
        String unit = balance.unit().toString();
        Shown shown = Shown.of(balance.unit());
        var table = Table.overYears("", balance.years())
                .id("balance", balance.rule().material())
                .forecastFrom(balance.years().get(1))
                .extras(ImmutableList.of("% a year"));
        for (Place place : named(supply)) {
            table.row(supply.name(place), unit, shown, year -> supply.amount(place, year));
        }
        table.row("Other sources", unit, shown, this::others);
        table.total("Primary supply", unit, shown, supply::total, new Cell.Of(supply.averageGrowth(), Shown.PERCENT));
        table.row(
                "Demand", unit, shown, balance::demand, new Cell.Of(growth("demand", balance::demand), Shown.PERCENT));
        if (balance.hasScrap()) {
            table.row("Scrap beyond supply", unit, shown, balance::secondary);
        }
        table.total("Balance", unit, shown, balance::after);
        table.row("Balance, share of demand", "%", Shown.PERCENT, balance::afterShare);
        if (turn.isPresent()) {
            for (Balance.Reading reading : balance.hasScrap() ? Balance.Reading.values() : new Balance.Reading[0]) {
                table.row(
                        "Share of demand, " + reading.inWords(),
                        "%",
                        Shown.PERCENT,
                        year -> balance.afterShare(reading, year));
            }
            for (Balance each : inEach()) {
                table.row("Change since " + each.start() + ", " + each.in().name(), "%", Shown.PERCENT, each::change);
            }
        } else {
            for (Balance each : inEach()) {
                table.row("Balance in " + each.in().name(), unit, shown, each::after);
            }
        }
        study.chosen()
                .replacement(balance)
                .ifPresent(replacement -> table.row(
                        "Outside " + replacement.holder() + ", % of " + replacement.holder() + " in " + balance.start(),
                        "%",
                        Shown.PERCENT,
                        replacement::ratio));
        return table.build();
    }
}
