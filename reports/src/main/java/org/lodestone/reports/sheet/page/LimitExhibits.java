package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.Relief;
import org.lodestone.reports.benefit.Relief.Lever;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.PrintedFigure;
import org.lodestone.reports.forecast.OreFlow;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.forecast.ReliefSection;

/** The exhibits on what each limit of a stage allows: quota and feed of the place that takes the remainder, ore and plants of each pool. */
record LimitExhibits(Analyses analyses, SupplyForecast supply, OreFlow feed, PageSentences said) {

    /** The share of the place that takes the remainder in the first later stage of which one is printed; of the first year. */
    private Optional<PrintedFigure> later() {
        return analyses.chain().flatMap(this::later);
    }

    private Optional<PrintedFigure> later(ChainAnalysis chain) {
        List<String> stages = chain.stages().stream().map(Stage::id).toList();
        int own = stages.indexOf(supply.measure().stage());
        Optional<PrintedFigure> printed = chain.shares().stream()
                .filter(PrintedFigure::used)
                .filter(share -> share.figure().place().equals(feed.remainder())
                        && share.figure().period().equals(supply.start())
                        && stages.indexOf(share.figure().measure().stage()) > own)
                .findFirst();
        printed.ifPresent(share -> said.model().include(chain.model()));
        return printed;
    }

    /** Empty where no earlier stage feeds the measure. */
    static Optional<LimitExhibits> of(Analyses analyses, String measure, PageSentences said) {
        return analyses.forecast()
                .flatMap(study -> study.chosen().supply(measure))
                .flatMap(supply -> supply.feed().map(feed -> new LimitExhibits(analyses, supply, feed, said)));
    }

    private String unit() {
        return supply.measure().unit().toString();
    }

    private Shown shown() {
        return Shown.of(supply.measure().unit());
    }

    // ---------------------------------------------------------------- one tonne more

    /** The worth of one tonne more at each limit of the place that takes the remainder, and of each pool. */
    Optional<Exhibit> relief() {
        return analyses.reliefs().stream()
                .filter(one -> one.supply().measure().equals(supply.measure()))
                .findFirst()
                .map(this::relief);
    }

    private Exhibit relief(Relief relief) {
        said.model().include(relief.model());
        Period end = supply.horizon();
        List<Lever> levers =
                relief.levers().stream().filter(lever -> isShown(lever, relief)).toList();
        List<Key> names = levers.stream().map(this::name).toList();
        return Exhibit.of(
                        said.live("relief", ReliefSection.atRemainder(relief)),
                        "Worth of a further tonne in " + end + ", t; after each limit what it allows, " + unit(),
                        Chart.bars("Worth of a further tonne", "t")
                                .series("Worth", span(levers, relief::worth))
                                .named(span(names))
                                .labelled(Shown.TWO_DECIMALS)
                                .build())
                .withNote(byPlant().map(note -> said.live("by plant", note)))
                .withNote(ReliefSection.ofRemainder(relief).stream()
                        .flatMap(lever -> ReliefSection.gained(relief, lever, analyses.dataset()).stream())
                        .findFirst()
                        .map(note -> said.live("gained", note)));
    }

    /** The name of a limit, with what it allows. */
    private Key name(Lever lever) {
        int digits = Shown.of(lever.measure().unit()).decimals();
        boolean isOfStage = lever.measure().equals(supply.measure());
        return said.value(
                "limit",
                lever.name(),
                words().with("limit", lever.name())
                        .with("allows", allows(lever).fixed(digits))
                        .with(
                                "unit",
                                isOfStage ? "" : " " + lever.measure().unit().word())
                        .clause("{limit}, {allows}{unit}|{limit}, not known"));
    }

    /**
     * Limits of the place that takes what pools leave, at each stage, and those of pools that lead there; but for what is worth nothing in any
     * scenario.
     */
    private boolean isShown(Lever lever, Relief relief) {
        boolean isOfRemainder = lever.limit().isPresent()
                ? lever.limit().get().place().equals(feed.remainder())
                : lever.pool().isEmpty();
        return isOfRemainder || (lever.pool().filter(feed::isOpen).isPresent() && relief.isWorthSomething(lever));
    }

    /** The output that a limit allows in the last year. */
    private Key allows(Lever lever) {
        if (lever.limit().isPresent() || lever.isOfPlants()) {
            return lever.now();
        }
        return lever.pool().map(feed::allowed).orElseGet(() -> feed.fed(supply.horizon()));
    }

