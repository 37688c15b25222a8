package org.lodestone.reports.sheet.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Reach;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Lever;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;

/** The values that a reader may change in a forecast, and the results that are watched while doing so. */
final class ForecastLevers {

    /** Decimals to which values are rounded before they are compared: a smaller difference counts as none. */
    private static final int DIGITS = 6;

    /** From here on the thousands of a number are grouped. */
    private static final int GROUPED = 1_000;

    private static final String DEMAND = "Demand";
    private static final String DEMAND_AND_SCRAP = "Demand and recycling";

    /** The page on which levers end that move no result of the forecast. */
    private static final String VALUE = "Value";

    private final ForecastStudy forecast;
    private final Scenarios scenarios;
    private final Levers levers;
    private final ImmutableList<Watched> headlines;
    private final Model.Builder model;

    /** A result, and the page on which it stands. */
    private record Watched(Control.Headline headline, String page) {}

    private ForecastLevers(ForecastStudy forecast, Model.Builder model) {
        this.forecast = forecast;
        this.model = model;
        this.scenarios = forecast.scenarios();
        this.levers = scenarios.levers();
        this.headlines = headlines(
                forecast.chosen(),
                forecast.scenarioOutcomes().get(0),
                forecast.model().values());
    }

    static void add(ForecastStudy forecast, Part.Builder part, Model.Builder model) {
        ForecastLevers levers = new ForecastLevers(forecast, model);
        levers.headlines.forEach(watched -> part.headline(watched.headline()));
        levers.rows().forEach(part::lever);
    }

    // ---------------------------------------------------------------- headlines

    /** Growth of the first measure, the first balance, and the share of whoever leads in what is balanced. */
    private static ImmutableList<Watched> headlines(Outcome chosen, Outcome base, Values values) {
        ImmutableList.Builder<Watched> headlines = ImmutableList.builder();
        SupplyForecast first = chosen.supplies().get(0);
        headlines.add(new Watched(
                new Control.Headline(
                        first.measure().name() + ", growth a year to " + first.horizon(),
                        first.measure().name().replaceAll(" production$", " supply"),
                        Shown.PERCENT,
                        first.averageGrowth(),
                        base.supplies().get(0).averageGrowth()),
                page(first)));
        for (int i = 0; i < Math.min(1, chosen.balances().size()); i++) {
            Balance balance = chosen.balances().get(i);
            boolean isTurn = chosen.turn(balance).isPresent();
            headlines.add(new Watched(
                    new Control.Headline(
                            isTurn
                                    ? "Balance, change to " + balance.horizon() + ", share of demand"
                                    : "Balance " + balance.horizon() + ", " + balance.unit(),
                            "Balance",
                            isTurn ? Shown.PERCENT : Shown.ONE_DECIMAL,
                            chosen.followed(balance, balance.horizon()),
                            base.followed(base.balances().get(i), balance.horizon())),
                    BalanceSection.PAGE));
        }
        int last = chosen.supplies().size() - 1;
        SupplyForecast later = chosen.supplies().get(last);
        SupplyForecast laterInBase = base.supplies().get(last);
        leader(laterInBase, values)
                .ifPresent(place -> headlines.add(new Watched(
                        new Control.Headline(
                                place + ", share of "
                                        + Words.inSentence(later.measure().name()) + " " + later.horizon(),
                                "Share",
                                Shown.PERCENT,
                                later.share(place, later.horizon()),
                                laterInBase.share(place, later.horizon())),
                        page(later))));
        return headlines.build();
    }

    private static String page(SupplyForecast supply) {
        return Words.capitalised(supply.measure().stage());
    }

    private static Optional<Place> leader(SupplyForecast supply, Values values) {
        return supply.places().stream()
                .filter(place ->
                        values.number(supply.share(place, supply.horizon())).isPresent())
                .max(Comparator.comparingDouble(place ->
                        values.number(supply.share(place, supply.horizon())).orElseThrow()));
    }

    // ---------------------------------------------------------------- levers

    private List<Control.Lever> rows() {
        return Stream.concat(
                        levers.all().stream().map(this::row),
                        levers.demandCases().isEmpty() ? Stream.empty() : Stream.of(demand()))
                .toList();
    }