    // ---------------------------------------------------------------- outside

    /** The ore outside the place that takes the remainder which finds no plant, and what is made there of this stage and a later one. */
    Formula outside() {
        Period end = supply.horizon();
        return words().with("ore", idle(end).fixed(shown().decimals()))
                .with("some", idle(end).rounded(shown().decimals()).isAbove(ZERO))
                .with("unit", unit())
                .with("holder", feed.remainder().name())
                .with("start", supply.start())
                .with("end", end)
                .with("measure", Words.inSentence(supply.measure().name()))
                .with("made", shareOutside(supply.start()))
                .with(
                        "later",
                        later().map(share -> text(Words.inSentence(
                                ChainPage.subject(share.figure().measure())))))
                .with("used", later().map(this::shareOutside))
                .say("{some?Outside {holder} ore of {ore} {unit} finds no plant in {end}"
                        + "|Outside {holder} plants take all ore that stays there in {end}}."
                        + "[ In {start} {made:0.0%} of {measure} came from there"
                        + "[, and {used:0.0%} of {later}, as printed|; how much of {later} did is not known].]"
                        + "|How much ore finds no plant in {end} is not known: a figure is missing.");
    }

    /** Rows of what is made outside the place that takes the remainder, and where it goes, as far as that is known. */
    void outside(Table.YearBuilder table) {
        table.group("Outside " + feed.remainder())
                .optional("Ore mined", unit(), shown(), ofForecast("ore", feed::outside))
                .optional("Ore that plants there take", unit(), shown(), ofForecast("ore taken", feed::takenOutside))
                .optional(
                        "Ore that goes to " + feed.remainder(),
                        unit(),
                        shown(),
                        ofForecast("ore to the remainder", feed::reachingFromOutside))
                .optional("Ore without a plant", unit(), shown(), ofForecast(this::idle))
                .optional(
                        "Share of " + Words.inSentence(supply.measure().name()),
                        "%",
                        Shown.PERCENT,
                        ofForecast(this::shareOutside));
        later().ifPresent(share -> table.optional(
                share.figure().measure().name(),
                "%",
                Shown.PERCENT,
                year -> Optional.of(year).filter(supply.start()::equals).map(start -> shareOutside(share))));
    }

    private Function<Period, Optional<Key>> ofForecast(Function<Period, Key> amount) {
        return year -> Optional.of(year).filter(supply.years()::contains).map(amount);
    }

    private Function<Period, Optional<Key>> ofForecast(String part, Function<Period, Formula> amount) {
        return ofForecast(year -> outside(part, year, amount.apply(year)));
    }

    private Key outside(String part, Period year, Formula amount) {
        return said.value(said.page().sub(part).sub("outside").key().at(year), amount);
    }

    /** The ore of all places but the remainder that no plant takes and that reaches no other place; of the first year records may have less than plants took. */
    private Key idle(Period year) {
        return said.value(
                "ore without a plant",
                year,
                max(ZERO, feed.outside(year).minus(feed.takenOutside(year)).minus(feed.reachingFromOutside(year))));
    }

    private Key shareOutside(Period year) {
        return outside("share", year, ONE.minus(supply.share(feed.remainder(), year)));
    }

    private Key shareOutside(PrintedFigure share) {
        return said.value(share.key().sub("outside"), ONE.minus(share.key().over(HUNDRED)));
    }

    // ---------------------------------------------------------------- by plant

    /**
     * The output that plants say they had in the first year, beside the figures by country; empty where no place is of its plants
     * alone. Other countries make more than their plants say, and take up the difference.
     */
    private Optional<Formula> byPlant() {
        List<Formula> each = new ArrayList<>();
        for (Place place : supply.places()) {
            if (supply.isOfPlants(place)) {
                each.add(words().with("place", place.name())
                        .with("made", supply.amount(place, supply.start()).fixed(shown().decimals()))
                        .with(
                                "figure",
                                supply.observed().amount(place, supply.start()).fixed(shown().decimals()))
                        .clause("{place} [{made}|not known] ([{figure}|not known])"));
            }
        }
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("each", Wording.listed(ImmutableList.copyOf(each)))
                        .with("year", supply.start())
                        .clause("Made by plants in {year} (figures by country): {each}."));
    }
}