    private Control.Lever row(Lever lever) {
        ImmutableList<Control.Lever.Typed> cells = Stream.concat(
                        Stream.of(Optional.<Period>empty()),
                        lever.years().stream().map(Optional::of))
                .map(year -> new Control.Lever.Typed(
                        year,
                        levers.typed(lever, year),
                        orAsItFollows(lever, levers.inForce(lever, year), forecast.chosen())))
                .collect(toImmutableList());
        Key base = orAsItFollows(
                lever,
                scenarios.key(lever.premise(), Scenarios.caseOf(scenarios.base())),
                forecast.scenarioOutcomes().get(0));
        ImmutableList<Watched> moved = moved(cells);
        return new Control.Lever(
                lever.title(),
                lever.group(),
                unit(lever),
                shown(lever),
                cells,
                base,
                levers.typedCounts(lever),
                changed(lever, cells.get(0).inForce(), base),
                levers.refused(lever),
                inWords(lever.least()) + (lever.least() < 0 ? " to " : "–") + inWords(lever.most()),
                moves(moved),
                see(moved));
    }

    private Shown shown(Lever lever) {
        boolean follows = forecast.chosen().whereNotSet(lever.premise()).isPresent();
        return follows ? Shown.ONE_DECIMAL_OR_ZERO : lever.most() < GROUPED ? Shown.AS_IS : Shown.WHOLE_OR_ZERO;
    }

    /** Whether it differs from the base case; what no scenario sets differs where it follows from something else. */
    private Key changed(Lever lever, Key inForce, Key base) {
        return forecast.chosen()
                .whereNotSet(lever.premise())
                .map(follows -> model.calculation(
                        levers.changed(lever).sub("or as it follows"),
                        Levers.differ(inForce.rounded(DIGITS), base.rounded(DIGITS))))
                .orElse(levers.changed(lever));
    }

    /** The value that a scenario sets, or else the one that follows where none is set. */
    private Key orAsItFollows(Lever lever, Key set, Outcome outcome) {
        return outcome.whereNotSet(lever.premise())
                .map(follows -> model.calculation(set.sub("or as it follows"), set.orElse(follows)))
                .orElse(set);
    }

    private Control.Lever demand() {
        Control.Lever.Typed cell =
                new Control.Lever.Typed(Optional.empty(), levers.typedDemand(), scenarios.demandCase(Scenarios.CHOSEN));
        ImmutableList<Watched> moved = moved(ImmutableList.of(cell));
        return new Control.Lever(
                "Case of demand",
                forecast.chosen().balances().stream().anyMatch(Balance::hasScrap) ? DEMAND_AND_SCRAP : DEMAND,
                "choice",
                Shown.WORD,
                ImmutableList.of(cell),
                scenarios.demandCase(Scenarios.caseOf(scenarios.base())),
                levers.demandCounts(),
                levers.demandChanged(),
                levers.demandRefused(),
                levers.demandCases().size() + " choices",
                moves(moved),
                see(moved));
    }

    /** The results that follow what is typed in any of some cells. */
    private ImmutableList<Watched> moved(ImmutableList<Control.Lever.Typed> cells) {
        Reach reach = Reach.of(
                forecast.model(), cells.stream().map(Control.Lever.Typed::key).collect(ImmutableSet.toImmutableSet()));
        return headlines.stream()
                .filter(watched -> !reach.behind(watched.headline().now()).isEmpty())
                .collect(toImmutableList());
    }

    private static ImmutableList<String> moves(ImmutableList<Watched> moved) {
        return moved.stream().map(watched -> watched.headline().word()).collect(toImmutableList());
    }

    /** The page of the first result that moves; where a pack has no such page, the sheet behind all of them. */
    private static ImmutableList<String> see(ImmutableList<Watched> moved) {
        return Stream.concat(
                        moved.isEmpty()
                                ? Stream.of(VALUE)
                                : moved.stream().map(Watched::page).limit(1),
                        Stream.of(BalanceSection.PAGE, ForecastSection.NAME))
                .distinct()
                .collect(toImmutableList());
    }

    /** A rate is one a year; that an amount of a year is one goes without saying, and so that money is real. */
    private static String unit(Lever lever) {
        return lever.premise()
                .unit()
                .toString()
                .replace("%/yr", "% a year")
                .replace("/yr", "")
                .replaceAll("^[0-9]{4} ", "");
    }

    private static String inWords(double bound) {
        Shown shown = Math.abs(bound) < GROUPED ? Shown.AS_IS : Shown.WHOLE;
        return shown.text(Value.of(bound));
    }
}
